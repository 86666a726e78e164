"""Which dates of two sources cannot both be right. Sure conflicts only: a likely one is not worth a person's time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from reader.analysis.comparison.dates.claims import DateClaim
from reader.analysis.temporal import date_interval, dates_conflict

CONTEXT_OVERLAP = 0.4
"""Least share of the smaller sentence's words that the other one has too. Measured."""

CLAUSE_OVERLAP, CLAUSE_SHARED = 0.6, 2
"""Least share of all the words of both clauses that both have, names aside, and least number: the same verb and the
same object ("opened its embassy in March" / "opened an embassy in April")."""

VERB_SHARED = 3
"""Least number of words, that verb included, which the sentences share where one verb is dated in both."""

VERB_CONTEXT = 0.6
"""Share of the smaller sentence's words that the other one then has too."""

SAME_ANCHOR_DAYS = 1
"""Weekdays are compared between reports published so near to each other only: a weekday is resolved by guess."""

_DEICTIC_UNIT = re.compile(r"(?:earlier |later )?(?:this|last|next) (?:week|weekend|month|quarter|year|decade)")
_DEICTIC = frozenset({"yesterday", "today", "tonight", "tomorrow"})

SAME_YEAR_DAYS = 200
"""Months without a year are compared between reports published so near to each other only."""


@dataclass(frozen=True, slots=True)
class DateConflict:
    """Two dates of different articles that cannot both be right."""

    first: DateClaim
    second: DateClaim


def find_date_conflicts(claims: Sequence[DateClaim]) -> tuple[DateConflict, ...]:
    """The conflicts between the dates of every two articles."""
    by_source: dict[int, list[DateClaim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(claim)
    found: list[DateConflict] = []
    for one, other in combinations(sorted(by_source), 2):
        found.extend(_conflicts_between(by_source[one], by_source[other]))
    return tuple(found)


def _conflicts_between(ones: Sequence[DateClaim], others: Sequence[DateClaim]) -> list[DateConflict]:
    merits: Mapping[tuple[int, int], float] = {
        (i, j): _clause_overlap(one, other)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if _same_thing(one, other)
    }
    return [
        DateConflict(ones[i], others[j])
        for (i, j), merit in sorted(merits.items())
        if _conflicts(ones[i], others[j])
        and not any(_meets(ones[i], other) for other in others if _same_thing(ones[i], other))
        and not any(_meets(others[j], one) for one in ones if _same_thing(one, others[j]))
        and all(merit >= rival for (x, y), rival in merits.items() if (x == i) != (y == j))
    ]


def _same_thing(one: DateClaim, other: DateClaim) -> bool:
    """Whether the two clauses say the same of the same thing, apart from the date."""
    if one.former is not other.former or one.sense is not other.sense:
        return False
    if _clash(one.places, other.places) or _clash(one.doers, other.doers):
        return False
    context = _context(one, other)
    if context < CONTEXT_OVERLAP:
        return False
    if len(one.beside & other.beside) >= CLAUSE_SHARED and _clause_overlap(one, other) >= CLAUSE_OVERLAP:
        return True
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return False  # "grew by 2.1 % in March", "by 0.4 % in April": two facts
    alike = len(one.around & other.around) >= VERB_SHARED and context >= VERB_CONTEXT
    return one.verb == other.verb != "" and alike


def _clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name somebody or somewhere, and nobody and nowhere in common."""
    return bool(one and other and not one & other)


def _context(one: DateClaim, other: DateClaim) -> float:
    """Share of the words of the smaller sentence that the other one has too."""
    if one.around.isdisjoint(other.around):
        return 0.0
    smaller = min(len(one.around), len(other.around))
    return len(one.around & other.around) / smaller


def _clause_overlap(one: DateClaim, other: DateClaim) -> float:
    either = one.beside | other.beside
    return len(one.beside & other.beside) / len(either) if either else 0.0


def _conflicts(one: DateClaim, other: DateClaim) -> bool:
    """Whether the dates exclude each other and are known well enough to say so."""
    if not all(dates_conflict(first, second) for first in one.values for second in other.values):
        return False
    apart = _days_apart(one.published, other.published)
    if one.words == other.words and (one.words in _DEICTIC or _DEICTIC_UNIT.fullmatch(one.words)):
        return False
    if one.relative or other.relative:
        return apart is not None and apart <= SAME_ANCHOR_DAYS
    stated = one.expression.stated and other.expression.stated
    if not stated and _without_year(one) == _without_year(other):
        return False
    return stated or (apart is not None and apart <= SAME_YEAR_DAYS)


def _without_year(claim: DateClaim) -> str:
    """Month and day of a date, as far as given: all that is written where the year was guessed."""
    return claim.expression.value[4:10]


def _meets(one: DateClaim, other: DateClaim) -> bool:
    """Whether two dates may well be the same."""
    first, second = date_interval(one.expression.value), date_interval(other.expression.value)
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]


def _days_apart(one: str, other: str) -> int | None:
    """Days between two publications; None where one of them is not known."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return None
