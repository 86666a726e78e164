"""Which dates of two sources cannot both be right.

Sure conflicts only, for a likely one is not worth a person's time; but for two weekdays by name of one verb in articles
that don't state their day: the words disagree by themselves, of what week they are nobody says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import numpy as np

from reader.analysis.alignment.overlaps import Overlaps
from reader.analysis.comparison.dates.claims import DateClaim
from reader.analysis.comparison.effort import Effort
from reader.analysis.temporal import date_interval, dates_conflict
from reader.models.comparison import Part

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
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_DEICTIC = frozenset({"yesterday", "today", "tonight", "tomorrow"})

SAME_YEAR_DAYS = 200
"""Months without a year are compared between reports published so near to each other only."""


@dataclass(frozen=True, slots=True)
class DateConflict:
    """Two dates of different articles that cannot both be right."""

    first: DateClaim
    second: DateClaim

    @property
    def sure(self) -> bool:
        """Whether neither date hangs on a day of publication that is itself inferred."""
        return not (self.first.inferred or self.second.inferred)


def find_date_conflicts(claims: Sequence[DateClaim], effort: Effort) -> tuple[DateConflict, ...]:
    """The conflicts between the dates of every two articles; ``claims`` are in canonical order."""
    overlaps = Overlaps([claim.around for claim in claims])
    found: list[DateConflict] = []
    for _, numbered in groupby(effort.each(Part.DATES, range(len(claims))), key=lambda n: claims[n].source):
        own = list(numbered)
        first, last = own[0], own[-1] + 1
        shared = overlaps.shared(slice(first, last), slice(last, None))
        smaller = np.maximum(overlaps.smaller(slice(first, last), slice(last, None)), 1)
        alike = zip(*np.nonzero(shared / smaller >= CONTEXT_OVERLAP), strict=True)
        pairs = [(first + int(i), last + int(j)) for i, j in alike]
        pairs = [(one, other) for one, other in pairs if _same_thing(claims[one], claims[other])]
        by_source: dict[int, list[tuple[int, int]]] = {}
        for one, other in pairs:
            by_source.setdefault(claims[other].source, []).append((one, other))
        for other_source in sorted(by_source):
            found.extend(_conflicts_between(claims, by_source[other_source]))
    return tuple(found)


def _conflicts_between(claims: Sequence[DateClaim], pairs: Sequence[tuple[int, int]]) -> list[DateConflict]:
    """The conflicts of two articles, of which these pairs of dates say the same but for the date."""
    merits = {(one, other): _clause_overlap(claims[one], claims[other]) for one, other in pairs}
    met = {number for pair in pairs if _meets(claims[pair[0]], claims[pair[1]]) for number in pair}
    return [
        DateConflict(claims[i], claims[j])
        for (i, j), merit in sorted(merits.items())
        if i not in met
        and j not in met
        and _conflicts(claims[i], claims[j])
        and all(merit >= rival for (x, y), rival in merits.items() if (x == i) != (y == j))
    ]


def _same_thing(one: DateClaim, other: DateClaim) -> bool:
    """Whether the two clauses say the same of the same thing, apart from the date; their sentences are alike."""
    if one.former is not other.former or one.sense is not other.sense:
        return False
    if _clash(one.places, other.places) or _clash(one.doers, other.doers):
        return False
    if len(one.beside & other.beside) >= CLAUSE_SHARED and _clause_overlap(one, other) >= CLAUSE_OVERLAP:
        return True
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return False  # "grew by 2.1 % in March", "by 0.4 % in April": two facts
    if not one.verb == other.verb != "":
        return False
    shared = len(one.around & other.around)
    return shared >= VERB_SHARED and shared / min(len(one.around), len(other.around)) >= VERB_CONTEXT


def _clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name somebody or somewhere, and nobody and nowhere in common."""
    return bool(one and other and not one & other)


def _clause_overlap(one: DateClaim, other: DateClaim) -> float:
    either = one.beside | other.beside
    return len(one.beside & other.beside) / len(either) if either else 0.0


def _conflicts(one: DateClaim, other: DateClaim) -> bool:
    """Whether the dates exclude each other and are known well enough to say so."""
    if not all(dates_conflict(first, second) for first in one.values for second in other.values):
        return False
    if one.inferred or other.inferred:
        return _are_other_weekdays(one, other)
    apart = _days_apart(one.published, other.published)
    if one.words == other.words and (one.words in _DEICTIC or _DEICTIC_UNIT.fullmatch(one.words)):
        return False
    if one.relative or other.relative:
        return apart is not None and apart <= SAME_ANCHOR_DAYS
    stated = one.expression.stated and other.expression.stated
    if not stated and _without_year(one) == _without_year(other):
        return False
    return stated or (apart is not None and apart <= SAME_YEAR_DAYS)


def _are_other_weekdays(one: DateClaim, other: DateClaim) -> bool:
    """Whether two weekdays by name differ under one verb: all that dates can say that hang on an inferred day."""
    first, second = _WEEKDAY.search(one.words), _WEEKDAY.search(other.words)
    return first is not None and second is not None and first[0] != second[0] and one.verb == other.verb != ""


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
