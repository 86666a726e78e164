"""Each way in which a server may answer, against a real one."""

from __future__ import annotations

import asyncio
import gzip
import shutil
import ssl
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from aiohttp import web

from reader.fetching.fetch import PRIVATE, USER_AGENT, Fetcher
from reader.fetching.records import Answer, Limits, Request
from reader.models.sources import NO_VALIDATORS, Validators
from tests.fetching.server import Server

QUICK = Limits(seconds=5)
BODY = b"<rss version='2.0'><channel><title>Larno Post</title></channel></rss>" * 40


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def fetch(
    address: str, *, typed: str | None = None, validators: Validators = NO_VALIDATORS, limits: Limits = QUICK
) -> Answer:
    async def asked() -> Answer:
        async with Fetcher(limits) as fetcher:
            return await fetcher.fetch(Request(address, 0, address if typed is None else typed, validators))

    return asyncio.run(asked())


def test_an_answer_comes_with_what_the_server_says_of_it(server: Server) -> None:
    server.puts(
        "/feed", BODY, ETag='W/"a\\"b"', Last_Modified="Tue, 24 Nov 2026 10:00:00 GMT", Cache_Control="max-age=7200"
    )
    answer = fetch(server.url("/feed"))
    assert (answer.status, answer.body, answer.content_type, answer.error) == (200, BODY, "application/rss+xml", "")
    assert answer.validators == Validators('W/"a\\"b"', "Tue, 24 Nov 2026 10:00:00 GMT")
    assert answer.max_age == 7200
    assert answer.moved_to is None


def test_the_person_is_told_of_but_not_followed_around(server: Server) -> None:
    async def answer(_: web.Request) -> web.Response:
        response = web.Response(body=BODY)
        response.set_cookie("visitor", "7")
        return response

    server.handlers["/feed"] = answer

    async def twice() -> None:
        async with Fetcher() as fetcher:
            for _ in range(2):
                await fetcher.fetch(Request(server.url("/feed"), 0, server.url("/feed")))

    asyncio.run(twice())
    first, second = (each.headers for each in server.asked)
    assert first["User-Agent"] == USER_AGENT
    assert "reader-tui" in USER_AGENT
    assert "Cookie" not in second
    assert "Referer" not in second


@pytest.mark.parametrize(
    "validators",
    [Validators('"v1"', None), Validators(None, "Tue, 24 Nov 2026 10:00:00 GMT"), Validators("unquoted", "yesterday")],
)
def test_what_a_server_gave_comes_back_to_it_to_the_letter(server: Server, validators: Validators) -> None:
    server.conditional("/feed", "new", etag=validators.etag, modified=validators.modified)
    assert fetch(server.url("/feed")).validators == validators
    answer = fetch(server.url("/feed"), validators=validators)
    assert (answer.status, answer.body) == (304, b"")
    assert server.asked[-1].headers.get("If-None-Match") == validators.etag
    assert server.asked[-1].headers.get("If-Modified-Since") == validators.modified


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], "/1"),
        ([308], "/1"),
        ([302], None),
        ([307], None),
        ([301, 308], "/2"),
        ([301, 302], "/1"),
        ([302, 301], None),
    ],
)
def test_only_a_move_for_good_moves_the_address(server: Server, statuses: list[int], moved: str | None) -> None:
    for number, status in enumerate(statuses):
        server.redirects(f"/{number}", f"/{number + 1}", status)
    server.puts(f"/{len(statuses)}", BODY)
    answer = fetch(server.url("/0"))
    assert answer.body == BODY
    assert answer.moved_to == (server.url(moved) if moved else None)
    assert answer.address == server.url(f"/{len(statuses)}")


def test_a_circle_and_an_endless_way_are_given_up(server: Server) -> None:
    server.redirects("/a", "/b")
    server.redirects("/b", "/a")
    assert fetch(server.url("/a")).error == "leads in a circle"
    for number in range(30):
        server.redirects(f"/{number}", f"/{number + 1}", 302)
    assert fetch(server.url("/0")).error == "leads on more than 10 times"
    assert len(server.asked) == 2 + 11


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "ftp://127.0.0.1/x"])
def test_it_is_led_to_no_other_kind_of_address(server: Server, target: str) -> None:
    server.redirects("/feed", target)
    assert fetch(server.url("/feed")).error == "leads to an address that is no http or https address"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.2", "localhost", "2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]", "0.0.0.0"],  # noqa: S104 (where nobody must be led)
)
def test_nobody_is_led_into_a_private_network(server: Server, host: str) -> None:
    server.puts("/secret", BODY)
    server.redirects("/feed", f"http://{host}:{server.port}/secret")
    assert fetch(server.url("/feed")).error == PRIVATE
    assert fetch(f"http://{host}:{server.port}/secret", typed="https://example.org/feed").error == PRIVATE
    assert server.paths() == ["/feed"]


def test_another_server_of_the_same_machine_is_not_the_persons(server: Server) -> None:
    with Server() as other:
        other.puts("/secret", BODY)
        server.redirects("/feed", other.url("/secret"))
        assert fetch(server.url("/feed")).error == PRIVATE
        assert other.asked == []


def test_what_the_person_typed_is_theirs(server: Server) -> None:
    server.puts("/feed", BODY)
    assert fetch(f"http://localhost:{server.port}/feed").body == BODY


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(BODY, mtime=0)),
        ("br", brotli.compress(BODY)),
        ("deflate", zlib.compress(BODY)),
        ("deflate", zlib.compress(BODY)[2:-4]),
        ("identity", BODY),
    ],
)
def test_packed_bodies_are_unpacked(server: Server, encoding: str, packed: bytes) -> None:
    server.puts("/feed", packed, Content_Encoding=encoding)
    assert fetch(server.url("/feed")).body == BODY
    assert server.asked[0].headers["Accept-Encoding"] == "gzip, br"


@pytest.mark.parametrize(
    ("encoding", "packed", "error"),
    [
        ("gzip", gzip.compress(BODY, mtime=0)[:60], "was cut off in the middle"),
        ("br", brotli.compress(BODY)[:40], "was cut off in the middle"),
        ("gzip", b"no gzip at all", "is packed in a damaged way"),
        ("br", b"\xff" * 40, "is packed in a damaged way"),
        ("zstd", BODY, "is packed in a way that nobody asked for (zstd)"),
        ("gzip", gzip.compress(bytes(30_000_000), mtime=0), "has more than the 10 MB that are read of one address"),
        ("br", brotli.compress(bytes(30_000_000), quality=1), "has more than the 10 MB that are read of one address"),
        ("identity", bytes(20_000_000), "has more than the 10 MB that are read of one address"),
    ],
)
def test_bombs_and_damage_are_one_sentence(server: Server, encoding: str, packed: bytes, error: str) -> None:
    server.puts("/feed", packed, Content_Encoding=encoding)
    answer = fetch(server.url("/feed"))
    assert (answer.error, answer.body) == (error, b"")


def test_chunks_are_put_together(server: Server) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.enable_chunked_encoding()
        await response.prepare(request)
        for start in range(0, len(BODY), 100):
            await response.write(BODY[start : start + 100])
        return response

    server.handlers["/feed"] = answer
    assert fetch(server.url("/feed")).body == BODY


def test_a_slow_server_is_given_up(server: Server) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        for _ in range(1000):
            await response.write(b"x")
            await asyncio.sleep(0.05)
        return response

    server.handlers["/feed"] = answer
    assert fetch(server.url("/feed"), limits=Limits(seconds=0.3)).error == "did not answer within 0.3 seconds"


@pytest.mark.parametrize("chunked", [True, False])
def test_an_answer_that_breaks_off_is_none(server: Server, *, chunked: bool) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={} if chunked else {"Content-Length": "1000"})
        if chunked:
            response.enable_chunked_encoding()
        await response.prepare(request)
        await response.write(b"x" * 100)
        assert request.transport is not None
        request.transport.close()
        return response

    server.handlers["/feed"] = answer
    answered = fetch(server.url("/feed"))
    assert (answered.error, answered.body) == ("broke off in the middle of its answer", b"")


def talked_to(said: bytes) -> Answer:
    """What becomes of a server that says just this to whatever it is asked."""

    async def main() -> Answer:
        async def talk(asked: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await asked.readuntil(b"\r\n\r\n")
            writer.write(said)
            writer.close()

        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        async with server, Fetcher() as fetcher:
            address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
            return await fetcher.fetch(Request(address, 0, address))

    return asyncio.run(main())


def test_an_answer_may_say_nothing_of_its_kind() -> None:
    answer = talked_to(b"HTTP/1.0 200 OK\r\n\r\n" + BODY)
    assert (answer.status, answer.body, answer.content_type) == (200, BODY, "")


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("http://127.0.0.1:1/", "cannot be reached: no server answers there"),
        ("http://nowhere.invalid/", "cannot be reached: nobody knows the name of its server"),
        ("http://[::1", "is no http or https address"),
        ("http://a b/", "holds characters that no address has"),
    ],
)
def test_what_cannot_be_reached_is_one_sentence(address: str, error: str) -> None:
    assert fetch(address).error == error


@pytest.mark.parametrize("said", [b"220 mail.example ready\r\n", b"HTTP/1.1 two hundred\r\n\r\n", b"\x00" * 100])
def test_a_server_that_speaks_no_http_is_one_sentence(said: bytes) -> None:
    assert talked_to(said).error == "gives no answer that follows HTTP"


def test_certificates_are_checked(tmp_path: Path) -> None:
    made = ["openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/CN=localhost", "-days", "2"]
    files = tmp_path / "key.pem", tmp_path / "certificate.pem"
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    subprocess.run([*made, "-keyout", files[0], "-out", files[1]], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files[1], files[0])

    async def main() -> Answer:
        server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0, ssl=context)
        async with server, Fetcher() as fetcher:
            address = f"https://localhost:{server.sockets[0].getsockname()[1]}/"
            return await fetcher.fetch(Request(address, 0, address))

    assert asyncio.run(main()).error == "has a certificate that cannot be trusted"
