"""The day of an event: what its sources say of it, or when they first reported it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reader.models.annotations import AnalysedArticle
from reader.models.article import STORY_LABELS, Status

OPENING_SENTENCES = 3
"""The sentences that say when it happened (DESIGN, "Events")."""

DAYS_BEFORE_NEWS = 3
"""An event lies at most so many days before the first report of it (DESIGN, "Events")."""

AGREEING = 2
"""So many articles must name the same day."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ISO_DAY = 10


@dataclass(frozen=True, slots=True)
class Dating:
    """What one member of an event says about when it was.

    Attributes:
        stated: the day it was published, if it states that.
        inferred: the day it was published, as inferred from something else.
        opening_days: past days that weekdays of its opening sentences resolve to.
        opening_weekdays: weekdays of its opening sentences (Monday is 0) that nothing resolves.
    """

    stated: date | None
    inferred: date | None = None
    opening_days: tuple[date, ...] = ()
    opening_weekdays: tuple[int, ...] = ()


def as_day(value: str | None) -> date | None:
    """The day of an ISO date or datetime; None if it is less precise or none."""
    if value is None or len(value) < _ISO_DAY:
        return None
    try:
        return date.fromisoformat(value[:_ISO_DAY])
    except ValueError:
        return None


def read_dating(analysed: AnalysedArticle) -> Dating:
    """What an article says about the day of its event."""
    article, annotations = analysed.article, analysed.annotations
    published = as_day(article.published.value)
    opening = [sentence for sentence in annotations.sentences if sentence.label in STORY_LABELS][:OPENING_SENTENCES]
    days: list[date] = []
    weekdays: list[int] = []
    for expression in annotations.dates:
        if not any(sentence.start <= expression.start < sentence.end for sentence in opening):
            continue
        day = as_day(expression.value)
        words = article.text[expression.start : expression.end].casefold().split()
        named = [_WEEKDAYS.index(word) for word in words if word in _WEEKDAYS]
        if day is not None and (published is None or day <= published):
            days.append(day)
        elif not expression.value and len(named) == 1:
            weekdays += named
    stated = article.published.status is Status.STATED
    return Dating(published if stated else None, None if stated else published, tuple(days), tuple(weekdays))


def event_day(members: Sequence[Dating]) -> date | None:
    """The day of an event: one that two openings agree on, shortly before the first stated publication; else that.

    Unresolved weekdays of undated articles are taken as the last such day before the first stated publication. Without
    any stated date it is a day that two openings agree on, the earliest inferred date, or None.
    """
    first = min((member.stated for member in members if member.stated), default=None)
    named: Counter[date] = Counter()
    for member in members:
        named.update(set(member.opening_days) if first is None else _days_shortly_before(first, member))
    agreed = [day for day, count in named.items() if count >= AGREEING]
    otherwise = first or min((member.inferred for member in members if member.inferred), default=None)
    return max(agreed, key=lambda day: (named[day], -day.toordinal()), default=otherwise)


def _days_shortly_before(first: date, member: Dating) -> set[date]:
    """The days of an opening that may be that of an event which was first reported on some day."""
    guessed = {first - timedelta(days=(first.weekday() - weekday) % 7) for weekday in member.opening_weekdays}
    reach = timedelta(days=DAYS_BEFORE_NEWS)
    return {day for day in guessed | set(member.opening_days) if timedelta(0) <= first - day <= reach}
