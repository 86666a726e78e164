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
        return min(self.one.number, self.other.number), max(self.one.number, self.other.number)


def without_doubtful(telling: Telling, found: Iterable[Disagreement], disputed: Iterable[Pair]) -> list[Disagreement]:
    """The disagreements of sentences that disagree in one way only, figures and dates included; bodies first."""
    known = _in_body_first(telling, found)
    kinds: dict[Pair, set[Topic]] = {pair: {Topic.FIGURE} for pair in disputed}
    for one in known:
        kinds.setdefault(one.pair, set()).add(one.kind)
    return [one for one in known if len(kinds[one.pair]) == 1]


def with_disagreements(disputes: Disputes, found: Sequence[Disagreement]) -> Disputes:
    """What is disputed, with one pair of sentences for each of the differences, so that each is seen in a row."""
    shown_pairs = [several[0] for several in _groups(found).values()]
    spans, topics = dict(disputes.spans), dict(disputes.topics)
    for one in shown_pairs:
        for told in (one.one, one.other):
            spans[told.number] = without_overlaps([*spans.get(told.number, ()), phrase_of(told)])
            topics[told.number] = topics.get(told.number, frozenset()) | {one.kind}
    likely = disputes.likely | {one.pair for one in shown_pairs}
    return replace(disputes, spans=spans, topics=topics, likely=likely)


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
        readings = _readings(telling, several, places)
        sides = sorted(_passages(telling, several[0]), key=lambda each: places[each.article])
        note = " / ".join(shown(texts[each.article], each.start, each.end) for each in sides)
        extra = next((one.note for one in several if one.note), "")
        said.append(difference(kind, Confidence.LIKELY, readings, f"{extra}: {note}" if extra else note, texts))
    return tuple(said)


def _readings(telling: Telling, several: Sequence[Disagreement], places: Mapping[int, int]) -> list[Passage]:
    """The passages of all the disagreements, those of the first one before any other, in the order of the articles."""
    chosen: list[Passage] = []
    for one in several:
        for passage in _passages(telling, one):
            if all(each.article != passage.article for each in chosen) and len(chosen) < MOST_READINGS:
                chosen.append(passage)
    return sorted(chosen, key=lambda each: places[each.article])


def _passages(telling: Telling, one: Disagreement) -> list[Passage]:
    """The two phrases that disagree."""
    return [
        Passage(telling.alignment.statements[told.number].passage.article, *phrase_of(told))
        for told in (one.one, one.other)
    ]
