"""Where a happening was, to where and from where, as each source says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.analysis.comparison.facts.geography import Geography, Nearness
from reader.analysis.comparison.facts.places import Place
from reader.analysis.comparison.facts.sameness import SURE, Sameness
from reader.analysis.comparison.facts.tellings import Telling
from reader.models.comparison import FactRelation

Given = tuple[Telling, Place]
"""A place with the clause that gives it."""

_FITTING = frozenset({Nearness.SAME, Nearness.INSIDE})


def places_given(tellings: Sequence[Telling], geography: Geography, sameness: Sameness) -> Iterator[list[Given]]:
    """For each direction that several sources give: for each of them the place that fits most of the others.

    A place that fits none of the others stays only if its clause surely tells of the same happening.
    """
    for direction in ("in", "to", "from"):
        given: dict[int, list[Given]] = {}
        for telling in tellings:
            for place in telling.places:
                if place.direction == direction:
                    given.setdefault(telling.source, []).append((telling, place))
        chosen = [
            max(found, key=lambda each: (*_support(each[1], source, given, geography), -each[1].start))
            for source, found in given.items()
        ]
        kept = [one for one in chosen if _belongs(one, chosen, geography, sameness)]
        if len(kept) > 1:
            yield kept


def _support(place: Place, source: int, given: dict[int, list[Given]], geography: Geography) -> tuple[int, int]:
    """How many other sources give the same place, and how many one that fits it."""
    near = [{geography.nearness(place, each) for _, each in found} for other, found in given.items() if other != source]
    return sum(Nearness.SAME in each for each in near), sum(bool(each & _FITTING) for each in near)


def _belongs(one: Given, chosen: Sequence[Given], geography: Geography, sameness: Sameness) -> bool:
    return any(_fit(one, other, geography, sameness) for other in chosen if other is not one)


def _fit(one: Given, other: Given, geography: Geography, sameness: Sameness) -> bool:
    """Whether two places can be told of one happening: a name that only says which thing is meant must be the same."""
    nearness = geography.nearness(one[1], other[1])
    if nearness is Nearness.SAME:
        return True
    if one[1].is_part or other[1].is_part:
        return False
    return nearness is Nearness.INSIDE or _surely_one(one[0], other[0], sameness)


def _surely_one(one: Telling, other: Telling, sameness: Sameness) -> bool:
    first, second = sorted((one, other), key=lambda telling: telling.number)
    return first.verb == second.verb and sameness.of_one_verb(first, second) == SURE


def relation_of_places(given: Sequence[Given], geography: Geography) -> FactRelation:
    """How the places relate."""
    near = {geography.nearness(one, other) for (_, one), (_, other) in combinations(given, 2)}
    if near == {Nearness.SAME}:
        return FactRelation.AGREE
    if near <= _FITTING:
        return FactRelation.COMPATIBLE
    return FactRelation.CONFLICT if Nearness.APART in near else FactRelation.BESIDE
