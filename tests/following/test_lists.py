"""Lists of subscriptions of other programs: taken over and written back without loss, and nothing in them is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.errors import InputError
from reader.export.opml import opml
from reader.ingest.feeds.newsboat import read_urls
from reader.ingest.feeds.opml import read_opml
from reader.models.outlines import Subscription
from reader.models.sources import Terms
from tests.fetching.server import Server
from tests.following.conftest import Desk
from tests.following.feeds import item, rss, story

FILES = sorted((Path(__file__).parent / "opml").glob("*.opml"))


def without_blanks(written: bytes) -> bytes:
    return re.sub(rb"\s+", b"", written)


def imported(desk: Desk, path: Path) -> list[tuple[str, str, str | None]]:
    job = desk.books.request_import(str(path))
    return desk.done(job)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_list_comes_back_byte_for_byte_but_for_blanks(desk: Desk, path: Path) -> None:
    told = imported(desk, path)
    assert {status for status, *_ in told} <= {"added", "unchanged"}
    assert without_blanks(opml(desk.books.outlines())) == without_blanks(path.read_bytes())
    assert {status for status, *_ in imported(desk, path)} == {"unchanged"}
    assert without_blanks(opml(desk.books.outlines())) == without_blanks(path.read_bytes())
    assert len(desk.books.sources()) == len(set(re.findall(rb"""xmlUrl=["'].+?["']""", path.read_bytes())))


def test_there_are_ten_of_them() -> None:
    assert len(FILES) == 10


def test_folders_become_tags(desk: Desk) -> None:
    imported(desk, next(path for path in FILES if path.stem == "liferea"))
    (card,) = desk.books.sources()
    assert (card.source.title, card.source.tags) == ("Larno Post", ("Island", "Shipping"))


def test_what_is_followed_later_and_what_moves_is_written_too(desk: Desk, server: Server, tmp_path: Path) -> None:
    server.puts("/new", rss(item(server.url("/a"), "A", story())))
    server.redirects("/old", "/new")
    mine = tmp_path / "mine.opml"
    mine.write_text(
        '<opml version="2.0"><head/><body><outline text="Coast">'
        f'<outline xmlUrl="{server.url("/old")}" odd="1" text="A"/></outline></body></opml>'
    )
    imported(desk, mine)
    desk.update()
    server.puts("/b", rss(item(server.url("/b1"), "B", story(3)), title="B & C"))
    desk.follow(server.url("/b"), terms=Terms(tags=("Coast",)))
    written = opml(desk.books.outlines())
    assert without_blanks(written) == without_blanks(
        '<opml version="2.0"><head/><body><outline text="Coast">'
        f'<outline xmlUrl="{server.url("/new")}" odd="1" text="A"/>'
        f'<outline type="rss" text="B &amp; C" title="B &amp; C" xmlUrl="{server.url("/b")}"/>'
        "</outline></body></opml>".encode()
    )
    for card in desk.books.sources():
        desk.books.unfollow(card.source.id)
    assert b"xmlUrl" not in opml(desk.books.outlines())


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ('<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>', "has a document type"),
        ('<!DOCTYPE opml SYSTEM "file:///etc/passwd"><opml><body/></opml>', "has a document type"),
        ("<opml><body>", "is no whole list of subscriptions"),
        ("<rss/>", "is no list of subscriptions"),
        ("<opml><head/></opml>", "it has no body"),
        ("<opml><body>" + "<outline>" * 200_000, "folders inside each other"),
    ],
)
def test_what_is_no_list_is_one_sentence(inside: str, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        read_opml(inside.encode())
    assert reason in str(refused.value)


def test_no_program_is_named_by_an_address() -> None:
    found = read_opml(
        b'<opml><body><outline text="a" xmlUrl="javascript:alert(1)"><outline text="b" xmlUrl="https://b.example/"'
        b' htmlUrl="JavaScript:alert(2)"/></outline><outline text="c" xmlUrl="file:///etc/passwd"/></body></opml>'
    )
    assert [outline.address for outline in found.outlines] == ["https://b.example/"]
    assert [address for address, _ in found.refused] == [
        "JavaScript:alert(2)",
        "javascript:alert(1)",
        "file:///etc/passwd",
    ]
    assert b"script:" not in opml(found).lower()


def test_newsboats_list_is_read_with_tags_quotes_and_comments() -> None:
    found, refused = read_urls(
        b"# my feeds\n"
        b'https://post.example/feed.xml news "coast and sea" "~Larno Post" # the best\n'
        b"\n"
        b'"https://courier.example/a?b=#c" !hidden "say \\"hi\\""\r\n'
        b"feed://harbour.example/rss\n"
        b"file:///srv/feeds/own.xml own\n"
        b'"exec:~/bin/fetch.py --all" x\n'
        b"filter:~/bin/clean:https://x.example/feed\n"
        b'"query:Unread:unread = \\"yes\\""\n'
        b"javascript:alert(1)\n"
    )
    assert found == (
        Subscription("https://post.example/feed.xml", "Larno Post", ("news", "coast and sea")),
        Subscription("https://courier.example/a?b=", "", ('say "hi"',)),
        Subscription("http://harbour.example/rss", "", ()),
        Subscription("/srv/feeds/own.xml", "", ("own",)),
    )
    assert [line.split(":")[0] for line, _ in refused] == ["exec", "filter", "query", "javascript"]
    assert all(reason for _, reason in refused)


def test_newsboats_list_is_followed(desk: Desk, tmp_path: Path) -> None:
    urls = tmp_path / "urls"
    urls.write_text('https://post.example/feed.xml news "~The Post"\nexec:rm x\n')
    told = imported(desk, urls)
    assert [(status, origin) for status, origin, _ in told] == [
        ("added", "https://post.example/feed.xml"),
        ("failed", "exec:rm"),
    ]
    (card,) = desk.books.sources()
    assert (card.source.name, card.source.tags) == ("The Post", ("news",))
