"""Figures in groups, one thing counted each: conflicts first found, then what agrees, then what one source says."""

from __future__ import annotations

import math
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.figures.alike import Context, Weights, agreeing, may_be_one, same_statement
from reader.analysis.comparison.figures.records import Claim
from reader.analysis.comparison.figures.relate import Conflict
from reader.analysis.comparison.figures.stated import Stated
from reader.analysis.figures.compatibility import converted, label
from reader.models.annotations import FigureKind
from reader.models.comparison import FigureGroup, FigureRelation, FigureValue, Part

SMALLEST_ALONE = 10
"""A count below this that only one source gives is no fact to be listed ("four countries")."""

_SAME_VALUE = 1e-6
"""Relative difference below which two values are equal: what conversion leaves."""


def weights_of(claims: Sequence[Claim]) -> Weights:
    """How much a word says about which claim this is: the rarer among the claims' sentences, the more."""
    sentences = {claim.number: claim.around for claim in claims}
    frequencies = Counter(chain.from_iterable(sentences.values()))
    return {name: 1 + math.log((1 + len(sentences)) / (1 + count)) for name, count in frequencies.items()}


def clusters_of_claims(
    claims: Sequence[Claim], conflicts: Sequence[Conflict], context: Context, effort: Effort
) -> tuple[tuple[int, ...], ...]:
    """A partition of the claims (by index): what conflicts, and what agrees with all that is already together."""
    index = {id(claim): number for number, claim in enumerate(claims)}
    home = list(range(len(claims)))
    members = {number: {number} for number in home}
    stated = Stated(claims, agreeing)

    def join(one: int, other: int) -> None:
        kept, merged = sorted((home[one], home[other]))
        if kept != merged:
            members[kept] |= members.pop(merged)
            for number in members[kept]:
                home[number] = kept

    disputed = dict.fromkeys(home, False)
    for conflict in conflicts:
        one, other = index[id(conflict.first)], index[id(conflict.second)]
        disputed[one] = disputed[other] = True
        join(one, other)
    for one, other in _agreeing_pairs(claims, context, effort):
        if home[one] != home[other] and (
            disputed[one] != disputed[other] or _all_agree(stated, members[home[one]], members[home[other]])
        ):
            join(one, other)
    return tuple(tuple(sorted(cluster)) for _, cluster in sorted(members.items()))


def _all_agree(stated: Stated, one: Iterable[int], other: Iterable[int]) -> bool:
    """Whether what some claims state agrees with all that others do."""
    others = {stated.of[claim] for claim in other}
    return all(others <= stated.fitting(number) for number in {stated.of[claim] for claim in one})


def _agreeing_pairs(claims: Sequence[Claim], context: Context, effort: Effort) -> list[tuple[int, int]]:
    """Pairs of claims that state the same of the same thing, in canonical order."""
    stated = Stated(claims, may_be_one)
    return sorted(
        (one, other)
        for one in effort.each(Part.FIGURES, range(len(claims)))
        for number in stated.fitting(stated.of[one])
        for other in stated.claims[number][bisect(stated.claims[number], one) :]
        if same_statement(claims[one], claims[other], context)
    )


def _spot(claim: Claim) -> tuple[int, int]:
    """The statement and the place of a figure: another figure of the same sentence is another claim."""
    return claim.number, claim.figure.start


def group_of(
    alignment: Alignment, claims: Sequence[Claim], conflicts: Sequence[Conflict], places: Mapping[int, int]
) -> FigureGroup | None:
    """One cluster of claims as a group, its values by article; None if it is not worth a line of its own."""
    sources = {claim.source for claim in claims}
    first = min(claims, key=lambda claim: _place(alignment, claim, places)).figure
    if len(sources) == 1 and not _stands_alone(claims):
        return None
    within = {_spot(claim) for claim in claims}
    if any(_spot(conflict.first) in within and _spot(conflict.second) in within for conflict in conflicts):
        relation = FigureRelation.CONFLICT
    elif len(sources) == 1:
        relation = FigureRelation.SINGLE
    else:
        relation = FigureRelation.AGREE if _equal(claims) else FigureRelation.COMPATIBLE
    ordered = sorted(claims, key=lambda claim: _place(alignment, claim, places))
    return FigureGroup(
        relation=relation,
        kind=first.kind,
        label=label(first),
        values=tuple(
            FigureValue(
                article=alignment.statements[claim.number].passage.article,
                start=claim.figure.start,
                end=claim.figure.end,
                value=converted(claim.figure, first.unit),
                unit=first.unit,
                bound=claim.figure.bound,
            )
            for claim in ordered
        ),
    )


def _stands_alone(claims: Sequence[Claim]) -> bool:
    """Whether a figure that one source gives is a fact of its own."""
    figure = claims[0].figure
    return figure.kind is not FigureKind.COUNT or (bool(claims[0].thing) and figure.value >= SMALLEST_ALONE)


def _equal(claims: Sequence[Claim]) -> bool:
    """Whether all claims give the same value, however hedged, or as precisely as they are written."""
    first = claims[0].figure
    values = [converted(claim.figure, first.unit) for claim in claims]
    return max(values) - min(values) <= _SAME_VALUE * max(map(abs, values), default=0.0)


def _place(alignment: Alignment, claim: Claim, places: Mapping[int, int]) -> tuple[int, int]:
    return places[alignment.statements[claim.number].passage.article], claim.figure.start
