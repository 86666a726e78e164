"""The events of an archive, found week by week; only what one week needs is in memory.

Each week looks into the weeks around it, as far as an event or a story may reach, so that an event over the end of a
week is seen from both sides and joined by the articles that both see. What comes out is what one library of all the
articles gives: how likely two of them belong together depends on these two alone, and articles that no chain of likely
pairs ties together are linked apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.analysis.events.joining import Joining
from reader.analysis.events.keys import heaviest_words
from reader.analysis.events.linking import EVENT_THRESHOLD, Edge, Node, link_events
from reader.analysis.events.particulars import read_particulars
from reader.analysis.events.terms import read_terms
from reader.archive.ubiquity import ubiquitous_terms
from reader.models.annotations import AnalysedArticle
from reader.pipeline.neighbours import find_edges, store_keys
from reader.shards.choosing import chosen_rows
from reader.shards.rows import Row, annotations_of_row, article_of_row
from reader.store.archived import Archived, ArchivedArticles, working_file
from reader.store.grouping import StoredTerms

WEEK = 7

READ_TOGETHER = 500
"""Articles that are written in one transaction."""


@dataclass(frozen=True, slots=True)
class ArchiveEvent:
    """Articles of an archive that cover one event.

    Attributes:
        title: that of the article which is most like the others.
        articles: earliest first.
    """

    title: str
    articles: tuple[Archived, ...]


def events_of_archive(archive: Path, query: str, notice: Callable[[str], None]) -> Iterator[ArchiveEvent]:
    """The events of several articles among those that a query chooses, earliest first.

    Args:
        archive: its folder.
        query: as lists are filtered by; "" for all articles.
        notice: is told what is being done, in a few words.

    Raises:
        UsageError: there is no such archive.
        QueryError: the query cannot be understood, or asks what an archive does not know.
        InputError: a shard is damaged.
    """
    with TemporaryDirectory(prefix=".events", dir=archive) as folder, working_file(Path(folder) / "work.db") as work:
        _read(archive, query, work, notice)
        ubiquitous = ubiquitous_terms(work.tables.every_terms)
        for week in (*_weeks(work), None):
            store_keys(work, work.tables, work.published(week), ubiquitous)
        for week in (*_weeks(work), None):
            if articles := work.published(week):
                notice(
                    f"{len(articles):,} articles {f'from {date.fromordinal(week[0])} on' if week else 'without a day'}"
                )
                with work.transaction():
                    work.tables.put_edges(find_edges(work.tables, articles, ubiquitous))
        found = [event for tied in _tied(work) for event in _linked(work, tied)]
        yield from sorted(found, key=lambda event: (event.articles[0].published, event.articles[0].number))


def _read(archive: Path, query: str, work: ArchivedArticles, notice: Callable[[str], None]) -> None:
    """Keep the terms of every article; of several with one text the first counts, as in a library."""
    waiting: list[tuple[int, Row]] = []
    for number, row in enumerate(chosen_rows(archive, query), start=1):
        waiting.append((number, row))
        if len(waiting) == READ_TOGETHER:
            _keep(work, waiting)
            notice(f"{number:,} articles")
            waiting.clear()
    _keep(work, waiting)


def _keep(work: ArchivedArticles, rows: Collection[tuple[int, Row]]) -> None:
    with work.transaction():
        fresh = [
            (number, row)
            for number, row in rows
            if work.put(Archived(number, row.digest, row.title, row.outlet, row.published, row.origin))
        ]
        work.tables.put_terms([_terms(number, row) for number, row in fresh])


def _terms(number: int, row: Row) -> StoredTerms:
    article = article_of_row(row)
    own = read_particulars(AnalysedArticle(article, annotations_of_row(row)))
    terms, written = read_terms(article)
    return StoredTerms(number, own.day, own.outlet, own.days, heaviest_words(terms, written), terms.to_bytes())


def _weeks(work: ArchivedArticles) -> Iterator[tuple[int, int]]:
    span = work.days()
    if span is not None:
        first, last = span
        yield from ((day, day + WEEK - 1) for day in range(first - first % WEEK, last + 1, WEEK))


def _tied(work: ArchivedArticles) -> Iterator[list[int]]:
    """The articles that chains of likely pairs tie together."""
    pairs = list(work.strong_edges(EVENT_THRESHOLD))
    joining = Joining(dict.fromkeys(sorted({number for pair in pairs for number in pair})))
    for first, second in pairs:
        joining.join(first, second)
    yield from map(list, joining.groups())


def _linked(work: ArchivedArticles, tied: Collection[int]) -> Iterator[ArchiveEvent]:
    known = {article.number: article for article in work.articles(tied)}
    terms = work.tables.terms(tied)
    nodes = [
        Node(number, f"{terms[number].day or 10**7:08}{article.digest}", terms[number].day)
        for number, article in known.items()
    ]
    edges = [Edge(edge.first, edge.second, edge.score) for edge in work.tables.edges(tied)]
    for group in link_events(nodes, edges):
        if len(group) > 1:
            members = sorted((known[number] for number in group), key=lambda each: (each.published, each.number))
            yield ArchiveEvent(_title(members, edges), tuple(members))


def _title(members: list[Archived], edges: list[Edge]) -> str:
    inside = {member.number: 0.0 for member in members}
    for edge in edges:
        if edge.first in inside and edge.second in inside:
            inside[edge.first] += edge.score
            inside[edge.second] += edge.score
    titled = [member for member in members if member.title]
    return max(titled, key=lambda member: inside[member.number]).title if titled else ""
