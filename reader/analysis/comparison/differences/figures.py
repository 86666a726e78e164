"""Figures in conflict, as differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.differences.records import difference, shown
from reader.analysis.comparison.figures.counted import counts_end
from reader.analysis.comparison.figures.records import Claim
from reader.analysis.comparison.figures.relate import Conflict
from reader.models.comparison import Confidence, Difference, Passage, Topic


def figure_differences(
    alignment: Alignment, conflicts: Sequence[Conflict], places: Mapping[int, int]
) -> tuple[Difference, ...]:
    """One difference for each two values, however many sources give them: of the pair that most speaks for."""
    texts = {analysed.article.id: analysed.article.text for analysed in alignment.articles}
    of_values: dict[frozenset[tuple[str, float, float]], list[Conflict]] = {}
    for conflict in conflicts:
        of_values.setdefault(frozenset(map(_value, (conflict.first, conflict.second))), []).append(conflict)
    found: list[Difference] = []
    for same in of_values.values():
        best = max(same, key=lambda conflict: (conflict.sure, conflict.evidence))
        phrases = sorted(
            (_phrase(alignment, claim) for claim in (best.first, best.second)),
            key=lambda passage: (places[passage.article], passage.start),
        )
        note = " / ".join(shown(texts[p.article], p.start, p.end) for p in phrases)
        confidence = Confidence.SURE if best.sure else Confidence.LIKELY
        found.append(difference(Topic.FIGURE, confidence, phrases, note, texts))
    return tuple(found)


def _value(claim: Claim) -> tuple[str, float, float]:
    return claim.figure.kind, claim.figure.low, claim.figure.high


def _phrase(alignment: Alignment, claim: Claim) -> Passage:
    """The figure with what it counts: "15 miles from the Turkmenistan-Iran border"."""
    passage = alignment.statements[claim.number].passage
    analysed = alignment.articles[claim.source]
    end = counts_end(claim.figure, analysed.annotations.clauses or ())
    end = min(max(claim.figure.end, end), passage.end)
    return Passage(
        passage.article,
        claim.figure.start,
        claim.figure.start + len(analysed.article.text[claim.figure.start : end].rstrip()),
    )
