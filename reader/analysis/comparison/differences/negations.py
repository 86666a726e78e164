"""What one source says and another denies: "signed" and "did not sign", "accepted" and "rejected".

Sentences that are linked tell of one thing as far as their words do not say otherwise. Others must have more in common.
"""

from __future__ import annotations

import re

from reader.analysis.comparison.differences.apart import are_apart, clash
from reader.analysis.comparison.differences.predications import EMPTY, Predication, Telling, is_headline
from reader.analysis.comparison.differences.statements import Disagreement, Pair, pair_of
from reader.models.annotations import Tense
from reader.models.comparison import Tier, Topic

SHARED_STEMS = 4
"""Stems that two sentences share if one denies the other, where they are not linked."""

BESIDE = 1
"""Sentences within which "she denies taking it" is about what is said to have been taken."""

_DISPUTED = re.compile(r"\b(?:den(?:y|ies|ied|ying|ial)|disput\w+|refut\w+)\b", re.IGNORECASE)

_TENSES = ({Tense.PAST}, {Tense.PRESENT}, {Tense.FUTURE}, {Tense.FUTURE, Tense.POSSIBLE})
"""Tenses of two clauses that can deny each other: "may resign", "will not resign"."""

_LINKED_TENSES = (*_TENSES, {Tense.PAST, Tense.PRESENT})
"""The same where the sentences are linked: "apologises" and "has not apologised"."""


def denied_pairs(telling: Telling) -> frozenset[Pair]:
    """The linked statements of which one denies what the other says, by number: they say anything but the same.

    That is more than a difference needs: both reports may tell of the dispute, or quote one side each.
    """
    found: set[Pair] = set()
    for verb, told in (*telling.by_verb.items(), *telling.general.items()):
        standing: dict[int, set[bool]] = {}
        for one in told:
            standing.setdefault(one.number, set()).add(one.denied)
        if len(set().union(*standing.values())) > 1:
            found |= {
                pair_of(one, other)
                for one, other in telling.pairs(verb)
                if not standing[one.number] & standing[other.number] and _oppose(telling, one, other)
            }
    return frozenset(found)


def _oppose(telling: Telling, one: Predication, other: Predication) -> bool:
    """Whether, in linked sentences, the same is said of the same, and denied."""
    said, denied = (one, other) if other.denied else (other, one)
    return (
        one.denied != other.denied
        and telling.link(one, other) is Tier.STRONG
        and not {Tense.MODAL, Tense.NONE} & {one.clause.tense, other.clause.tense}
        and _is_one_in_linked(telling, said, denied)
    )


def negation_disagreements(telling: Telling) -> list[Disagreement]:
    """Every two clauses of which one denies what the other says."""
    found: list[Disagreement] = []
    for verb, told in (*telling.by_verb.items(), *telling.general.items()):
        if len({one.denied for one in told}) > 1:
            found += [
                Disagreement(Topic.NEGATION, one, other)
                for one, other in telling.pairs(verb)
                if _deny(telling, one, other) and not _says_both(told, one, other)
            ]
    return found


def _deny(telling: Telling, one: Predication, other: Predication) -> bool:
    if one.denied == other.denied:
        return False
    said, denied = (one, other) if other.denied else (other, one)
    is_linked = telling.link(one, other) is Tier.STRONG
    return (
        {_tense(telling, one), _tense(telling, other)} in (_LINKED_TENSES if is_linked else _TENSES)
        and not (one.clause.quoted and other.clause.quoted)
        and denied.qualities <= said.qualities
        and not _DISPUTED.search(telling.alignment.statements[said.number].text)
        and (_oppose(telling, one, other) if is_linked else _is_one(telling, said, denied))
        and not are_apart(one, other)
        and not any(clash(heads, other.beside.get(role, frozenset())) for role, heads in one.beside.items())
        and not clash(one.about, other.about)
    )


def _tense(telling: Telling, told: Predication) -> Tense:
    """The tense of a clause; the present of a headline tells what is past."""
    tense = told.clause.tense
    return Tense.PAST if tense is Tense.PRESENT and is_headline(telling, told) else tense


def _is_one(telling: Telling, said: Predication, denied: Predication) -> bool:
    """Whether, in sentences with much in common, the same is said to have been done to the same."""
    linked = telling.link(said, denied) is not None
    if said.verb in telling.general or said.verb in EMPTY or not (linked or _share_much(telling, said, denied)):
        return False
    if said.verb.startswith("be "):
        return linked and bool(said.agents & denied.agents)
    return bool(said.patients & denied.patients) and not clash(said.agents, denied.agents)


def _share_much(telling: Telling, said: Predication, denied: Predication) -> bool:
    return len(telling.shared(said, denied)) >= SHARED_STEMS


def _is_one_in_linked(telling: Telling, said: Predication, denied: Predication) -> bool:
    """Whether, in sentences that tell the same, the same is said of the same: of whom, or of what, both must say."""
    if clash(said.agents, denied.agents) or clash(said.patients, denied.patients):
        return False
    if denied.patients and not said.patients and not said.agents:
        return False  # "people were hurt", "no children were hurt"
    who, what = said.agents & denied.agents, said.patients & denied.patients
    beside = said.around & denied.around
    if said.verb in EMPTY or said.verb in telling.general:
        return bool(who and (what or beside))
    named = said.actors | denied.actors
    return bool(what or beside or (who if said.verb.startswith("be ") else who & named))


def _says_both(told: tuple[Predication, ...], one: Predication, other: Predication) -> bool:
    """Whether one of the two articles says what the other one says as well: then it tells of the dispute."""
    return any(
        mine.source == here.source
        and mine.denied != here.denied
        and (
            bool(
                mine.patients & here.patients
                or (not here.patients and (mine.agents & here.agents or mine.around & here.around))
            )
            or (abs(mine.number - here.number) <= BESIDE and not (mine.patients or mine.agents))
        )
        for here in (one, other)
        for mine in told
    )
