"""What one source says has happened and another says will: "signed" and "will be signed".

An update where the dates of the articles explain it, and said as one, with both dates. What a report says is done and a
later one announces are two things.
"""

from __future__ import annotations

import re

from reader.analysis.comparison.differences.apart import are_apart, clash, days_after
from reader.analysis.comparison.differences.predications import Predication, Telling, is_headline
from reader.analysis.comparison.differences.statements import Disagreement
from reader.analysis.temporal import date_interval
from reader.models.annotations import Tense
from reader.models.comparison import Tier, Topic

UPDATE_DAYS = 1
"""A report that looks ahead and is older by so many days is brought up to date by the other, not contradicted."""

SAME_TIME_DAYS = 1
"""What is announced so many days after it was reported as done, or later, is another thing of its kind."""

SHARED_STEMS = 3
"""Stems that the two sentences share besides verb and patient, names aside, where they are not linked."""

_REPEATED = re.compile(
    r"\b(?:again|previously|formerly|in the past|once more|used to|no longer|every year)\b", re.IGNORECASE
)


def tense_disagreements(telling: Telling) -> list[Disagreement]:
    """Every two clauses of which one reports what the other looks ahead to."""
    found: list[Disagreement] = []
    for verb, told in telling.by_verb.items():
        if {one.clause.tense for one in told} >= {Tense.PAST, Tense.FUTURE}:
            for pair in telling.pairs(verb):
                back, ahead = sorted(pair, key=lambda one: one.clause.tense is Tense.FUTURE)
                if _disagree(telling, back, ahead) and not _says_both(told, back, ahead):
                    found.append(Disagreement(Topic.TENSE, back, ahead, _note(back, ahead)))
    return found


def _disagree(telling: Telling, back: Predication, ahead: Predication) -> bool:
    one, other = back.clause, ahead.clause
    if one.tense is not Tense.PAST or other.tense is not Tense.FUTURE or one.negated or other.negated:
        return False
    if not _same_thing(back, ahead) or are_apart(back, ahead) or _is_history(back, ahead):
        return False
    if _is_under_way(telling, back) or _is_repeated(telling, back, ahead):
        return False
    tier = telling.link(back, ahead)
    after = days_after(back, ahead)
    if tier is not Tier.STRONG and (after is None or is_headline(telling, ahead)):
        return False
    if after is not None and after > SAME_TIME_DAYS:
        return False
    return tier is not None or _supported(telling, back, ahead) or _is_only_one(telling, back, ahead)


def _same_thing(back: Predication, ahead: Predication) -> bool:
    """Whether it is done to the same; where nothing is done to anything, whether the same does it."""
    if back.patients or ahead.patients:
        return bool(back.patients & ahead.patients) and not clash(back.agents, ahead.agents)
    return bool(back.agents & ahead.agents)


def _is_history(back: Predication, ahead: Predication) -> bool:
    """Whether the sentence that looks back dates what it tells before the report that looks ahead was published."""
    intervals = [interval for value in back.times if (interval := date_interval(value))]
    return bool(intervals and ahead.published) and all(last.isoformat() < ahead.published for _, last in intervals)


def _is_under_way(telling: Telling, back: Predication) -> bool:
    """Whether the past is one that lasted ("was leaving the show"): that may still be to come."""
    statement = telling.alignment.statements[back.number]
    return statement.text[: back.clause.end - statement.passage.start].endswith("ing")


def _is_repeated(telling: Telling, back: Predication, ahead: Predication) -> bool:
    """Whether the sentences say themselves that it was so before, or will be so again."""
    statements = telling.alignment.statements
    return any(_REPEATED.search(statements[each.number].text) for each in (back, ahead))


def _is_only_one(telling: Telling, back: Predication, ahead: Predication) -> bool:
    """Whether, in two reports of one day, no other clause has the verb and what it is done to in either of them."""
    after = days_after(back, ahead)
    same = [
        one
        for one in telling.by_verb[back.clause.verb]
        if one.source in {back.source, ahead.source} and one.patients & back.patients & ahead.patients
    ]
    return after is not None and abs(after) <= SAME_TIME_DAYS and len(same) == 2


def _supported(telling: Telling, back: Predication, ahead: Predication) -> bool:
    """Whether sentences that are not linked have enough in common besides the verb and what it is done to."""
    statements = telling.alignment.statements
    names = statements[back.number].names | statements[ahead.number].names
    common = telling.shared(back, ahead) - names - back.patients - {back.clause.verb}
    return len(common) >= SHARED_STEMS or bool(back.agents & ahead.agents)


def _says_both(told: tuple[Predication, ...], back: Predication, ahead: Predication) -> bool:
    """Whether one of the two articles says what the other one says as well: then it knows of both."""
    return any(
        (one.source == back.source and one.clause.tense is Tense.FUTURE and _same_thing(one, ahead))
        or (one.source == ahead.source and one.clause.tense is Tense.PAST and _same_thing(one, back))
        for one in told
    )


def _note(back: Predication, ahead: Predication) -> str:
    after = days_after(ahead, back)
    if after is not None and after >= UPDATE_DAYS:
        return f"an update: still to come on {ahead.published}, done on {back.published}"
    return ""
