"""Watches: queries that a person keeps under a name, and which articles of them they have been shown.

A watch is a line of the journal, whose target is its name and whose value is its query. What is new is told by the
articles that were there at the last look, not by a moment: an article may come to match once it is analysed.
"""

from __future__ import annotations

from reader.errors import QueryError, UsageError
from reader.models.journal import Change, ChangeKind
from reader.models.keeping import Watch
from reader.store import journal
from reader.store.database import Database
from reader.store.filters import condition

LONGEST_NAME = 60
"""Letters of a watch's name: what a shelf can show."""


def keep_watch(database: Database, name: str, query: str) -> tuple[Change, ...]:
    """Keep a query under a name; what matches it now is not new.

    Raises:
        UsageError: there is no name, or no query.
        QueryError: the query makes no sense.
    """
    name, query = " ".join(name.split())[:LONGEST_NAME].strip(), query.strip()
    if not name:
        raise UsageError("A watch needs a name.")
    if not query:
        raise UsageError("A watch needs a filter: everything is on the shelf already.")
    with database.transaction():
        condition(database, query)
        changes = journal.give(database, [(ChangeKind.WATCHED, name, query)])
        look(database, Watch(name, query))
        return changes


def drop_watch(database: Database, name: str) -> tuple[Change, ...]:
    """Watch no longer."""
    return journal.give(database, [(ChangeKind.WATCHED, name, "")])


def watches(database: Database) -> tuple[Watch, ...]:
    """Every watch with its numbers, by name."""
    kept = sorted(journal.values_of(database, ChangeKind.WATCHED), key=lambda each: each[0].casefold())
    return tuple(_counted(database, name, query) for name, query in kept)


def _counted(database: Database, name: str, query: str) -> Watch:
    try:
        where, values = condition(database, query)
    except QueryError:  # another version of Reader has kept it, and a folder has brought it here
        return Watch(name, query)
    row = database.row(
        f"""
        SELECT count(*), sum(is_read = 0), sum(id NOT IN (SELECT article_id FROM watch_seen WHERE name = ?))
        FROM article WHERE {where}
        """,
        (name, *values),
    )
    return Watch(name, query, *(number or 0 for number in row)) if row else Watch(name, query)


def new_articles(database: Database, watch: Watch) -> tuple[int, ...]:
    """The ids of the articles that have come to match since the last look, newest first."""
    where, values = condition(database, watch.query)
    rows = database.rows(
        f"""
        SELECT id FROM article WHERE ({where}) AND id NOT IN (SELECT article_id FROM watch_seen WHERE name = ?)
        ORDER BY sort_at DESC, id DESC
        """,
        (*values, watch.name),
    )
    return tuple(row[0] for row in rows)


def look(database: Database, watch: Watch) -> None:
    """Note that the person has looked: what matches now is new no longer."""
    where, values = condition(database, watch.query)
    database.run(f"INSERT OR IGNORE INTO watch_seen SELECT ?, id FROM article WHERE {where}", (watch.name, *values))
