"""What speaks against two clauses being told of one thing: another place, time, number or owner beside them."""

from __future__ import annotations

from datetime import date

from reader.analysis.alignment.stemming import stem
from reader.analysis.comparison.differences.predications import Predication
from reader.analysis.temporal import date_interval


def are_apart(one: Predication, other: Predication) -> bool:
    """Whether something beside the verb says that two clauses are of two things: time, place, number, owner."""
    return (
        clash(one.places - _dated(one), other.places - _dated(other))
        or clash(one.owners, other.owners)
        or one.marks != other.marks
        or times_clash(one, other)
    )


_MONTHS = frozenset(
    stem(month)
    for month in "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)


def _dated(told: Predication) -> frozenset[str]:
    """What looks like a place and is a time: "in March"."""
    return told.places & _MONTHS


def clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of names both say something, and nothing in common."""
    return bool(one and other) and not one & other


def times_clash(one: Predication, other: Predication) -> bool:
    """Whether both sentences have dates, and no two of them meet."""
    return bool(one.times and other.times) and not times_meet(one, other)


def times_meet(one: Predication, other: Predication) -> bool:
    """Whether a date of one sentence may be a date of the other."""
    first = [interval for value in one.times if (interval := date_interval(value))]
    second = [interval for value in other.times if (interval := date_interval(value))]
    return any(a[0] <= b[1] and b[0] <= a[1] for a in first for b in second)


def days_after(one: Predication, other: Predication) -> int | None:
    """How many days after one report the other was published; None where a date is unknown."""
    try:
        return (date.fromisoformat(other.published) - date.fromisoformat(one.published)).days
    except ValueError:
        return None
