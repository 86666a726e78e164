"""The bytes of a feed to what it says: RSS 0.9x to 2.0, Atom, RDF and CDF by feedparser. Runs in a child process."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from time import struct_time
from typing import Protocol, cast
from xml.parsers import expat

from reader.errors import InputError
from reader.ingest.feeds.jsonfeed import is_json_feed, parse_json_feed
from reader.ingest.feeds.records import Feed, FeedItem
from reader.ingest.feeds.words import iso_date, nameless_key, plain_title, web_link

_ROOT = re.compile(rb"<\s*([A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ROOTS = frozenset({b"rss", b"feed", b"rdf", b"channel"})
_DATES = ("published", "created", "issued", "updated")
"""Where a date of publication may stand; that of the last change only if there is no other."""

DEEPEST = 300
"""Elements inside each other: XHTML in Atom has some thirty."""

NO_FEED = "holds no feed"


def is_feed(head: bytes) -> bool:
    """Whether bytes that begin so are a feed."""
    head = head.replace(b"\x00", b"")  # wide encodings of plain letters have nothing else
    root = _ROOT.search(_COMMENT.sub(b"", head))
    return (root is not None and root[2].lower() in _ROOTS) or is_json_feed(head)


def parse_feed(raw: bytes, address: str, content_type: str = "") -> Feed:
    """What a feed says.

    Args:
        raw: its bytes.
        address: where it comes from, which relative links belong to.
        content_type: as the server stated it, or "".

    Raises:
        InputError: it is no feed; the end of a sentence about it.
    """
    if is_json_feed(raw[:4096]):
        return parse_json_feed(raw, address)
    _refuse_depth(raw)
    import feedparser  # noqa: PLC0415 (0.2 s that only the process that parses has to spend)

    headers = {"content-location": address} | ({"content-type": content_type} if content_type else {})
    # Bytes alone would be taken for the name of a file, or for an address to be fetched.
    # Markup is read by our own reader of it, which resolves its links and takes only what is text.
    parsed = feedparser.parse(BytesIO(raw), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    feed = cast("_Entry", parsed.feed)
    entries = cast("list[_Entry]", parsed.entries)
    if not parsed.version and not entries and not feed.get("title"):
        raise InputError(NO_FEED)
    return Feed(
        title=_plain(feed, "title"),
        link=web_link(_text(feed, "link"), address),
        items=tuple(_item(entry, address, _text(feed, "language")) for entry in entries),
    )


def _refuse_depth(raw: bytes) -> None:
    """Refuse elements inside each other beyond all measure: feedparser takes minutes over them.

    Raises:
        InputError: they are.
    """
    depth = 0

    def opened(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise InputError(f"has more than {DEEPEST} elements inside each other")

    def closed(_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    with suppress(expat.ExpatError, LookupError, ValueError):  # damaged feeds are read as far as they go
        parser.Parse(raw, True)  # noqa: FBT003 (expat's own)


class _Entry(Protocol):
    """A dictionary of feedparser's: values are texts, lists and dictionaries of the same kind."""

    def get(self, key: str, default: object = None) -> object: ...


def _item(entry: _Entry, address: str, language: str) -> FeedItem:
    content, is_html, spoken = _content(entry)
    link = web_link(_text(entry, "link"), address)
    title = _plain(entry, "title")
    return FeedItem(
        key=_text(entry, "id") or link or nameless_key(title, content),
        link=link,
        title=title,
        authors=tuple(dict.fromkeys(_authors(entry))),
        published=_date(entry),
        content=content,
        is_html=is_html,
        language=spoken or language,
    )


def _text(entry: _Entry, name: str) -> str:
    value = entry.get(name)
    return value.strip() if isinstance(value, str) else ""


def _plain(entry: _Entry, name: str) -> str:
    detail = entry.get(f"{name}_detail")
    kind = detail.get("type") if isinstance(detail, Mapping) else ""
    return plain_title(_text(entry, name), is_html=kind != "text/plain")


def _content(entry: _Entry) -> tuple[str, bool, str]:
    """The longest text of an item, whether it is markup, and its language."""
    contents = entry.get("content")
    parts = [*(contents if isinstance(contents, list) else []), entry.get("summary_detail")]
    found = [part for part in parts if isinstance(part, Mapping) and isinstance(part.get("value"), str)]
    if not found:
        return "", False, ""
    longest = max(found, key=lambda part: len(str(part["value"])))
    return str(longest["value"]), longest.get("type") != "text/plain", str(longest.get("language") or "")


def _authors(entry: _Entry) -> Iterator[str]:
    authors = entry.get("authors")
    for author in authors if isinstance(authors, list) else []:
        name = author.get("name") if isinstance(author, Mapping) else None
        if isinstance(name, str) and (plain := plain_title(name, is_html=True)) and "@" not in plain:
            yield plain


def _date(entry: _Entry) -> str:
    for name in _DATES:
        written, parsed = entry.get(name), entry.get(f"{name}_parsed")
        if isinstance(written, str) and (
            found := iso_date(written, parsed if isinstance(parsed, struct_time) else None)
        ):
            return found
    return ""
