"""Scores of aligned sentences and of differences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reader.models.comparison import FigureRelation, Passage, Relation, Tier, Topic
from tests.quality.event_labels import Anchor, Claims, Pair
from tests.quality.found import LabelledEvent
from tests.quality.measures import NOTHING, Tally, share

NUMERIC = frozenset({Topic.FIGURE, Topic.DATE})
"""Topics of differences that are about values: what a trap is about."""

Said = tuple[Topic, tuple[Anchor, ...]]
"""A difference: what it is about, and the passages that disagree."""


def comparison_scores(events: Sequence[LabelledEvent]) -> Iterator[tuple[str, float]]:
    """Precision and F1 of strong links and of rows."""
    links = sum((_pairs_tally(event, _linked(event)) for event in events), NOTHING)
    rows = sum((_pairs_tally(event, _in_one_row(event)) for event in events), NOTHING)
    yield "links.precision", links.precision
    yield "links.f1", links.f1
    yield "rows.precision", rows.precision
    yield "rows.f1", rows.f1


def difference_scores(events: Sequence[LabelledEvent]) -> Iterator[tuple[str, float]]:
    """Shares of labelled conflicts and differences that are said, of traps avoided, of said differences labelled."""
    conflicts: list[bool] = []
    differences: list[bool] = []
    avoided: list[bool] = []
    useful: list[bool] = []
    for event in events:
        labels, said, figures = event.labels, tuple(_differences(event)), tuple(_conflicting_figures(event))
        conflicts += [_is_said(claims, (*said, *figures)) for claims in labels.conflicts]
        differences += [_is_said(claims, said) for claims in labels.differences]
        avoided += [not _is_said(claims, [one for one in said if one[0] in NUMERIC]) for claims in labels.traps]
        useful += [any(_is_said(claims, [one]) for claims in (*labels.conflicts, *labels.differences)) for one in said]
    yield "conflicts.found", share(conflicts)
    yield "differences.found", share(differences)
    yield "traps.avoided", share(avoided)
    yield "differences.useful", share(useful)


def _pairs_tally(event: LabelledEvent, said: Iterable[tuple[Anchor, Anchor]]) -> Tally:
    """Right: the labelled pairs that are said; said: those, and the pairs that no label knows."""
    right: set[Pair] = set()
    wrong = 0
    for a, b in said:
        hits = {pair for pair in event.labels.must if _is_pair(pair, a, b)}
        right |= hits
        wrong += not hits and not any(_is_pair(pair, a, b) for pair in event.labels.optional)
    return Tally(len(right), len(right) + wrong, len(event.labels.must))


def _is_pair(pair: Pair, a: Anchor, b: Anchor) -> bool:
    first, second = pair
    return (_holds(a, first) and _holds(b, second)) or (_holds(a, second) and _holds(b, first))


def _holds(sentence: Anchor, words: Anchor) -> bool:
    return sentence.article == words.article and sentence.span.holds(words.span)


def _linked(event: LabelledEvent) -> Iterator[tuple[Anchor, Anchor]]:
    for link in event.found.links:
        if link.tier is Tier.STRONG:
            yield event.anchor(link.a), event.anchor(link.b)


def _in_one_row(event: LabelledEvent) -> Iterator[tuple[Anchor, Anchor]]:
    for row in event.found.rows:
        if row.relation is not Relation.POSSIBLE:
            for a, b in combinations([event.anchor(reading) for reading in row.readings], 2):
                if a.article != b.article:
                    yield a, b


def _differences(event: LabelledEvent) -> Iterator[Said]:
    for difference in event.found.differences:
        yield difference.kind, tuple(event.anchor(reading) for reading in difference.readings)


def _conflicting_figures(event: LabelledEvent) -> Iterator[Said]:
    for group in event.found.figures:
        if group.relation is FigureRelation.CONFLICT:
            values = [Passage(value.article, value.start, value.end) for value in group.values]
            yield Topic.FIGURE, tuple(map(event.anchor, values))


def _is_said(claims: Claims, said: Iterable[Said]) -> bool:
    """Whether one difference concerns two or more of the claims."""
    return any(
        sum(any(_concerns(one, claim) for one in passages) for claim in claims.anchors) > 1 for _, passages in said
    )


def _concerns(passage: Anchor, claim: Anchor) -> bool:
    return passage.article == claim.article and passage.span.overlap(claim.span) > 0
