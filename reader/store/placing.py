"""The places of articles and events in lists that are ordered by time."""

from __future__ import annotations

from reader.store.database import Database
from reader.store.news import NewsKind, tell


def move(database: Database, article_id: int, sort_at: str) -> None:
    """Put an article to another place in time, wherever it is listed; inside a transaction."""
    row = database.row("SELECT sort_at, event_id FROM article WHERE id = ?", (article_id,))
    if row is None or row[0] == sort_at:
        return
    database.run("UPDATE article SET sort_at = ? WHERE id = ?", (sort_at, article_id))
    for table in ("mention", "described", "quoted"):
        database.run(f"UPDATE {table} SET sort_at = ? WHERE article_id = ?", (sort_at, article_id))
    place_event(database, row[1])


def place_event(database: Database, event_id: int) -> None:
    """Put an event where its newest article is, if it is elsewhere; inside a transaction."""
    row = database.row(
        "SELECT sort_at, (SELECT max(sort_at) FROM article WHERE event_id = event.id) FROM event WHERE id = ?",
        (event_id,),
    )
    if row is not None and row[0] != row[1]:
        database.run("UPDATE event SET sort_at = ? WHERE id = ?", (row[1], event_id))
        tell(database, NewsKind.EVENT, (event_id,))
