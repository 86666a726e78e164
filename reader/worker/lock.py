"""One worker per library: a lock file beside it, held while the process lives, released by the system if it dies."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import LibraryError

RETRY_SECONDS = 0.1
"""How often a waiting worker looks whether the library has become free; a person does not notice less."""


@contextmanager
def only_worker(library: Path, wait: Callable[[float], None], stopped: Callable[[], bool]) -> Iterator[bool]:
    """Wait until no other process works on the library; gives False if told to stop before that.

    Raises:
        LibraryError: the lock file cannot be written.
    """
    path = library.with_name(library.name + "-worker")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
    except OSError as error:
        raise LibraryError(f"The library {library} cannot be written: {error.strerror}.") from error
    with file:
        while not stopped():
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                wait(RETRY_SECONDS)
            else:
                yield True
                return
        yield False
