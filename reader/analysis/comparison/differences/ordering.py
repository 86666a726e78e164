"""Differences as a person reads them: one for each disagreement, however many sources share it; most serious first."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.comparison.differences.records import difference
from reader.models.annotations import AnalysedArticle
from reader.models.comparison import Confidence, Difference, Passage, Topic

MOST_READINGS = 6
"""Passages shown for one difference: one or two for an article."""

_TOPIC_ORDER = {topic: place for place, topic in enumerate(Topic)}


def in_order(differences: Sequence[Difference], articles: Sequence[AnalysedArticle]) -> tuple[Difference, ...]:
    """The differences, those of the same kind and words as one; sure ones first, then by kind and reading order."""
    texts = {analysed.article.id: analysed.article.text for analysed in articles}
    places = {analysed.article.id: place for place, analysed in enumerate(articles)}
    same: dict[tuple[Topic, frozenset[str]], list[Difference]] = {}
    for found in differences:
        same.setdefault((found.kind, _words(found, texts)), []).append(found)
    merged = [_merged(several, texts, places) for several in same.values()]
    return tuple(sorted(merged, key=lambda one: (_seriousness(one), *_place(one.readings[0], places), one.key)))


def _words(found: Difference, texts: dict[int, str]) -> frozenset[str]:
    """What the readings say, whatever their order."""
    return frozenset(" ".join(texts[r.article][r.start : r.end].casefold().split()) for r in found.readings)


def _merged(several: Sequence[Difference], texts: dict[int, str], places: dict[int, int]) -> Difference:
    """One difference with the readings of all, the first of each wording before any other."""
    first = several[0]
    if len(several) == 1:
        return first
    by_words: dict[str, list[Passage]] = {}
    for reading in sorted({r for one in several for r in one.readings}, key=lambda r: _place(r, places)):
        by_words.setdefault(
            " ".join(texts[reading.article][reading.start : reading.end].casefold().split()), []
        ).append(reading)
    firsts = [readings[0] for readings in by_words.values()]
    rest = [reading for readings in by_words.values() for reading in readings[1:]]
    chosen = sorted([*firsts, *rest][:MOST_READINGS], key=lambda reading: _place(reading, places))
    sure = any(one.confidence is Confidence.SURE for one in several)
    return difference(first.kind, Confidence.SURE if sure else Confidence.LIKELY, chosen, first.note, texts)


def _seriousness(found: Difference) -> tuple[bool, int]:
    return found.confidence is not Confidence.SURE, _TOPIC_ORDER[found.kind]


def _place(reading: Passage, places: dict[int, int]) -> tuple[int, int]:
    return places[reading.article], reading.start
