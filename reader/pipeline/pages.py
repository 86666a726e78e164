"""The whole texts of items that their feed cuts short: their pages are fetched, and take the place of the beginning."""

from __future__ import annotations

from collections.abc import Collection

from reader.errors import InputError
from reader.fetching.judging import page_of
from reader.fetching.records import Answer
from reader.foreign import parsing
from reader.ingest.forms.form import Entry
from reader.models.listing import AddOutcome, AddStatus
from reader.models.sources import FullText, Source
from reader.pipeline.intake import store_entry
from reader.store import sources
from reader.store.store import Store


def wanted_pages(store: Store, source: Source, under_way: Collection[str]) -> tuple[tuple[str, str], ...]:
    """``(key, page)`` of the items of a source whose page is still to be fetched, but those under way."""
    if source.full_text is FullText.NEVER:
        return ()
    return tuple(each for each in sources.wanted_pages(store.database, source.id) if each[1] not in under_way)


def take_page(store: Store, job: int, source: Source, key: str, answer: Answer) -> None:
    """Put the text of a page in the place of what the feed has of it; if that fails, it is tried again another time."""
    known = sources.known_item(store.database, source.id, key)
    stored = store.article(known.article) if known and known.article is not None else None
    raw = store.raw(stored.id) if stored else None
    if stored is None or raw is None:
        return
    try:
        words = raw.decode("utf-8", "surrogatepass"), stored.origin, answer.content_type
        whole = parsing.run("item and page", page_of(answer), Entry, *words)
    except InputError as error:
        reason = f"its whole text is not read: {answer.request.address} {error}"
        with store.transaction():
            sources.put_page(store.database, source.id, key, is_whole=False)
            store.put_outcome(job, AddOutcome(AddStatus.SKIPPED, stored.id, stored.origin, reason))
        return
    with store.transaction():
        # What was whole before and has been changed by its outlet is a revision; the rest of a beginning is none.
        store_entry(store, job, whole, completes=not (known and known.is_whole))
        sources.put_page(store.database, source.id, key, is_whole=True)
