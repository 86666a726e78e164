"""The work that front ends ask of the worker, and what became of each input."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import asdict

from reader.models.library import Job, JobKind, JobOutcome, JobState, LeftOut
from reader.models.listing import AddOutcome, AddStatus
from reader.models.sources import NO_TERMS, FullText, Kept, Terms
from reader.store.database import Database
from reader.store.moments import now
from reader.store.news import NewsKind, tell
from reader.store.records import checked, member, rows_read, unpacked

KEPT = 200
"""Finished jobs kept with their outcomes: whoever asked for one reads them at once."""

_LEFT_OUT = frozenset({AddStatus.FAILED, AddStatus.SKIPPED})
"""What is kept of inputs until they are read."""

_OF_SOURCES = (JobKind.FOLLOW, JobKind.IMPORT, JobKind.UPDATE, JobKind.PRUNE)

_COLUMNS = "id, kind, state, payload, total, error, (SELECT count(*) FROM outcome WHERE job_id = job.id)"


def last(database: Database, kind: JobKind) -> int:
    """The id of the job of a kind that was asked for last; 0 if there is none."""
    row = database.row("SELECT id FROM job WHERE kind = ? ORDER BY id DESC", (kind,))
    return int(row[0]) if row else 0


def request(
    database: Database,
    kind: JobKind,
    *,
    paths: Sequence[str] = (),
    articles: Collection[int] = (),
    analyse: bool = True,
    exactly: bool = False,
    terms: Terms = NO_TERMS,
) -> int:
    """Queue a job; its id."""
    with database.transaction():
        if kind in {JobKind.ADD, JobKind.TAKE}:
            exactly = _may_hold_exactly(database, asked=exactly)
        payload = {
            "paths": list(paths),
            "articles": list(articles),
            "analyse": analyse,
            "exactly": exactly,
            "terms": asdict(terms),
        }
        job = database.run(
            "INSERT INTO job(kind, state, payload, asked_at) VALUES (?, ?, ?, ?)",
            (kind, JobState.QUEUED, json.dumps(payload), now()),
        )
        tell(database, NewsKind.JOB, (job,))
    return job


def _may_hold_exactly(database: Database, *, asked: bool) -> bool:
    """Whether everything but the paths of an addition may be removed: only if nothing was ever added otherwise.

    It guards the person's own library against being emptied by a front end that opens paths in it.
    """
    row = database.row("SELECT value FROM setting WHERE name = 'holds'")
    begun = "anything" if database.row("SELECT 1 FROM article LIMIT 1") else "paths"
    holds = (row[0] if row else begun) if asked else "anything"
    database.run("INSERT OR REPLACE INTO setting VALUES ('holds', ?)", (holds,))
    return asked and holds == "paths"


def read_job(database: Database, job: int) -> Job | None:
    """How far a job is, or None."""
    row = database.row(f"SELECT {_COLUMNS} FROM job WHERE id = ?", (job,))
    return None if row is None else _job(row)


def next_job(database: Database, kind: JobKind | None, but: Collection[int] = ()) -> Job | None:
    """The next job to work on, comparisons before additions; none of ``but``, which are under way."""
    row = database.row(
        f"""
        SELECT {_COLUMNS} FROM job
        WHERE state = 'queued' AND (? IS NULL OR kind = ?) AND id NOT IN ({", ".join("?" * len(but))})
        ORDER BY kind <> ?, id LIMIT 1
        """,
        (kind, kind, *but, JobKind.COMPARE),
    )
    return None if row is None else _job(row)


def has_work(database: Database) -> bool:
    """Whether a job is not done yet, or an article not analysed: whether a worker would find something to do."""
    return bool(
        database.number(
            """
            SELECT EXISTS (SELECT 1 FROM job WHERE state IN ('queued', 'stored'))
                OR EXISTS (SELECT 1 FROM article WHERE is_current = 0)
            """
        )
    )


def stored_jobs(database: Database) -> tuple[Job, ...]:
    """The jobs whose inputs are all stored."""
    return tuple(_job(row) for row in database.rows(f"SELECT {_COLUMNS} FROM job WHERE state = 'stored' ORDER BY id"))


@rows_read()
def _job(row: sqlite3.Row) -> Job:
    job, kind, state, payload, total, error, done = row
    asked = unpacked(payload)
    return checked(
        Job(
            id=job,
            kind=member(JobKind, kind),
            state=member(JobState, state),
            paths=tuple(asked["paths"]),
            articles=tuple(asked["articles"]),
            analyse=asked["analyse"],
            exactly=asked["exactly"],
            total=total,
            done=done,
            error=error,
            terms=_terms(asked.get("terms", {})),
        )
    )


def _terms(asked: dict[str, object]) -> Terms:
    """The terms of a job, which an earlier version did not write."""
    words = {name: tuple(map(str, found)) for name, found in asked.items() if isinstance(found, list)}
    title, full_text, days = asked.get("title"), asked.get("full_text"), asked.get("days")
    return Terms(
        title=title if isinstance(title, str) else None,
        tags=words.get("tags", ()),
        full_text=member(FullText, full_text) if isinstance(full_text, str) else None,
        days=days if isinstance(days, int) else None,
        keep=tuple(member(Kept, word) for word in words.get("keep", ())),
    )


def set_total(database: Database, job: int, total: int) -> None:
    """Say how many inputs a job has."""
    with database.transaction():
        database.run("UPDATE job SET total = ? WHERE id = ?", (total, job))
        tell(database, NewsKind.JOB, (job,))


def put_outcome(database: Database, job: int, outcome: AddOutcome) -> None:
    """Note what became of one input."""
    with database.transaction():
        database.run(
            "INSERT OR IGNORE INTO outcome(job_id, status, article_id, origin, reason) VALUES (?, ?, ?, ?, ?)",
            (job, outcome.status, outcome.id, outcome.origin, outcome.reason),
        )
        if outcome.status in _LEFT_OUT and not _is_told_elsewhere(database, job):
            database.run(
                "INSERT OR REPLACE INTO left_out VALUES (?, ?, ?, ?)",
                (outcome.origin, outcome.status, outcome.reason, job),
            )
        else:
            database.run("DELETE FROM left_out WHERE origin = ?", (outcome.origin,))
        tell(database, NewsKind.JOB, (job,))


def _is_told_elsewhere(database: Database, job: int) -> bool:
    """Whether a job is about what is followed: a failure of a source shows beside it."""
    kinds = ", ".join(f"'{kind}'" for kind in _OF_SOURCES)
    return database.row(f"SELECT 1 FROM job WHERE id = ? AND kind IN ({kinds})", (job,)) is not None


def outcomes(database: Database, job: int, after: int, limit: int) -> tuple[JobOutcome, ...]:
    """What became of the inputs of a job, from the one after ``after``."""
    rows = database.rows(
        """
        SELECT number, status, article_id, origin, reason FROM outcome
        WHERE job_id = ? AND number > ? ORDER BY number LIMIT ?
        """,
        (job, after, limit),
    )
    return tuple(
        checked(JobOutcome(number, checked(AddOutcome(member(AddStatus, status), article, origin, reason))))
        for number, status, article, origin, reason in rows
    )


def left_out(database: Database) -> tuple[LeftOut, ...]:
    """The inputs that were not read when they were last tried: those that could not be first, then by origin."""
    rows = database.rows(
        "SELECT status, origin, reason, job_id FROM left_out ORDER BY status = ?, origin", (AddStatus.SKIPPED,)
    )
    return tuple(
        checked(LeftOut(checked(AddOutcome(member(AddStatus, status), None, origin, reason)), job))
        for status, origin, reason, job in rows
    )


def mark_stored(database: Database, job: int) -> None:
    """Say that every input of a job has its outcome."""
    _set_state(database, job, JobState.STORED, None)


def finish(database: Database, job: int, error: str | None) -> None:
    """Say that a job is done, or why it failed."""
    with database.transaction():
        _set_state(database, job, JobState.DONE if error is None else JobState.FAILED, error)
        database.run("DELETE FROM job WHERE id <= ? AND state IN ('done', 'failed')", (job - KEPT,))


def _set_state(database: Database, job: int, state: JobState, error: str | None) -> None:
    with database.transaction():
        database.run(
            "UPDATE job SET state = ?, error = ? WHERE id = ? AND state NOT IN ('done', 'failed')", (state, error, job)
        )
        tell(database, NewsKind.JOB, (job,))
