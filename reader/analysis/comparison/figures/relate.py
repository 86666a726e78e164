"""Which figures of two sources cannot both be true.

Real contradictions are rare between reports (about one event in ten has one), and a wrong one costs more trust than a
missed one: everything here is cautious. Claims conflict only if they measure the same kind of thing, lie apart, have
evidence enough that they are told of one thing, and are each other's best counterpart.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.figures.alike import (
    Context,
    clause_overlap,
    context_overlap,
    near,
    share_a_scene,
)
from reader.analysis.comparison.figures.apart import are_apart
from reader.analysis.comparison.figures.confirmed import Given, Sought
from reader.analysis.comparison.figures.evidence import LIKELY, are_physical, days_apart, evidence
from reader.analysis.comparison.figures.records import Claim
from reader.analysis.comparison.figures.stated import Stated
from reader.analysis.comparison.figures.things import AGE, FATES, PASSING
from reader.analysis.figures.compatibility import contradicts, same_measure
from reader.models.annotations import FigureKind
from reader.models.comparison import Part

NEAR_CONTEXT = 0.5
"""Weighted overlap from which two sentences are alike enough for a sure conflict."""

RIVAL = 1.0
"""Evidence from which another counterpart, which may well agree, is preferred to one that has less of it."""

VAGUE = 3.0
"""Factor between the ends of what a figure allows, from which it is no number to be contradicted."""

YEARS_APART = 3
"""Years by which reports differ on the age of somebody they don't name: more may make it somebody else."""

HAPPENS_AGAIN = 10
"""Days between two publications from which like things that are told have happened twice; shares stand longer."""

SURE = 4.0
"""Evidence from which a conflict is sure if one verb governs both figures, and from which doubtful figures conflict:
vague ones, and the ages of people without names."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims of different articles that cannot both be true, and how much speaks for their being of one thing."""

    first: Claim
    second: Claim
    sure: bool
    evidence: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A claim for which counterparts are looked for in the articles that do not give its value.

    Attributes:
        given: the articles that give its value.
        stated: the number of what it states.
        fitting: the numbers of what is of its measure and order.
    """

    claim: Claim
    given: frozenset[int]
    stated: int
    fitting: frozenset[int]


def find_conflicts(claims: Sequence[Claim], context: Context, effort: Effort) -> tuple[Conflict, ...]:
    """The conflicts between claims of every two articles, kind by kind."""
    given, stated = Given(claims), Stated(claims, _are_of_one_order)
    by_source: dict[int, list[_Candidate]] = {}
    for claim, number in zip(claims, stated.of, strict=True):
        own = by_source.setdefault(claim.source, [])
        if claim.figure.value != 0:
            own.append(_Candidate(claim, given.sources(Sought.of(claim)), number, stated.fitting(number)))
    found: list[Conflict] = []
    for one, other in effort.each(Part.FIGURES, list(combinations(sorted(by_source), 2))):
        left = [candidate for candidate in by_source[one] if other not in candidate.given]
        right = [candidate for candidate in by_source[other] if one not in candidate.given]
        found.extend(_conflicts_between(left, right, context))
    return tuple(sorted(found, key=lambda conflict: conflict.first.figure.kind))


def _conflicts_between(left: Sequence[_Candidate], right: Sequence[_Candidate], context: Context) -> list[Conflict]:
    """The conflicts of two articles: mutual best counterparts that contradict each other."""
    merits: dict[tuple[int, int], float] = {}
    best_left, best_right = dict.fromkeys(range(len(left)), RIVAL), dict.fromkeys(range(len(right)), RIVAL)
    for i, one in enumerate(left):
        for j in [j for j, other in enumerate(right) if other.stated in one.fitting]:
            if _may_be_one(one.claim, right[j].claim, context):
                merit = evidence(one.claim, right[j].claim, context)
                merits[i, j] = merit
                best_left[i], best_right[j] = max(best_left[i], merit), max(best_right[j], merit)
    return [
        Conflict(one, other, _is_sure(one, other, merit, context), merit)
        for (i, j), merit in sorted(merits.items())
        for one, other in [(left[i].claim, right[j].claim)]
        if merit >= max(LIKELY, best_left[i], best_right[j]) and _is_conflict(one, other, merit)
    ]


def _are_of_one_order(one: Claim, other: Claim) -> bool:
    """Whether two claims are of one measure and one order."""
    return same_measure(one.figure, other.figure) and near(one.figure, other.figure)


def _may_be_one(one: Claim, other: Claim, context: Context) -> bool:
    """Whether two claims of one measure and order may be told of one thing: in like sentences, nothing apart."""
    if not (context.are_linked(one, other) or share_a_scene(one, other) or are_physical(one, other)):
        return False
    return not are_apart(one, other)


def _is_conflict(one: Claim, other: Claim, evidence: float) -> bool:
    """Whether two claims of one thing contradict each other, and neither is a part or an update."""
    are_tolls = one.thing in FATES and other.thing in FATES
    if are_tolls and not (one.leading and other.leading) and not (one.places == other.places != frozenset()):
        return False
    if one.figure.kind is not FigureKind.PERCENT and days_apart(one, other) > HAPPENS_AGAIN:
        return False
    if one.qualified != other.qualified or _is_update(one, other):
        return False
    return contradicts(one.figure, other.figure) and (evidence >= SURE or not _is_doubtful(one, other))


def _is_doubtful(one: Claim, other: Claim) -> bool:
    """Whether a figure is vague, or two ages are those of people without a name who may be two."""
    if _is_vague(one) or _is_vague(other):
        return True
    years = abs(one.figure.value - other.figure.value)
    return one.thing == AGE and not (one.whose and one.whose == other.whose) and years > YEARS_APART


def _is_vague(claim: Claim) -> bool:
    """Whether a figure allows anything of one order ("dozens", "hundreds")."""
    low, high = claim.figure.low, claim.figure.high
    return low > 0 and math.isfinite(high) and high > VAGUE * low


def _is_update(one: Claim, other: Claim) -> bool:
    """Whether two tolls are of different hours: the later report knows more, it does not contradict.

    Tolls only rise: a lower one in a later report is no update. How many are missing changes by the hour.
    """
    things = one.fates | other.fates | {one.thing, other.thing}
    if things & PASSING:
        return True
    if not (one.published and other.published) or one.published == other.published or not things & FATES:
        return False
    earlier, later = sorted((one, other), key=lambda claim: claim.published)
    return later.figure.high >= earlier.figure.low


def _is_sure(one: Claim, other: Claim, evidence: float, context: Context) -> bool:
    """Whether one verb governs both figures, or they say what they measure, in like clauses; and no noun differs."""
    named = one.thing != "" and one.governor == other.governor != ""
    governed = one.governor == other.governor != "" or one.attribute == other.attribute != ""
    return (
        (named or (evidence >= SURE and (governed or bool(one.verbs & other.verbs))))
        and one.thing == other.thing
        and context_overlap(one, other, context) >= NEAR_CONTEXT
        and clause_overlap(one, other, context) >= NEAR_CONTEXT
    )
