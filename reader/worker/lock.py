"""One worker per library: a lock file beside it, held while the process lives, released by the system if it dies.

A worker that holds it but is stopped by a signal, and whose own front end has not replaced it, would keep everybody
from the library. It is killed, which loses nothing: what is not on the disk yet is done again.
"""

from __future__ import annotations

import fcntl
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import TextIO

from reader.errors import LibraryError

RETRY_SECONDS = 0.1
"""How often a waiting worker looks whether the library has become free; a person does not notice less."""

STOPPED_SECONDS = 10.0
"""How long the holder may be stopped: longer than its own front end waits before it replaces it."""


@contextmanager
def only_worker(library: Path, wait: Callable[[float], None], stopped: Callable[[], bool]) -> Iterator[bool]:
    """Wait until no other process works on the library; gives False if told to stop before that.

    Raises:
        LibraryError: the lock file cannot be written.
    """
    path = library.with_name(library.name + "-worker")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="ascii")
    except OSError as error:
        raise LibraryError(f"The library {library} cannot be written: {error.strerror}.") from error
    with file:
        working_at = monotonic()
        while not stopped():
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                wait(RETRY_SECONDS)
                holder = _stopped_holder(file)
                if holder is None:
                    working_at = monotonic()
                elif monotonic() - working_at > STOPPED_SECONDS:
                    with suppress(OSError):
                        os.kill(holder, signal.SIGKILL)
            else:
                file.truncate(0)
                file.write(str(os.getpid()))
                file.flush()
                yield True
                return
        yield False


def _stopped_holder(file: TextIO) -> int | None:
    """The process that holds the lock, if it is stopped; None where the system does not tell."""
    file.seek(0)
    number = file.read()
    try:
        state = Path(f"/proc/{int(number)}/stat").read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return None
    return int(number) if state.rpartition(")")[2].split()[0] in {"T", "t"} else None
