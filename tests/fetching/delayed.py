"""``python delayed.py SECONDS``: a server in a process of its own that answers every question late, with 304 if it can.

It prints its port, and ends with its standard input.
"""

from __future__ import annotations

import asyncio
import sys

from aiohttp import web

FEED = (
    '<rss version="2.0"><channel><title>Larno Post</title><item><title>Ferry</title><link>http://{host}{path}/1</link>'
    "<description>{text}</description></item></channel></rss>"
)


async def serve(seconds: float) -> None:
    """Answer until the standard input ends."""

    async def answer(request: web.Request) -> web.Response:
        await asyncio.sleep(seconds)
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304, headers={"ETag": '"1"'})
        text = f"The ferry of {request.host}{request.path} stays in the harbour. " * 30
        body = FEED.format(host=request.host, path=request.path, text=text)
        return web.Response(text=body, content_type="application/rss+xml", headers={"ETag": '"1"'})

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", 0).start()  # noqa: S104 (every address of the loopback network)
    print(runner.addresses[0][1], flush=True)  # noqa: T201 (who started it reads it there)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
