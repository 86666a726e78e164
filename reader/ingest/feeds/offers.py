"""What a feed offers, ready to be stored: runs in the child process that parses, and comes back as one record."""

from __future__ import annotations

from dataclasses import dataclass

from reader.errors import InputError
from reader.ingest.feeds.items import entry_of, is_cut
from reader.ingest.feeds.parse import parse_feed
from reader.ingest.feeds.records import Feed, FeedItem
from reader.ingest.feeds.words import nameless_key
from reader.ingest.forms.form import Entry


@dataclass(frozen=True, slots=True)
class Offer:
    """One item of a feed.

    Attributes:
        key: what the feed calls it.
        digest: of all that it says of it.
        page: its address, where its whole text may stand; "" without one.
        is_cut: whether the feed has only the beginning of its text.
        entry: the article that it is.
    """

    key: str
    digest: str
    page: str
    is_cut: bool
    entry: Entry


@dataclass(frozen=True, slots=True)
class Offering:
    """What a feed says.

    Attributes:
        title: what it calls itself, or "".
        link: address of its site, or "".
        offers: its items that can be read, in its order.
    """

    title: str
    link: str
    offers: tuple[Offer, ...]


def read_offering(raw: bytes, address: str, content_type: str = "") -> Offering:
    """What a feed offers; see ``parse_feed``."""
    feed = parse_feed(raw, address, content_type)
    found = {item.key: offer for item in reversed(feed.items) if (offer := _offer(item, feed, address)) is not None}
    return Offering(feed.title, feed.link, tuple(reversed(found.values())))


def _offer(item: FeedItem, feed: Feed, address: str) -> Offer | None:
    try:
        entry = entry_of(item, feed, address)
    except InputError:
        return None
    said = (item.title, item.content, item.link, item.published, *item.authors)
    return Offer(item.key, nameless_key(*said), item.link, is_cut(item, entry.draft.text), entry)
