"""Asking one address, redirects followed by hand, so that each of them is looked at before it is asked.

No cookies are kept, certificates are checked, and nobody is asked but the address itself. A server of a private
network is asked only if it is the one that the person typed: names are checked after they are resolved.
"""

from __future__ import annotations

import asyncio
import socket
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from reader import __version__
from reader.errors import InputError
from reader.fetching.addresses import is_private, is_same_server, numeric_host
from reader.fetching.records import ORDINARY, Answer, Limits, Request
from reader.fetching.unpacking import unpacked
from reader.models.addresses import web_address
from reader.models.sources import Validators

USER_AGENT = f"reader-tui/{__version__} (a feed reader in the terminal; for one person)"

ACCEPTED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, text/html;q=0.9, "
    "application/xhtml+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5"
)

PRIVATE = "is in a private network, where only addresses that you gave yourself are asked"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})

_READ_SECONDS = 20.0
"""Between two bytes, and for a connection to be made: a server that is silent for longer is not there."""


class _PublicResolver(AbstractResolver):
    """The system's resolver, but names that lead into a private network are not known."""

    def __init__(self) -> None:
        self._system = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._system.resolve(host, port, family)
        if any(is_private(each["host"]) for each in found):
            raise _PrivateError(PRIVATE)
        return found

    async def close(self) -> None:
        await self._system.close()


class _PrivateError(InputError, OSError):
    """A name that leads into a private network; aiohttp wraps what is an ``OSError``."""


class Fetcher:
    """The connections to all servers; to be used inside one event loop."""

    def __init__(self, limits: Limits = ORDINARY) -> None:
        self._limits = limits
        self._public = _session(_PublicResolver())
        self._typed = _session(ThreadedResolver())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._public.close()
        await self._typed.close()

    async def fetch(self, request: Request) -> Answer:
        """The answer to a request; every failure is an answer with a sentence in it."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await self._follow(request)
        except InputError as error:
            told = str(error)
        except aiohttp.ClientError as error:
            told = _told(error)
        except TimeoutError:
            told = f"did not answer within {self._limits.seconds:g} seconds"
        except Exception as error:  # noqa: BLE001 (what one server brings out in the libraries costs that source only)
            told = _told(error)
        return Answer(request, request.address, error=told)

    async def _follow(self, request: Request) -> Answer:
        address = web_address(request.address)
        seen = {address}
        moved_to: str | None = None
        for_good = True
        while True:
            async with self._open(address, request) as response:
                target = response.headers.get("Location", "") if response.status in _REDIRECTS else ""
                if not target:
                    return await self._answer(request, address, moved_to, response)
                for_good = for_good and response.status in _FOR_GOOD
            try:
                address = web_address(urljoin(address, target))
            except InputError as error:
                raise InputError(f"leads to an address that {error}") from error
            if address in seen:
                raise InputError("leads in a circle")
            if len(seen) > self._limits.hops:
                raise InputError(f"leads on more than {self._limits.hops} times")
            seen.add(address)
            moved_to = address if for_good else moved_to

    def _open(self, address: str, request: Request) -> aiohttp.client._RequestContextManager:
        headers = {}
        if request.validators.etag:
            headers["If-None-Match"] = request.validators.etag
        if request.validators.modified:
            headers["If-Modified-Since"] = request.validators.modified
        session = self._typed
        if not is_same_server(address, request.typed):
            session = self._public
            number = numeric_host(address)
            if number is not None and is_private(number):
                raise InputError(PRIVATE)
        return session.get(address, headers=headers, allow_redirects=False)

    async def _answer(
        self, request: Request, address: str, moved_to: str | None, response: aiohttp.ClientResponse
    ) -> Answer:
        headers = response.headers
        body = b""
        if response.status == 200:
            chunks = response.content.iter_any()
            body = await unpacked(chunks, headers.get("Content-Encoding", ""), self._limits.most_bytes)
        return Answer(
            request=request,
            address=address,
            moved_to=moved_to,
            status=response.status,
            body=body,
            content_type=headers.get("Content-Type", ""),
            validators=Validators(headers.get("ETag"), headers.get("Last-Modified")),
            retry_after=headers.get("Retry-After", ""),
            max_age=_max_age(headers.get("Cache-Control", "")),
        )


def _session(resolver: AbstractResolver) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(resolver=resolver, limit=0),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": USER_AGENT, "Accept": ACCEPTED, "Accept-Encoding": "gzip, br"},
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=_READ_SECONDS, sock_read=_READ_SECONDS),
        auto_decompress=False,
    )


def _max_age(written: str) -> int:
    """The seconds of ``max-age`` in a header ``Cache-Control``; 0 without any."""
    for part in written.lower().split(","):
        name, _, value = part.strip().partition("=")
        number = value.strip().strip('"')
        if name == "max-age" and number.isascii() and number.isdecimal():
            return int(number[:9])
    return 0


_MEANINGS: tuple[tuple[type[BaseException], str], ...] = (
    (aiohttp.ClientConnectorCertificateError, "has a certificate that cannot be trusted"),
    (aiohttp.ClientSSLError, "cannot be reached over a safe connection"),
    (aiohttp.ClientConnectorDNSError, "cannot be reached: nobody knows the name of its server"),
    (aiohttp.ServerTimeoutError, f"has been silent for {_READ_SECONDS:g} seconds"),
    (aiohttp.ClientPayloadError, "broke off in the middle of its answer"),
    (aiohttp.ServerDisconnectedError, "broke off in the middle of its answer"),
    (aiohttp.ClientConnectorError, "cannot be reached: no server answers there"),
    (ConnectionError, "broke off in the middle of its answer"),
    (aiohttp.InvalidURL, "is no address"),
    (aiohttp.ClientResponseError, "gives no answer that follows HTTP"),
    (Exception, "cannot be reached"),
)
"""What errors of the library mean, as ends of a sentence about the address; the first that fits."""


def _told(error: Exception) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, _PrivateError):
            return str(cause)
        cause = cause.__cause__
    return next(meaning for kind, meaning in _MEANINGS if isinstance(error, kind))
