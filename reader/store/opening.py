"""Opening a library: making its tables if there is none yet, refusing what is no library or a damaged one."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from reader.errors import LibraryError
from reader.store.database import FAILURES, Database, failure
from reader.store.schema import APPLICATION_ID, DDL, VERSION
from reader.store.upgrading import upgrade

BUSY_SECONDS = 20.0
"""How long a writer waits for another one. The longest transaction (a re-grouping) takes well under a second; the
rest is for slow disks."""

_SMALLEST = 512
"""Bytes of the smallest page, and so of the smallest database, that SQLite knows."""

PAGE_SIZE = 8192
"""Bytes of a page. A compressed article of 600 words takes 2 kB, of which only one fits into SQLite's 4 kB pages:
measured on 1,500 articles, the file is 1.79 times the text with 4 kB, 1.51 with 8 kB and 1.55 with 16 kB."""


def connect(path: Path, *, make: bool = True) -> Database:
    """A connection to the library at ``path``; with ``make`` it is made if there is no file or an empty one.

    A library that can only be read (its file, its folder or the whole disk) is opened for reading.

    Raises:
        LibraryError: it is not a library, of a newer version, damaged, or cannot be opened, made or brought up to date.
    """
    if make:
        _make_place(path)
    elif not path.exists():
        raise LibraryError(f"The library {path} is not there any more.")
    _refuse_no_library(path)
    try:
        return _opened(path)
    except LibraryError as error:
        if not is_read_only(error):
            raise
        _refuse_unwritten_log(path)
        from urllib.parse import quote  # noqa: PLC0415 (8 ms that hardly any start needs)

        return _opened(path, f"file:{quote(os.fsencode(path.absolute()))}?mode=ro&immutable=1")


def is_read_only(error: LibraryError) -> bool:
    """Whether it says that nothing can be written, which reading does not need."""
    name = getattr(error.__cause__, "sqlite_errorname", "") or ""
    return name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN"))


def _opened(path: Path, uri: str | None = None) -> Database:
    try:
        connection = sqlite3.connect(
            uri or path, uri=uri is not None, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
    except FAILURES as error:
        raise failure(path, error) from error
    database = Database(connection, path)
    connection.row_factory = sqlite3.Row
    try:
        _prepare(database)
        database.found = database.number("SELECT max(id) FROM change")
    except BaseException:
        connection.close()
        raise
    return database


def _make_place(path: Path) -> None:
    """Make the folder and an empty file, for this person only: what one reads is nobody else's business."""
    try:
        make_private_folder(path.parent)
    except OSError as error:
        raise LibraryError(f"The folder {path.parent} for the library cannot be made: {error.strerror}.") from error
    # What is there is not opened here: to close it again would release the locks of this process (POSIX).
    try:
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise LibraryError(f"The library {path} cannot be made: {error.strerror}.") from error


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each for this person only."""
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        missing.mkdir(0o700, exist_ok=True)


def _refuse_unwritten_log(path: Path) -> None:
    """Refuse what cannot be read without writing: changes that are in the log, and not yet in the file."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise LibraryError(
            f"The library {path} cannot be read where it is: it was not closed, and may not be written. Copy it first."
        )


def _refuse_no_library(path: Path) -> None:
    """Refuse what SQLite would take for an empty database and write to: a file of one byte, a log without pages.

    Only by looking at sizes: to open and close the file here would release the locks of every other connection of this
    process (POSIX), and another process would then remove the log under them.
    """
    if path.is_dir():
        raise LibraryError(f"The library {path} cannot be opened: it is a folder.")
    try:
        size = path.stat().st_size if path.exists() else None
        log = path.with_name(path.name + "-wal")
        log_size = log.stat().st_size if log.exists() else 0
    except OSError as error:
        raise LibraryError(f"The library {path} cannot be opened: {error.strerror}.") from error
    if size is not None and 0 < size < _SMALLEST:
        raise LibraryError(f"The library {path} is not a Reader library (not a database), or only a part of one.")
    if size == 0 and log_size > 0:
        raise LibraryError(f"The library {path} is damaged: the file is empty, but its log is not.")


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
    elif version < VERSION:
        upgrade(database)
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
