"""Following something new: a feed, a page that names one, a folder or file that is watched; or a list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from reader.errors import InputError
from reader.fetching.judging import page_of, refreshed
from reader.fetching.records import Answer, Request
from reader.foreign import parsing
from reader.ingest.feeds.newsboat import read_urls
from reader.ingest.feeds.opml import is_opml
from reader.ingest.feeds.parse import is_feed
from reader.ingest.files import find_files, read_found, shown_path
from reader.models.addresses import is_address, web_address
from reader.models.clock import now
from reader.models.library import Job
from reader.models.listing import AddOutcome, AddStatus
from reader.models.outlines import OutlineList
from reader.models.sources import SourceKind, Terms
from reader.pipeline.intake import read_offering, store_offering
from reader.pipeline.watching import look_at
from reader.store import outlines, sources
from reader.store.codec import raw_digest
from reader.store.store import Store

Ask = Callable[[Request], None]
"""Fetches an address; its answer is handed in later."""

FOLLOWED_ALREADY = "is followed already"

_MOST_NAMED = 8
"""Feeds of one page that are named in a sentence."""


class Following:
    """One ``follow`` job. Nothing is asked for but the addresses that it names."""

    def __init__(self, store: Store, job: Job, ask: Ask) -> None:
        self._store = store
        self._job = job
        self._ask = ask
        self._asked: set[str] = set()

    def begin(self) -> None:
        """Ask for the addresses, look at the folders and files."""
        self._store.set_total(self._job.id, len(self._job.paths))
        for path in self._job.paths:
            if not is_address(path):
                self._watch(path)
                continue
            try:
                address = web_address(path)
            except InputError as error:
                self._tell(AddStatus.FAILED, path, str(error))
                continue
            if address not in self._asked:
                self._asked.add(address)
                self._ask(Request(address, self._job.id, address))

    @property
    def is_over(self) -> bool:
        """Whether every answer is in."""
        return not self._asked

    def take(self, answer: Answer) -> None:
        """What one server has answered."""
        typed = answer.request.address
        self._asked.discard(typed)
        try:
            if is_feed(page_of(answer)[:4096]):
                self._follow_feed(typed, answer)
            else:
                self._follow_named(typed, answer)
        except InputError as error:
            self._tell(AddStatus.FAILED, typed, str(error))

    def _follow_feed(self, typed: str, answer: Answer) -> None:
        offering = read_offering(answer.body, answer.address, answer.content_type)
        address = answer.moved_to or typed
        if self._add(address, SourceKind.FEED, typed, offering.title):
            source = sources.source_at(self._store.database, address)
            if source is not None:
                store_offering(self._store, self._job.id, source, offering)
                with self._store.transaction():
                    kept = replace(refreshed(source, answer, now()), digest=raw_digest(answer.body))
                    sources.put_state(self._store.database, kept)

    def _follow_named(self, typed: str, answer: Answer) -> None:
        """Follow the feed that a page names. It is fetched with the next update: only the page was asked for."""
        if is_opml(answer.body[:4096]):
            raise InputError("is a list of subscriptions: save it, then “reader opml import FILE”")
        named = parsing.run("feeds of a page", answer.body, tuple[tuple[str, str], ...], answer.address)
        if not named:
            raise InputError("is no feed and names none")
        if len(named) > 1:
            listed = ", ".join(f"{address} ({title})" if title else address for address, title in named[:_MOST_NAMED])
            raise InputError(f"names {len(named)} feeds; follow the one you want: {listed}")
        address, title = named[0]
        self._add(web_address(address), SourceKind.FEED, typed, title, f"the feed that {typed} names")

    def _watch(self, path: str) -> None:
        """Follow a folder or a file; what is in it is read at once."""
        place = Path(path).absolute()
        if not place.exists():
            self._tell(AddStatus.FAILED, str(place), "does not exist")
        elif place.is_file() and is_opml(place.open("rb").read(4096)):
            self._tell(
                AddStatus.FAILED, str(place), "is a list of subscriptions: “reader opml import FILE” follows them"
            )
        else:
            kind = SourceKind.FOLDER if place.is_dir() else SourceKind.FILE
            address = shown_path(str(place))
            if self._add(address, kind, address, ""):
                source = sources.source_at(self._store.database, address)
                if source is not None:
                    kept = look_at(self._store, self._job, source)
                    with self._store.transaction():
                        sources.put_state(self._store.database, kept)

    def _add(self, address: str, kind: SourceKind, typed: str, title: str, reason: str | None = None) -> bool:
        added = sources.add_source(self._store.database, address, kind, typed, title, self._job.terms)
        if added is None:
            known = sources.source_at(self._store.database, address)
            if known is not None:
                sources.set_terms(self._store.database, known.id, self._job.terms)
            self._tell(AddStatus.UNCHANGED, address, FOLLOWED_ALREADY)
            return False
        self._tell(AddStatus.ADDED, address, reason)
        return True

    def _tell(self, status: AddStatus, address: str, reason: str | None) -> None:
        self._store.put_outcome(self._job.id, AddOutcome(status, None, address, reason))


def import_list(store: Store, job: Job) -> None:
    """Follow what a list of subscriptions names: OPML, or newsboat's ``urls``. Nothing is fetched."""
    for find in find_files([Path(path) for path in job.paths]):
        try:
            raw = read_found(find)
            if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
                _import_opml(store, job, parsing.run("subscriptions", raw, OutlineList))
            else:
                found, refused = read_urls(raw)
                with store.transaction():
                    for each in found:
                        terms = Terms(each.title or None, each.tags + job.terms.tags)
                        kind = SourceKind.FEED if is_address(each.address) else SourceKind.FILE
                        added = sources.add_source(store.database, each.address, kind, each.address, "", terms)
                        _told(store, job, each.address, added)
                    _refuse(store, job, refused)
        except InputError as error:
            store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, find.origin, str(error)))


def _import_opml(store: Store, job: Job, found: OutlineList) -> None:
    with store.transaction():
        for address, added in outlines.import_outlines(store.database, found, job.terms.tags):
            _told(store, job, address, added)
        _refuse(store, job, found.refused)


def _told(store: Store, job: Job, address: str, added: int | None) -> None:
    status, reason = (AddStatus.UNCHANGED, FOLLOWED_ALREADY) if added is None else (AddStatus.ADDED, None)
    store.put_outcome(job.id, AddOutcome(status, None, address, reason))


def _refuse(store: Store, job: Job, refused: Iterable[tuple[str, str]]) -> None:
    for address, reason in refused:
        store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, address, reason))
