"""Whether two clauses of two sources tell of one happening, and how much speaks for it.

Real reports say "arrested" and "police" of many things. So the sentences must be linked, or the clauses must share a
name, and nothing beside the predicate may speak against it: another number, another time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.stemming import stem
from reader.analysis.comparison.dates.claims import DateClaim
from reader.analysis.comparison.differences.predications import GENERAL_VERBS
from reader.analysis.comparison.facts.parties import OTHERS
from reader.analysis.comparison.facts.tellings import Telling
from reader.analysis.temporal import date_interval
from reader.models.annotations import Tense
from reader.models.comparison import Tier

SHARED_WORDS = 4
"""Stems that two sentences without a sure link must share if nobody named takes part. Measured."""

SURE, LIKELY, POSSIBLE, NONE = 3, 2, 1, 0
"""How much speaks for one happening. Only ``SURE`` lets two dates or two places of it differ."""

_SAYING = """
say tell add ask see look think know believe hope expect want need include seem feel mean report announce write
state describe note claim explain suggest argue accord
"""
SAYING = frozenset(map(stem, _SAYING.split()))
"""Verbs of what was said, thought and listed: when and where that was done says nothing of the happening."""

SAYING_NOTHING = SAYING | frozenset(map(stem, ("be", "have", "do", "happen", "occur")))
"""Verbs that clauses of every report have, whatever it is about."""

_DONE_AND_TO_COME = {Tense.PAST, Tense.FUTURE}
"""Tenses that tell of one thing only in linked sentences: who appeared in court will appear elsewhere."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """How much speaks for two clauses of two sources being told of one happening, and what speaks against it.

    Attributes:
        links: how sentences are linked, by their numbers, the smaller one first.
        conflicts: pairs of dates (statement and offset) that cannot both be right, though they are of one happening.
    """

    alignment: Alignment
    links: Mapping[tuple[int, int], Tier]
    conflicts: Collection[frozenset[tuple[int, int]]]

    def of_one_verb(self, one: Telling, other: Telling) -> int:
        """For two clauses of one predicate: ``SURE`` to ``NONE``."""
        agents, patients = one.agent_keys & other.agent_keys, one.patient_keys & other.patient_keys
        if not agents and not patients:
            return NONE
        clash = (_clash(one.agent_keys, other.agent_keys), _clash(one.patient_keys, other.patient_keys))
        is_named = any(key[0] in "#=" for key in agents | patients)
        is_general = one.clause.verb.partition(" ")[0] in GENERAL_VERBS
        tier = self._tier(one, other)
        if tier is Tier.STRONG and (patients or (agents and not is_general)) and not any(clash):
            return SURE
        if tier is Tier.STRONG and is_named and not clash[1]:
            return LIKELY
        if any(clash) or {one.clause.tense, other.clause.tense} == _DONE_AND_TO_COME:
            return NONE
        if coincide(one, other) and (patients or (is_named and not is_general)):
            return LIKELY
        linked = tier is Tier.POSSIBLE and (is_named or self._shared(one, other) >= SHARED_WORDS)
        return POSSIBLE if not is_general and (linked or (agents and patients and is_named)) else NONE

    def of_one_time_or_place(self, one: Telling, other: Telling) -> int:
        """For two clauses of any predicates: ``POSSIBLE`` or ``NONE``."""
        tier = self._tier(one, other)
        if tier is Tier.STRONG:
            return POSSIBLE if _share_any(one, other) else NONE
        if not _share_party(one, other) or not coincide(one, other):
            return NONE
        both = one.moments & other.moments and one.spots & other.spots
        return POSSIBLE if both or tier is Tier.POSSIBLE else NONE

    def are_apart(self, one: Telling, other: Telling) -> bool:
        """Whether something beside predicate and parties says that two clauses are of two things."""
        if one.days and other.days and not any(self._may_be_one_day(a, b) for a in one.days for b in other.days):
            return True
        if one.verb != other.verb:
            are_placed = (one.days or one.places) and (other.days or other.places)
            return bool(are_placed) and not _share_any(one, other)
        if (one.marks ^ other.marks) & OTHERS and one.patient_keys & other.patient_keys:
            return True
        if one.source != other.source and self.of_one_verb(one, other) == SURE:
            return False
        return _clash(one.patient_keys, other.patient_keys) or (
            one.marks != other.marks and bool(one.patient_keys & other.patient_keys)
        )

    def _may_be_one_day(self, one: DateClaim, other: DateClaim) -> bool:
        """Whether two dates meet, or are of one happening by what else is said of it."""
        return (
            meet(one.expression.value, other.expression.value)
            or frozenset((spot_of(one), spot_of(other))) in self.conflicts
        )

    def _tier(self, one: Telling, other: Telling) -> Tier | None:
        return self.links.get((min(one.number, other.number), max(one.number, other.number)))

    def _shared(self, one: Telling, other: Telling) -> int:
        statements = self.alignment.statements
        return len(statements[one.number].stems & statements[other.number].stems)


def _clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both clauses name somebody, and nobody in common."""
    return bool(one and other) and not one & other


def coincide(one: Telling, other: Telling) -> bool:
    """Whether two clauses have a day, a week or a month in common, or a place that is no country."""
    return bool(one.moments & other.moments) or any(" =" not in spot for spot in one.spots & other.spots)


def _share_party(one: Telling, other: Telling) -> bool:
    return bool((one.agent_keys | one.patient_keys) & (other.agent_keys | other.patient_keys))


def _share_any(one: Telling, other: Telling) -> bool:
    """Whether two clauses of surely linked sentences have a date or a place in common; a year only with a party."""
    if one.moments & other.moments or one.spots & other.spots:
        return True
    values = {claim.expression.value for claim in one.days}
    return any(claim.expression.value in values for claim in other.days) and _share_party(one, other)


def meet(one: str, other: str) -> bool:
    """Whether two ISO dates may be the same: a day and its month."""
    if one == other:
        return bool(one)
    first, second = interval_of(one), interval_of(other)
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]


@lru_cache(maxsize=4096)
def interval_of(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO value, or None: the same few are asked for again and again."""
    return date_interval(value)


def spot_of(claim: DateClaim) -> tuple[int, int]:
    """The statement and the offset of a date."""
    return claim.number, claim.expression.start
