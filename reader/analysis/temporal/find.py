"""Dates, times and durations in an article's sentences, as time expressions with their ISO values.

Every pattern (``patterns``) is looked for in every sentence; of overlapping finds the earliest and then the longest
stays; its reader (``resolve``) turns the words into a value, against the article's date where they need one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from reader.analysis.temporal.patterns import OF_UNITS, PATTERNS, may_hold_a_date, may_hold_a_length
from reader.analysis.temporal.reading import Reading
from reader.analysis.temporal.resolve import read
from reader.models.annotations import Sentence, TimeExpression
from reader.models.article import NOISE_LABELS, Article


def find_dates(article: Article, sentences: Iterable[Sentence], anchor: date | None) -> tuple[TimeExpression, ...]:
    """The dates, times of day and durations of every line that is not noise, in reading order, without overlaps.

    ``anchor`` is the day the article was published, as far as it is known: weekdays, months without a year and words
    as "yesterday" resolve against it, otherwise their value stays "".
    """
    found: list[TimeExpression] = []
    for sentence in sentences:
        if sentence.label in NOISE_LABELS:
            continue
        words = article.text[sentence.start : sentence.end]
        for start, end, reading in _kept(_candidates(words, anchor)):
            found.append(
                TimeExpression(
                    sentence.start + start,
                    sentence.start + end,
                    reading.value,
                    reading.stated,
                    anchor.isoformat() if anchor and reading.value and not reading.stated else "",
                )
            )
    return tuple(found)


def _candidates(words: str, anchor: date | None) -> Iterator[tuple[int, int, Reading]]:
    if not may_hold_a_date(words):
        return
    has_unit = may_hold_a_length(words)
    for name, pattern in PATTERNS:
        if name in OF_UNITS and not has_unit:
            continue
        for match in pattern.finditer(words):
            reading = read(name, match, words, anchor)
            if reading is not None:
                part = "a" if name in {"a-unit", "season-ahead"} else "span"
                yield match.start(part), match.end(part), reading


def _kept(candidates: Iterable[tuple[int, int, Reading]]) -> Iterator[tuple[int, int, Reading]]:
    """The earliest, and of those the longest, of overlapping candidates."""
    reached = 0
    for start, end, reading in sorted(candidates, key=lambda found: (found[0], -found[1])):
        if start >= reached:
            yield start, end, reading
            reached = end
