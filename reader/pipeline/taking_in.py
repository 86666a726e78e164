"""The first step: the files a job names, read into the library, each on disk before it is acknowledged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from reader.errors import InputError
from reader.ingest.article import article_of
from reader.ingest.files import Found, Refused, find_files, read_bytes
from reader.ingest.forms.form import Entry, Source
from reader.ingest.reading import read_entries
from reader.models.library import Job
from reader.models.listing import AddOutcome, AddStatus
from reader.pipeline.faults import ends_the_work, told
from reader.pipeline.from_export import is_export_file, take_export
from reader.pipeline.together import Together
from reader.store.moments import now
from reader.store.store import Store

TOGETHER = 50
"""Articles of one input that are stored in one transaction: some tens of milliseconds."""


def take_in(store: Store, job: Job, stopped: Callable[[], bool]) -> bool:
    """Read everything the job names; True when all is stored, False if it was stopped before (a worker goes on later).

    What cannot be read has an outcome with a reason; nothing of it is lost, and the rest is read.
    """
    origins = read_paths(store, job, stopped)
    if origins is not None and job.exactly:
        _keep_only(store, job, origins)
    return origins is not None


def _keep_only(store: Store, job: Job, origins: set[str]) -> None:
    """Remove what is gone; if that is most of it, a disk is missing, not the files: the job fails and says so."""
    leaving, every = store.leaving(origins)
    if 2 * leaving > every:
        path = store.database.path
        store.finish_job(
            job.id,
            f"{leaving} of {every} articles are not there any more; they are kept, in case their place is only"
            f" not reachable. If they are to go, delete the library {path}.",
        )
    else:
        store.keep_only(origins)


def read_paths(store: Store, job: Job, stopped: Callable[[], bool]) -> set[str] | None:
    """Read the files and folders of a job; their origins come back, None if it was stopped before the end."""
    origins: set[str] = set()
    together = Together(store, stopped)
    for find in find_files([Path(path) for path in job.paths]):
        together.flush_if_late()
        if stopped():  # it may do other work in the meantime, which sees all that is written
            together.flush()
            return None
        origins.add(find.origin)
        if isinstance(find, Refused):
            _tell(store, job, together, AddOutcome(AddStatus.FAILED, None, find.origin, find.reason))
            origins.update(store.origins_below(find.origin))  # a folder that cannot be read is not empty
        elif is_export_file(Path(find.path)):
            together.flush()
            take_export(store, job, Path(find.path), stopped)
        else:
            take_in_file(store, job, find, together)
    together.flush()
    return origins


def take_in_file(store: Store, job: Job, find: Found, together: Together) -> None:
    """Read one file, if it has changed; it has an outcome in any case, once what is put together is written."""

    def failed(fault: Exception) -> None:
        reason = str(fault) if isinstance(fault, InputError) else f"cannot be read: {told(fault)}"
        store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, find.origin, reason))

    known = store.known(find.origin)
    if known is not None and (known.size, known.mtime_ns) == (find.size, find.mtime_ns):
        status = AddStatus.SKIPPED if known.duplicate else AddStatus.UNCHANGED
        reason = "the same text as another file" if known.duplicate else None
        _tell(store, job, together, AddOutcome(status, known.article, find.origin, reason))
        return
    container = store.known_container(find.origin)
    if container is not None and (container.size, container.mtime_ns) == (find.size, find.mtime_ns):
        holds = f"{len(container.origins)} articles"
        _tell(store, job, together, AddOutcome(AddStatus.UNCHANGED, None, find.origin, holds))
        return
    try:
        entries = read_entries(read_bytes(find), Source(find.origin))
        if [entry.origin for entry in entries] == [find.origin]:
            together.put(_writing(store, job, find, entries[0]), failed, find.size)
        else:
            together.flush()
            _take_in_entries(store, job, find, entries, together)
    except InputError as refused:
        together.put(partial(failed, refused), failed)
    except Exception as fault:  # told: what one file brings out must not keep all others unread
        if ends_the_work(fault):
            raise
        together.put(partial(failed, fault), failed)


def _tell(store: Store, job: Job, together: Together, outcome: AddOutcome) -> None:
    """Note what became of an input."""

    def failed(fault: Exception) -> None:
        raise fault

    together.put(partial(store.put_outcome, job.id, outcome), failed)


def _writing(store: Store, job: Job, find: Found, entry: Entry) -> Callable[[], None]:
    """What writes the article that is all of a file."""
    article, added_at = article_of(entry.draft, find.origin), now()

    def write() -> None:
        store.put_article(article, entry.raw, size=find.size, mtime_ns=find.mtime_ns, added_at=added_at, job=job.id)

    return write


def _take_in_entries(store: Store, job: Job, find: Found, entries: Sequence[Entry], together: Together) -> None:
    """The articles of a file that holds several; one of several that cannot be read costs itself only."""
    added_at = now()
    for first in range(0, len(entries), TOGETHER):
        together.between()
        with store.transaction():
            for entry in entries[first : first + TOGETHER]:
                try:
                    article = article_of(entry.draft, entry.origin)
                except InputError as error:
                    store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, entry.origin, str(error)))
                else:
                    store.put_article(
                        article, entry.raw, size=len(entry.raw), mtime_ns=0, added_at=added_at, job=job.id
                    )
    store.put_container(find.origin, find.size, find.mtime_ns, [entry.origin for entry in entries])
