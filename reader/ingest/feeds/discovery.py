"""The feeds that a page names in its head. Only the page itself is looked at: no address is guessed."""

from __future__ import annotations

from html.parser import HTMLParser

from reader.ingest.decoding import decode
from reader.ingest.feeds.words import web_link
from reader.sanitize import one_line

_KINDS = frozenset({
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json",
})  # fmt: skip

_MOST = 1_000_000
"""Characters of a page that are looked at: the head of none is longer."""


def feeds_of_page(raw: bytes, address: str) -> tuple[tuple[str, str], ...]:
    """``(address, title)`` of every feed that a page names, in its order, each once.

    Raises:
        InputError: the bytes are no text.
    """
    finder = _Finder(address)
    finder.feed(decode(raw)[:_MOST])
    return tuple(finder.found.items())


class _Finder(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._base = address

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "base" and values.get("href"):
            self._base = web_link(values["href"], self._base) or self._base
        relations = set(values.get("rel", "").lower().split())
        kind = values.get("type", "").partition(";")[0].strip().lower()
        is_feed = "feed" in relations or ("alternate" in relations and kind in _KINDS)
        if tag in {"link", "a"} and is_feed and "stylesheet" not in relations:
            found = web_link(values.get("href", ""), self._base)
            if found and not (kind == "application/json" and "wp-json" in found):
                self.found.setdefault(found, one_line(values.get("title", "")))
