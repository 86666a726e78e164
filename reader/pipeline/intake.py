"""What a source offers, read into the library: articles, and beside each what the source calls it."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage

from reader.errors import InputError
from reader.foreign import parsing
from reader.ingest.article import article_of
from reader.ingest.feeds.offers import Offer, Offering
from reader.ingest.feeds.parse import NO_FEED, is_feed
from reader.ingest.forms.form import Entry
from reader.models.clock import now
from reader.models.listing import AddOutcome, AddStatus
from reader.models.sources import FullText, KnownItem, Source
from reader.store import sources
from reader.store.store import Store

TOGETHER = 20
"""Articles stored in one transaction: some tens of milliseconds."""


def charset_of(content_type: str) -> str:
    """The charset in a header ``Content-Type``, or ""."""
    header = EmailMessage()
    header["Content-Type"] = content_type or "text/html"
    return header.get_content_charset() or ""


def read_offering(raw: bytes, address: str, content_type: str = "") -> Offering:
    """What a feed offers, read in the child process.

    Raises:
        InputError: it is no feed, or passes a limit; the end of a sentence about it.
    """
    if not is_feed(raw[:4096]):
        raise InputError(NO_FEED)
    return parsing.run("feed", raw, Offering, address, content_type)


def store_offering(store: Store, job: int, source: Source, offering: Offering) -> None:
    """Store the items that the source has not offered before, or not in these words; each has its outcome."""
    sources.put_title(store.database, source.id, offering.title)
    fresh = list(_fresh(store, source, offering))
    for first in range(0, len(fresh), TOGETHER):
        with store.transaction():
            for offer, known in fresh[first : first + TOGETHER]:
                _store_offer(store, job, source, offer, known)


def _fresh(store: Store, source: Source, offering: Offering) -> Iterator[tuple[Offer, KnownItem | None]]:
    for offer in offering.offers:
        known = sources.known_item(store.database, source.id, offer.key)
        if known is None or known.digest != offer.digest:
            yield offer, known


def _store_offer(store: Store, job: int, source: Source, offer: Offer, known: KnownItem | None) -> None:
    """Store an item: none whose article was removed, and no beginning in the place of a whole text."""
    wants_page = offer.page if _wants_page(source, offer) else ""
    article = known.article if known else None
    removed = known is not None and article is None
    if not removed and not (known and known.is_whole and wants_page):
        outcome = store_entry(store, job, offer.entry, in_place=known is not None)
        article = outcome.id
    sources.put_item(store.database, source.id, offer.key, offer.digest, article, "" if removed else wants_page)


def _wants_page(source: Source, offer: Offer) -> bool:
    if not offer.page or source.full_text is FullText.NEVER:
        return False
    return offer.is_cut or source.full_text is FullText.ALWAYS


def store_entry(store: Store, job: int, entry: Entry, *, in_place: bool = True, completes: bool = False) -> AddOutcome:
    """Store one article, inside a transaction; its outcome.

    Args:
        store: the library.
        job: that asked for it.
        entry: the article.
        in_place: whether it replaces what is known of its address; otherwise (another source has offered it first) only
            if it says more.
        completes: whether it is the rest of a text that was cut short.
    """
    added_at = now().isoformat(timespec="seconds")
    try:
        article = article_of(entry.draft, entry.origin)
    except InputError as error:
        outcome = AddOutcome(AddStatus.FAILED, None, entry.origin, str(error))
        store.put_outcome(job, outcome)
        return outcome
    known = None if in_place else store.known(entry.origin)
    if known is not None:
        earlier = store.article(known.article)
        if earlier is not None and len(earlier.text) >= len(article.text):
            return AddOutcome(AddStatus.UNCHANGED, known.article, entry.origin)
        completes = True
    size = len(entry.raw)
    return store.put_article(article, entry.raw, size=size, mtime_ns=0, added_at=added_at, job=job, completes=completes)
