"""Which article is the reference, and in which order the others and the rows follow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from reader.analysis.alignment.align import Alignment
from reader.models.annotations import AnalysedArticle
from reader.models.article import Status
from reader.models.comparison import Tier

TITLED_SHARE = 0.5
"""An article with a stated title is taken as the reference if at least this share of the most linked article's number
of sentences is linked: a headline helps the reader, but not if its article is a note on the margin."""

Cluster = tuple[int, ...]


def article_order(alignment: Alignment, reference: int | None) -> tuple[AnalysedArticle, ...]:
    """The reference (given by id, or else the most linked one), then the others by date and id."""
    first = _chosen_reference(alignment) if reference is None else _with_id(alignment, reference)
    others = sorted(
        (analysed for analysed in alignment.articles if analysed is not first),
        key=lambda analysed: (analysed.article.published.value or "~", analysed.article.id),
    )
    return (first, *others)


def _with_id(alignment: Alignment, reference: int) -> AnalysedArticle:
    return next(analysed for analysed in alignment.articles if analysed.article.id == reference)


def _chosen_reference(alignment: Alignment) -> AnalysedArticle:
    """The article of which most sentences are linked; one with a stated title before one without."""
    linked: list[set[int]] = [set() for _ in alignment.articles]
    for number in chain.from_iterable(
        (link.first, link.second) for link in alignment.links if link.tier is Tier.STRONG
    ):
        linked[alignment.statements[number].source].add(number)
    counts = [len(numbers) for numbers in linked]
    enough = TITLED_SHARE * max(counts)

    def merit(source: int) -> tuple[bool, int]:
        titled = alignment.articles[source].article.title.status is Status.STATED
        return titled and counts[source] >= enough, counts[source]

    return alignment.articles[max(range(len(counts)), key=lambda source: (merit(source), -source))]


def row_order(alignment: Alignment, clusters: Sequence[Cluster], articles: Sequence[AnalysedArticle]) -> list[int]:
    """The clusters' indices in reading order: the reference's, other rows after their nearest preceding one.

    What one article says in a row without the others stays together.
    """
    cluster_of = {number: index for index, cluster in enumerate(clusters) for number in cluster}
    places = {analysed.article.id: place for place, analysed in enumerate(articles)}
    by_article: list[list[int]] = [[] for _ in articles]
    for number, statement in enumerate(alignment.statements):
        by_article[places[statement.passage.article]].append(cluster_of[number])
    followers: dict[int, list[int]] = {}
    top: list[int] = []
    placed: set[int] = set()
    for place, sequence in enumerate(by_article):
        last = top[0] if top and place else None
        for index in sequence:
            if index not in placed:
                placed.add(index)
                (top if last is None or place == 0 else followers.setdefault(last, [])).append(index)
            last = index
    return _unfolded(top, followers)


def _unfolded(top: Sequence[int], followers: dict[int, list[int]]) -> list[int]:
    """Every index followed by its followers, theirs first; without recursion, for chains of any length."""
    order: list[int] = []
    waiting = list(reversed(top))
    while waiting:
        index = waiting.pop()
        order.append(index)
        waiting.extend(reversed(followers.get(index, ())))
    return order
