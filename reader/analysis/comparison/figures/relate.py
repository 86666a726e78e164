"""Whether two claims speak of the same thing, and whether they then agree or conflict.

Real contradictions are rare between reports (about one event in ten has one), and a wrong one costs more trust than a
missed one: everything here is cautious. Claims conflict only if they measure the same kind of thing, count the same
noun, lie apart, stand in like sentences, and are each other's best counterpart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from reader.analysis.comparison.figures.claims import Claim
from reader.analysis.comparison.figures.things import ABOARD, AGE, FATES, GENERAL, PASSING, TAKEN, UNITS
from reader.analysis.figures.compatibility import compatible, contradicts, converted, same_measure
from reader.analysis.temporal import date_interval
from reader.models.annotations import Figure, FigureKind

CONTEXT_OVERLAP, CONTEXT_SHARED = 0.3, 2
"""Least weighted overlap of two sentences that speak of the same thing, and least number of shared words. Measured."""

CLAUSE_OVERLAP = 0.3
"""Least weighted overlap of two clauses where no noun says what is counted."""

NEAR_CONTEXT = 0.5
"""Weighted overlap from which two sentences are alike enough for a sure conflict."""

LIKE_CONTEXT, LIKE_CLAUSE = 0.4, 0.75
"""Weighted overlaps of sentences and clauses from which two counts of one verb need no link between their sentences."""

MOST_APART = 5.0
"""Values further apart than this factor are about two things (600 jobs cut, 9,400 jobs in all)."""

SMALLEST_COUNT = 3
"""Counts below name their things rather than count them: "the two countries"."""

TELLING_DIGITS = 3
"""A number with so many significant digits is hardly the same by chance (31,450 spectators, a crowd of 31,450)."""

HEADLINE = 0.5
"""Merit of a headline's figure against one in the text, which says more about it."""

Weights = Mapping[str, float]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Context:
    """What tells whether two sentences speak of the same thing.

    Attributes:
        weights: how much each word says.
        linked: pairs of statements, smaller number first, that are strongly linked.
    """

    weights: Weights
    linked: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims of different articles that cannot both be true."""

    first: Claim
    second: Claim
    sure: bool


def context_overlap(one: Claim, other: Claim, context: Context) -> float:
    """Share of the smaller sentence's weight that the other sentence has too; 0 below the least number of words."""
    weights = context.weights
    shared = one.around & other.around
    if len(shared) < CONTEXT_SHARED:
        return 0.0
    return _weight(shared, weights) / min(_weight(one.around, weights), _weight(other.around, weights))


def clause_overlap(one: Claim, other: Claim, context: Context) -> float:
    """The same of the clauses in which the figures stand."""
    weights = context.weights
    smaller = min(_weight(one.beside, weights), _weight(other.beside, weights))
    return _weight(one.beside & other.beside, weights) / smaller if smaller else 0.0


def same_thing(one: Claim, other: Claim, context: Context) -> bool:
    """Whether two claims count or measure the same thing, as far as their words say."""
    if not same_measure(one.figure, other.figure) or _other_times(one, other):
        return False
    if _are_aboard(one, other):
        return True
    if not _alike(one, other, context):
        return False
    return _says_the_same_thing(one, other, context)


def _says_the_same_thing(one: Claim, other: Claim, context: Context) -> bool:
    """Whether the nouns, or the words of the clauses, say that one thing is counted."""
    if one.figure.kind is not FigureKind.COUNT and (one.thing in other.beside or other.thing in one.beside):
        return True
    if one.thing and other.thing and one.thing not in GENERAL:
        return one.thing == other.thing
    if one.thing and other.thing and one.thing != other.thing:
        return False
    telling = (one.beside & other.beside) - one.names - other.names - UNITS
    return bool(telling) and clause_overlap(one, other, context) >= CLAUSE_OVERLAP


def _are_aboard(one: Claim, other: Claim) -> bool:
    """Whether both count who was aboard, and not who was taken aboard."""
    return (
        one.thing == other.thing
        and one.thing in GENERAL
        and ABOARD in one.beside & other.beside
        and not (one.beside | other.beside) & TAKEN
    )


def _alike(one: Claim, other: Claim, context: Context) -> bool:
    """Whether the two sentences are linked, or have enough words in common."""
    pair = (min(one.number, other.number), max(one.number, other.number))
    return pair in context.linked or context_overlap(one, other, context) >= CONTEXT_OVERLAP


def same_statement(one: Claim, other: Claim, context: Context) -> bool:
    """Whether two claims state the same of the same thing.

    Where the values are equal, sentences that are alike suffice for what has a unit: "$1.7bn in cash" and "a $1.7bn
    deal" are one. Counts need the same noun as well ("30 companies", "30 children"), unless the number is a long one.
    """
    if not agreeing(one, other) or not _near(one.figure, other.figure):
        return False
    if same_thing(one, other, context):
        return True
    telling = one.figure.kind is not FigureKind.COUNT or _digits(one.figure.value) >= TELLING_DIGITS
    return telling and _equal(one, other) and not _other_times(one, other) and _alike(one, other, context)


def agreeing(one: Claim, other: Claim) -> bool:
    """Whether two claims may well state one and the same figure: values that fit, and no different nouns."""
    nouns = not one.thing or not other.thing or one.thing == other.thing or one.figure.kind is not FigureKind.COUNT
    return nouns and compatible(one.figure, other.figure)


def find_conflicts(claims: Sequence[Claim], context: Context) -> tuple[Conflict, ...]:
    """The conflicts between claims of every two articles."""
    by_kind: dict[FigureKind, dict[int, list[Claim]]] = {}
    for claim in claims:
        by_kind.setdefault(claim.figure.kind, {}).setdefault(claim.source, []).append(claim)
    found: list[Conflict] = []
    for _, by_source in sorted(by_kind.items()):
        for one, other in combinations(sorted(by_source), 2):
            found.extend(_conflicts_between(by_source[one], by_source[other], context))
    return tuple(found)


def _conflicts_between(ones: Sequence[Claim], others: Sequence[Claim], context: Context) -> list[Conflict]:
    """The conflicts of two articles: mutual best counterparts among the claims that no claim of the other confirms."""
    left = [claim for claim in ones if _is_open(claim, others)]
    right = [claim for claim in others if _is_open(claim, ones)]
    merits = {
        (i, j): _merit(one, other, context)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if same_thing(one, other, context)
    }
    return [
        Conflict(left[i], right[j], _is_sure(left[i], right[j], context))
        for (i, j), merit in sorted(merits.items())
        if _is_conflict(left[i], right[j])
        and _is_worth_saying(left[i], right[j], context)
        and all(merit >= rival for (x, y), rival in merits.items() if (x == i) != (y == j))
    ]


def _merit(one: Claim, other: Claim, context: Context) -> float:
    """How well two claims fit together, as counterparts."""
    merit = context_overlap(one, other, context) + clause_overlap(one, other, context)
    return merit * HEADLINE ** (one.headline + other.headline)


def _is_open(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether the claim is worth a conflict, and no claim of the other article agrees with it or has its value."""
    small = claim.figure.kind is FigureKind.COUNT and claim.figure.value < SMALLEST_COUNT
    if ABOARD in claim.beside:
        # Some of those who were aboard ("more than 20 people") agree with any larger number of them.
        others = [other for other in others if _near(claim.figure, other.figure)]
    return not small and not any(agreeing(claim, other) or _equal(claim, other) for other in others)


def _equal(one: Claim, other: Claim) -> bool:
    """Whether two claims give the same value, whatever it is of: then neither is a candidate for a conflict."""
    return same_measure(one.figure, other.figure) and one.figure.value == converted(other.figure, one.figure.unit)


def _is_conflict(one: Claim, other: Claim) -> bool:
    unnamed = one.figure.kind is FigureKind.COUNT and not (one.thing and other.thing)
    return (
        not unnamed
        and one.total is other.total
        and contradicts(one.figure, other.figure)
        and _near(one.figure, other.figure)
        and not _is_update(one, other)
    )


def _is_worth_saying(one: Claim, other: Claim, context: Context) -> bool:
    """Whether two claims are told of one thing closely enough to be shown as a difference.

    Their sentences are strongly linked, and the figures depend on one verb, are of one fate or are shares of the same.
    Of the conflicts that like words alone brought out in 86 events of some 11 reports each, a third were real; of those
    left, about two in three of the likely ones and all of the sure ones.
    """
    if _is_age(one) or _is_age(other):
        return bool(one.whose) and one.whose == other.whose
    if _name_others(one, other):
        return False
    kind = one.figure.kind
    is_share = kind is FigureKind.PERCENT and bool(one.thing) and one.thing == other.thing
    if is_share or (one.thing not in GENERAL and _is_sure(one, other, context)):
        return True
    same_verb = (bool(one.governor) and one.governor == other.governor) or bool(one.verbs & other.verbs)
    same_fate = one.thing in FATES and one.thing == other.thing
    same_clause = (
        bool(one.verbs & other.verbs)
        and kind is FigureKind.COUNT
        and context_overlap(one, other, context) >= LIKE_CONTEXT
        and clause_overlap(one, other, context) >= LIKE_CLAUSE
    )
    if same_clause or _are_aboard(one, other):
        return True
    is_price = kind is FigureKind.MONEY and context_overlap(one, other, context) >= CONTEXT_OVERLAP
    pair = (min(one.number, other.number), max(one.number, other.number))
    return (same_verb or same_fate or is_price) and pair in context.linked


def _name_others(one: Claim, other: Claim) -> bool:
    """Whether somebody else does it, or it is told of somebody or somewhere else, as far as both clauses name them."""
    first, second = one.beside & one.names, other.beside & other.names
    return bool(one.doers and other.doers and not one.doers & other.doers) or bool(
        first and second and not first & second
    )


def _is_age(claim: Claim) -> bool:
    return claim.thing == AGE


def _is_update(one: Claim, other: Claim) -> bool:
    """Whether two tolls are of different hours: the later report knows more, it does not contradict.

    Tolls only rise: a lower one in a later report is no update. How many are missing changes by the hour.
    """
    things = {one.thing, other.thing}
    if things & PASSING:
        return True
    if not (one.published and other.published) or one.published == other.published or not things & FATES:
        return False
    earlier, later = sorted((one, other), key=lambda claim: claim.published)
    return later.figure.high >= earlier.figure.low


def _near(one: Figure, other: Figure) -> bool:
    """Whether two values of one measure are of the same order."""
    smaller, larger = sorted((abs(one.value), abs(converted(other, one.unit))))
    return larger <= MOST_APART * smaller


def _other_times(one: Claim, other: Claim) -> bool:
    """Whether the two sentences speak of different days or years."""
    first = [interval for value in one.dates if (interval := date_interval(value))]
    second = [interval for value in other.dates if (interval := date_interval(value))]
    meet = any(a[0] <= b[1] and b[0] <= a[1] for a in first for b in second)
    return bool(first) and bool(second) and not meet


def _is_sure(one: Claim, other: Claim, context: Context) -> bool:
    """Whether the same noun is counted under the same verb, in like sentences and like clauses."""
    return (
        bool(one.thing and one.governor)
        and one.thing == other.thing
        and one.governor == other.governor
        and context_overlap(one, other, context) >= NEAR_CONTEXT
        and clause_overlap(one, other, context) >= NEAR_CONTEXT
    )


def _digits(value: float) -> int:
    """Number of significant digits."""
    return len(f"{value:.15g}".replace(".", "").strip("0"))


def _weight(names: AbstractSet[str], weights: Weights) -> float:
    return sum(weights.get(name, 1.0) for name in names)
