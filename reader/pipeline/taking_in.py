"""The first step: the files a job names, read into the library, each on disk before it is acknowledged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.errors import InputError
from reader.ingest.article import is_markdown, read_article
from reader.ingest.files import Found, Refused, find_files, read_bytes
from reader.models.library import Job
from reader.models.listing import AddOutcome, AddStatus
from reader.pipeline.faults import ends_the_work, told
from reader.store.moments import now
from reader.store.store import Store


def take_in(store: Store, job: Job, stopped: Callable[[], bool]) -> bool:
    """Read everything the job names; True when all is stored, False if it was stopped before (a worker goes on later).

    What cannot be read has an outcome with a reason; nothing of it is lost, and the rest is read.
    """
    origins: set[str] = set()
    for find in find_files([Path(path) for path in job.paths]):
        if stopped():
            return False
        origins.add(find.origin)
        if isinstance(find, Refused):
            store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, find.origin, find.reason))
        else:
            _take_in_file(store, job, find)
    if job.exactly:
        store.keep_only(origins)
    return True


def _take_in_file(store: Store, job: Job, find: Found) -> None:
    known = store.known(find.origin)
    if known is not None and (known.size, known.mtime_ns) == (find.size, find.mtime_ns):
        status = AddStatus.SKIPPED if known.duplicate else AddStatus.UNCHANGED
        reason = "the same text as another file" if known.duplicate else None
        store.put_outcome(job.id, AddOutcome(status, known.article, find.origin, reason))
        return
    try:
        raw = read_bytes(find)
        article = read_article(raw, find.origin, markdown=is_markdown(find.origin))
        store.put_article(article, raw, size=find.size, mtime_ns=find.mtime_ns, added_at=now(), job=job.id)
    except InputError as error:
        store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, find.origin, str(error)))
    except Exception as fault:  # told: what one file brings out must not keep all others unread
        if ends_the_work(fault):
            raise
        store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, find.origin, f"cannot be read: {told(fault)}"))
