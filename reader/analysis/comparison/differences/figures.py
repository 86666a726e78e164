"""Figures in conflict, as differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.differences.records import difference, shown
from reader.analysis.comparison.figures.claims import Claim
from reader.analysis.comparison.figures.relate import Conflict
from reader.models.comparison import Confidence, Difference, Passage, Topic


def figure_differences(
    alignment: Alignment, conflicts: Sequence[Conflict], places: Mapping[int, int]
) -> tuple[Difference, ...]:
    """One difference for each conflict, its readings in the order of the articles."""
    texts = {analysed.article.id: analysed.article.text for analysed in alignment.articles}
    found: list[Difference] = []
    for conflict in conflicts:
        phrases = sorted(
            (_phrase(alignment, claim) for claim in (conflict.first, conflict.second)),
            key=lambda passage: (places[passage.article], passage.start),
        )
        note = " / ".join(shown(texts[phrase.article], phrase.start, phrase.end) for phrase in phrases)
        confidence = Confidence.SURE if conflict.sure else Confidence.LIKELY
        found.append(difference(Topic.FIGURE, confidence, phrases, note, texts))
    return tuple(found)


def _phrase(alignment: Alignment, claim: Claim) -> Passage:
    """The figure with what it counts: "15 miles from the Turkmenistan-Iran border"."""
    passage = alignment.statements[claim.number].passage
    end = min(max(claim.figure.end, claim.figure.counts_end), passage.end)
    return Passage(passage.article, claim.figure.start, end)
