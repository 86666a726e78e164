"""When a happening was, as each source says it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from reader.analysis.comparison.dates.claims import DateClaim
from reader.analysis.comparison.facts.sameness import interval_of, meet
from reader.analysis.comparison.facts.tellings import Telling
from reader.models.comparison import FactRelation


def days_of(tellings: Sequence[Telling]) -> list[DateClaim]:
    """For each source that says when, the date that most of the other sources give too."""
    given: dict[int, list[DateClaim]] = {}
    for telling in tellings:
        if telling.days:
            given.setdefault(telling.source, []).extend(telling.days)
    return [
        max(claims, key=lambda claim: (*_support(claim, source, given), -claim.expression.start))
        for source, claims in given.items()
    ]


def _support(claim: DateClaim, source: int, given: dict[int, list[DateClaim]]) -> tuple[int, int]:
    """How many other sources give the same date, and how many one that may be the same."""
    others = [[each.expression.value for each in claims] for other, claims in given.items() if other != source]
    value = claim.expression.value
    interval = interval_of(value)
    return (
        sum(any(interval_of(each) == interval for each in values) for values in others),
        sum(any(meet(each, value) for each in values) for values in others),
    )


def relation_of_days(days: Sequence[DateClaim]) -> FactRelation:
    """How the dates of one happening relate; an inferred date never separates."""
    values = [claim.expression.value for claim in days]
    if len({interval_of(value) for value in values}) == 1:
        return FactRelation.AGREE
    meeting = all(
        meet(one.expression.value, other.expression.value) or one.inferred or other.inferred
        for one, other in combinations(days, 2)
    )
    return FactRelation.COMPATIBLE if meeting else FactRelation.CONFLICT
