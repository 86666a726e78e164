"""The first entries of a library, read in a few milliseconds and with nothing loaded but SQLite.

What it gives is painted while the program is still being loaded; so it is silent about every fault, which is told by
whoever opens the library properly.
"""

from __future__ import annotations

import sqlite3
from urllib.parse import quote

from reader.store.application import APPLICATION_ID

Row = tuple[str, str, int, int, int, str]
"""Title, day, number of its unread articles, sure and likely differences, and the outlets parted by tabs."""

_TYPES = (str, str, int, int, int, str)

_EVENTS = """
SELECT title, coalesce(day, sort_at), id, conflicts, doubts FROM event ORDER BY sort_at DESC, id DESC LIMIT ?
"""
_ARTICLES = "SELECT outlet, is_read FROM article WHERE event_id = ? ORDER BY sort_at DESC, id DESC LIMIT 12"


def first_rows(path: str, limit: int) -> list[Row]:
    """The newest events; nothing if the file is no library, has other tables, or cannot be read at once."""
    try:
        connection = sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True, timeout=0)
        try:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return []
            rows: list[Row] = [
                (title, day, sum(not read for _, read in articles), sure, likely, "\t".join(_outlets(articles)))
                for title, day, event, sure, likely in connection.execute(_EVENTS, (limit,)).fetchall()
                for articles in (connection.execute(_ARTICLES, (event,)).fetchall(),)
            ]
            return rows if all(tuple(map(type, row)) == _TYPES for row in rows) else []
        finally:
            connection.close()
    except (sqlite3.Error, OSError, UnicodeError, TypeError):
        return []


def _outlets(articles: list[tuple[str | None, int]]) -> list[str]:
    return list(dict.fromkeys(outlet for outlet, _ in articles if outlet))
