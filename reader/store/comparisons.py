"""Stored comparisons: the gutter, the counts of the list and the comparison screen show one and the same thing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reader.models.comparison import Comparison, Confidence
from reader.models.journal import ChangeKind
from reader.store.codec import pack_comparison, unpack_comparison
from reader.store.comparing import comparison_key
from reader.store.database import Database
from reader.store.differences import put_differences
from reader.store.moments import now
from reader.store.news import NewsKind, tell

ASKED_FOR_KEPT = 200
"""Comparisons of marked articles and stories that are kept; each takes some 10 kB, and is made again in seconds."""


def read_comparison(database: Database, article_ids: Collection[int]) -> Comparison | None:
    """The stored comparison of exactly these articles, dismissed differences marked; or None."""
    row = database.row("SELECT blob FROM comparison WHERE key = ?", (comparison_key(database, article_ids),))
    if row is None:
        return None
    comparison = unpack_comparison(row[0])
    dismissed = _dismissed(database, {difference.key for difference in comparison.differences})
    differences = tuple(replace(each, dismissed=each.key in dismissed) for each in comparison.differences)
    return replace(comparison, differences=differences)


def put_comparison(database: Database, comparison: Comparison, version: int, event: int | None) -> None:
    """Store a comparison; see ``Store.put_comparison``."""
    with database.transaction():
        key = comparison_key(database, comparison.articles)
        if event is None:
            earlier = database.row("SELECT event_id FROM comparison WHERE key = ?", (key,))
            owner = earlier[0] if earlier else None
        else:
            owner = event
            database.run("DELETE FROM comparison WHERE event_id = ? AND key <> ?", (event, key))
        database.run(
            "INSERT OR REPLACE INTO comparison(key, version, event_id, made_at, blob) VALUES (?, ?, ?, ?, ?)",
            (key, version, owner, now(), pack_comparison(comparison)),
        )
        if event is None:
            database.run(
                """
                DELETE FROM comparison WHERE event_id IS NULL AND rowid <= (
                    SELECT rowid FROM comparison WHERE event_id IS NULL ORDER BY rowid DESC LIMIT 1 OFFSET ?)
                """,
                (ASKED_FOR_KEPT,),
            )
        else:
            is_sure = {each.key: each.confidence is Confidence.SURE for each in comparison.differences}
            put_differences(database, event, is_sure)
            database.run("UPDATE event SET is_compared = 1 WHERE id = ?", (event,))
            tell(database, NewsKind.COMPARISON, (event,))


def set_version(database: Database, running: int) -> None:
    """Have made again what other versions of the comparison made; see ``Store.set_comparison_version``."""
    if database.number("SELECT value FROM setting WHERE name = 'comparison_version'") == running:
        return
    with database.transaction():
        database.run("INSERT OR REPLACE INTO setting VALUES ('comparison_version', ?)", (str(running),))
        database.run("DELETE FROM comparison WHERE event_id IS NULL AND version <> ?", (running,))
        database.run("DELETE FROM fault WHERE kind = 'event' AND version <> ?", (running,))
        database.run(
            "UPDATE event SET is_compared = 0 WHERE id IN (SELECT event_id FROM comparison WHERE version <> ?)",
            (running,),
        )


def uncompared(database: Database, limit: int, reach: int, shown: int | None) -> tuple[int, ...]:
    """Events that wait for their comparison; see ``Store.uncompared``."""
    rows = database.rows(
        """
        SELECT id FROM event WHERE size > 1 AND is_compared = 0
          AND NOT EXISTS (SELECT 1 FROM article WHERE event_id = event.id AND is_current = 0)
          AND NOT EXISTS (SELECT 1 FROM fault WHERE kind = 'event' AND fault.id = event.id)
          AND (sort_at >= coalesce((SELECT date(max(sort_at), ?) FROM article WHERE is_current = 0), '')
               OR (id = ? AND NOT EXISTS (SELECT 1 FROM comparison WHERE event_id = event.id)))
        ORDER BY id = ? DESC, sort_at DESC, id DESC LIMIT ?
        """,
        (f"+{reach + 1} days", shown, shown, limit),
    )
    return tuple(row[0] for row in rows)


def _dismissed(database: Database, keys: Collection[str]) -> frozenset[str]:
    return frozenset(
        key
        for key in keys
        if database.row("SELECT 1 FROM standing WHERE kind = ? AND target = ?", (ChangeKind.DISMISSED, key))
    )
