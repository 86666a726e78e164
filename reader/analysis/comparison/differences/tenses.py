"""What one source says has happened and another says will, or may: "signed", "will be signed", "may sign".

An update where the dates of the articles explain it, and said as one, with both dates. What a report says is done and a
later one announces are two things.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from reader.analysis.alignment.stemming import stem
from reader.analysis.comparison.differences.apart import are_apart, clash, days_after
from reader.analysis.comparison.differences.predications import EMPTY, Predication, Telling, is_headline
from reader.analysis.comparison.differences.statements import Disagreement
from reader.analysis.temporal import date_interval
from reader.models.annotations import Tense
from reader.models.article import Status
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
_CONDITION = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:chances?|odds|risks?|possib\w+|probabl\w+|likel\w+|apparent\w*|fear\w*|rumou?r\w*|alleg\w+|suspect\w*|believe\w*)\b",
    re.IGNORECASE,
)
"""Words by which a sentence is not as sure as its verb."""


_HEDGED = re.compile(r"\b(?:apparent|seeming|presumab)ly\b", re.IGNORECASE)
"""Adverbs by which one reporter is careful about what another one tells plainly; "appears to have sunk" says more."""

_HEDGE_BEFORE = 30
"""Characters before a predicate in which its hedge stands."""

_COULD = re.compile(r"\bcould\b", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|told|added|warned|announced|argued|claimed|wrote|believed|thought)\b", re.IGNORECASE)
"""Verbs in the past under which "could" is what "can" was when it was said."""

LONG_APART_DAYS = 10
"""Of reports more days apart one tells, and one holds possible, two things of a kind."""


class _Standing(Enum):
    """How sure a clause is of what it says, from what is done to what may be."""

    DONE = 0
    SO = 1
    AHEAD = 2
    POSSIBLE = 3


_STANDINGS = {
    Tense.PAST: _Standing.DONE,
    Tense.PRESENT: _Standing.SO,
    Tense.FUTURE: _Standing.AHEAD,
    Tense.POSSIBLE: _Standing.POSSIBLE,
}


def tense_disagreements(telling: Telling) -> list[Disagreement]:
    """Every two clauses of which one reports what the other looks ahead to, or holds possible."""
    found: list[Disagreement] = []
    for verb, told in (*telling.by_verb.items(), *telling.general.items()):
        if verb not in EMPTY | _OF_THE_MIND and len({_standing(telling, one) for one in told} - {None}) > 1:
            for pair in telling.pairs(verb):
                ordered = _in_order(telling, pair)
                if ordered and _disagree(telling, *ordered) and not _says_both(telling, told, *ordered):
                    found.append(Disagreement(Topic.TENSE, *ordered, _note(telling, *ordered)))
    return found


def _standing(telling: Telling, told: Predication) -> _Standing | None:
    """How a clause stands; the present of a headline reports what is done ("Parliament approves budget")."""
    standing = _STANDINGS.get(told.clause.tense)
    return _Standing.DONE if standing is _Standing.SO and is_headline(telling, told) else standing


def _in_order(telling: Telling, pair: tuple[Predication, Predication]) -> tuple[Predication, Predication] | None:
    """The pair, the surer one first, if they stand apart."""
    one, other = (_standing(telling, told) for told in pair)
    if one is None or other is None or {one, other} in _NO_CONTRAST:
        return None
    return pair if one.value < other.value else (pair[1], pair[0])


_MINDS = "know think believe seem feel mean hope want expect need"
_OF_THE_MIND = frozenset(map(stem, _MINDS.split()))
"""Verbs of states that last: known in one report and perhaps known in another."""

_NO_CONTRAST = (
    *({standing} for standing in _Standing),
    {_Standing.SO, _Standing.DONE},
    {_Standing.SO, _Standing.AHEAD},
)
"""A present may be told as past, or mean what is to come: "is meeting"."""


def _disagree(telling: Telling, sure: Predication, less: Predication) -> bool:
    return not any(gate(telling, sure, less) for gate in GATES)


def _denied(telling: Telling, sure: Predication, less: Predication) -> bool:
    """Whether one is denied; what both deny ("rejected", "will reject") stands apart in linked sentences only.

    Whoever refused to, decided not to and will not all say the same.
    """
    refused = sure.clause.negated or less.clause.negated
    return sure.denied != less.denied or (sure.denied and (refused or not _is_linked(telling, sure, less)))


def _two_speak(_: Telling, sure: Predication, less: Predication) -> bool:
    """Whether two quotations say it of whoever speaks: "I will vote for it", "I voted for it"."""
    return sure.clause.quoted and less.clause.quoted and not sure.agents & less.agents


def _general(telling: Telling, sure: Predication, less: Predication) -> bool:
    """Whether the verb is done to everything, again and again: one doing only in linked sentences of one day."""
    if sure.verb not in telling.general:
        return False
    after = days_after(less, sure)
    is_one_day = after is None or abs(after) <= SAME_TIME_DAYS
    return not (is_one_day and _is_linked(telling, sure, less) and sure.patients & less.patients)


def _other_thing(telling: Telling, sure: Predication, less: Predication) -> bool:
    if _is_linked(telling, sure, less):
        return not _is_one_in_linked(telling, sure, less)
    return not (sure.patients and less.patients and _same_thing(sure, less))


def _is_one_in_linked(telling: Telling, sure: Predication, less: Predication) -> bool:
    """Whether, in sentences that tell the same, one thing is done by one: by what both name, other names aside."""
    named = not (is_headline(telling, sure) or is_headline(telling, less))
    if named and clash(sure.actors, less.actors):
        return False
    if sure.patients & less.patients:
        return True
    if not sure.agents & less.agents:
        return False
    return not (sure.patients and less.patients) or bool(
        (sure.patients | sure.qualities) & (less.patients | less.qualities)
    )


def _apart(telling: Telling, sure: Predication, less: Predication) -> bool:
    return are_apart(sure, less, is_one=_is_linked(telling, sure, less))


def _is_linked(telling: Telling, one: Predication, other: Predication) -> bool:
    return telling.link(one, other) is Tier.STRONG


def _same_thing(back: Predication, ahead: Predication) -> bool:
    """Whether it is done to the same; where nothing is done to anything, whether just the same do it."""
    if back.patients or ahead.patients:
        return bool(back.patients & ahead.patients) and not clash(back.agents, ahead.agents)
    return bool(back.agents) and back.agents == ahead.agents


def _is_history(_: Telling, back: Predication, ahead: Predication) -> bool:
    """Whether the sentence that looks back dates what it tells before the report that looks ahead was published.

    Where that day is not known, any date will do that the other sentence does not have.
    """
    intervals = [interval for value in back.times if (interval := date_interval(value))]
    if ahead.clause.tense is not Tense.FUTURE or not intervals:
        return False
    return not ahead.published or all(last.isoformat() < ahead.published for _, last in intervals)


def _is_under_way(telling: Telling, back: Predication, _: Predication) -> bool:
    """Whether the past is one that lasted ("was leaving the show"): that may still be to come."""
    statement = telling.alignment.statements[back.number]
    return statement.text[: back.clause.end - statement.passage.start].endswith("ing")


def _is_repeated(telling: Telling, back: Predication, ahead: Predication) -> bool:
    """Whether the sentences say themselves that it was so before, or will be so again."""
    statements = telling.alignment.statements
    return any(_REPEATED.search(statements[each.number].text) for each in (back, ahead))


def _is_unsure(telling: Telling, sure: Predication, less: Predication) -> bool:
    """Whether what is possible is so under a condition, or what seems sure is told as unsure in other words."""
    one, other = (telling.alignment.statements[each.number].text for each in (sure, less))
    return less.clause.tense is Tense.POSSIBLE and bool(
        _CONDITION.search(one) or _CONDITION.search(other) or _UNSURE.search(one)
    )


def _is_headline_plan(telling: Telling, sure: Predication, less: Predication) -> bool:
    """Whether all that is done is done in the present of a headline, which tells plans as well ("X acquires Y").

    A report that looks ahead and is older is brought up to date by a headline nevertheless, and of two headlines each
    has chosen its tense ("X acquires Y" / "X set to acquire Y").
    """
    if sure.clause.tense is not Tense.PRESENT or less.clause.tense is not Tense.FUTURE or is_headline(telling, less):
        return False
    after = days_after(less, sure)
    return after is None or after < UPDATE_DAYS


def _is_only_hedged(telling: Telling, _: Predication, less: Predication) -> bool:
    """Whether what is possible is told as it seems ("apparently left"), or could be when it was said."""
    if less.clause.tense is not Tense.POSSIBLE:
        return False
    statement = telling.alignment.statements[less.number]
    start, end = (at - statement.passage.start for at in (less.clause.start, less.clause.end))
    could = _COULD.search(statement.text, start, end) is not None and _SAID.search(statement.text) is not None
    return could or _HEDGED.search(statement.text, max(0, start - _HEDGE_BEFORE), end) is not None


def _possible_long_apart(_: Telling, sure: Predication, less: Predication) -> bool:
    after = days_after(less, sure)
    return less.clause.tense is Tense.POSSIBLE and after is not None and abs(after) > LONG_APART_DAYS


def _unlinked_undated(telling: Telling, back: Predication, ahead: Predication) -> bool:
    after = days_after(back, ahead)
    return telling.link(back, ahead) is not Tier.STRONG and (
        after is None or is_headline(telling, ahead) or ahead.clause.tense is Tense.POSSIBLE
    )


def _announced_after(_: Telling, back: Predication, ahead: Predication) -> bool:
    after = days_after(back, ahead)
    return ahead.clause.tense is Tense.FUTURE and after is not None and after > SAME_TIME_DAYS


def _unsupported(telling: Telling, back: Predication, ahead: Predication) -> bool:
    tier = telling.link(back, ahead)
    return not (tier is not None or _supported(telling, back, ahead) or _is_only_one(telling, back, ahead))


GATES: tuple[Callable[[Telling, Predication, Predication], bool], ...] = (
    _denied,
    _two_speak,
    _general,
    _other_thing,
    _apart,
    _is_history,
    _is_under_way,
    _is_repeated,
    _is_unsure,
    _is_headline_plan,
    _is_only_hedged,
    _possible_long_apart,
    _unlinked_undated,
    _announced_after,
    _unsupported,
)
"""What speaks against two clauses being of one thing that stands differently, each for itself."""


def _is_only_one(telling: Telling, back: Predication, ahead: Predication) -> bool:
    """Whether, in two reports of one day, no other clause has the verb and what it is done to in either of them."""
    after = days_after(back, ahead)
    same = [
        one
        for one in telling.by_verb.get(back.verb, ())
        if one.source in {back.source, ahead.source} and one.patients & back.patients & ahead.patients
    ]
    return after is not None and abs(after) <= SAME_TIME_DAYS and len(same) == 2


def _supported(telling: Telling, back: Predication, ahead: Predication) -> bool:
    """Whether sentences that are not linked have enough in common besides the verb and what it is done to."""
    statements = telling.alignment.statements
    names = statements[back.number].names | statements[ahead.number].names
    common = telling.shared(back, ahead) - names - back.patients - {back.clause.verb, ahead.clause.verb}
    return len(common) >= SHARED_STEMS or bool(back.agents & ahead.agents)


def _says_both(telling: Telling, told: tuple[Predication, ...], sure: Predication, less: Predication) -> bool:
    """Whether one of the two articles says what the other one says as well: then it knows of both."""
    bar = _standing(telling, less)
    for one in told:
        if one in (sure, less) or not (_same_thing(one, sure) or _same_thing(one, less)):
            continue
        ordered = _in_order(telling, (one, less))
        knows_more = one.source == less.source and ordered is not None and ordered[0] is one
        if knows_more or (one.source == sure.source and _standing(telling, one) is bar):
            return True
    return False


def _note(telling: Telling, sure: Predication, less: Predication) -> str:
    """That it is an update, where both articles state their day: an inferred date never separates."""
    after = days_after(less, sure)
    ahead = less.clause.tense is Tense.FUTURE and _standing(telling, sure) is _Standing.DONE
    articles = telling.alignment.articles
    stated = all(articles[each.source].article.published.status is Status.STATED for each in (less, sure))
    if ahead and stated and after is not None and after >= UPDATE_DAYS:
        return f"an update: still to come on {less.published}, done on {sure.published}"
    return ""
