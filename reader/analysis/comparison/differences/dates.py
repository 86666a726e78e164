"""Dates in conflict, as differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.dates.relate import DateConflict
from reader.analysis.comparison.differences.records import difference, shown
from reader.models.comparison import Confidence, Difference, Passage, Topic


def date_differences(
    alignment: Alignment, conflicts: Sequence[DateConflict], places: Mapping[int, int]
) -> tuple[Difference, ...]:
    """One difference for each conflict, readings in the order of the articles; the note gives the resolved dates."""
    texts = {analysed.article.id: analysed.article.text for analysed in alignment.articles}
    found: list[Difference] = []
    for conflict in conflicts:
        claims = sorted(
            (conflict.first, conflict.second),
            key=lambda claim: places[alignment.statements[claim.number].passage.article],
        )
        phrases = [
            Passage(alignment.statements[claim.number].passage.article, claim.expression.start, claim.expression.end)
            for claim in claims
        ]
        notes = [
            f"{shown(texts[phrase.article], phrase.start, phrase.end)} ({claim.expression.value.partition('T')[0]})"
            for claim, phrase in zip(claims, phrases, strict=True)
        ]
        confidence = Confidence.SURE if conflict.sure else Confidence.LIKELY
        found.append(difference(Topic.DATE, confidence, phrases, " / ".join(notes), texts))
    return tuple(found)
