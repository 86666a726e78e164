"""Scores of aligned sentences and of differences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reader.models.comparison import Confidence, FigureRelation, Passage, Relation, Tier
from tests.quality.event_labels import Anchor, Claims, Pair
from tests.quality.found import LabelledEvent
from tests.quality.measures import NOTHING, Tally, share

NUMERIC = frozenset({"figure", "date"})
"""Topics of differences that the labels call conflicts."""


def comparison_scores(events: Sequence[LabelledEvent]) -> Iterator[tuple[str, float]]:
    """Precision and F1 of strong links and of rows."""
    links = sum((_pairs_tally(event, _linked(event)) for event in events), NOTHING)
    rows = sum((_pairs_tally(event, _in_one_row(event)) for event in events), NOTHING)
    yield "links.precision", links.precision
    yield "links.f1", links.f1
    yield "rows.precision", rows.precision
    yield "rows.f1", rows.f1


def difference_scores(events: Sequence[LabelledEvent]) -> Iterator[tuple[str, float]]:
    """How many labelled conflicts and differences are said, and how many traps are not fallen into."""
    said = {event.labels.name: tuple(_differences(event)) for event in events}
    figures = {event.labels.name: tuple(_conflicting_figures(event)) for event in events}
    numeric = {name: (*figures[name], *(d for sure, d in said[name] if sure)) for name in said}
    yield (
        "conflicts.found",
        share(
            [
                any(_touches(claims, one) for one in (*figures[event.labels.name], *_all(said[event.labels.name])))
                for event in events
                for claims in event.labels.conflicts
            ]
        ),
    )
    yield (
        "differences.found",
        share(
            [
                any(_touches(claims, one) for one in _all(said[event.labels.name]))
                for event in events
                for claims in event.labels.differences
            ]
        ),
    )
    yield (
        "traps.avoided",
        share(
            [
                not any(_touches(claims, one) for one in numeric[event.labels.name])
                for event in events
                for claims in event.labels.traps
            ]
        ),
    )
    useful = [
        any(_touches(claims, one) for claims in (*event.labels.conflicts, *event.labels.differences))
        for event in events
        for one in _all(said[event.labels.name])
    ]
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


def _differences(event: LabelledEvent) -> Iterator[tuple[bool, tuple[Anchor, ...]]]:
    """The differences said: whether each is a sure one about a figure or a date, and its passages."""
    for difference in event.found.differences:
        sure = difference.confidence is Confidence.SURE and difference.kind.value in NUMERIC
        yield sure, tuple(event.anchor(reading) for reading in difference.readings)


def _conflicting_figures(event: LabelledEvent) -> Iterator[tuple[Anchor, ...]]:
    for group in event.found.figures:
        if group.relation is FigureRelation.CONFLICT:
            yield tuple(event.anchor(Passage(value.article, value.start, value.end)) for value in group.values)


def _all(said: Iterable[tuple[bool, tuple[Anchor, ...]]]) -> tuple[tuple[Anchor, ...], ...]:
    return tuple(anchors for _, anchors in said)


def _touches(claims: Claims, said: Sequence[Anchor]) -> bool:
    """Whether something said concerns two or more of the claims."""
    hit = {
        claim
        for claim in claims.anchors
        for one in said
        if one.article == claim.article and one.span.overlap(claim.span)
    }
    return len(hit) >= 2
