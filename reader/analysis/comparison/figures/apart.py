"""What tells two claims apart for certain: another noun, fate, time or person, a part of it, a plan for it."""

from __future__ import annotations

from reader.analysis.comparison.figures.alike import are_ages_of_others, at_other_times
from reader.analysis.comparison.figures.records import Claim
from reader.analysis.comparison.figures.things import FATES, FINISH, GENERAL
from reader.models.annotations import FigureKind


def are_apart(one: Claim, other: Claim) -> bool:
    """Whether two claims are told of two things, or of two states of one."""
    return bool(
        one.total is not other.total
        or one.aspect is not other.aspect
        or one.own
        or other.own
        or (one.complement and other.complement and not one.complement & other.complement)
        or one.expected is not other.expected
        or one.former is not other.former
        or one.market
        or other.market
        or _number_others(one, other)
        or _rank_others(one, other)
        or _count_others(one, other)
        or _measure_others(one, other)
        or _name_others(one, other)
        or are_ages_of_others(one, other)
        or at_other_times(one, other)
        or _cover_other_periods(one, other)
    )


def _number_others(one: Claim, other: Claim) -> bool:
    """Whether both tell of one of several: the first and the second round, game four and game seven."""
    nouns = {noun for noun, _ in one.numbered} & {noun for noun, _ in other.numbered}
    return any(
        not {pair for pair in one.numbered if pair[0] == noun} & {pair for pair in other.numbered if pair[0] == noun}
        for noun in nouns
    )


def _cover_other_periods(one: Claim, other: Claim) -> bool:
    """Whether one number is of a month, a quarter or some months, the other of a year or of another length."""
    return bool(one.periods and other.periods and not one.periods & other.periods)


def _rank_others(one: Claim, other: Claim) -> bool:
    """Whether two ranks are of two things, or not of one who is named: a race has a first, a second and a third."""
    if one.figure.kind is not FigureKind.ORDINAL:
        return False
    return one.thing != other.thing or (one.thing == FINISH and not one.doers & other.doers)


def _count_others(one: Claim, other: Claim) -> bool:
    """Whether two claims count two things: other nouns, unless more are counted of a part than of the whole."""
    if one.figure.kind not in {FigureKind.COUNT, FigureKind.PERCENT} or not (one.thing and other.thing):
        return bool(one.fates and other.fates and not one.fates & other.fates)
    if one.figure.kind is FigureKind.PERCENT:
        return one.thing != other.thing and one.thing not in other.beside and other.thing not in one.beside
    if (one.fates or other.fates) and not one.fates & other.fates:
        return True
    if one.thing == other.thing:
        return False
    wholes = [claim for claim in (one, other) if claim.thing in GENERAL | FATES]
    if len(wholes) != 1:
        return len(wholes) == 0
    part = other if wholes[0] is one else one
    return part.figure.low <= wholes[0].figure.high


def _measure_others(one: Claim, other: Claim) -> bool:
    """Whether both say what they measure, and it is not the same: an altitude, a distance."""
    return (
        one.attribute != ""
        and other.attribute != ""
        and one.attribute not in other.beside
        and other.attribute not in one.beside
    )


def _name_others(one: Claim, other: Claim) -> bool:
    """Whether somebody else does it, or it is told of somebody or somewhere else, as far as both clauses name them."""
    first, second = one.beside & one.names, other.beside & other.names
    doers = one.doers and other.doers and not one.doers & (other.doers | other.around)
    return bool(doers and not other.doers & one.around) or bool(first and second and not first & second)
