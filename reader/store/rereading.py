"""Which version of the cleaning has read what is stored: a newer one reads the stored bytes again."""

from __future__ import annotations

from reader.store.database import Database

_NAME = "ingest_version"


def version(database: Database) -> int:
    """The version by which everything stored was read; 0 if none has been noted."""
    return database.number("SELECT coalesce(max(value), 0) FROM setting WHERE name = ?", (_NAME,))


def set_version(database: Database, running: int) -> None:
    """Note that everything stored has been read by this version."""
    with database.transaction():
        database.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", (_NAME, str(running)))


def article_ids(database: Database, after: int, limit: int) -> tuple[int, ...]:
    """A page of article ids, ascending, after the one given."""
    rows = database.rows("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?", (after, limit))
    return tuple(row[0] for row in rows)
