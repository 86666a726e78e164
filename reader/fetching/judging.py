"""Whether a source is due, and what an answer means for it: values in, values out; no clock, no network, no library.

The idea of such a decider, apart from all input and output, is lemon24/reader's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from reader.errors import InputError
from reader.fetching.records import Answer
from reader.models.sources import Source, Validators

PAUSE = timedelta(hours=1)
"""Between two fetches that nobody asked for; doubled with every failure in a row."""

LONGEST_PAUSE = timedelta(days=1)

LONGEST_WAIT = timedelta(days=7)
"""A server that asks for more has made a mistake: the source would be forgotten."""


_MEANINGS = {
    400: "does not understand the question (400)",
    401: "wants a name and a password (401)",
    403: "may not be read (403)",
    404: "is not there (404)",
    406: "is not there in any form that is a feed (406)",
    410: "has ended for good (410)",
    429: "wants to be asked less often (429)",
    500: "has a fault of its server (500)",
    503: "is out of service for now (503)",
}

_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer means.

    Attributes:
        source: as it is to be kept from now on. Of a body, only once everything in it is stored.
        has_body: whether there is something to read; it then depends on that what becomes of the source.
        moved_to: where its subscription goes, if what is there can be read.
    """

    source: Source
    has_body: bool = False
    moved_to: str | None = None


def moment(at: datetime) -> str:
    """A point in time as the library keeps it."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")


def is_due(source: Source, now: datetime, *, asked: bool) -> bool:
    """Whether a source is to be fetched: never before its server wants it, unasked not before its time either."""
    if source.ended:
        return False
    return moment(now) >= max(source.wait_until, "" if asked else source.next_at)


def judge(source: Source, answer: Answer, now: datetime) -> Verdict:
    """What an answer means for a source that was asked."""
    if answer.status == 200:
        return Verdict(refreshed(source, answer, now), has_body=True, moved_to=answer.moved_to)
    if answer.status == 304:
        kept = replace(answer, validators=_or(answer.validators, source.validators))
        return Verdict(refreshed(source, kept, now), moved_to=answer.moved_to)
    if answer.status == 410:
        return Verdict(replace(source, ended=True, error=_MEANINGS[410], failures=source.failures + 1))
    error = _failure(answer)
    wait = _retry_after(answer.retry_after, now) if answer.status in _BUSY else None
    if wait is not None:
        until = now + min(wait, LONGEST_WAIT)
        error += f" and wants no question before {until.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        failed_ = failed(source, error, now)
        return Verdict(replace(failed_, wait_until=moment(until), next_at=max(failed_.next_at, moment(until))))
    return Verdict(failed(source, error, now))


def failed(source: Source, error: str, now: datetime) -> Source:
    """The source after a failure: it is left alone for longer with each one in a row."""
    failures = source.failures + 1
    pause = min(PAUSE * 2 ** min(failures, 10), LONGEST_PAUSE)
    return replace(source, error=error, failures=failures, next_at=moment(now + pause))


def refreshed(source: Source, answer: Answer, now: datetime) -> Source:
    """The source after a success."""
    pause = max(PAUSE, min(timedelta(seconds=answer.max_age), LONGEST_PAUSE))
    return replace(
        source,
        validators=answer.validators,
        fetched_at=moment(now),
        next_at=moment(now + pause),
        wait_until="",
        failures=0,
        error="",
    )


def _or(new: Validators, old: Validators) -> Validators:
    return Validators(new.etag or old.etag, new.modified or old.modified)


def _retry_after(written: str, now: datetime) -> timedelta | None:
    """The wait that a header ``Retry-After`` asks for, in either of its forms; None if it says nothing."""
    text = written.strip()
    if text.isascii() and text.isdecimal():
        return timedelta(seconds=int(text[:9]))
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return max(at.replace(tzinfo=at.tzinfo or UTC) - now, timedelta())


def page_of(answer: Answer) -> bytes:
    """The body of an answer.

    Raises:
        InputError: there is none; the end of a sentence about its address.
    """
    if answer.status != 200:
        raise InputError(_failure(answer))
    return answer.body


def _failure(answer: Answer) -> str:
    return answer.error or _MEANINGS.get(answer.status) or f"answers with an error ({answer.status})"
