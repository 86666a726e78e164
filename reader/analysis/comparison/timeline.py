"""What happened when: the dated sentences of all sources by the day, month or year that they resolve to."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.alignment.statements import READ_LABELS
from reader.models.annotations import AnalysedArticle, Sentence, TimeExpression
from reader.models.comparison import DatedWords, Passage, TimelineEntry


def timeline_of(articles: Sequence[AnalysedArticle]) -> tuple[TimelineEntry, ...]:
    """The dates in order, each with the sentences that name it in the order of the articles; no durations."""
    readings: dict[str, dict[Passage, None]] = {}
    words: dict[str, list[DatedWords]] = {}
    for analysed in articles:
        for expression, sentence in _dated(analysed):
            day = expression.value.partition("T")[0]
            readings.setdefault(day, {})[Passage(analysed.article.id, sentence.start, sentence.end)] = None
            words.setdefault(day, []).append(
                DatedWords(analysed.article.id, expression.start, expression.end, expression.stated, expression.anchor)
            )
    return tuple(
        TimelineEntry(day, all(each.stated for each in words[day]), tuple(readings[day]), tuple(words[day]))
        for day in sorted(readings)
    )


def _dated(analysed: AnalysedArticle) -> list[tuple[TimeExpression, Sentence]]:
    """The article's time expressions that are dates, each with the sentence of the story that holds it."""
    sentences = [sentence for sentence in analysed.annotations.sentences if sentence.label in READ_LABELS]
    found: list[tuple[TimeExpression, Sentence]] = []
    at = 0
    for expression in sorted(analysed.annotations.dates, key=lambda date: date.start):
        while at < len(sentences) and sentences[at].end <= expression.start:
            at += 1
        inside = at < len(sentences) and sentences[at].start <= expression.start
        if inside and expression.value and not expression.value.startswith(("P", "T")):
            found.append((expression, sentences[at]))
    return found
