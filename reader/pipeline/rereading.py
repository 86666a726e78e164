"""What an older version of the cleaning has read, read again from the stored bytes; the files are not needed."""

from __future__ import annotations

from reader.errors import InputError
from reader.ingest.article import INGEST_VERSION, article_of
from reader.ingest.forms.form import Source
from reader.ingest.reading import read_entries
from reader.pipeline.faults import ends_the_work
from reader.store.moments import now
from reader.store.store import Store

PAGE = 50
"""Articles read again in one step: some tens of milliseconds."""


class Rereading:
    """The way through a library that an older version has read; a step at a time, from the beginning if broken off."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last = 0
        self._done = store.ingest_version() >= INGEST_VERSION
        if not self._done and not store.article_ids(limit=1):
            self._finish()

    def step(self) -> bool:
        """Read a few articles again; False if all has been read by this version."""
        if self._done:
            return False
        page = self._store.article_ids(self._last, PAGE)
        for number in page:
            self._read_again(number)
            self._last = number
        if not page:
            self._finish()
        return True

    def _finish(self) -> None:
        self._store.set_ingest_version(INGEST_VERSION)
        self._done = True

    def _read_again(self, number: int) -> None:
        try:
            stored, raw = self._store.article(number), self._store.raw(number)
            known = self._store.known(stored.origin) if stored else None
            if stored is None or raw is None or known is None:
                return
            article = article_of(read_entries(raw, Source(stored.origin))[0].draft, stored.origin)
            self._store.put_article(article, raw, size=known.size, mtime_ns=known.mtime_ns, added_at=now())
        except Exception as fault:  # what an older version could read stays as it is
            if ends_the_work(fault) and not isinstance(fault, InputError):
                raise
