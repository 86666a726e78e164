"""Watched folders and files: what is new or changed in them is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from reader.fetching.judging import failed, moment
from reader.ingest.files import Refused, find_files
from reader.models.clock import now
from reader.models.library import Job
from reader.models.sources import Source
from reader.pipeline.taking_in import take_in_file
from reader.pipeline.together import Together
from reader.store import sources
from reader.store.store import Store

PAUSE = timedelta(minutes=5)
"""Between two looks that nobody asked for: a look at 10,000 files takes tenths of a second."""


def look_at(store: Store, job: Job, source: Source) -> Source:
    """Read what is new in a folder, or a file that has changed; the source as it then stands."""
    error = ""
    together = Together(store)
    for find in find_files([Path(source.address)]):
        if isinstance(find, Refused):
            if find.origin == source.address:
                error = find.reason
            continue
        known = store.known(find.origin)
        if known is None or (known.size, known.mtime_ns) != (find.size, find.mtime_ns):
            take_in_file(store, job, find, together)
            together.flush()
        _note(store, source, find.origin)
    at = now()
    state = replace(source, error="", failures=0, fetched_at=moment(at), next_at=moment(at + PAUSE))
    return failed(source, error, at) if error else state


def _note(store: Store, source: Source, origin: str) -> None:
    """Note which articles come from here; a file may hold several."""
    container = store.known_container(origin)
    for each in container.origins if container else (origin,):
        known = store.known(each)
        if known is not None and sources.known_item(store.database, source.id, each) is None:
            with store.transaction():
                sources.put_item(store.database, source.id, each, "", known.article)
