"""Each form in which articles arrive: known by its bytes, read into the right articles, each of which reads again."""

# ruff: noqa: E501 (markup on one line)

from __future__ import annotations

import gzip
import json
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from reader.errors import InputError
from reader.ingest.article import article_of
from reader.ingest.forms.form import Entry, Source
from reader.ingest.forms.table import FORMS, form_of, is_form_name
from reader.ingest.reading import read_entries
from reader.models.article import Article

PAGE = (
    "<html><head><title>Port reopens - The Velmar Post</title></head><body><article><h1>Port reopens</h1>"
    "<p>The port of Velmar reopened on Tuesday, its director said, after the crane had been lifted off the quay.</p>"
    "<p>Ships that had waited in the bay came in during the night, and <a href='/map'>the ferry</a> sails again.</p>"
    "</article></body></html>"
)
ITEM = {
    "url": "https://velmar.example/bridge",
    "title": "Bridge shut",
    "text": "The council voted to shut the old bridge.\n\nIt will be gone soon, said Karin Smith.",
    "date": "2024-03-13T09:15:00+01:00",
    "source": "The Velmar Post",
    "authors": ["Ann Lee", "Rui Lobo"],
}


def read(raw: bytes, origin: str = "/news/x") -> list[Entry]:
    """The entries of an input, read here and not in a process of its own."""
    return list(form_of(raw, origin).read(raw, Source(origin)))


def article(raw: bytes, origin: str = "/news/x") -> Article:
    (entry,) = read(raw, origin)
    return article_of(entry.draft, entry.origin)


def mail(subject: str = "Morning: the port reopens", **parts: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = "The Velmar Post <news@velmar.example>"
    message["To"] = "me@home.example"
    message["Date"] = "Wed, 13 Mar 2024 06:30:00 +0100"
    message["Subject"] = subject
    message["Message-ID"] = f"<{len(subject)}@velmar.example>"
    message.set_content(parts.get("plain", "See the web version."))
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return bytes(message)


@pytest.mark.parametrize(
    ("raw", "name", "form"),
    [
        (PAGE.encode(), "a.txt", "page"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>\n<p>x", "a", "page"),
        (b"<!-- saved from url -->\n<?xml version='1.0'?><html xmlns='x'>", "a.md", "page"),
        (PAGE.encode("utf-16"), "a.txt", "page"),
        (b"Some words", "a.html", "page"),
        (json.dumps(ITEM).encode(), "a.txt", "JSON"),
        (b'[\n {"text": "x"}]', "a", "JSON"),
        (mail(), "a.txt", "mail"),
        (b"From news@x.example Wed Mar 13 06:30:00 2024\n" + mail(), "a.txt", "mailbox"),
        (b"# A title\n\nSome words.", "a.md", "Markdown"),
        (b"A title\nFrom: Ann Lee\nDate: 13 March 2024\n\nSome words.", "a.txt", "text"),
        (b"[Photo] The bridge", "a.txt", "text"),
        (b"{see note} The bridge", "a.txt", "text"),
        (b"<rss version='2.0'><channel/></rss>", "a.txt", "feed"),
    ],
)  # fmt: skip
def test_the_bytes_tell_the_form_before_the_name_does(raw: bytes, name: str, form: str) -> None:
    assert form_of(raw, name).name == form


def test_every_form_has_its_own_name_and_endings() -> None:
    assert len({form.name for form in FORMS}) == len(FORMS)
    endings = [ending for form in FORMS for ending in form.endings]
    assert len(endings) == len(set(endings))
    assert is_form_name("News.HTML.gz")
    assert not is_form_name("picture.png")


def test_a_page_is_an_article_with_numbered_links() -> None:
    found = article(PAGE.encode(), "https://velmar.example/port")
    assert (found.title.value, found.outlet.value) == ("Port reopens", "The Velmar Post")
    assert "<" not in found.text
    ((words, address),) = [(found.text[link.start : link.end], link.address) for link in found.links]
    assert (words, address) == ("the ferry", "https://velmar.example/map")


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b.example"]
)
def test_only_addresses_of_the_web_are_links(href: str) -> None:
    assert article(PAGE.replace("/map", href).encode(), "https://velmar.example/port").links == ()


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp1251", "koi8-r", "iso8859-5"])
def test_a_page_is_decoded_as_it_says(charset: str) -> None:
    text = "Порт Вельмара закрыт после падения крана, сообщил директор порта во вторник утром журналистам."
    declared = "" if charset == "utf-16" else f"<meta charset='{charset}'>"
    page = f"<html><head>{declared}<title>Порт</title></head><body><p>{text}</p></body></html>"
    assert text in article(page.encode(charset), "/a.html").text


def test_what_only_the_transport_knew_of_the_encoding_is_kept() -> None:
    raw = "<html><head><title>Порт</title></head><body><p>Порт закрыт до пятницы.</p></body></html>".encode("koi8-r")
    (entry,) = form_of(raw, "https://x.example/").read(raw, Source("https://x.example/", "koi8-r"))
    (again,) = read(entry.raw, "https://x.example/")
    assert again.draft == entry.draft
    assert "Порт закрыт" in again.draft.text


def test_json_lines_are_articles_with_their_own_addresses() -> None:
    second = {"title": "Ferry back", "maintext": "The ferry came back.", "date_publish": "2024-03-12 10:00:00"}
    raw = f"{json.dumps(ITEM)}\n{json.dumps(second)}\n{{broken\n".encode()
    entries = read(raw, "/crawl.jsonl")
    assert [entry.origin for entry in entries] == ["https://velmar.example/bridge", "/crawl.jsonl#2", "/crawl.jsonl#3"]
    with pytest.raises(InputError, match="no readable text"):
        article_of(entries[2].draft, entries[2].origin)
    first = article_of(entries[0].draft, entries[0].origin)
    assert first.title.value == "Bridge shut"
    assert first.outlet.value == "The Velmar Post"
    assert first.authors.value == ("Ann Lee", "Rui Lobo")
    assert first.published.value == "2024-03-13T09:15+01:00"
    assert first.text.endswith("It will be gone soon, said Karin Smith.")
    assert read(entries[0].raw, entries[0].origin)[0].draft == entries[0].draft


@pytest.mark.parametrize(
    "item",
    [
        {"headline": "T", "body": "<p>One &amp; two.</p><p>Three.</p>", "published": 1710317700},
        {
            "title": {"rendered": "T"},
            "content": {"rendered": "<p>One &amp; two.</p><p>Three.</p>"},
            "date": "2024-03-13",
        },
        {"Title": "T", "articleBody": ["One & two.", "Three."], "datePublished": "Wed, 13 Mar 2024 08:15:00 GMT"},
        {"title": "T", "raw_text": "One & two.\n\nThree.", "date": "2024-03-13", "sitename": "www.velmar.example"},
        {"title": "T", "text": "One &amp; two.\n\nThree.", "publishedAt": "2024-03-13T08:15:00Z"},
    ],
    ids=["scrapy", "blog", "schema.org", "trafilatura", "search service"],
)
def test_what_crawlers_call_their_fields(item: dict[str, object]) -> None:
    found = article(json.dumps({"articles": [item]}).encode(), "/a.json")
    body = [found.text[line.start : line.end] for line in found.lines][-2:]
    assert (found.title.value, body) == ("T", ["One & two.", "Three."])
    assert str(found.published.value)[:10] == "2024-03-13"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [(b'{"name": "reader", "version": 2}', "without an article"), (b'{"text": ', "damaged JSON"), (b"[{" * 90_000, "damaged JSON")],
)  # fmt: skip
def test_json_without_an_article_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        article(raw, "/a.json")


def test_a_newsletter_is_an_article() -> None:
    html = "<table><tr><td><h1>The port reopens</h1><p>It did so <a href='https://velmar.example/3'>today</a>.</p></td></tr></table>"
    found = article(mail(html=html))
    assert (found.title.value, found.outlet.value) == ("Morning: the port reopens", "The Velmar Post")
    assert found.published.value == "2024-03-13T06:30+01:00"
    assert "It did so today." in found.text
    assert [link.address for link in found.links] == ["https://velmar.example/3"]


def test_a_mailbox_is_one_article_a_mail() -> None:
    postmark = b"From news@velmar.example Wed Mar 13 06:30:00 2024\n"
    plain = "The port reopened.\n\nFrom here on, ships come in."
    raw = postmark + mail(plain=plain) + b"\n" + postmark + mail("Two", plain="The ferry is back.")
    entries = read(raw, "/m.mbox")
    assert len({entry.origin for entry in entries}) == 2
    assert [entry.draft.text.split("\n")[0] for entry in entries] == ["Morning: the port reopens", "Two"]
    assert all(read(entry.raw, entry.origin)[0].draft == entry.draft for entry in entries)


def test_a_saved_page_is_the_page_in_it() -> None:
    message = EmailMessage(policy=SMTP)
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://velmar.example/port"
    message.set_content(PAGE, subtype="html")
    message.make_related()
    assert article(bytes(message), "/p.mhtml").title.value == "Port reopens"


def test_packed_inputs_are_unpacked_up_to_a_limit() -> None:
    assert read_entries(gzip.compress(b"Port reopens\n\nThe port reopened."), Source("/a.txt.gz"))[0].draft.text
    with pytest.raises(InputError, match="more than 50 MB"):
        read_entries(gzip.compress(b"0" * 50_000_001, 1), Source("/bomb.gz"))
    with pytest.raises(InputError, match="damaged"):
        read_entries(gzip.compress(b"words " * 99)[:-9], Source("/cut.gz"))


def test_a_page_is_parsed_in_a_process_of_its_own() -> None:
    (entry,) = read_entries(PAGE.encode(), Source("/a.html"))
    assert entry.raw == PAGE.encode()
    assert entry.draft == read(PAGE.encode(), "/a.html")[0].draft
    with pytest.raises(InputError, match="without readable text"):
        read_entries(b"<html></html>", Source("/empty.html"))
