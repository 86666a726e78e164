"""A connection to a library file. The border at which SQLite's errors become ``LibraryError``."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.errors import LibraryError, RecordError

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


_OF_ONE_RECORD = frozenset({"SQLITE_CONSTRAINT", "SQLITE_TOOBIG", "SQLITE_MISMATCH"})
"""Errors that say something of what was to be written, and nothing of the library."""


def failure(path: Path, error: sqlite3.Error) -> LibraryError:
    """What an error of SQLite means, in a sentence fit to be shown."""
    name = getattr(error, "sqlite_errorname", "") or ""
    primary = "_".join(name.split("_")[:2])
    meaning = _MEANINGS.get(primary, f"cannot be used: {error}")
    kind = RecordError if primary in _OF_ONE_RECORD else LibraryError
    return kind(f"The library {path} {meaning}.")


def storable(text: str) -> str:
    """The text as a library can hold it: a path that is not valid text has its odd bytes written out as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


Deferred = Callable[["Database", Iterable[int]], None]
"""Work on some ids that is done at the end of a transaction."""


class Database:
    """One connection, for one thread at a time. Rows come as ``sqlite3.Row``, which unpack like tuples."""

    __slots__ = ("_connection", "_deferred", "_depth", "path")

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._depth = 0
        self._deferred: dict[Deferred, set[int]] = {}
        self.path = path

    def _execute(self, sql: str, values: Sequence[Value]) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, values)
        except UnicodeEncodeError:
            plain = [storable(value) if isinstance(value, str) else value for value in values]
            return self._connection.execute(sql, plain)

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """Every row of a query."""
        try:
            return self._execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise failure(self.path, error) from error

    def row(self, sql: str, values: Sequence[Value] = ()) -> sqlite3.Row | None:
        """The first row of a query, if there is one."""
        try:
            found: sqlite3.Row | None = self._execute(sql, values).fetchone()
        except sqlite3.Error as error:
            raise failure(self.path, error) from error
        return found

    def number(self, sql: str, values: Sequence[Value] = ()) -> int:
        """The one number that a query gives; 0 for none."""
        row = self.row(sql, values)
        return int(row[0] or 0) if row else 0

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run a statement that changes something; the id of the last inserted row comes back."""
        try:
            return self._execute(sql, values).lastrowid or 0
        except sqlite3.Error as error:
            raise failure(self.path, error) from error

    def run_many(self, sql: str, values: Iterable[Sequence[Value]]) -> None:
        """Run a statement once for each sequence of values."""
        try:
            self._connection.executemany(sql, values)
        except sqlite3.Error as error:
            raise failure(self.path, error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written at once, and is on the disk at the end, or not at all. May be nested."""
        if self._depth == 0:
            self.run("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                self._do_deferred()
                self.run("COMMIT")
        except BaseException:
            if self._depth == 1:
                self._deferred.clear()
                self._roll_back()
            raise
        finally:
            self._depth -= 1

    def defer(self, work: Deferred, ids: Iterable[int]) -> None:
        """Have this done with these ids, each once, at the end of the transaction: what depends on all of it."""
        self._deferred.setdefault(work, set()).update(ids)

    def _do_deferred(self) -> None:
        while self._deferred:
            work = next(iter(self._deferred))
            work(self, self._deferred.pop(work))

    def _roll_back(self) -> None:
        # SQLite has rolled back by itself after some errors (a full disk); then there is nothing left to take back.
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except sqlite3.Error as error:
                raise failure(self.path, error) from error

    def close(self) -> None:
        """Let go of the file."""
        try:
            self._connection.close()
        except sqlite3.Error as error:
            raise failure(self.path, error) from error
