"""Adding addresses: a page becomes an article, a feed its articles. Files among them are read first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.errors import InputError
from reader.fetching.judging import page_of
from reader.fetching.records import Answer, Request
from reader.ingest.forms.form import Source as Origin
from reader.ingest.reading import read_entries
from reader.models.addresses import is_address, web_address
from reader.models.library import Job
from reader.models.listing import AddOutcome, AddStatus
from reader.pipeline.intake import TOGETHER, charset_of, store_entry
from reader.pipeline.taking_in import read_paths
from reader.store.store import Store

Ask = Callable[[Request], None]
"""Fetches an address; its answer is handed in later."""


class Visiting:
    """One ``add`` job with addresses in it."""

    def __init__(self, store: Store, job: Job, ask: Ask) -> None:
        self._store = store
        self._job = job
        self._ask = ask
        self._asked: set[str] = set()
        self._origins: set[str] = set()
        self._failed = False

    def begin(self) -> None:
        """Read the files, ask for the addresses."""
        files = replace(self._job, paths=tuple(path for path in self._job.paths if not is_address(path)))
        if files.paths:
            self._origins |= read_paths(self._store, files, lambda: False) or set()
        for path in self._job.paths:
            if is_address(path):
                try:
                    address = web_address(path)
                except InputError as error:
                    self._fail(path, str(error))
                else:
                    if address not in self._asked:
                        self._asked.add(address)
                        self._ask(Request(address, self._job.id, address))
        self._end()

    @property
    def is_over(self) -> bool:
        """Whether every answer is in."""
        return not self._asked

    def take(self, answer: Answer) -> None:
        """Store what is at one address."""
        typed = answer.request.address
        self._asked.discard(typed)
        try:
            entries = read_entries(page_of(answer), Origin(answer.moved_to or typed, charset_of(answer.content_type)))
        except InputError as error:
            self._fail(typed, str(error))
        else:
            for first in range(0, len(entries), TOGETHER):
                with self._store.transaction():
                    for entry in entries[first : first + TOGETHER]:
                        store_entry(self._store, self._job.id, entry)
            self._origins |= {entry.origin for entry in entries}
        self._end()

    def _end(self) -> None:
        # An address that does not answer just now must not cost the article that was read there.
        if self.is_over and self._job.exactly and not self._failed:
            self._store.keep_only(self._origins)

    def _fail(self, address: str, reason: str) -> None:
        self._failed = True
        self._store.put_outcome(self._job.id, AddOutcome(AddStatus.FAILED, None, address, reason))
