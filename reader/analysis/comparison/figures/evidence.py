"""How much speaks for two figures being told of one and the same thing: the sum of signs, each with its weight.

No sign suffices alone: sources say one thing under other verbs and other nouns ("900 houses collapsed", "1,200 houses
were destroyed"), and two things in like words. The weights were set by reading the pairs of 140 events, most of them
real ones, so that those above ``LIKELY`` mostly disagree in fact, and those below mostly are of two things.
"""

from __future__ import annotations

import math
from datetime import date

from reader.analysis.comparison.figures.alike import (
    Context,
    are_aboard,
    clause_overlap,
    context_overlap,
    is_slip,
    scene_overlap,
    times_apart,
)
from reader.analysis.comparison.figures.records import Claim
from reader.analysis.comparison.figures.things import AGE, DEPTH, FATES, GENERAL
from reader.analysis.figures.units import unit_named
from reader.models.annotations import FigureKind

LIKELY = 2.9
"""Evidence from which two values that exclude each other are worth a person's look: of real reports, those below are
mostly of two things."""

_CONTEXT, _CLAUSE = 2.0, 1.5
"""Of sentences and clauses with all their words in common."""

_CONTEXT_FLOOR, _CLAUSE_FLOOR = 10.0, 3.5
"""Weights of some four words and of one or two: words in common say little, be they the only ones."""

_SCENE = 1.5
"""Of scenes, the sentences with those before them, with all their words in common."""

_ALONE = 1.0
"""Of figures of which each is the only one in its unit in its article."""

_PHYSICAL = 3.0
"""The same of a temperature, a speed, a magnitude or a depth, which hardly any report gives two of."""

_LINKED = 1.0
"""Of sentences that are strongly linked."""

_THING = 1.0
"""Of one noun counted, or measured."""

_SHARE = 1.5
"""Of shares of one thing, whatever the verb ("receives 30% of its oil", "40% of its oil comes from")."""

_PERSON = 3.0
"""Of the age of one person."""

_VERB = 1.0
"""Of one verb that the figures depend on."""

_FATE = 2.0
"""Of people whom one thing befell."""

_ABOARD = 2.0
"""Of people aboard: of a ship or aircraft that reports are about there is one such number."""

_DATE = 0.5
"""Of one date in both sentences."""

_UNIT = 0.5
"""Of lengths and times given in one unit."""

_HEADLINE = 0.3
"""Of each figure that stands in a headline: what the report is about."""

_APART = 1.5
"""Lost with every factor of e between the values: sources that disagree on a figure are mostly close."""

_SLIP = 1.5
"""Lost where the values have the same digits in another scale, whatever it is."""

_SMALL, _SMALLEST = 1.0, 5
"""Lost by counts below five: of so few there are many things."""

_OTHER_VERBS = 1.0
"""Lost where both figures depend on verbs, and on none in common."""

_OTHER_PEOPLE = 0.5
"""Lost where both sentences name people, and nobody in common."""

_DAY, _STANDING_DAY, _MOST_DAYS = 0.35, 0.15, 10
"""Lost by every day between the publications: things go on, and happen again. Shares stand longer."""


_DIMENSIONS = frozenset({"temperature", "temperature in °F", "speed", "magnitude"})
"""What units that are given once in a report measure."""


def evidence(one: Claim, other: Claim, context: Context) -> float:
    """The sum of the signs; they are meant for claims of one measure that nothing tells apart."""
    near, clauses = (
        context_overlap(one, other, context, _CONTEXT_FLOOR),
        clause_overlap(one, other, context, _CLAUSE_FLOOR),
    )
    found = _CONTEXT * near + _CLAUSE * clauses
    found += _SCENE * scene_overlap(one, other, context)
    if one.alone and other.alone and not _is_of_noun(one, other):
        found += _PHYSICAL if are_physical(one, other) else _ALONE
    found += _LINKED * context.are_linked(one, other)
    found += _thing(one, other)
    found += _VERB * _share_a_verb(one, other)
    found += _DATE * bool(one.dates & other.dates)
    if one.figure.kind in {FigureKind.LENGTH, FigureKind.DURATION}:
        found += _UNIT * (one.figure.unit == other.figure.unit)
    found += _HEADLINE * (one.headline + other.headline)
    found -= _SLIP if is_slip(one.figure, other.figure) else _APART * math.log(times_apart(one.figure, other.figure))
    if is_share := one.figure.kind is FigureKind.PERCENT and one.thing == other.thing != "":
        found += _SHARE * (near > 0 or context.are_linked(one, other))
    elif one.verbs and other.verbs and not one.verbs & other.verbs:
        found -= _OTHER_VERBS
    found -= (_STANDING_DAY if is_share else _DAY) * min(days_apart(one, other), _MOST_DAYS)
    found -= _OTHER_PEOPLE * bool(one.people and other.people and not one.people & other.people)
    if one.figure.kind is FigureKind.COUNT and min(one.figure.value, other.figure.value) < _SMALLEST:
        found -= _SMALL
    return found


def _is_of_noun(one: Claim, other: Claim) -> bool:
    """Whether one of two lengths of time is how long something named lasts ("an 11-hour flight"), the other is not."""
    return one.figure.kind is FigureKind.DURATION and (one.thing == "") is not (other.thing == "")


def are_physical(one: Claim, other: Claim) -> bool:
    """Whether each is the only temperature, speed, magnitude or depth of its article."""
    if not (one.alone and other.alone):
        return False
    if DEPTH in {one.attribute, other.attribute}:
        return one.attribute == other.attribute
    unit = unit_named(one.figure.unit)
    return unit is not None and unit.dimension in _DIMENSIONS


def _thing(one: Claim, other: Claim) -> float:
    """What speaks for one thing counted or measured: of people a fate, of an age the person, else the noun."""
    if AGE in {one.thing, other.thing}:
        return _PERSON * bool(one.whose and one.whose == other.whose)
    if one.figure.kind is FigureKind.COUNT:
        if one.fates & other.fates:
            return _FATE
        if are_aboard(one, other):
            return _ABOARD
        return _THING * (one.thing == other.thing != "" and one.thing not in GENERAL)
    return _THING * (
        (one.thing != "" and one.thing in other.beside) or (other.thing != "" and other.thing in one.beside)
    )


def _share_a_verb(one: Claim, other: Claim) -> bool:
    """Whether the figures depend on one verb that says more than what befell people, which counts already."""
    governed = one.governor == other.governor != "" and one.governor not in FATES
    return governed or bool((one.verbs & other.verbs) - FATES)


def days_apart(one: Claim, other: Claim) -> int:
    """Days between the publications; none where one is unknown."""
    try:
        return abs((date.fromisoformat(one.published) - date.fromisoformat(other.published)).days)
    except ValueError:
        return 0
