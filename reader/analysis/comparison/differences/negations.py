"""What one source says and another denies: "signed" and "did not sign", "accepted" and "rejected"."""

from __future__ import annotations

import re

from reader.analysis.comparison.differences.apart import are_apart, clash
from reader.analysis.comparison.differences.predications import EMPTY, Predication, Telling, is_headline
from reader.analysis.comparison.differences.statements import Disagreement
from reader.models.annotations import Tense
from reader.models.comparison import Tier, Topic

SHARED_STEMS = 4
"""Stems that two sentences share if one denies the other, where they are not linked."""

_DISPUTED = re.compile(r"\b(?:den(?:y|ies|ied|ying|ial)|disput\w+|refut\w+)\b", re.IGNORECASE)

_TENSES = ({Tense.PAST}, {Tense.PRESENT}, {Tense.FUTURE}, {Tense.FUTURE, Tense.POSSIBLE})
"""Tenses of two clauses that can deny each other: "may resign", "will not resign"."""


def negation_disagreements(telling: Telling) -> list[Disagreement]:
    """Every two clauses of which one denies what the other says."""
    found: list[Disagreement] = []
    for verb, told in (*telling.by_verb.items(), *telling.general.items()):
        if verb not in EMPTY and len({one.denied for one in told}) > 1:
            found += [
                Disagreement(Topic.NEGATION, one, other)
                for one, other in telling.pairs(verb)
                if _deny(telling, one, other) and not _says_both(told, one, other)
            ]
    return found


def _deny(telling: Telling, one: Predication, other: Predication) -> bool:
    tense = _tense(telling, one)
    is_general = one.verb in telling.general
    return (
        one.denied != other.denied
        and {tense, _tense(telling, other)} in _TENSES
        and not (one.clause.quoted and other.clause.quoted)
        and _denies_all(telling, *sorted((one, other), key=lambda each: each.denied))
        and _is_same_thing(telling, one, other)
        and not are_apart(one, other)
        and not any(clash(heads, other.beside.get(role, frozenset())) for role, heads in one.beside.items())
        and (not is_general or (telling.link(one, other) is Tier.STRONG and bool(one.agents & other.agents)))
        and (telling.link(one, other) is not None or len(telling.shared(one, other)) >= SHARED_STEMS)
    )


def _denies_all(telling: Telling, said: Predication, denied: Predication) -> bool:
    """Whether all is denied that is said, and by one source only.

    Who landed no clean punch may have landed one; and a sentence may tell by itself that somebody denies it.
    """
    disputed = _DISPUTED.search(telling.alignment.statements[said.number].text)
    return denied.qualities <= said.qualities and not disputed


def _tense(telling: Telling, told: Predication) -> Tense:
    """The tense of a clause; the present of a headline tells what is past."""
    tense = told.clause.tense
    return Tense.PAST if tense is Tense.PRESENT and is_headline(telling, told) else tense


def _is_same_thing(telling: Telling, one: Predication, other: Predication) -> bool:
    """Whether the same is said to have been done to the same by the same, as far as both say who did it.

    Where nothing is done to anything, somebody named must do it in linked sentences.
    """
    if one.patients & other.patients:
        return not one.agents or not other.agents or bool(one.agents & other.agents)
    if one.verb in telling.general:
        return False
    named = one.agents & other.agents if one.verb.startswith("be ") else one.agents & other.agents & one.actors
    return (
        telling.link(one, other) is Tier.STRONG and not (one.patients and other.patients) and bool(named & other.agents)
    )


def _says_both(told: tuple[Predication, ...], one: Predication, other: Predication) -> bool:
    """Whether one of the two articles says what the other one says as well: then it tells of the dispute."""
    return any(
        mine.source == here.source
        and mine.denied != here.denied
        and bool(mine.patients & here.patients or (not here.patients and mine.agents & here.agents))
        for here in (one, other)
        for mine in told
    )
