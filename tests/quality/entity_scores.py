"""Scores of names, dates and figures (exact span and kind), and of which names are one entity."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reader.models.annotations import Kind
from tests.quality.found import LabelledArticle
from tests.quality.measures import NOTHING, Tally, pairs, tally
from tests.quality.spans import Span

KINDS = (Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.GROUP, Kind.DATE, Kind.FIGURE)
"""The kinds that are scored."""

_BEFORE = re.compile(r"(?:(?:the|a|an|just|only)\s+)?", re.IGNORECASE)
_AFTER = ".,;:'’ \n"


def entity_scores(articles: Sequence[LabelledArticle]) -> Iterator[tuple[str, float]]:
    """F1 of each kind, and of all."""
    total = NOTHING
    for kind in KINDS:
        counted = sum((_tally(article, kind) for article in articles), NOTHING)
        total += counted
        yield f"entities.{kind}", counted.f1
    yield "entities.all", total.f1


def alias_scores(articles: Sequence[LabelledArticle]) -> Iterator[tuple[str, float]]:
    """F1 over the pairs of mentions that are one entity, and the share of entities that are kept in one piece.

    Only mentions with the right span count: what is not found cannot be merged.
    """
    both = Counter(_identified(articles))
    true, said = Counter[str](), Counter[int]()
    pieces: dict[str, set[int | None]] = defaultdict(set)
    for (label, entity), number in both.items():
        true[label] += number
        pieces[label].add(entity)
        if entity is not None:
            said[entity] += number
    right = sum(pairs(number) for (_, entity), number in both.items() if entity is not None)
    counted = Tally(right, sum(map(pairs, said.values())), sum(map(pairs, true.values())))
    yield "aliases.pairs", counted.f1
    whole = sum(len(found) == 1 and None not in found for found in pieces.values())
    yield "aliases.whole", whole / max(1, len(pieces))


def _tally(article: LabelledArticle, kind: Kind) -> Tally:
    text, labels = article.labels.text, article.labels
    true = {_trim(text, m.span) for m in labels.mentions if m.kind is kind}
    optional = [m.span for m in labels.mentions if m.kind is None]
    said: set[Span] = set()
    for mention in article.found.annotations.mentions:
        span = _trim(text, Span(mention.start, mention.end))
        ignored = any(span.overlap(noise) for noise in labels.noise) or (
            span not in true and any(span.overlap(debatable) for debatable in optional)
        )
        if mention.kind is kind and not ignored:
            said.add(span)
    return tally(said, true)


def _identified(articles: Sequence[LabelledArticle]) -> Iterator[tuple[str, int | None]]:
    """The entity of each labelled mention that Reader finds too: by the labels, and by Reader."""
    for article in articles:
        text = article.labels.text
        entities = {_trim(text, Span(m.start, m.end)): m.entity for m in article.found.annotations.mentions}
        for mention in article.labels.mentions:
            span = _trim(text, mention.span)
            if mention.entity is not None and span in entities:
                yield mention.entity, entities[span]


def _trim(text: str, span: Span) -> Span:
    """The span without what may stand before and after a name."""
    surface = text[span.start : span.end]
    end = span.start + len(surface.removesuffix("'s").removesuffix("’s").rstrip(_AFTER))
    found = _BEFORE.match(text, span.start, end)
    return Span(found.end() if found else span.start, end)
