"""Bringing a library of an earlier version up to this one, step by step, in one transaction.

A step is SQL alone: it must do the same years later, so it cannot rely on records and codecs that change. What only the
analysis knows is asked of the worker again.
"""

from __future__ import annotations

from typing import Final

from reader.errors import LibraryError
from reader.store.containers import DDL as CONTAINERS
from reader.store.database import Database
from reader.store.faults_schema import DDL as FAULTS
from reader.store.keeping_schema import DDL as KEEPING
from reader.store.naming_schema import DDL as NAMING
from reader.store.references import mend_references
from reader.store.schema import VERSION
from reader.store.source_schema import DDL as SOURCES
from reader.store.sync_schema import DDL as SYNC

_TO_2 = (
    # Likely differences are counted beside the sure ones. Which they are stands in the packed comparisons alone, so
    # that events are compared once more; until then their comparisons stay readable and their sure ones counted.
    "ALTER TABLE event ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TABLE difference (
        event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        is_sure INTEGER NOT NULL,
        PRIMARY KEY (event_id, key)
    ) WITHOUT ROWID
    """,
    "INSERT INTO difference(event_id, key, is_sure) SELECT event_id, key, 1 FROM sure_difference",
    "CREATE INDEX difference_by_key ON difference(key)",
    "DROP TABLE sure_difference",
    "UPDATE event SET is_compared = 0 WHERE id IN (SELECT event_id FROM comparison)",
    # The inputs that were not read are kept by origin: the last outcome of each one says what became of it.
    """
    CREATE TABLE left_out (
        origin TEXT PRIMARY KEY,
        status TEXT NOT NULL,
        reason TEXT,
        job_id INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    """
    INSERT INTO left_out(origin, status, reason, job_id)
    SELECT origin, status, reason, job_id FROM outcome
    WHERE number IN (SELECT max(number) FROM outcome GROUP BY origin) AND status IN ('failed', 'skipped')
    """,
)

_GROUPING_TO_3 = (
    # How likely two articles are on one event hangs on other things than before. Events stay as they are until the
    # worker knows all of these things of every article.
    "DROP TRIGGER terms_added",
    "DROP TRIGGER terms_removed",
    "DELETE FROM tally WHERE name = 'grouped'",
    "DELETE FROM term_vector",
    "DELETE FROM key_term",
    "DELETE FROM edge",
    "ALTER TABLE term_vector ADD COLUMN outlet TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE term_vector ADD COLUMN days TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE term_vector ADD COLUMN words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE edge ADD COLUMN score REAL NOT NULL DEFAULT 0",
    "DROP INDEX edge_by_second",
    "CREATE INDEX edge_by_second ON edge(second_id, first_id)",
    "DROP TABLE term_statistics",
    "CREATE TABLE ubiquity (id INTEGER PRIMARY KEY CHECK (id = 1), articles INTEGER NOT NULL, terms BLOB NOT NULL)",
)

_TO_3 = (
    # Authors and languages stand in the packed details alone, until the worker has read them again.
    "ALTER TABLE article ADD COLUMN authors TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN language TEXT",
    *NAMING,
    "ALTER TABLE entity ADD COLUMN found_name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE spelling ADD COLUMN count INTEGER NOT NULL DEFAULT 1",
    *FAULTS,
    *CONTAINERS,
    *SOURCES,
    *SYNC,
    *KEEPING,
    "CREATE INDEX change_by_target ON change(target, kind)",
    *_GROUPING_TO_3,
    # Letters like "ł" and "ß" are indexed as they are typed elsewhere; what was indexed before says so, until
    # the worker has read it again.
    "ALTER TABLE article ADD COLUMN fulltext_version INTEGER NOT NULL DEFAULT 1",
    "UPDATE article SET fulltext_version = 0",
    "ALTER TABLE article ADD COLUMN is_changed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE article ADD COLUMN came_after INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE change ADD COLUMN window TEXT NOT NULL DEFAULT ''",
)

STEPS: Final[dict[int, tuple[str, ...]]] = {1: _TO_2, 2: _TO_3}
"""The statements that bring a library of a version to the next one."""


def upgrade(database: Database) -> None:
    """Bring the tables up to date: all steps are on the disk at the end, or none. Another process may do the same."""
    with database.transaction():
        for version in range(database.number("PRAGMA user_version"), VERSION):
            for statement in STEPS[version]:
                database.run(statement)
            _check_references(database)
        database.run(f"PRAGMA user_version = {VERSION}")


def _check_references(database: Database) -> None:
    """Mend what a step, or whatever came before it, has left referring to nothing; if that fails, all stays as it was.

    Raises:
        LibraryError: it could not be mended.
    """
    if database.row("PRAGMA foreign_key_check") is None:
        return
    for _ in mend_references(database):
        pass
    if row := database.row("PRAGMA foreign_key_check"):
        raise LibraryError(
            f"The library {database.path} cannot be brought up to date: a row of {row[0]} refers to a missing {row[2]}."
        )
