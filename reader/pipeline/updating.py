"""Keeping what is followed current: every source asked once, what it has to say stored before it is believed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.errors import InputError
from reader.fetching.judging import failed, is_due, judge
from reader.fetching.records import Answer, Request
from reader.models.clock import now
from reader.models.library import Job
from reader.models.listing import AddOutcome, AddStatus
from reader.models.sources import Source, SourceKind
from reader.pipeline.intake import read_offering, store_offering
from reader.pipeline.pages import take_page, wanted_pages
from reader.pipeline.pruning import prune_source
from reader.pipeline.watching import look_at
from reader.store import sources
from reader.store.codec import raw_digest
from reader.store.store import Store

Ask = Callable[[Request], None]
"""Fetches an address; its answer is handed in later."""

TOGETHER = 50
"""Sources that have nothing new and are noted in one transaction."""


class Updating:
    """One ``update`` job, from its first question to its last answer."""

    def __init__(self, store: Store, job: Job, ask: Ask) -> None:
        self._store = store
        self._job = job
        self._ask = ask
        self._asked: dict[str, Source] = {}
        self._pages: dict[str, tuple[Source, str]] = {}
        self._quiet: list[Source] = []

    def begin(self) -> None:
        """Ask every source that is due; look at the folders."""
        chosen = sources.sources(self._store.database, self._job.articles or None)
        self._store.set_total(self._job.id, len(chosen))
        for source in chosen:
            if source.kind is not SourceKind.FEED:
                self._look_at(source)
            elif is_due(source, now(), asked=True):
                self._asked[source.address] = source
                self._ask(Request(source.address, self._job.id, source.typed, source.validators))
            elif self._job.articles or not source.ended:
                self._tell(AddStatus.SKIPPED, source, source.error or "has ended")

    @property
    def is_over(self) -> bool:
        """Whether every answer is in."""
        return not self._asked and not self._pages

    def take(self, answer: Answer) -> None:
        """What one server has answered."""
        address = answer.request.address
        if (source := self._asked.pop(address, None)) is not None:
            self._take_answer(source, answer)
        elif address in self._pages:
            source, key = self._pages.pop(address)
            take_page(self._store, self._job.id, source, key, answer)
        if self.is_over:
            self.finish()
            for source in sources.sources(self._store.database, self._job.articles or None):
                prune_source(self._store, self._job.id, source)

    def finish(self) -> None:
        """Write what was held back."""
        with self._store.transaction():
            for source in self._quiet:
                sources.put_state(self._store.database, source)
                self._tell(AddStatus.UNCHANGED, source, None)
        self._quiet.clear()

    def _take_answer(self, source: Source, answer: Answer) -> None:
        verdict = judge(source, answer, now())
        kept = verdict.source
        if verdict.has_body:
            kept = self._take_body(source, kept, answer)
        if not kept.error and verdict.moved_to:
            kept = self._move(kept, verdict.moved_to)
        if kept.error:
            with self._store.transaction():
                sources.put_state(self._store.database, kept)
                self._tell(AddStatus.FAILED, source, kept.error)
        else:
            self._quiet.append(kept)
            if len(self._quiet) >= TOGETHER:
                self.finish()
        if not kept.error:
            self._ask_for_pages(kept)

    def _take_body(self, source: Source, kept: Source, answer: Answer) -> Source:
        """Store what a feed offers; the source as it then stands."""
        digest = raw_digest(answer.body)
        if digest == source.digest:
            return kept
        try:
            offering = read_offering(answer.body, answer.address, answer.content_type)
        except InputError as error:
            return failed(source, str(error), now())
        store_offering(self._store, self._job.id, source, offering)
        return replace(kept, digest=digest)

    def _move(self, source: Source, address: str) -> Source:
        there = sources.move_source(self._store.database, source.id, address)
        return replace(source, id=there, address=address)

    def _ask_for_pages(self, source: Source) -> None:
        for key, page in wanted_pages(self._store, source, self._pages.keys()):
            self._pages[page] = source, key
            self._ask(Request(page, self._job.id, source.typed))

    def _look_at(self, source: Source) -> None:
        kept = look_at(self._store, self._job, source)
        with self._store.transaction():
            sources.put_state(self._store.database, kept)
            status = AddStatus.FAILED if kept.error else AddStatus.UNCHANGED
            self._tell(status, source, kept.error or None)

    def _tell(self, status: AddStatus, source: Source, reason: str | None) -> None:
        self._store.put_outcome(self._job.id, AddOutcome(status, None, source.address, reason))
