"""Articles taken out of an archive, with what was found in them: they are only grouped, and their names resolved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from reader.analysis.annotate import ANALYSIS_VERSION
from reader.errors import InputError, RecordError, UsageError
from reader.models.library import Job
from reader.models.listing import AddOutcome, AddStatus
from reader.pipeline.together import Together
from reader.shards.choosing import chosen_rows
from reader.shards.rows import Row, annotations_of_row, article_of_row, raw_of_row
from reader.store.moments import now
from reader.store.store import Store


def take_from_archive(store: Store, job: Job, stopped: Callable[[], bool]) -> bool:
    """Store the articles of an archive that a query chooses; True when all are, False if it was stopped before.

    ``job.paths`` are the folder of the archive and the query. What is there already is unchanged or skipped, so that a
    job that was broken off is done again from its beginning. A damaged shard fails the job, which keeps what came
    before it.
    """
    archive, query = job.paths
    together = Together(store)
    try:
        for row in chosen_rows(Path(archive), query, stopped):
            together.flush_if_late()
            together.put(partial(_store, store, job, row), partial(_failed, store, job, row), len(row.text))
            if stopped():
                break
    except (InputError, UsageError) as error:
        together.flush()
        store.finish_job(job.id, str(error))
        return False
    together.flush()
    return not stopped()


def _store(store: Store, job: Job, row: Row) -> None:
    size, mtime_ns = (row.size, row.mtime_ns) if row.origin == row.input else (len(row.raw), 0)
    outcome = store.put_article(
        article_of_row(row), raw_of_row(row), size=size, mtime_ns=mtime_ns, added_at=now(), job=job.id
    )
    if outcome.id is not None and outcome.status in {AddStatus.ADDED, AddStatus.UPDATED}:
        annotations = annotations_of_row(row)
        if annotations.version == ANALYSIS_VERSION:
            store.bring_annotations(outcome.id, annotations)


def _failed(store: Store, job: Job, row: Row, fault: Exception) -> None:
    reason = str(fault) if isinstance(fault, RecordError) else f"cannot be taken over: {fault}"
    store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, row.origin, reason))
