"""JSON Feed 1.0 and 1.1 (jsonfeed.org): the bytes to what the feed says. Wrong types are passed over, not trusted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from reader.errors import InputError
from reader.ingest.feeds.records import Feed, FeedItem
from reader.ingest.feeds.words import iso_date, nameless_key, plain_title, web_link

PAGE = "_page"
"""Our own extension of an item: the markup of its page. Extensions begin with an underscore."""

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/')


def is_json_feed(head: bytes) -> bool:
    """Whether bytes that begin so are a JSON Feed."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _VERSION.search(head) is not None


def parse_json_feed(raw: bytes, address: str) -> Feed:
    """What a JSON Feed says; ``address`` is where it comes from.

    Raises:
        InputError: it is none; the end of a sentence about it.
    """
    try:
        feed = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InputError("begins as a JSON Feed, but is damaged") from error
    if not isinstance(feed, dict):
        raise InputError("begins as a JSON Feed, but is damaged")
    items = feed.get("items")
    language = _text(feed, "language")
    return Feed(
        title=plain_title(_text(feed, "title"), is_html=False),
        link=web_link(_text(feed, "home_page_url"), address),
        items=tuple(
            _item(item, address, language) for item in (items if isinstance(items, list) else []) if _is_item(item)
        ),
    )


def _is_item(item: object) -> bool:
    return isinstance(item, dict)


def _item(item: dict[str, object], address: str, language: str) -> FeedItem:
    html, text = _text(item, "content_html"), _text(item, "content_text")
    content = html or text or _text(item, "summary")
    title = plain_title(_text(item, "title"), is_html=False)
    link = web_link(_text(item, "url") or _text(item, "external_url"), address)
    name = item.get("id")
    key = str(name).strip() if isinstance(name, str | int | float) else ""
    return FeedItem(
        key=key or link or nameless_key(title, content),
        link=link,
        title=title,
        authors=tuple(dict.fromkeys(_authors(item))),
        published=iso_date(_text(item, "date_published")) or iso_date(_text(item, "date_modified")),
        content=content,
        is_html=bool(html),
        language=_text(item, "language") or language,
        page=_text(item, PAGE),
    )


def _authors(item: dict[str, object]) -> Iterator[str]:
    authors = item.get("authors")
    for author in [*(authors if isinstance(authors, list) else []), item.get("author")]:
        if isinstance(author, dict) and (name := plain_title(_text(author, "name"), is_html=False)):
            yield name


def _text(record: dict[str, object], name: str) -> str:
    value = record.get(name)
    return value.strip() if isinstance(value, str) else ""
