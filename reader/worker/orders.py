"""What the client tells the worker on its standard input: which articles are wanted first, and, by its end, to stop."""

from __future__ import annotations

import threading
from typing import TextIO


class Orders:
    """The client's orders, read by a thread of their own so that no order waits for the work."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._stop = threading.Event()
        self._wake = threading.Event()
        self._wanted: tuple[int, ...] = ()
        threading.Thread(target=self._read, name="orders", daemon=True).start()

    @property
    def stopped(self) -> bool:
        """Whether the client has gone or wants the worker to end."""
        return self._stop.is_set()

    @property
    def wanted(self) -> tuple[int, ...]:
        """Ids of the articles on the client's screen, to be analysed first."""
        return self._wanted

    def wait(self, seconds: float) -> None:
        """Sleep until there is an order, at most so long."""
        self._wake.wait(seconds)
        self._wake.clear()

    def _read(self) -> None:
        for line in self._stream:
            self._wanted = tuple(int(word) for word in line.split() if word.isdecimal())
            self._wake.set()
        self._stop.set()
        self._wake.set()
