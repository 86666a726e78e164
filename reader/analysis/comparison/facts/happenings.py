"""Clauses of several sources put together by the happening that they tell of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.analysis.comparison.facts.sameness import (
    LIKELY,
    SAYING,
    SAYING_NOTHING,
    SURE,
    Sameness,
    are_apart,
    share_time_or_place,
)
from reader.analysis.comparison.facts.tellings import Telling
from reader.models.comparison import Tier

MOST_OF_A_VERB = 150
"""Clauses with one verb are compared in pairs: of more, the first ones take part (thirty reports have some 50)."""

Pair = tuple[int, int, int]
"""How much speaks against it (negative), and two clauses by their places."""

Happening = tuple[Telling, ...]
"""Clauses of several sources, in canonical order."""


def happenings_of(told: Sequence[Telling], sameness: Sameness) -> tuple[Happening, ...]:
    """What several sources tell of; each clause belongs to one happening at most."""
    said = [at for at, telling in enumerate(told) if telling.is_said_to_be]
    pairs = [*_of_one_verb(told, said, sameness), *_of_one_time_or_place(told, said, sameness)]
    near = {(a, b) for weight, a, b in pairs if weight <= -LIKELY}
    home = list(range(len(told)))
    members = {at: [at] for at in home}
    for _, a, b in sorted(pairs):
        one, other = sorted((home[a], home[b]))
        if one != other and not any(
            are_apart(told[x], told[y])
            for x in members[one]
            for y in members[other]
            if (min(x, y), max(x, y)) not in near
        ):
            members[one] += members.pop(other)
            for at in members[one]:
                home[at] = one
    groups = (tuple(told[at] for at in sorted(several)) for several in members.values() if len(several) > 1)
    return tuple(group for group in groups if len({telling.source for telling in group}) > 1)


def _of_one_verb(told: Sequence[Telling], said: Sequence[int], sameness: Sameness) -> Iterator[Pair]:
    """Pairs that have the predicate and somebody or something in common."""
    by_verb: dict[str, list[int]] = {}
    for at in said:
        if told[at].clause.verb.partition(" ")[0] not in SAYING_NOTHING:
            by_verb.setdefault(told[at].verb, []).append(at)
    for several in by_verb.values():
        for a, b in combinations(several[:MOST_OF_A_VERB], 2):
            if told[a].source != told[b].source:
                weight = sameness.of_one_verb(told[a], told[b])
                if weight == SURE or (weight and not are_apart(told[a], told[b])):
                    yield -weight, a, b


def _of_one_time_or_place(told: Sequence[Telling], said: Sequence[int], sameness: Sameness) -> Iterator[Pair]:
    """Pairs of surely linked sentences that have a date or a place in common, whatever their verbs."""
    placed: dict[int, list[int]] = {}
    for at in said:
        if (told[at].days or told[at].places) and told[at].clause.verb not in SAYING:
            placed.setdefault(told[at].number, []).append(at)
    for (first, second), tier in sameness.links.items():
        if tier is Tier.STRONG:
            for a in placed.get(first, ()):
                for b in placed.get(second, ()):
                    if share_time_or_place(told[a], told[b]):
                        yield 0, a, b
