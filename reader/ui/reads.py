"""The library on a thread of its own, so that no read or write ever holds up the event loop.

One thread, because a connection of SQLite belongs to the thread that opened it; questions are answered in order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from reader.library import Library

Answer = TypeVar("Answer")


class LibraryThread:
    """Opens the library in a thread and asks it there."""

    def __init__(self, open_library: Callable[[], Library]) -> None:
        self._open = open_library
        self._library: Library | None = None
        self.trouble = ""
        """Why nobody works on the library: a sentence; "" while somebody does."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")

    async def ask(self, question: Callable[[Library], Answer]) -> Answer:
        """The answer to a question, which is asked of the library in its thread; errors come through as they are."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._answer, question)

    def stamp(self) -> tuple[int, int] | None:
        """As ``Library.stamp``; None before the library is open."""
        return None if self._library is None else self._library.stamp()

    def close(self) -> None:
        """Close the library and end the thread, once what was asked is answered."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True, cancel_futures=False)

    def _answer(self, question: Callable[[Library], Answer]) -> Answer:
        if self._library is None:
            self._library = self._open()
        return question(self._library)

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None
