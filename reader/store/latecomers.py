"""The articles that came into an event after the person had begun to read it."""

from __future__ import annotations

from collections.abc import Collection

from reader.models.journal import ChangeKind
from reader.store.database import Database

_AT_ONCE = 500
"""Ids looked up by one statement."""


def latecomers(database: Database, events: Collection[int]) -> frozenset[int]:
    """The ids of the articles of these events that came after one of their event had been read.

    Whether they were read themselves since does not matter, so that an event keeps its order while it is read.
    """
    ordered = sorted(events)
    found: set[int] = set()
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        rows = database.rows(
            f"""
            SELECT id FROM article AS late WHERE event_id IN ({", ".join("?" * len(some))}) AND came_after > 0
            AND came_after >= (
                SELECT min(change_id) FROM article AS other JOIN standing ON kind = ? AND target = other.digest
                WHERE other.event_id = late.event_id)
            """,
            (*some, ChangeKind.READ),
        )
        found |= {row[0] for row in rows}
    return frozenset(found)
