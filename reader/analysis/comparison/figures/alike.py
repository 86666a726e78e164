"""Whether two claims speak of the same thing, as far as their words say: what agreement and conflict rest on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.analysis.comparison.figures.records import Claim
from reader.analysis.comparison.figures.things import ABOARD, AGE, GENERAL, TAKEN, UNITS
from reader.analysis.figures.compatibility import compatible, converted, same_measure
from reader.analysis.temporal import date_interval
from reader.models.annotations import Bound, Figure, FigureKind

CONTEXT_OVERLAP, CONTEXT_SHARED = 0.3, 2
"""Least weighted overlap of two sentences that speak of the same thing, and least number of shared words. Measured."""

CLAUSE_OVERLAP = 0.3
"""Least weighted overlap of two clauses where no noun says what is counted."""

SCENE_FLOOR = 16.0
"""Weight of a scene of some eight words: two words in common say little, however short the sentence."""

MOST_APART = 6.0
"""Values further apart than this factor are about two things (600 jobs cut, 9,400 jobs in all)."""

SAME_DIGITS = 1e-6
"""What rounding leaves between the digits of two figures that are the same in another scale."""

TELLING_DIGITS = 3
"""A number with so many significant digits is hardly the same by chance (31,450 spectators, a crowd of 31,450)."""

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
    _known: dict[frozenset[str], float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def are_linked(self, one: Claim, other: Claim) -> bool:
        """Whether the two sentences are strongly linked."""
        a, b = one.number, other.number
        return ((a, b) if a < b else (b, a)) in self.linked

    def weight(self, names: frozenset[str]) -> float:
        """How much some words say together, in whatever order they come."""
        return math.fsum(self.weights.get(name, 1.0) for name in names)

    def smaller(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The smaller weight of two sentences, scenes or clauses, each of which is weighed once."""
        for names in (one, other):
            if names not in self._known:
                self._known[names] = self.weight(names)
        return min(self._known[one], self._known[other])


def context_overlap(one: Claim, other: Claim, context: Context, floor: float = 0.0) -> float:
    """Share of the smaller sentence's weight that the other sentence has too; 0 below the least number of words.

    A sentence of less weight than ``floor`` counts as that.
    """
    shared = one.around & other.around
    if len(shared) < CONTEXT_SHARED:
        return 0.0
    return context.weight(shared) / max(context.smaller(one.around, other.around), floor)


def clause_overlap(one: Claim, other: Claim, context: Context, floor: float = 0.0) -> float:
    """The same of the clauses in which the figures stand; a clause of less weight than ``floor`` counts as that."""
    smaller = context.smaller(one.beside, other.beside)
    return context.weight(one.beside & other.beside) / max(smaller, floor) if smaller else 0.0


def scene_overlap(one: Claim, other: Claim, context: Context) -> float:
    """The same of the sentences together with those before them; what is said in full there is short here."""
    if not share_a_scene(one, other):
        return 0.0
    return context.weight(one.scene & other.scene) / max(context.smaller(one.scene, other.scene), SCENE_FLOOR)


def share_a_scene(one: Claim, other: Claim) -> bool:
    """Whether the sentences with those before them have enough words in common to be of one scene."""
    return len(one.scene & other.scene) >= CONTEXT_SHARED


def same_thing(one: Claim, other: Claim, context: Context) -> bool:
    """Whether two claims count or measure the same thing, as far as their words say."""
    if not same_measure(one.figure, other.figure) or at_other_times(one, other) or are_ages_of_others(one, other):
        return False
    if are_aboard(one, other):
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


def are_aboard(one: Claim, other: Claim) -> bool:
    """Whether both count who was aboard, and not who was taken aboard."""
    return (
        one.thing == other.thing
        and one.thing in GENERAL
        and ABOARD in one.beside & other.beside
        and not (one.beside | other.beside) & TAKEN
    )


def are_ages_of_others(one: Claim, other: Claim) -> bool:
    """Whether only one of two lengths of time is an age, or they are the ages of two people."""
    if AGE not in {one.thing, other.thing}:
        return False
    return one.thing != other.thing or bool(one.whose and other.whose and one.whose != other.whose)


def same_statement(one: Claim, other: Claim, context: Context) -> bool:
    """Whether two claims that may be one (``may_be_one``) state the same of the same thing.

    Where the values are equal, sentences that are alike suffice for what has a unit: "$1.7bn in cash" and "a $1.7bn
    deal" are one. Counts need the same noun as well ("30 companies", "30 children"), unless the number is a long one.
    """
    if same_thing(one, other, context):
        return True
    telling = one.figure.kind is not FigureKind.COUNT or digits(one.figure.value) >= TELLING_DIGITS
    return (
        telling
        and equal(one.figure, other.figure)
        and not at_other_times(one, other)
        and not are_ages_of_others(one, other)
        and _alike(one, other, context)
    )


def may_be_one(one: Claim, other: Claim) -> bool:
    """Whether two claims agree, and their values are near enough to be one, by their nouns and figures alone."""
    return agreeing(one, other) and _same_order(one.figure, other.figure)


def agreeing(one: Claim, other: Claim) -> bool:
    """Whether two claims may well state one and the same figure: values that fit, and no different nouns."""
    nouns = not one.thing or not other.thing or one.thing == other.thing or one.figure.kind is not FigureKind.COUNT
    return nouns and compatible(one.figure, other.figure)


def _alike(one: Claim, other: Claim, context: Context) -> bool:
    """Whether the two sentences are linked, or have enough words in common."""
    return context.are_linked(one, other) or context_overlap(one, other, context) >= CONTEXT_OVERLAP


def equal(one: Figure, other: Figure) -> bool:
    """Whether two figures give the same value, whatever it is of."""
    return same_measure(one, other) and one.value == converted(other, one.unit)


def times_apart(one: Figure, other: Figure) -> float:
    """How many times larger the least value that one figure allows is than the most that the other does; at least 1."""
    least = max(other.low, one.low)
    most = min(other.high, one.high)
    if least <= most:
        return 1.0
    return least / most if most > 0 else math.inf


def near(one: Figure, other: Figure) -> bool:
    """Whether two figures of one measure are of the same order, or would be but for a slip."""
    return times_apart(one, other) <= MOST_APART or is_slip(one, other)


def is_slip(one: Figure, other: Figure) -> bool:
    """Whether two figures have the same digits in another scale: "$2.4m" and "$2.4bn", 1,500 and 15,000."""
    smaller, larger = sorted((abs(one.value), abs(converted(other, one.unit))))
    if smaller <= 0 or not math.isfinite(larger):
        return False
    zeros = math.log10(larger / smaller)
    return round(zeros) >= 1 and abs(zeros - round(zeros)) < SAME_DIGITS


def _same_order(one: Figure, other: Figure) -> bool:
    """Whether two figures that fit are near enough to be one: "more than 20" fits 158, but nobody says so of it."""
    if Bound.ABOUT in {one.bound, other.bound} and not {Bound.AT_LEAST, Bound.AT_MOST} & {one.bound, other.bound}:
        return near(one, other)
    smaller, larger = sorted((abs(one.value), abs(converted(other, one.unit))))
    return larger <= MOST_APART * smaller


def at_other_times(one: Claim, other: Claim) -> bool:
    """Whether the two sentences speak of different days or years."""
    first = [interval for value in one.dates if (interval := date_interval(value))]
    second = [interval for value in other.dates if (interval := date_interval(value))]
    meet = any(a[0] <= b[1] and b[0] <= a[1] for a in first for b in second)
    return bool(first) and bool(second) and not meet


def digits(value: float) -> int:
    """Number of significant digits."""
    return len(f"{value:.15g}".replace(".", "").strip("0"))
