"""What happened when: the sentences of all sources by the day, month or year of what they tell, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.statements import Statement
from reader.analysis.comparison.facts.attaching import governor_of
from reader.analysis.comparison.facts.sameness import SAYING_NOTHING
from reader.analysis.comparison.inside import inside
from reader.models.annotations import AnalysedArticle, Clause, TimeExpression
from reader.models.article import LineLabel
from reader.models.comparison import DatedWords, Passage, TimelineEntry

_DAY = len("2024-03-14")
_BEFORE = 24
"""Characters before a date in which the words stand that make it part of a noun phrase."""

_OF = re.compile(r"\bof (?:the |last |this |early |late |mid-)*$", re.IGNORECASE)
_DETERMINER = re.compile(r"\b(?:an?|the|its|his|her|their|our|my|this|that)\s+$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s+[a-z]")
_OWNER = re.compile(r"['’]s\b")


def timeline_of(alignment: Alignment, articles: Sequence[AnalysedArticle]) -> tuple[TimelineEntry, ...]:
    """The dates in order, each with the sentences that tell what happened then, in the order of ``articles``.

    A sentence stands at one date, that of what it tells. A date that only says which thing is meant ("the 2016
    campaign") is none, and neither is a length of time.
    """
    readings: dict[str, list[Passage]] = {}
    words: dict[str, list[DatedWords]] = {}
    statements: dict[int, list[Statement]] = {analysed.article.id: [] for analysed in articles}
    for statement in alignment.statements:
        statements[statement.passage.article].append(statement)
    for analysed in articles:
        for place, dates in _dated(analysed, statements[analysed.article.id]):
            day = _day(dates[0])
            readings.setdefault(day, []).append(place)
            words.setdefault(day, []).extend(
                DatedWords(place.article, each.start, each.end, each.stated, each.anchor)
                for each in sorted(dates, key=lambda each: each.start)
                if _day(each) == day
            )
    return tuple(
        TimelineEntry(day, all(each.stated for each in words[day]), tuple(readings[day]), tuple(words[day]))
        for day in sorted(readings)
    )


def _day(expression: TimeExpression) -> str:
    return expression.value.partition("T")[0]


def _dated(
    analysed: AnalysedArticle, statements: Sequence[Statement]
) -> Iterator[tuple[Passage, list[TimeExpression]]]:
    """The sentences below the title that say when something happened, with their dates: what they tell first."""
    text, annotations = analysed.article.text, analysed.annotations
    dates, clauses = inside(annotations.dates, statements), inside(annotations.clauses or (), statements)
    for statement, named, said in zip(statements, dates, clauses, strict=True):
        found = [
            each
            for each in named
            if each.value and not each.value.startswith(("P", "T")) and not _is_of_noun(text, each, said)
        ]
        if found and statement.label is not LineLabel.TITLE:
            begin = statement.passage.start
            yield statement.passage, sorted(found, key=lambda each: _merit(text, begin, each, said))


def _merit(text: str, begin: int, date: TimeExpression, clauses: Sequence[Clause]) -> tuple[bool, bool, int]:
    """What tells when something was done before what tells when it was said, days before months and years."""
    at = governor_of(text, clauses, date.start, date.end, begin)
    says_little = at is None or clauses[at].verb in SAYING_NOTHING
    return says_little, len(_day(date)) < _DAY, date.start


def _is_of_noun(text: str, date: TimeExpression, clauses: Sequence[Clause]) -> bool:
    """Whether a date says of a thing which one it is ("the 2016 campaign", "last year's budget"), not when it was."""
    before = text[max(0, date.start - _BEFORE) : date.start]
    if _OF.search(before) or (_OWNER.match(text, date.end) and len(_day(date)) < _DAY):
        return True
    if _DETERMINER.search(before) and _NOUN_AFTER.match(text, date.end):
        return True
    return any(
        argument.start <= date.start and date.end < argument.end and not _OWNER.match(text, date.end)
        for clause in clauses
        for argument in clause.arguments
    )
