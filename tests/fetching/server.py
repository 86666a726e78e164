"""A real HTTP server on loopback, in a thread of its own, that answers as the test wants and notes what it is asked."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that the server was asked."""

    path: str
    headers: dict[str, str]


@dataclass
class Server:
    """Paths and what is answered there; whatever is not there is answered with 404."""

    handlers: dict[str, Handler] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0
    host: str = "127.0.0.1"
    port: int = 0
    _open: int = 0

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    def url(self, path: str) -> str:
        return f"http://{self.host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [each.path for each in self.asked]

    def puts(
        self,
        path: str,
        body: bytes | str = b"",
        *,
        status: int = 200,
        kind: str = "application/rss+xml",
        **headers: str,
    ) -> None:
        """Answer with this at a path; names of headers are written with underscores."""

        async def answer(_: web.Request) -> web.Response:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            content = body.encode() if isinstance(body, str) else body
            return web.Response(body=content, status=status, headers={"Content-Type": kind, **named})

        self.handlers[path] = answer

    def redirects(self, path: str, to: str, status: int = 301) -> None:
        self.puts(path, status=status, Location=to)

    def conditional(self, path: str, body: str, *, etag: str | None = None, modified: str | None = None) -> None:
        """Answer with 304 whoever has this version already, by the very letters."""

        async def answer(request: web.Request) -> web.Response:
            headers = {name: value for name, value in (("ETag", etag), ("Last-Modified", modified)) if value}
            same = (etag and request.headers.get("If-None-Match") == etag) or (
                modified and request.headers.get("If-Modified-Since") == modified
            )
            if same:
                return web.Response(status=304, headers=headers)
            return web.Response(text=body, content_type="application/rss+xml", headers=headers)

        self.handlers[path] = answer

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._over = asyncio.Event()
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "0.0.0.0", self.port)  # noqa: S104 (every address of the loopback network)
        await site.start()
        self.port = runner.addresses[0][1]
        self._ready.set()
        await self._over.wait()
        await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(Asked(request.path_qs, dict(request.headers)))
        self._open += 1
        self.most_at_once = max(self.most_at_once, self._open)
        try:
            handler = self.handlers.get(request.path_qs) or self.handlers.get(request.path)
            return await handler(request) if handler else web.Response(status=404)
        finally:
            self._open -= 1
