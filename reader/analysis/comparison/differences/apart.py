"""What speaks against two clauses being told of one thing: another place, time, number or owner beside them."""

from __future__ import annotations

from datetime import date

from reader.analysis.comparison.differences.phrases import OTHER_ONE
from reader.analysis.comparison.differences.predications import DAYS, MONTHS, Predication
from reader.analysis.temporal import date_interval


def are_apart(one: Predication, other: Predication, *, is_one: bool = False) -> bool:
    """Whether something beside the verb says that two clauses are of two things: time, place, number, owner.

    Args:
        one: a clause.
        other: a clause of another article.
        is_one: whether their sentences are known to tell the same: one may then say a number, or "first", that the
            other leaves out.
    """
    return (
        clash(one.places - MONTHS - DAYS, other.places - MONTHS - DAYS)
        or clash(one.owners, other.owners)
        or _marks_apart(one.marks, other.marks, is_one=is_one)
        or times_clash(one, other)
        or _differ(one.moments, other.moments)
    )


def _marks_apart(one: frozenset[str], other: frozenset[str], *, is_one: bool) -> bool:
    """Whether numbers and words as "another" tell two things apart."""
    if not is_one:
        return one != other
    return clash(one, other) or bool((one ^ other) & OTHER_ONE - {"first"})


def clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of names both say something, and nothing in common."""
    return bool(one and other) and not one & other


def times_clash(one: Predication, other: Predication) -> bool:
    """Whether both sentences have dates, and no two of them meet."""
    dated = (one.times and other.times) or (one.months and other.months)
    return bool(dated) and not times_meet(one, other)


def times_meet(one: Predication, other: Predication) -> bool:
    """Whether a date of one sentence may be a date of the other; months alone where a year is not known."""
    if not one.times or not other.times:
        return bool(one.months & other.months)
    return _meet(one.times, other.times)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a date of one set may be a date of the other."""
    return any(a[0] <= b[1] and b[0] <= a[1] for a in _intervals(one) for b in _intervals(other))


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both sets have dates that are known, and none of them may be the same."""
    return bool(_intervals(one) and _intervals(other)) and not _meet(one, other)


def _intervals(values: frozenset[str]) -> list[tuple[date, date]]:
    return [interval for value in values if (interval := date_interval(value))]


def days_after(one: Predication, other: Predication) -> int | None:
    """How many days after one report the other was published; None where a date is unknown."""
    try:
        return (date.fromisoformat(other.published) - date.fromisoformat(one.published)).days
    except ValueError:
        return None
