"""Clauses of several sources put together by the happening that they tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.facts.grouping import Pair, grouped
from reader.analysis.comparison.facts.sameness import SAYING, SAYING_NOTHING, Sameness
from reader.analysis.comparison.facts.tellings import Telling
from reader.models.comparison import Part

MOST_OF_A_VERB = 150
"""Clauses with one verb are compared in pairs: of more, the first ones take part (thirty reports have some 50)."""

Happening = tuple[Telling, ...]
"""Clauses of several sources, in canonical order."""


def happenings_of(told: Sequence[Telling], sameness: Sameness, effort: Effort) -> tuple[Happening, ...]:
    """What several sources tell of; each clause belongs to one happening at most."""
    said = [at for at, telling in enumerate(told) if telling.is_said_to_be]
    pairs = [*_of_one_verb(told, said, sameness, effort), *_of_one_time_or_place(told, said, sameness, effort)]
    groups = (
        tuple(told[at] for at in several)
        for several in grouped(len(told), pairs, lambda a, b: sameness.are_apart(told[a], told[b]))
    )
    return tuple(group for group in groups if len({telling.source for telling in group}) > 1)


def _of_one_verb(told: Sequence[Telling], said: Sequence[int], sameness: Sameness, effort: Effort) -> Iterator[Pair]:
    """Pairs that have the predicate and somebody or something in common."""
    by_verb: dict[str, list[int]] = {}
    for at in said:
        if told[at].clause.verb.partition(" ")[0] not in SAYING_NOTHING:
            by_verb.setdefault(told[at].verb, []).append(at)
    for several in effort.each(Part.CLAUSES, list(by_verb.values())):
        for a, b in combinations(several[:MOST_OF_A_VERB], 2):
            if told[a].source != told[b].source:
                weight = sameness.of_one_verb(told[a], told[b])
                if weight and not sameness.are_apart(told[a], told[b]):
                    yield -weight, a, b


def _of_one_time_or_place(
    told: Sequence[Telling], said: Sequence[int], sameness: Sameness, effort: Effort
) -> Iterator[Pair]:
    """Pairs that have a date or a place in common, whatever their verbs."""
    by_time_or_place: dict[str, list[int]] = {}
    for at in said:
        if told[at].clause.verb not in SAYING:
            for common in told[at].spots | {claim.expression.value.partition("T")[0] for claim in told[at].days}:
                by_time_or_place.setdefault(common, []).append(at)
    seen: set[tuple[int, int]] = set()
    for several in effort.each(Part.CLAUSES, list(by_time_or_place.values())):
        for a, b in combinations(several[:MOST_OF_A_VERB], 2):
            if told[a].source != told[b].source and (a, b) not in seen:
                seen.add((a, b))
                weight = sameness.of_one_time_or_place(told[a], told[b])
                if weight and not sameness.are_apart(told[a], told[b]):
                    yield -weight, a, b
