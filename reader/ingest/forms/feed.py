"""Feeds, from files and addresses: every item is an article."""

from __future__ import annotations

from reader.errors import InputError
from reader.ingest.feeds.items import entry_of
from reader.ingest.feeds.parse import is_feed, parse_feed
from reader.ingest.forms.form import Entry, Source

__all__ = ["is_feed", "read_feed_form"]


def read_feed_form(raw: bytes, source: Source) -> tuple[Entry, ...]:
    """The articles of a feed.

    Raises:
        InputError: it is none, or an empty one.
    """
    feed = parse_feed(raw, source.origin)
    entries = tuple(entry_of(item, feed, source.origin) for item in feed.items)
    if not entries:
        raise InputError("is a feed without any items")
    return entries
