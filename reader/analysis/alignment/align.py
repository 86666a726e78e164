"""The alignment of several articles in one record: statements, similarity, repeats and links, made in this order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from operator import attrgetter

from reader.analysis.alignment.links import StatementLink, links_between
from reader.analysis.alignment.repeats import repeat_groups
from reader.analysis.alignment.similarity import similarities
from reader.analysis.alignment.statements import Statement, in_canonical_order, statements_of
from reader.analysis.alignment.vectors import vectors_of
from reader.models.annotations import AnalysedArticle
from reader.models.comparison import Tier

MOST_STATEMENTS = 3000
"""Similarity is quadratic: of a set with more sentences, each article takes part with an even share of its first ones
(the sentences beyond stay in the comparison, unmatched). Some 100 long reports; 72 MB for a matrix."""

CERTAIN = 0.5
"""Score of a link that is known by other means: above most links by words, below sentences that are the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """What was aligned, and how.

    Attributes:
        articles: in canonical order; ``Statement.source`` is an index into it.
        statements: of all articles, article by article; everything else names them by their number here.
        groups: a partition of the statements: what one article says repeatedly is one group.
        links: sorted by number.
        beyond: how many statements took no part, since there are too many.
    """

    articles: tuple[AnalysedArticle, ...]
    statements: tuple[Statement, ...]
    groups: tuple[tuple[int, ...], ...]
    links: tuple[StatementLink, ...]
    beyond: int = 0


def align(articles: Sequence[AnalysedArticle]) -> Alignment:
    """Align the sentences of some articles; the order in which they are given makes no difference."""
    ordered = in_canonical_order(articles)
    statements = statements_of(ordered)
    taking_part = _taking_part(statements, len(ordered))
    compared = [statements[number] for number in taking_part]
    vectors = vectors_of(compared)
    groups = repeat_groups(compared, vectors)
    firsts = sorted(group[0] for group in groups)
    similar = similarities([compared[number] for number in firsts], vectors.only(firsts))
    links = links_between(compared, similar, groups)
    beyond = set(range(len(statements))).difference(taking_part)
    return Alignment(
        articles=ordered,
        statements=statements,
        groups=tuple(sorted([tuple(taking_part[n] for n in group) for group in groups] + [(n,) for n in beyond])),
        links=tuple(_renumbered(links, taking_part)) if beyond else links,
        beyond=len(beyond),
    )


def _renumbered(links: Sequence[StatementLink], numbers: Sequence[int]) -> Iterator[StatementLink]:
    """The links between the statements of these numbers."""
    for link in links:
        yield replace(link, first=numbers[link.first], second=numbers[link.second])


def with_certain_links(alignment: Alignment, pairs: Collection[tuple[int, int]]) -> Alignment:
    """The alignment with pairs of statements (smaller number first) as strong links, known by other means."""
    known = {pair: link for link in alignment.links if (pair := (link.first, link.second)) in pairs}
    certain = (
        StatementLink(*pair, max(CERTAIN, known[pair].score) if pair in known else CERTAIN, Tier.STRONG)
        for pair in sorted(pairs)
    )
    others = (link for link in alignment.links if (link.first, link.second) not in known)
    return replace(alignment, links=tuple(merge(others, certain, key=attrgetter("first", "second"))))


def with_doubtful_links(alignment: Alignment, pairs: Collection[tuple[int, int]]) -> Alignment:
    """The alignment with pairs of statements (smaller number first) linked possibly at most: they may not agree."""
    if not pairs:
        return alignment
    return replace(
        alignment,
        links=tuple(
            replace(link, tier=Tier.POSSIBLE) if (link.first, link.second) in pairs else link
            for link in alignment.links
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
