"""The "!n" of an event in the list: its sure differences that the person has not set aside."""

from __future__ import annotations

from reader.models.journal import ChangeKind
from reader.store.database import Database


def count_conflicts(database: Database, event: int) -> None:
    """Count the sure differences of an event that are not dismissed; inside a transaction."""
    database.run(
        """
        UPDATE event SET conflicts = (
            SELECT count(*) FROM sure_difference WHERE event_id = event.id
            AND NOT EXISTS (SELECT 1 FROM standing WHERE kind = ? AND target = sure_difference.key))
        WHERE id = ?
        """,
        (ChangeKind.DISMISSED, event),
    )
