"""What keeps an idle app idle: looking whether there is something to do costs microseconds, and asks nobody.

Textual's timers send a message through a widget's queue at every beat, and a question to the library wakes a thread:
together a hundredth of a processor. A look at the library's file takes four microseconds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from reader.ui.reads import LibraryThread

SURE_SECONDS = 5.0
"""Until the library is asked in any case: two changes in one tick of the file system's clock look like one."""


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


async def beat(pause: Callable[[], float], is_due: Callable[[], bool], act: Callable[[], object]) -> None:
    """Act whenever it is due, and look again after a pause (in seconds), until cancelled."""
    while True:
        await asyncio.sleep(pause())
        if is_due():
            act()
