"""An item of a feed as an article: its draft, and bytes of its own from which it can be read again.

These bytes are a JSON Feed of this one item, whatever form the feed had: one form to read again, and no markup of the
whole feed in the library a hundred times.
"""

from __future__ import annotations

import json
import re
from email.message import EmailMessage

from reader.errors import InputError
from reader.ingest.draft import Claim, Draft, Hint
from reader.ingest.feeds.fragment import fragment_blocks
from reader.ingest.feeds.jsonfeed import PAGE, parse_json_feed
from reader.ingest.feeds.records import Feed, FeedItem
from reader.ingest.forms.form import Entry
from reader.ingest.pages.decoding import decode_page
from reader.ingest.pages.extract import read_markup
from reader.ingest.sheet import Block, Fields, Stated, compose
from reader.sanitize import sanitize

_FEED = Claim("feed")

SHORT_WORDS = 120
"""Below that an item with a link is a teaser: the shortest whole reports of news feeds have some 150 words."""

_CUT = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|"
    r"\b(?:read|continue|keep) (?:more|reading|on|the full (?:story|article))\b.{0,60}|"
    r"\b(?:full story|more)\s*(?:»|>+|→))\W*$",
    re.IGNORECASE | re.DOTALL,
)
"""The end of a text that goes on somewhere else."""


def is_cut(item: FeedItem, text: str) -> bool:
    """Whether an item says less than its page: it breaks off, or is a teaser with a link."""
    return bool(item.link) and (len(text.split()) < SHORT_WORDS or _CUT.search(text[-200:]) is not None)


def origin_of(item: FeedItem, address: str) -> str:
    """What the article of an item is known by: its own address, else the feed's with the item's name."""
    return item.link or f"{address}#{item.key}"


def entry_of(item: FeedItem, feed: Feed, address: str) -> Entry:
    """An item as an article.

    Args:
        item: the item.
        feed: the feed that it is of, which names the outlet.
        address: of the feed.

    Raises:
        InputError: its markup cannot be read.
    """
    return Entry(draft_of(item, feed, address), _raw(item, feed), origin_of(item, address))


def draft_of(item: FeedItem, feed: Feed, address: str) -> Draft:
    """The text of an item, with what the feed says of it."""
    known = Fields(
        title=_stated(item.title),
        outlet=_stated(feed.title),
        authors=tuple(Stated(name, _FEED) for name in item.authors),
        date=_stated(item.published),
        language=item.language[:2].lower(),
    )
    if item.page and (whole := _from_page(item, known)) is not None:
        return whole
    if item.is_html:
        blocks = tuple(fragment_blocks(item.content, item.link or address))
    else:
        blocks = tuple(Block(words) for part in sanitize(item.content).split("\n") if (words := " ".join(part.split())))
    if not blocks and item.title:
        blocks = (Block(item.title, Hint.PROSE),)
    return compose(known, blocks)


def _from_page(item: FeedItem, known: Fields) -> Draft | None:
    """The text of the item's page, if that is more than the feed has; what the page does not say the feed does."""
    try:
        draft = read_markup(item.page, item.link, known)
    except InputError:
        return None
    return draft


def with_page(raw: bytes, item: str, origin: str, content_type: str = "") -> Entry:
    """An item once its page has been fetched.

    Args:
        raw: the page.
        item: the item as ``entry_of`` has written it.
        origin: of its article.
        content_type: of the page, as its server stated it.

    Raises:
        InputError: there is no text of an article on the page.
    """
    charset = EmailMessage()
    charset["Content-Type"] = content_type or "text/html"
    page = decode_page(raw, charset.get_content_charset() or "")
    read_markup(page, origin)
    document = json.loads(item)
    document["items"][0][PAGE] = page
    written = json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")
    feed = parse_json_feed(written, origin)
    return Entry(draft_of(feed.items[0], feed, origin), written, origin)


def _stated(value: str) -> Stated | None:
    return Stated(value, _FEED) if value else None


def _raw(item: FeedItem, feed: Feed) -> bytes:
    """The item as a JSON Feed of its own."""
    written = {
        "id": item.key,
        "url": item.link,
        "title": item.title,
        "content_html" if item.is_html else "content_text": item.content,
        "date_published": item.published,
        "language": item.language,
        "authors": [{"name": name} for name in item.authors],
        PAGE: item.page,
    }
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.link,
        "items": [{name: value for name, value in written.items() if value}],
    }
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")
