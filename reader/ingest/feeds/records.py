"""What a feed says, whatever its form: of itself and of its items. Texts are sanitised after the last decoding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item.

    Attributes:
        key: what the feed calls it (``guid``, ``id``), else its address, else a digest of what it says.
        link: its address, http or https; "" without one.
        title: plain text on one line, or "".
        authors: names.
        published: ISO date or datetime, with its zone if it has one; "" if unknown.
        content: the longest text that the feed has of it.
        is_html: whether that is markup.
        language: as the feed states it, "en-GB", or "".
        page: the markup of its page, once that has been fetched.
    """

    key: str
    link: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    content: str = ""
    is_html: bool = True
    language: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        title: plain text on one line, or "".
        link: address of the site that it is of, or "".
        items: in the order of the feed.
    """

    title: str
    link: str
    items: tuple[FeedItem, ...]
