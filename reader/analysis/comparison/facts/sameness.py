"""Whether two clauses of two sources tell of one happening, and how much speaks for it.

Real reports say "arrested" and "police" of many things. So the sentences must be linked, or the clauses must share a
name, and nothing beside the predicate may speak against it: another number, another time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.stemming import stem
from reader.analysis.comparison.differences.predications import GENERAL_VERBS
from reader.analysis.comparison.facts.tellings import Telling
from reader.analysis.temporal import date_interval
from reader.analysis.temporal.compare import granularity
from reader.models.comparison import Tier

SHARED_WORDS = 4
"""Stems that two sentences without a sure link must share if nobody named takes part. Measured."""

SURE, LIKELY, POSSIBLE, NONE = 3, 2, 1, 0
"""How much speaks for one happening. Only ``SURE`` lets two dates or two places of it differ."""

_SAYING = """
say tell add ask call see look think know believe hope expect want need include seem feel mean report announce write
state describe note claim explain suggest argue accord
"""
SAYING = frozenset(map(stem, _SAYING.split()))
"""Verbs of what was said, thought and listed: when and where that was done says nothing of the happening."""

SAYING_NOTHING = SAYING | frozenset(map(stem, ("be", "have", "do", "happen", "occur")))
"""Verbs that clauses of every report have, whatever it is about."""

_FINE = frozenset({"day", "month"})
"""How precise a date must be to tell of which of several things a sentence speaks; many happen in one year."""

_THESE_DAYS = frozenset({"today", "tonight", "this morning"})
"""Words that are as often "nowadays", or the day of the report, as the day of what is told."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """How much speaks for two clauses being told of one happening, by how their sentences are linked."""

    alignment: Alignment
    links: Mapping[tuple[int, int], Tier]

    def of_one_verb(self, one: Telling, other: Telling) -> int:
        """For two clauses of one predicate: ``SURE`` to ``NONE``."""
        agents, patients = one.agent_keys & other.agent_keys, one.patient_keys & other.patient_keys
        if not agents and not patients:
            return NONE
        clash = (one.agent_keys and other.agent_keys and not agents) or (
            one.patient_keys and other.patient_keys and not patients
        )
        is_named = any(key[0] in "#=" for key in agents | patients)
        is_general = one.clause.verb.partition(" ")[0] in GENERAL_VERBS
        tier = self.links.get((one.number, other.number))
        if tier is Tier.STRONG:
            if clash:
                return LIKELY if is_named else NONE
            return SURE if patients or not is_general else LIKELY if is_named else NONE
        if is_general or clash:
            return NONE
        if tier is Tier.POSSIBLE:
            return POSSIBLE if is_named or self._shared(one, other) >= SHARED_WORDS else NONE
        return POSSIBLE if agents and patients and is_named else NONE

    def _shared(self, one: Telling, other: Telling) -> int:
        statements = self.alignment.statements
        return len(statements[one.number].stems & statements[other.number].stems)


def share_time_or_place(one: Telling, other: Telling) -> bool:
    """Whether two clauses of linked sentences have a date or a place in common that tells what they speak of."""
    keys = one.agent_keys | one.patient_keys
    have_party = bool(keys & (other.agent_keys | other.patient_keys))
    values = {
        claim.expression.value
        for claim in one.days
        if have_party or (granularity(claim.expression.value) in _FINE and claim.words not in _THESE_DAYS)
    }
    if any(claim.expression.value in values for claim in other.days):
        return True
    wheres = {(place.direction, place.names[0].key) for place in one.places}
    return any((place.direction, place.names[0].key) in wheres for place in other.places)


def are_apart(one: Telling, other: Telling) -> bool:
    """Whether something beside predicate and parties says that two clauses are of two things."""
    if one.verb == other.verb:
        patients = one.patient_keys & other.patient_keys
        if one.patient_keys and other.patient_keys and (not patients or one.marks != other.marks):
            return True
    elif (one.days or one.places) and (other.days or other.places) and not share_time_or_place(one, other):
        return True
    return bool(one.days and other.days) and not any(
        meet(a.expression.value, b.expression.value) for a in one.days for b in other.days
    )


def meet(one: str, other: str) -> bool:
    """Whether two ISO dates may be the same: a day and its month."""
    first, second = date_interval(one), date_interval(other)
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]
