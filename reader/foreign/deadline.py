"""A deadline for what is read in this process: text and Markdown, whose parsers are our own and need no other."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from reader.errors import InputError
from reader.foreign.limits import USUAL

AGAIN_SECONDS = 0.2
"""After which a deadline that has passed is told once more, should somebody on the way have caught it."""


@contextmanager
def deadline() -> Iterator[None]:
    """Inside, no more processor time is spent than on the parsing of a page; a decorator, too.

    Only the main thread, which does the worker's work, can be interrupted; elsewhere this does nothing.

    Raises:
        InputError: it takes longer; the end of a sentence about the input.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def late(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise InputError(USUAL.slow)

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, USUAL.cpu_seconds, AGAIN_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
