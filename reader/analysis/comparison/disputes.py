"""What is disputed or shared besides words, by statement: figures in conflict, and later other kinds, for the rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.dates.relate import DateConflict
from reader.analysis.comparison.figures.compare import ComparedFigures
from reader.analysis.comparison.figures.relate import Conflict
from reader.models.comparison import Passage, QuoteGroup, Topic

Pair = tuple[int, int]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Disputes:
    """What conflicts and what is shared, by statement number; pairs have the smaller number first.

    Attributes:
        spans: the stretches at issue in each statement.
        sure: pairs of statements that conflict surely.
        likely: pairs of statements that may conflict.
        topics: what each statement is about besides words.
    """

    spans: dict[int, Spans] = field(default_factory=dict)
    sure: frozenset[Pair] = frozenset()
    likely: frozenset[Pair] = frozenset()
    topics: dict[int, frozenset[Topic]] = field(default_factory=dict)


def disputes_of(
    alignment: Alignment, figures: ComparedFigures, dates: Sequence[DateConflict], quotes: Sequence[QuoteGroup]
) -> Disputes:
    """Everything in dispute between the aligned sentences."""
    spans: dict[int, list[tuple[int, int]]] = {}
    topics: dict[int, set[Topic]] = {}
    for conflict in figures.conflicts:
        for claim in (conflict.first, conflict.second):
            spans.setdefault(claim.number, []).append((claim.figure.start, claim.figure.end))
    for apart in dates:
        for dated in (apart.first, apart.second):
            spans.setdefault(dated.number, []).append((dated.expression.start, dated.expression.end))
            topics.setdefault(dated.number, set()).add(Topic.DATE)
    shared_figures = (
        Passage(value.article, value.start, value.end)
        for group in figures.groups
        if len({value.article for value in group.values}) > 1
        for value in group.values
    )
    shared_quotes = (
        member for group in quotes if len({member.article for member in group.members}) > 1 for member in group.members
    )
    for topic, passages in ((Topic.FIGURE, shared_figures), (Topic.QUOTE, shared_quotes)):
        for number in statements_at(alignment, passages):
            topics.setdefault(number, set()).add(topic)
    doubtful = [pair_of(apart) for apart in figures.conflicts if not apart.sure]
    return Disputes(
        spans={number: without_overlaps(found) for number, found in spans.items()},
        sure=frozenset(pair_of(conflict) for conflict in figures.conflicts if conflict.sure)
        | frozenset(pair_of(apart) for apart in dates if apart.sure),
        likely=frozenset([*doubtful, *(pair_of(apart) for apart in dates if not apart.sure)]),
        topics={number: frozenset(found) for number, found in topics.items()},
    )


def without_overlaps(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans in order; of overlapping ones ("two-day" is a figure and a date) the first."""
    kept: list[tuple[int, int]] = []
    for span in sorted(set(spans)):
        if not kept or kept[-1][1] <= span[0]:
            kept.append(span)
    return tuple(kept)


def pair_of(conflict: Conflict | DateConflict) -> Pair:
    """The numbers of the two statements that conflict, the smaller one first."""
    one, other = conflict.first.number, conflict.second.number
    return min(one, other), max(one, other)


def statements_at(alignment: Alignment, passages: Iterable[Passage]) -> set[int]:
    """The numbers of the statements that overlap any of the passages."""
    by_article: dict[int, list[Passage]] = {}
    for passage in passages:
        by_article.setdefault(passage.article, []).append(passage)
    for found in by_article.values():
        found.sort(key=lambda passage: (passage.start, passage.end))
    overlapping: set[int] = set()
    reached: dict[int, int] = {}
    for number, statement in enumerate(alignment.statements):
        own = by_article.get(statement.passage.article, [])
        at = reached.get(statement.passage.article, 0)
        while at < len(own) and own[at].end <= statement.passage.start:
            at += 1
        reached[statement.passage.article] = at
        if at < len(own) and own[at].start < statement.passage.end:
            overlapping.add(number)
    return overlapping
