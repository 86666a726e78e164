"""Rows that refer to what is missing: made right, or removed where they can be made again."""

from __future__ import annotations

from collections.abc import Iterator

from reader.store.database import Database

_KEPT = frozenset({("outline", "parent_id"), ("outline", "source_id")})
"""The person's own list of subscriptions: a line of it stays, wherever what it belongs to has gone."""

_NO_ARTICLE = ("item", "article_id")
"""Without an article it would say that the person had removed that: the item goes, and is offered again."""


def mend_references(database: Database) -> Iterator[str]:
    """Mend every reference, inside a transaction; what was done, a sentence each."""
    yield from _mend_events(database)
    broken = {(row[0], row[3]) for row in database.rows("PRAGMA foreign_key_check")}
    for table, number in sorted(broken):
        _, _, parent, column, to, _, on_delete, _ = next(
            row for row in database.rows(f"PRAGMA foreign_key_list({table})") if row[0] == number
        )
        missing = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {to} FROM {parent})"
        if "article_id" in _columns(database, table) and column != "article_id":
            # What is removed here is found again with its article.
            database.run(
                f"UPDATE article SET is_current = 0 WHERE id IN (SELECT article_id FROM {table} WHERE {missing})"
            )
        is_freed = (table, column) in _KEPT or (table, column) == ("event", "story_id")
        if is_freed or (on_delete == "SET NULL" and (table, column) != _NO_ARTICLE):
            database.run(f"UPDATE {table} SET {column} = NULL WHERE {missing}")
        else:
            database.run(f"DELETE FROM {table} WHERE {missing}")
        yield f"Rows of {table} that referred to a missing {parent} were mended."


def _columns(database: Database, table: str) -> set[str]:
    return {row[1] for row in database.rows(f"PRAGMA table_info({table})")}


def _mend_events(database: Database) -> Iterator[str]:
    """Make the events anew that articles are in and that are missing, as they were; they are grouped again."""
    missing = "event_id NOT IN (SELECT id FROM event)"
    for (event,) in database.rows(f"SELECT DISTINCT event_id FROM article WHERE {missing} ORDER BY 1"):
        database.run(
            "INSERT INTO event(id, sort_at, title, size)"
            " SELECT event_id, max(sort_at), title, count(*) FROM article WHERE event_id = ?",
            (event,),
        )
        database.run(
            "UPDATE term_vector SET is_linked = 0 WHERE article_id IN (SELECT id FROM article WHERE event_id = ?)",
            (event,),
        )
        yield f"Event {event} was made anew from its articles."
