"""A connection to a library file. The border at which SQLite's errors become ``LibraryError``."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.errors import GivenUpError, LibraryError, RecordError

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


FAILURES = (sqlite3.Error, UnicodeDecodeError, MemoryError)
"""What SQLite's driver raises: a text or message from a damaged file need not be UTF-8, and may ask for memory."""


def failure(path: Path, error: BaseException) -> LibraryError:
    """What an error of SQLite means, in a sentence fit to be shown."""
    if isinstance(error, UnicodeDecodeError) or "Could not decode" in str(error):
        return LibraryError(f"The library {path} is damaged: a text in it is not UTF-8.")
    if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
        return GivenUpError("The question was given up.")
    if isinstance(error, MemoryError):
        return LibraryError(f"The library {path} is damaged, or there is too little memory to read it.")
    name = getattr(error, "sqlite_errorname", "") or ""
    primary = "_".join(name.split("_")[:2])
    meaning = _MEANINGS.get(primary, f"cannot be used: {error}")
    kind = RecordError if primary in _OF_ONE_RECORD else LibraryError
    return kind(f"The library {path} {meaning}.")


def identity_of(path: Path) -> tuple[int, int] | None:
    """Device and number of the file of this name; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def storable(text: str) -> str:
    """The text as a library can hold it: a path that is not valid text has its odd bytes written out as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


Deferred = Callable[["Database", Iterable[int]], None]
"""Work on some ids that is done at the end of a transaction."""


_LARGEST = 2**63 - 1
"""The largest integer that SQLite stores, and so the largest id there can be."""


def storable_value(value: Value) -> Value:
    """The value as a library can hold it; an integer beyond all ids as a number that equals none of them."""
    if isinstance(value, str):
        return storable(value)
    return float("inf") if isinstance(value, int) and abs(value) > _LARGEST else value


WATCHED_STEPS = 20_000
"""Steps of SQLite's machine between two looks whether an answer is still wanted: about a millisecond."""


class Database:
    """One connection, for one thread at a time. Rows come as ``sqlite3.Row``, which unpack like tuples."""

    __slots__ = ("_connection", "_deferred", "_depth", "_is_wanted", "_last", "found", "identity", "path", "window")

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._depth = 0
        self._deferred: dict[Deferred, set[int]] = {}
        self._last: list[tuple[str, Sequence[Value]]] = []
        self._is_wanted: Callable[[], bool] | None = None
        self.path = path
        self.identity = identity_of(path)
        """Which file it is, whatever takes its name later."""
        self.window = os.urandom(8).hex()
        """Whose doings these are, among several windows on one library."""
        self.found = 0
        """The newest line of the journal when it was opened."""

    @contextmanager
    def while_wanted(self, is_wanted: Callable[[], bool]) -> Iterator[None]:
        """Give up what is read inside as soon as it is not wanted any more, in the middle of a query too.

        Raises:
            GivenUpError: it was given up.
        """
        self._is_wanted = is_wanted
        self._connection.set_progress_handler(lambda: not is_wanted(), WATCHED_STEPS)
        try:
            yield
        finally:
            self._is_wanted = None
            self._connection.set_progress_handler(None, 0)

    def _execute(self, sql: str, values: Sequence[Value]) -> sqlite3.Cursor:
        if self._is_wanted is not None and not self._is_wanted():
            raise GivenUpError("The question was given up.")
        try:
            return self._connection.execute(sql, values)
        except (UnicodeEncodeError, OverflowError):
            return self._connection.execute(sql, [storable_value(value) for value in values])

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """Every row of a query."""
        try:
            return self._execute(sql, values).fetchall()
        except FAILURES as error:
            raise failure(self.path, error) from error

    def each(self, sql: str, values: Sequence[Value] = ()) -> Iterator[sqlite3.Row]:
        """The rows of a query one by one, as far as they are asked for: the rest is not looked for."""
        try:
            # Not "yield from": what is given up would close its cursor, when the library may be closed already.
            for row in self._execute(sql, values):  # noqa: UP028
                yield row
        except FAILURES as error:
            raise failure(self.path, error) from error

    def row(self, sql: str, values: Sequence[Value] = ()) -> sqlite3.Row | None:
        """The first row of a query, if there is one."""
        try:
            found: sqlite3.Row | None = self._execute(sql, values).fetchone()
        except FAILURES as error:
            raise failure(self.path, error) from error
        return found

    def number(self, sql: str, values: Sequence[Value] = ()) -> int:
        """The one number that a query gives; 0 for none."""
        row = self.row(sql, values)
        try:
            return int(row[0] or 0) if row else 0
        except (TypeError, ValueError, OverflowError) as error:
            raise LibraryError(f"The library {self.path} is damaged: a number in it is none.") from error

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run a statement that changes something; the id of the last inserted row comes back."""
        try:
            return self._execute(sql, values).lastrowid or 0
        except FAILURES as error:
            raise failure(self.path, error) from error

    def run_many(self, sql: str, values: Iterable[Sequence[Value]]) -> None:
        """Run a statement once for each sequence of values."""
        try:
            self._connection.executemany(sql, values)
        except FAILURES as error:
            raise failure(self.path, error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written at once, and is on the disk at the end, or not at all. May be nested."""
        if self._depth == 0:
            self.run("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            if self._depth == 1:
                self.check_place()
            yield
            if self._depth == 1:
                self._do_deferred()
                self.run("COMMIT")
        except BaseException:
            if self._depth == 1:
                self._deferred.clear()
                self._last.clear()
                self._roll_back()
            raise
        finally:
            self._depth -= 1

    def check_place(self) -> None:
        """Make sure that the file is where it was opened.

        Raises:
            LibraryError: it was deleted, or another one has its name: what is written would be lost.
        """
        if identity_of(self.path) != self.identity:
            raise LibraryError(
                f"The library {self.path} has been replaced or deleted while it was open;"
                " nothing more is written to it. Start Reader again to go on."
            )

    def defer(self, work: Deferred, ids: Iterable[int]) -> None:
        """Have this done with these ids, each once, at the end of the transaction: what depends on all of it."""
        self._deferred.setdefault(work, set()).update(ids)

    def run_last(self, sql: str, values: Sequence[Value]) -> None:
        """Run a statement at the end of the transaction, after all others, in the order in which they were given.

        What the full-text index is given is sorted in memory until something else is written: one article after the
        other, that took a third of storing them.
        """
        self._last.append((sql, values))

    def _do_deferred(self) -> None:
        while self._deferred:
            work = next(iter(self._deferred))
            work(self, self._deferred.pop(work))
        last, self._last = self._last, []
        for sql, values in last:
            self.run(sql, values)

    def _roll_back(self) -> None:
        # SQLite has rolled back by itself after some errors (a full disk); then there is nothing left to take back.
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except FAILURES as error:
                raise failure(self.path, error) from error

    def copy_to(self, other: sqlite3.Connection) -> None:
        """Make another database a copy of this one, page by page, whatever is in them."""
        self._connection.backup(other)

    def copy_from(self, other: sqlite3.Connection) -> None:
        """Become a copy of another database."""
        other.backup(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        try:
            self._connection.close()
        except FAILURES as error:
            raise failure(self.path, error) from error
