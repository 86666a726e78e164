"""What can be read of a library with damaged pages, put into tables made anew."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from reader.errors import LibraryError
from reader.store.database import FAILURES, Database, Value, failure
from reader.store.opening import PAGE_SIZE
from reader.store.schema import APPLICATION_ID, DDL, VERSION

_INDEXES = ("fulltext", "alias_trigram")
"""Tables that are made again from others, and those beside them."""

_FURTHEST = 2**48
"""Beyond it no row is looked for: no table has so many."""


def salvage(database: Database) -> tuple[Path, list[str]]:
    """Replace a library by what can be read of it; where the damaged one is kept, and the tables that lost rows.

    Raises:
        LibraryError: it is in use elsewhere, or there is no room for a copy.
    """
    _be_alone(database)
    kept = _free_name(database.path)
    try:
        with closing(sqlite3.connect(kept)) as copy:
            database.copy_to(copy)
        with closing(sqlite3.connect("", isolation_level=None)) as made:  # on the disk, and gone afterwards
            lost = _fill(database, made)
            database.copy_from(made)
    except FAILURES as error:
        raise failure(database.path, error) from error
    database.run("PRAGMA locking_mode = NORMAL")
    database.run("PRAGMA journal_mode = WAL")
    return kept, lost


def _be_alone(database: Database) -> None:
    """Make sure that nobody else has the library open, and that nobody opens it."""
    database.run("PRAGMA busy_timeout = 1000")
    database.run("PRAGMA locking_mode = EXCLUSIVE")
    try:
        row = database.row("PRAGMA journal_mode = DELETE")
    except LibraryError:
        row = None
    if row is None or row[0] != "delete":
        raise LibraryError(f"The library {database.path} is damaged, and in use; end every Reader and repair it then.")


def _free_name(path: Path) -> Path:
    """An empty file beside the library, for this person only."""
    for number in count(1):
        kept = path.with_name(f"{path.name}.damaged-{number}")
        try:
            os.close(os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        except OSError as error:
            raise LibraryError(f"The library {path} cannot be copied: {error.strerror}.") from error
        return kept
    raise AssertionError


def _fill(database: Database, made: sqlite3.Connection) -> list[str]:
    """Make the tables and put all rows into them that can be read; the names of the tables that lost some."""
    made.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    made.execute("BEGIN")
    for statement in DDL:
        made.execute(statement)
    tables = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    lost = [
        table
        for table, sql in made.execute(tables).fetchall()
        if not table.startswith(_INDEXES) and not _copy(database, made, table, has_rowid="WITHOUT ROWID" not in sql)
    ]
    for name, last in _Rows(database, "sqlite_sequence", "name, seq", has_rowid=True):
        made.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        made.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (name, last))
    made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    made.execute(f"PRAGMA user_version = {VERSION}")
    made.execute("COMMIT")
    return lost


def _copy(database: Database, made: sqlite3.Connection, table: str, *, has_rowid: bool) -> bool:
    """Copy a table as far as it can be read; whether that was all of it."""
    had = {row[1] for row in database.rows(f"PRAGMA table_info({table})")}
    columns = [row[1] for row in made.execute(f"PRAGMA table_info({table})") if row[1] in had]
    insertion = f"INSERT OR REPLACE INTO {table}({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    rows = _Rows(database, table, ", ".join(columns), has_rowid=has_rowid)
    for row in rows:
        try:
            made.execute(insertion, row)
        except sqlite3.IntegrityError:
            rows.is_whole = False
    return rows.is_whole


class _Rows:
    """The rows of a table, as far as they can be read: around every damaged page, from both sides."""

    def __init__(self, database: Database, table: str, columns: str, *, has_rowid: bool) -> None:
        self._database = database
        self._table = table
        self._columns = columns
        self._has_rowid = has_rowid
        self._at = -1
        self.is_whole = True

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        if self._has_rowid:
            yield from self._around()
        elif not (yield from self._read("")):
            info = self._database.rows(f"PRAGMA table_info({self._table})")
            yield from self._read(f"ORDER BY {', '.join(f'{row[1]} DESC' for row in info if row[5])}")

    def _around(self) -> Iterator[tuple[Value, ...]]:
        last, step = -1, 1
        while last < _FURTHEST:
            before, self._at = last, last
            if (yield from self._read(f"WHERE rowid > {last} ORDER BY rowid")):
                return
            step = 1 if self._at > before else 2 * step
            before, last = self._at, self._at + step
            # What is jumped over is read from the other side.
            yield from self._read(f"WHERE rowid > {before} AND rowid <= {last} ORDER BY rowid DESC")

    def _read(self, which: str) -> Generator[tuple[Value, ...], None, bool]:
        """Give rows until one cannot be read; whether none was met."""
        number = "rowid" if self._has_rowid else "0"
        try:
            for row in self._database.each(f"SELECT {number}, {self._columns} FROM {self._table} {which}"):
                self._at = row[0]
                yield tuple(row)[1:]
        except LibraryError:
            self.is_whole = False
            return False
        return True
