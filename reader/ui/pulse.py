"""What keeps an idle app idle: looking whether there is something to do costs microseconds, and asks nobody.

Textual's timers send a message through a widget's queue at every beat, and a question to the library wakes a thread:
together a hundredth of a processor. A look at the library's file takes four microseconds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from reader.ui.reads import LibraryThread

SURE_SECONDS = 15.0
"""Until the library is asked in any case: two changes in one tick of the file system's clock look like one."""


LIVELY_SECONDS = 3.0
CALM_SECONDS = 1.0
"""Between two looks after ``LIVELY_SECONDS`` without anything: every waking of a process costs 0.15 ms."""


class Pulse:
    """Tells whether the library's file has been written to since it was asked last."""

    def __init__(self, shelf: LibraryThread) -> None:
        self._shelf = shelf
        self._seen: tuple[int, int] | None = None
        self._until = 0.0

    def changed(self) -> bool:
        """Whether there may be news."""
        stamp, now = self._shelf.stamp(), monotonic()
        if stamp == self._seen and stamp is not None and now < self._until:
            return False
        self._seen, self._until = stamp, now + SURE_SECONDS
        return True


class Beat:
    """Acts whenever it is due, looking again and again; less often when it has not been due for a while."""

    def __init__(self, seconds: float, is_due: Callable[[], bool], act: Callable[[], object]) -> None:
        """Begins to look, on the running event loop.

        Args:
            seconds: between two looks while there is something to do, and for ``LIVELY_SECONDS`` after it.
            is_due: looks, in microseconds.
            act: what is to be done then; it must not block.
        """
        self._seconds = seconds
        self._is_due = is_due
        self._act = act
        self._loop = asyncio.get_running_loop()
        self._lively_until = monotonic() + LIVELY_SECONDS
        self._next = self._loop.call_later(seconds, self._look)

    def stop(self) -> None:
        """Look no more."""
        self._next.cancel()

    def _look(self) -> None:
        if self._is_due():
            self._lively_until = monotonic() + LIVELY_SECONDS
            self._act()
        calm = monotonic() > self._lively_until
        self._next = self._loop.call_later(max(CALM_SECONDS, self._seconds) if calm else self._seconds, self._look)
