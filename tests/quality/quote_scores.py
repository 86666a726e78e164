"""Scores of quotations, their speakers, and of which of them are one utterance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reader.models.annotations import Quotation
from tests.quality.article_labels import LabelledQuote
from tests.quality.event_labels import Anchor, Pair
from tests.quality.found import LabelledArticle, LabelledEvent
from tests.quality.measures import NOTHING, Tally, share, tally
from tests.quality.spans import Span

SAME = 0.9
"""Share of the longer span that two spans of one quotation have in common: a quote mark more or less is no error."""


def quote_scores(articles: Sequence[LabelledArticle]) -> Iterator[tuple[str, float]]:
    """F1 of quotations, and the share of right speakers among those found."""
    counted = NOTHING
    speakers: list[bool] = []
    for article in articles:
        quotes = article.found.annotations.quotes
        found = [(label, _find(label, quotes)) for label in article.labels.quotes]
        right = sum(quote is not None for _, quote in found)
        counted += Tally(right, len(quotes), len(found))
        speakers += [_is_speaker(quote, label) for label, quote in found if quote is not None and label.speaker]
    yield "quotes.spans", counted.f1
    yield "quotes.speakers", share(speakers)


def utterance_scores(events: Sequence[LabelledEvent]) -> Iterator[tuple[str, float]]:
    """F1 of the pairs of labelled quotations, of two sources, that are one utterance."""
    counted = NOTHING
    for event in events:
        true = {pair for claims in event.labels.utterances for pair in _across(claims.anchors)}
        known = {anchor for claims in event.labels.utterances for anchor in claims.anchors}
        said = {
            pair
            for group in event.found.quotes
            for pair in _across([a for a in known if any(_holds(event.anchor(m), a) for m in group.members)])
        }
        counted += tally(said, true)
    yield "quotes.same", counted.f1


def _find(label: LabelledQuote, quotes: Sequence[Quotation]) -> Quotation | None:
    return next((quote for quote in quotes if _is_same(label.span, Span(quote.start, quote.end))), None)


def _is_same(a: Span, b: Span) -> bool:
    return a.overlap(b) >= SAME * max(a.end - a.start, b.end - b.start)


def _is_speaker(quote: Quotation, label: LabelledQuote) -> bool:
    """Whether the speaker's last word is in the labelled name: "Cohen" is Eli Cohen."""
    return bool(quote.speaker) and str(quote.speaker).split()[-1].casefold() in label.speaker.casefold().split()


def _holds(quote: Anchor, words: Anchor) -> bool:
    return quote.article == words.article and quote.span.holds(words.span)


def _across(anchors: Sequence[Anchor]) -> set[Pair]:
    return {(min(a, b), max(a, b)) for a, b in combinations(anchors, 2) if a.article != b.article}
