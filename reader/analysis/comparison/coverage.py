"""Who is in which source: mentions of each entity, counted by source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reader.models.annotations import NAMED_KINDS, AnalysedArticle, Kind
from reader.models.comparison import Coverage
from reader.models.entities import Entity

_KIND_ORDER = {kind: place for place, kind in enumerate((Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.GROUP, Kind.OTHER))}


def coverage_of(articles: Sequence[AnalysedArticle], entities: Mapping[int, Entity]) -> tuple[Coverage, ...]:
    """Every entity with its number of mentions by source: by kind, the most unevenly covered ones first."""
    counts: dict[int, Counter[int]] = {}
    surfaces: dict[int, Counter[str]] = {}
    kinds: dict[int, Counter[Kind]] = {}
    for analysed in articles:
        for mention in analysed.annotations.mentions:
            if mention.entity is None or mention.kind not in NAMED_KINDS:
                continue
            counts.setdefault(mention.entity, Counter())[analysed.article.id] += 1
            surfaces.setdefault(mention.entity, Counter())[analysed.article.text[mention.start : mention.end]] += 1
            kinds.setdefault(mention.entity, Counter())[mention.kind] += 1
    rows = [
        Coverage(
            entity=entity,
            name=entities[entity].name if entity in entities else _most_frequent(surfaces[entity]),
            kind=entities[entity].kind if entity in entities else Kind(_most_frequent(kinds[entity])),
            counts=tuple((analysed.article.id, count[analysed.article.id]) for analysed in articles),
        )
        for entity, count in counts.items()
    ]
    return tuple(sorted(rows, key=_order))


def _most_frequent(counter: Counter[str] | Counter[Kind]) -> str:
    """The most frequent one; of equals, the first by alphabet."""
    return min(counter.items(), key=lambda item: (-item[1], item[0]))[0]


def _order(row: Coverage) -> tuple[int, float, int, str, int]:
    """By kind; then by imbalance: left out by a source before covered by all, and the more mentions the sooner."""
    numbers = [number for _, number in row.counts]
    return _KIND_ORDER[row.kind], min(numbers) / max(numbers), -max(numbers), row.name, row.entity
