"""The alignment of several articles in one record: statements, similarity, repeats and links, made in this order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.alignment.links import StatementLink, links_between
from reader.analysis.alignment.repeats import repeat_groups
from reader.analysis.alignment.similarity import Matrix, TermStatistics, similarities
from reader.analysis.alignment.statements import Statement, in_canonical_order, statements_of
from reader.models.annotations import AnalysedArticle

MOST_STATEMENTS = 3000
"""Similarity is quadratic: of a set with more sentences, each article takes part with an even share of its first ones
(the sentences beyond stay in the comparison, unmatched). Some 100 long reports; 72 MB for a matrix."""


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """What was aligned, and how.

    Attributes:
        articles: in canonical order; ``Statement.source`` is an index into it.
        statements: of all articles, article by article; everything else names them by their number here.
        groups: a partition of the statements: what one article says repeatedly is one group.
        best: for every statement, its largest similarity to one of another article, and that one's number (or -1).
        links: sorted by number.
    """

    articles: tuple[AnalysedArticle, ...]
    statements: tuple[Statement, ...]
    groups: tuple[tuple[int, ...], ...]
    best: tuple[tuple[float, int], ...]
    links: tuple[StatementLink, ...]


def align(articles: Sequence[AnalysedArticle], background: TermStatistics | None = None) -> Alignment:
    """Align the sentences of some articles; the order in which they are given makes no difference."""
    ordered = in_canonical_order(articles)
    statements = statements_of(ordered)
    taking_part = _taking_part(statements, len(ordered))
    compared = [statements[number] for number in taking_part]
    similar = similarities(compared, background)
    groups = repeat_groups(compared, similar.cosine)
    links = links_between(compared, similar, groups)
    best = dict.fromkeys(range(len(statements)), (0.0, -1))
    for row, (value, column) in enumerate(_best_of_others(compared, similar.mean)):
        best[taking_part[row]] = (value, taking_part[column] if column >= 0 else -1)
    beyond = set(range(len(statements))).difference(taking_part)
    return Alignment(
        articles=ordered,
        statements=statements,
        groups=tuple(sorted([tuple(taking_part[n] for n in group) for group in groups] + [(n,) for n in beyond])),
        best=tuple(best[number] for number in range(len(statements))),
        links=tuple(
            StatementLink(taking_part[link.first], taking_part[link.second], link.score, link.tier) for link in links
        ),
    )


def _taking_part(statements: Sequence[Statement], sources: int) -> list[int]:
    """The numbers of the statements that are compared."""
    if len(statements) <= MOST_STATEMENTS:
        return list(range(len(statements)))
    share, taken, chosen = MOST_STATEMENTS // sources, [0] * sources, []
    for number, statement in enumerate(statements):
        if taken[statement.source] < share:
            taken[statement.source] += 1
            chosen.append(number)
    return chosen


def _best_of_others(statements: Sequence[Statement], mean: Matrix) -> list[tuple[float, int]]:
    """For every statement, the largest similarity to a statement of another article, and which it is."""
    found: list[tuple[float, int]] = []
    starts: dict[int, list[int]] = {}
    for number, statement in enumerate(statements):
        starts.setdefault(statement.source, []).append(number)
    for number, statement in enumerate(statements):
        own = starts[statement.source]
        others = mean[number].copy()
        others[own[0] : own[-1] + 1] = -1
        column = int(others.argmax())
        found.append((float(others[column]), column) if others[column] > 0 else (0.0, -1))
    return found
