"""All that a library holds, table by table, but the moments at which it was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

MOMENTS = frozenset({"added_at", "made_at", "asked_at", "replaced_at", "at", "checked_at", "fetched_at"})
"""Columns that hold when something was written."""

SHADOWS = ("_data", "_idx", "_docsize", "_config", "_content")
"""Endings of the tables in which SQLite keeps its full-text indexes; how these are cut into pages says nothing."""


def contents(library: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table, in the order of their first columns."""
    with closing(sqlite3.connect(f"file:{library}?mode=ro", uri=True)) as database:
        return {table: sorted(_rows(database, table), key=repr) for table in _tables(database)}


def _tables(database: sqlite3.Connection) -> list[str]:
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%USING fts5%'")
    return [name for (name,) in rows if not name.endswith(SHADOWS)]


def _rows(database: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] not in MOMENTS]
    yield from database.execute(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608 (our own tables)
