"""Differences that need grammar (who did it to whom, done or to be done, said or denied), put together.

All of them are likely at best. Two kinds that fire on one pair of sentences rest on the same doubtful parse, or on
sentences about two things: neither is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.analysis.comparison.differences.predications import Predication, Telling, phrase_of
from reader.analysis.comparison.differences.records import difference, shown
from reader.analysis.comparison.disputes import Disputes, without_overlaps
from reader.models.article import LineLabel
from reader.models.comparison import Confidence, Difference, Passage, Topic

MOST_READINGS = 6
"""Passages shown for one difference: the first of each article."""

Pair = tuple[int, int]


def pair_of(one: Predication, other: Predication) -> Pair:
    """The numbers of the statements of two clauses, the smaller one first."""
    return min(one.number, other.number), max(one.number, other.number)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two clauses of two articles that cannot both be right, and what a person should know of them besides."""

    kind: Topic
    one: Predication
    other: Predication
    note: str = ""

    @property
    def pair(self) -> Pair:
        """The numbers of the two statements, the smaller one first."""
        return pair_of(self.one, self.other)


def without_doubtful(telling: Telling, found: Iterable[Disagreement], disputed: Iterable[Pair]) -> list[Disagreement]:
    """The disagreements of sentences that disagree in one way only, figures and dates included; bodies first."""
    known = _in_body_first(telling, found)
    kinds: dict[Pair, set[Topic]] = {pair: {Topic.FIGURE} for pair in disputed}
    for one in known:
        kinds.setdefault(one.pair, set()).add(one.kind)
    return [one for one in known if len(kinds[one.pair]) == 1]


def with_disagreements(disputes: Disputes, found: Sequence[Disagreement]) -> Disputes:
    """What is disputed, with the pairs of sentences that each of the differences shows."""
    spans, topics, likely = dict(disputes.spans), dict(disputes.topics), set(disputes.likely)
    for several in _groups(found).values():
        shown_clauses = _shown(several)
        for told in shown_clauses:
            spans[told.number] = without_overlaps([*spans.get(told.number, ()), phrase_of(told)])
            topics[told.number] = topics.get(told.number, frozenset()) | {several[0].kind}
        numbers = {told.number for told in shown_clauses}
        likely |= {one.pair for one in several if numbers.issuperset(one.pair)}
    return replace(disputes, spans=spans, topics=topics, likely=frozenset(likely))


def _in_body_first(telling: Telling, found: Iterable[Disagreement]) -> list[Disagreement]:
    """The disagreements, those first of which no side stands in a title or standfirst: the body says more."""
    statements = telling.alignment.statements
    return sorted(found, key=lambda one: sum(statements[n].label is not LineLabel.BODY for n in one.pair))


def _groups(found: Iterable[Disagreement]) -> dict[tuple[Topic, str, str], list[Disagreement]]:
    """The disagreements by kind, verb and what it is done to."""
    groups: dict[tuple[Topic, str, str], list[Disagreement]] = {}
    for one in found:
        about = min(one.one.patients & one.other.patients or one.one.agents & one.other.agents, default="")
        groups.setdefault((one.kind, one.one.verb, about), []).append(one)
    return groups


def statement_differences(
    telling: Telling, found: Sequence[Disagreement], places: Mapping[int, int]
) -> tuple[Difference, ...]:
    """One difference for each verb and what it is done to, whichever sources disagree about it."""
    texts = {analysed.article.id: analysed.article.text for analysed in telling.alignment.articles}
    said: list[Difference] = []
    for (kind, _, _), several in sorted(_groups(found).items(), key=lambda group: group[0]):
        readings = _in_places((_passage(telling, told) for told in _shown(several)), places)
        sides = _in_places((_passage(telling, told) for told in (several[0].one, several[0].other)), places)
        note = " / ".join(shown(texts[each.article], each.start, each.end) for each in sides)
        extra = next((one.note for one in several if one.note), "")
        said.append(difference(kind, Confidence.LIKELY, readings, f"{extra}: {note}" if extra else note, texts))
    return tuple(said)


def _in_places(passages: Iterable[Passage], places: Mapping[int, int]) -> list[Passage]:
    """The passages in the order of the articles."""
    return sorted(passages, key=lambda each: places[each.article])


def _shown(several: Sequence[Disagreement]) -> list[Predication]:
    """The clauses that are shown of some disagreements: the first of each article, those of the first one surely."""
    chosen: dict[int, Predication] = {}
    for one in several:
        for told in (one.one, one.other):
            if len(chosen) < MOST_READINGS:
                chosen.setdefault(told.source, told)
    return list(chosen.values())


def _passage(telling: Telling, told: Predication) -> Passage:
    return Passage(telling.alignment.statements[told.number].passage.article, *phrase_of(told))
