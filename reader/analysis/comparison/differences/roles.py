"""Who did it to whom: "Norway opened an embassy in Ghana" and "the opening of a Ghanaian embassy".

A full swap: who does it in one source has it done to them in the other. Half a swap: who does it, or whose it is, in
one source is only where, or to whom, it is done in the other, at the same time. Another doer: what only one can do
("scored the winner") is done by two different persons or countries.
"""

from __future__ import annotations

from reader.analysis.alignment.stemming import stem
from reader.analysis.comparison.differences.apart import are_apart, clash, times_clash, times_meet
from reader.analysis.comparison.differences.predications import DAYS, MONTHS, Predication, Telling
from reader.analysis.comparison.differences.statements import Disagreement, Pair
from reader.models.annotations import Tense
from reader.models.comparison import Tier, Topic

_MUTUAL = """
meet accuse blame attack criticise criticize thank support marry fight join face visit threaten warn hit strike shell
congratulate praise welcome embrace love hate help recognise recognize greet hug kiss call contact phone condemn mock
insult trust match rival follow assure urge push pull touch cooperate pass clear
"""
_MUTUAL_STEMS = frozenset(map(stem, _MUTUAL.split()))
"""What two can do to each other, one after the other: both reports may be right. A bill passes the house that passes
it."""

_REPROACHES = frozenset(map(stem, ("accuse", "blame", "threaten")))
SAME_REPROACH = 2
"""Stems besides both parties and the verb that two sentences share if they tell of one reproach."""

_DONE_BY_ONE = """
host score inaugurate found invent discover design write paint compose kill murder shoot stab assassinate win buy
acquire purchase succeed replace chair head captain coach appoint nominate dismiss marry broker mediate rescue
"""
_ONCE_STEMS = frozenset(map(stem, _DONE_BY_ONE.split()))
"""What is done to one thing by one only: two reports that name another one differ."""

_OWNED = frozenset(
    map(stem, ("embassy", "consulate", "mission", "legation", "ambassador", "envoy", "delegation", "troops", "soldiers",
               "warship", "diplomats", "citizens", "nationals", "fighters", "forces", "army", "navy"))
)  # fmt: skip
"""What is called after the country whose it is, not after where it stands: a German plant may be anyone's."""


def role_disagreements(telling: Telling) -> list[Disagreement]:
    """Every two clauses that give two parties each other's role."""
    return [
        Disagreement(Topic.ROLE, one, other)
        for verb, told in telling.by_verb.items()
        for one, other in telling.pairs(verb)
        if not (one.denied or other.denied or _is_one_to_come(one, other))
        and (
            (
                (_is_swapped(telling, one, other) or _is_half(telling, one, other) or _is_half(telling, other, one))
                and not _says_both(told, one, other)
            )
            or (_is_by_another(telling, one, other) and not _knows_both(told, one, other))
        )
    ]


def swapped_pairs(telling: Telling) -> frozenset[Pair]:
    """The pairs of statements that give two parties each other's role: at two times, these are two happenings."""
    return frozenset(
        Disagreement(Topic.ROLE, one, other).pair
        for verb in telling.by_verb
        for one, other in telling.pairs(verb)
        if _have_changed_sides(one, other)
    )


def _have_changed_sides(one: Predication, other: Predication) -> bool:
    """Whether each does to the other in one clause what the other does to it in the other clause."""
    first, second = one.agents & _done_to(other), other.agents & _done_to(one)
    return bool(first - other.agents and second - one.agents)


def _done_to(told: Predication) -> frozenset[str]:
    """What it is done to, against or at: "sued Norda", "filed a complaint against Norda"."""
    return told.patients.union(*(told.beside.get(role, ()) for role in ("against", "at", "over")))


def _is_one_to_come(one: Predication, other: Predication) -> bool:
    """Whether one of the two is still to come and the other is done: then they are two things, or differ in tense."""
    tenses = {one.clause.tense, other.clause.tense}
    return Tense.FUTURE in tenses and bool(tenses - {Tense.FUTURE})


def _is_swapped(telling: Telling, one: Predication, other: Predication) -> bool:
    """Whether two sources have two parties on each other's side in one happening."""
    if not _have_changed_sides(one, other):
        return False
    if one.clause.verb in _MUTUAL_STEMS and not _is_one_reproach(telling, one, other):
        return False
    if times_clash(one, other) or "by" in _roles(one) | _roles(other):
        return False
    return telling.link(one, other) is Tier.STRONG or (one.times != frozenset() and times_meet(one, other))


def _is_one_reproach(telling: Telling, one: Predication, other: Predication) -> bool:
    """Whether one accuses the other of one thing on one day: who answers in kind does so on another, or of another."""
    said_of = one.agents | one.patients | other.agents | other.patients | DAYS | MONTHS | {one.verb}
    return (
        one.clause.verb in _REPROACHES
        and one.times != frozenset()
        and times_meet(one, other)
        and len(telling.shared(one, other) - said_of) >= SAME_REPROACH
    )


def _is_by_another(telling: Telling, one: Predication, other: Predication) -> bool:
    """Whether sentences that tell the same name two persons or countries for what only one can do."""
    return (
        one.verb in _ONCE_STEMS
        and telling.link(one, other) is Tier.STRONG
        and one.clause.tense is other.clause.tense
        and bool(one.patients & other.patients)
        and (clash(one.parties, other.parties) or (bool(one.agents & other.agents) and clash(one.actors, other.actors)))
        and not one.actors & other.actors
        and (one.said_of <= other.said_of or other.said_of <= one.said_of)
        and not are_apart(one, other, is_one=True)
    )


def _knows_both(told: tuple[Predication, ...], one: Predication, other: Predication) -> bool:
    """Whether one of the two articles has the other's doer do it as well."""
    return any(
        mine.source == here.source and mine.actors & there.actors and mine.patients & there.patients
        for here, there in ((one, other), (other, one))
        for mine in told
    )


def _roles(told: Predication) -> set[str]:
    return {argument.role for argument in told.clause.arguments}


def _is_half(telling: Telling, placed: Predication, owned: Predication) -> bool:
    """Whether one where or to whom it is done in ``placed`` does it in ``owned``, or is the one whose it is."""
    if not placed.patients & owned.patients or placed.marks != owned.marks:
        return False
    first, second = _parties(placed), _parties(owned)
    taken = second & placed.places
    if not first or not taken or first & second or clash(placed.places - second, owned.places - first):
        return False
    return times_meet(placed, owned) or (telling.link(placed, owned) is Tier.STRONG and not times_clash(placed, owned))


def _parties(told: Predication) -> frozenset[str]:
    """Who does it, or whose it is: of what is called after its owner, the owner if one is named."""
    if told.owners and told.patients & _OWNED:
        return told.owners
    return told.doers


def _says_both(told: tuple[Predication, ...], one: Predication, other: Predication) -> bool:
    """Whether one of the two articles gives the parties the roles of the other one as well."""
    return any(
        mine is not there
        and mine.source == here.source
        and bool(mine.patients & there.patients)
        and not _is_one_to_come(mine, there)
        and bool(_parties(mine) & _parties(there) or mine.agents & there.agents)
        for here, there in ((one, other), (other, one))
        for mine in told
    )
