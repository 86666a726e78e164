"""A connection to a library file. The border at which SQLite's errors become ``LibraryError``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from reader.errors import LibraryError
from reader.store.schema import APPLICATION_ID, DDL, VERSION

BUSY_SECONDS = 20.0
"""How long a writer waits for another one. The longest transaction (a re-grouping) takes well under a second; the
rest is for slow disks."""

PAGE_SIZE = 8192
"""Bytes of a page. A compressed article of 600 words takes 2 kB, of which only one fits into SQLite's 4 kB pages:
measured on 1,500 articles, the file is 1.79 times the text with 4 kB, 1.51 with 8 kB and 1.55 with 16 kB."""

Value = str | bytes | int | float | None
"""What SQLite stores."""

_MEANINGS: dict[str, str] = {
    "SQLITE_NOTADB": "is not a Reader library (not a database)",
    "SQLITE_CORRUPT": "is damaged",
    "SQLITE_FULL": "cannot be written: the disk is full, or the file may not grow",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error or is full",
    "SQLITE_READONLY": "cannot be written: the file or its folder is read-only",
    "SQLITE_CANTOPEN": "cannot be opened: the folder is missing, read-only or not permitted",
    "SQLITE_PERM": "cannot be opened: not permitted",
    "SQLITE_BUSY": "is busy: another process has been writing to it for too long",
    "SQLITE_LOCKED": "is busy: another process has been writing to it for too long",
    "SQLITE_TOOBIG": "cannot store a text of this size",
    "SQLITE_NOMEM": "cannot be read: out of memory",
}


def _sentence(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    primary = "_".join(name.split("_")[:2])
    meaning = _MEANINGS.get(primary, f"cannot be used: {error}")
    return f"The library {path} {meaning}."


class Database:
    """One connection, for one thread at a time. Rows come as ``sqlite3.Row``, which unpack like tuples."""

    __slots__ = ("_connection", "_depth", "path")

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._depth = 0
        self.path = path

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """Every row of a query."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise LibraryError(_sentence(self.path, error)) from error

    def row(self, sql: str, values: Sequence[Value] = ()) -> sqlite3.Row | None:
        """The first row of a query, if there is one."""
        try:
            found: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
        except sqlite3.Error as error:
            raise LibraryError(_sentence(self.path, error)) from error
        return found

    def number(self, sql: str, values: Sequence[Value] = ()) -> int:
        """The one number that a query gives; 0 for none."""
        row = self.row(sql, values)
        return int(row[0] or 0) if row else 0

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run a statement that changes something; the id of the last inserted row comes back."""
        try:
            return self._connection.execute(sql, values).lastrowid or 0
        except sqlite3.Error as error:
            raise LibraryError(_sentence(self.path, error)) from error

    def run_many(self, sql: str, values: Iterable[Sequence[Value]]) -> None:
        """Run a statement once for each sequence of values."""
        try:
            self._connection.executemany(sql, values)
        except sqlite3.Error as error:
            raise LibraryError(_sentence(self.path, error)) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written at once, and is on the disk at the end, or not at all. May be nested."""
        if self._depth == 0:
            self.run("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
        except BaseException:
            self._depth -= 1
            if self._depth == 0:
                self._roll_back()
            raise
        self._depth -= 1
        if self._depth == 0:
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                self._roll_back()
                raise LibraryError(_sentence(self.path, error)) from error

    def _roll_back(self) -> None:
        # SQLite has rolled back by itself after some errors (a full disk); then there is nothing left to take back.
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except sqlite3.Error as error:
                raise LibraryError(_sentence(self.path, error)) from error

    def close(self) -> None:
        """Let go of the file."""
        try:
            self._connection.close()
        except sqlite3.Error as error:
            raise LibraryError(_sentence(self.path, error)) from error


def connect(path: Path) -> Database:
    """A connection to the library at ``path``, which is made if there is no file or an empty one.

    Raises:
        LibraryError: it is not a library, of a newer version, damaged, or cannot be opened or made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"The folder {path.parent} for the library cannot be made: {error.strerror}.") from error
    _refuse_half_a_library(path)
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise LibraryError(_sentence(path, error)) from error
    database = Database(connection, path)
    connection.row_factory = sqlite3.Row
    try:
        _prepare(database)
    except BaseException:
        connection.close()
        raise
    return database


def _refuse_half_a_library(path: Path) -> None:
    """An empty file beside a log with content is a library that has lost its pages: SQLite would delete the log."""
    try:
        log = path.with_name(path.name + "-wal")
        if path.exists() and path.stat().st_size == 0 and log.exists() and log.stat().st_size > 0:
            raise LibraryError(f"The library {path} is damaged: the file is empty, but its log is not.")
    except OSError as error:
        raise LibraryError(f"The library {path} cannot be opened: {error.strerror}.") from error


def _prepare(database: Database) -> None:
    application = database.number("PRAGMA application_id")
    version = database.number("PRAGMA user_version")
    if application == 0 and version == 0:
        _create(database)
    elif application != APPLICATION_ID:
        raise LibraryError(f"{database.path} is a database, but not a Reader library.")
    elif version > VERSION:
        raise LibraryError(
            f"The library {database.path} was made by a newer Reader (version {version}, this one knows {VERSION})."
        )
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
        database.run(f"PRAGMA {pragma}")


def _create(database: Database) -> None:
    """Make the tables, in one transaction; another process may do the same at the same time."""
    if database.number("SELECT count(*) FROM sqlite_master") and not _is_library(database):
        raise LibraryError(f"{database.path} is a database, but not a Reader library.")
    database.run(f"PRAGMA page_size = {PAGE_SIZE}")
    _write_ahead(database)
    with database.transaction():
        if _is_library(database):
            return
        for statement in DDL:
            database.run(statement)
        database.run(f"PRAGMA application_id = {APPLICATION_ID}")
        database.run(f"PRAGMA user_version = {VERSION}")


def _is_library(database: Database) -> bool:
    return database.number("PRAGMA application_id") == APPLICATION_ID


def _write_ahead(database: Database) -> None:
    """Switch to write-ahead logging. SQLite does not wait for others here, so this does."""
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            database.run("PRAGMA journal_mode = WAL")
        except LibraryError as error:
            cause = error.__cause__
            busy = isinstance(cause, sqlite3.OperationalError) and cause.sqlite_errorcode == sqlite3.SQLITE_BUSY
            if not busy or monotonic() > until:
                raise
            sleep(0.02)
        else:
            return
