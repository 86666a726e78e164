"""An export of a library, taken back: its articles, then what the person did."""

from __future__ import annotations

import binascii
from collections.abc import Callable
from pathlib import Path

from reader.errors import InputError
from reader.models.journal import CORRECTIONS, ChangeKind
from reader.models.library import Job, JobKind
from reader.models.listing import AddOutcome, AddStatus
from reader.store import importing, jobs, journal
from reader.store.store import Store

TOGETHER = 25
"""Articles stored in one transaction."""


def is_export_file(path: Path) -> bool:
    """Whether a file is an export of a library."""
    try:
        with path.open("rb") as file:
            return importing.is_export(file.read(importing.FIRST))
    except OSError:
        return False


def take_export(store: Store, job: Job, path: Path, stopped: Callable[[], bool]) -> None:
    """Store what an export holds; a line that cannot be read costs itself only.

    What was stored before the work was broken off is there already when it is done again.
    """
    done, stands, seen = [], [], []
    waiting: list[importing.Kept] = []
    with path.open("rb") as file:
        for number, written in enumerate(file, 1):
            if not written.strip():
                continue
            try:
                line = importing.read_line(written)
            except InputError as error:
                store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, f"{path}#{number}", str(error)))
                continue
            if line.article is not None:
                waiting.append(line.article)
            done += [line.change] if line.change is not None else []
            stands += [line.stands] if line.stands is not None else []
            seen += [line.seen] if line.seen is not None else []
            if len(waiting) >= TOGETHER:
                _put(store, job, waiting)
                waiting.clear()
                if stopped():
                    return
    _put(store, job, waiting)
    importing.put_journal(store.database, done, stands, seen)
    _ask(store, {each.kind for each in stands})


def _put(store: Store, job: Job, waiting: list[importing.Kept]) -> None:
    with store.transaction():
        for kept in waiting:
            try:
                article, raw = kept.article(), kept.bytes()
            except (InputError, binascii.Error) as error:
                store.put_outcome(job.id, AddOutcome(AddStatus.FAILED, None, kept.origin, str(error)))
                continue
            outcome = store.put_article(article, raw, size=len(raw), mtime_ns=0, added_at=kept.added, job=job.id)
            importing.put_earlier(store.database, outcome, kept)


def _ask(store: Store, kinds: set[ChangeKind]) -> None:
    """What was joined, parted or put right in the other library is so here."""
    if kinds & {ChangeKind.TOGETHER, ChangeKind.APART}:
        both = [target for kind, target in journal.states(store.database) if kind in {"together", "apart"}]
        rows = [
            row[0]
            for target in both
            for digest in target.split()
            for row in store.database.rows("SELECT id FROM article WHERE digest = ?", (digest,))
        ]
        jobs.request(store.database, JobKind.REGROUP, articles=sorted(set(rows)))
    if kinds & CORRECTIONS:
        jobs.request(store.database, JobKind.RESOLVE)
