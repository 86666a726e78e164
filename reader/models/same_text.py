"""Sources that carry one and the same text, wire copy above all, folded into one column that names them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.models.comparison import Comparison, Difference, Fact, FactRelation, Passage, Relation, Row

SAME_SENTENCES = 0.8
"""Share of the sentences of the shorter text that stand word for word in the other one, from which the two are one
text: a desk that cuts a report from the end keeps all the others, one that writes its own keeps the quotations."""

FEWEST_SENTENCES = 3
"""Sentences below which a text is too short to tell."""

Copies = Mapping[int, int]
"""A source whose text another one carries too, and that other source, which stands for both."""


def same_texts(order: Sequence[int], sentences: Mapping[int, Sequence[str]], known: Iterable[int] = ()) -> Copies:
    """Which sources are folded into which.

    Args:
        order: the sources; the first of those with the same text stands for the others.
        sentences: of each source.
        known: sources that the library holds to be near-copies of another one: half of the share is enough for them.
    """
    known = frozenset(known)
    words = {article: {" ".join(each.casefold().split()) for each in sentences.get(article, ())} for article in order}
    copies: dict[int, int] = {}
    kept: list[int] = []
    for article in order:
        best = max(kept, key=lambda other: _share(words[article], words[other]), default=None)
        enough = SAME_SENTENCES / 2 if article in known or best in known else SAME_SENTENCES
        if best is not None and _share(words[article], words[best]) >= enough:
            copies[article] = best
        else:
            kept.append(article)
    return copies


def _share(one: set[str], other: set[str]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= FEWEST_SENTENCES else 0.0


@dataclass(frozen=True, slots=True)
class _Fold:
    copies: Copies

    def source(self, article: int) -> int:
        return self.copies.get(article, article)

    def kept(self, articles: Iterable[int]) -> frozenset[int]:
        """The articles to show: of each text the source that stands for it, or else the first copy."""
        present = tuple(articles)
        kept: dict[int, int] = {}
        for article in present:
            source = self.source(article)
            kept.setdefault(source, source if source in present else article)
        return frozenset(kept.values())

    def passages(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        kept = self.kept(passage.article for passage in passages)
        return tuple(passage for passage in passages if passage.article in kept)

    def difference(self, difference: Difference) -> Difference:
        """A difference of a copy from the text that it copies keeps both."""
        readings = self.passages(difference.readings)
        apart = len({reading.article for reading in readings}) > 1
        return replace(difference, readings=readings) if apart else difference

    def fact(self, fact: Fact) -> Fact:
        kept = self.kept(value.article for value in fact.values)
        if len(kept) == len(fact.values):
            return fact
        values = tuple(value for value in fact.values if value.article in kept)
        return replace(fact, values=values, relation=fact.relation if len(kept) > 1 else FactRelation.SINGLE)

    def row(self, row: Row) -> Row:
        kept = self.kept(reading.article for reading in row.readings)
        readings = tuple(reading for reading in row.readings if reading.article in kept)
        if len(readings) == len(row.readings):
            return row
        return replace(row, readings=readings, relation=row.relation if len(kept) > 1 else Relation.SINGLE)


def folded(comparison: Comparison, copies: Copies) -> Comparison:
    """The comparison without what only repeats the source that carries the same text; its counts are then honest.

    A sentence that only a copy has is kept, with the copy as its source.
    """
    if not copies:
        return comparison
    fold = _Fold(copies)
    figures = []
    for group in comparison.figures:
        kept = fold.kept(value.article for value in group.values)
        figures.append(replace(group, values=tuple(value for value in group.values if value.article in kept)))
    return replace(
        comparison,
        facts=tuple(fold.fact(fact) for fact in comparison.facts),
        articles=tuple(article for article in comparison.articles if article not in copies),
        rows=tuple(fold.row(row) for row in comparison.rows),
        figures=tuple(figures),
        differences=tuple(fold.difference(difference) for difference in comparison.differences),
        quotes=tuple(replace(group, members=fold.passages(group.members)) for group in comparison.quotes),
        coverage=tuple(
            replace(each, counts=tuple(count for count in each.counts if count[0] not in copies))
            for each in comparison.coverage
        ),
        heads=tuple(head for head in comparison.heads if head.article not in copies),
        timeline=tuple(replace(entry, readings=fold.passages(entry.readings)) for entry in comparison.timeline),
    )
