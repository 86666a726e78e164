"""Many addresses fetched at once, in a thread of their own: the worker goes on with other work in the meantime."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections import defaultdict
from urllib.parse import urlsplit

from reader.fetching.fetch import Fetcher
from reader.fetching.records import ORDINARY, Answer, Limits, Request

AT_ONCE = 16
PER_HOST = 2

WAITING = 32
"""Answers that may wait to be taken before no more are fetched: their bodies are in memory."""


class Crowd:
    """Requests in, answers out in the order in which they come; at most ``AT_ONCE`` and ``PER_HOST`` under way."""

    def __init__(self, limits: Limits = ORDINARY) -> None:
        self._limits = limits
        self._answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._open = 0
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="fetching", daemon=True)
        self._thread.start()
        self._ready.wait()

    @property
    def open(self) -> int:
        """Requests whose answers have not been taken."""
        return self._open

    def ask(self, request: Request) -> None:
        """Fetch this as soon as its turn comes."""
        self._open += 1
        self._loop.call_soon_threadsafe(self._begin, request)

    def take(self, seconds: float) -> Answer | None:
        """The next answer, waited for at most so long; None if there is none yet."""
        if not self._open:
            return None
        try:
            answer = self._answers.get(timeout=seconds) if seconds > 0 else self._answers.get_nowait()
        except queue.Empty:
            return None
        self._open -= 1
        self._loop.call_soon_threadsafe(self._room.release)
        return answer

    def close(self) -> None:
        """Break off what is under way."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._over.set)
            self._thread.join()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._over = asyncio.Event()
        self._room = asyncio.Semaphore(WAITING)
        self._all = asyncio.Semaphore(AT_ONCE)
        self._hosts: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(PER_HOST))
        async with Fetcher(self._limits) as self._fetcher:
            self._ready.set()
            await self._over.wait()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self, request: Request) -> None:
        task = asyncio.ensure_future(self._fetch(request))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _fetch(self, request: Request) -> None:
        async with self._hosts[urlsplit(request.address).netloc.lower()]:
            await self._room.acquire()  # released when the answer is taken
            async with self._all:
                self._answers.put(await self._fetcher.fetch(request))
