"""The "!n" and "?n" of an event in the list: its sure and likely differences that the person has not set aside."""

from __future__ import annotations

from collections.abc import Mapping

from reader.models.journal import ChangeKind
from reader.store.database import Database


def put_differences(database: Database, event: int, is_sure: Mapping[str, bool]) -> None:
    """Store the differences of an event, by key, and whether each is sure; inside a transaction."""
    database.run("DELETE FROM difference WHERE event_id = ?", (event,))
    database.run_many(
        "INSERT INTO difference(event_id, key, is_sure) VALUES (?, ?, ?)",
        [(event, key, sure) for key, sure in is_sure.items()],
    )
    count_differences(database, event)


def forget_differences(database: Database, event: int) -> None:
    """Say that the stored comparison of an event no longer holds: there is nothing to count until the next one."""
    database.run("DELETE FROM difference WHERE event_id = ?", (event,))
    database.run("UPDATE event SET is_compared = 0, conflicts = 0, doubts = 0 WHERE id = ?", (event,))


def count_differences(database: Database, event: int) -> None:
    """Count the differences of an event that are not dismissed; inside a transaction."""
    (sure, likely) = database.rows(
        """
        SELECT coalesce(sum(is_sure), 0), count(*) - coalesce(sum(is_sure), 0) FROM difference
        WHERE event_id = ? AND NOT EXISTS (SELECT 1 FROM standing WHERE kind = ? AND target = difference.key)
        """,
        (event, ChangeKind.DISMISSED),
    )[0]
    database.run("UPDATE event SET conflicts = ?, doubts = ? WHERE id = ?", (sure, likely, event))


def events_with(database: Database, key: str) -> list[int]:
    """The events that have a difference of this key."""
    return [row[0] for row in database.rows("SELECT event_id FROM difference WHERE key = ?", (key,))]
