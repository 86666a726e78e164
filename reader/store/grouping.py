"""What the grouping of articles keeps between two runs: terms, where to look them up, and how alike articles are.

Everything here can be made again from the articles. The pipeline reads and writes it (``pipeline.grouping``); the terms
and their statistics are bytes that only the analysis understands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Row
from typing import Final

from reader.store.database import Database

NO_WEEK: Final = -1
"""The week under which articles without a stated day are looked up."""

_CHUNK = 500
"""Ids asked for at once; well below SQLite's limit of variables."""


@dataclass(frozen=True, slots=True)
class StoredTerms:
    """The terms of one article, as the analysis packed them, and its stated day."""

    article: int
    day: int | None
    terms: bytes


@dataclass(frozen=True, slots=True)
class StoredStatistics:
    """In how many of ``articles`` articles each term occurs, as the analysis packed it."""

    articles: int
    terms: bytes
    frequencies: bytes


@dataclass(frozen=True, slots=True)
class Membership:
    """Which event an article is in, and which story that event."""

    article: int
    event: int
    story: int | None


class GroupingTables:
    """The tables of the grouping in one library. Every method may raise ``LibraryError``."""

    __slots__ = ("_database",)

    def __init__(self, database: Database) -> None:
        self._database = database

    # Terms

    def count(self) -> int:
        """Number of articles with terms."""
        return self._database.number("SELECT value FROM tally WHERE name = 'grouped'")

    def put_terms(self, stored: Iterable[StoredTerms]) -> None:
        """Store the terms of articles; what was kept about an earlier text of theirs goes."""
        for terms in stored:
            self.forget(terms.article)  # not "OR REPLACE", which removes rows without their triggers
            self._database.run(
                "INSERT INTO term_vector(article_id, day, is_linked, terms) VALUES (?, ?, 0, ?)",
                (terms.article, terms.day, terms.terms),
            )

    def forget(self, article: int) -> None:
        """Keep nothing about an article; it stays in its event."""
        for table, column in (("term_vector", "article_id"), ("key_term", "article_id"),
                              ("edge", "first_id"), ("edge", "second_id")):  # fmt: skip
            self._database.run(f"DELETE FROM {table} WHERE {column} = ?", (article,))

    def terms(self, articles: Collection[int]) -> dict[int, StoredTerms]:
        """The terms of articles, by article; those without are left out."""
        sql = "SELECT article_id, day, terms FROM term_vector WHERE article_id IN"
        return {row[0]: _stored(row) for row in self._by_ids(sql, articles)}

    def every_terms(self) -> Iterator[StoredTerms]:
        """The terms of every article, by id; a part of them is in memory at a time."""
        last = 0
        while rows := self._database.rows(
            "SELECT article_id, day, terms FROM term_vector WHERE article_id > ? ORDER BY article_id LIMIT ?",
            (last, _CHUNK),
        ):
            yield from (_stored(row) for row in rows)
            last = rows[-1][0]

    def days(self, articles: Collection[int]) -> dict[int, int | None]:
        """The stated days of articles with terms, as ordinals."""
        sql = "SELECT article_id, day FROM term_vector WHERE article_id IN"
        return {row[0]: row[1] for row in self._by_ids(sql, articles)}

    def newest(self, limit: int) -> tuple[int, ...]:
        """The ids of the newest articles with terms, in the order of the lists."""
        rows = self._database.rows(
            "SELECT id FROM article WHERE id IN (SELECT article_id FROM term_vector) ORDER BY sort_at DESC LIMIT ?",
            (limit,),
        )
        return tuple(row[0] for row in rows)

    def unlinked(self) -> tuple[int, ...]:
        """The ids of articles whose terms are stored, but whose edges are not: a worker ended in between."""
        return tuple(row[0] for row in self._database.rows("SELECT article_id FROM term_vector WHERE is_linked = 0"))

    def mark_linked(self, articles: Iterable[int]) -> None:
        """Say that the edges of these articles are stored."""
        self._database.run_many(
            "UPDATE term_vector SET is_linked = 1 WHERE article_id = ?", ((article,) for article in articles)
        )

    # Statistics

    def statistics(self) -> StoredStatistics | None:
        """The statistics last stored."""
        row = self._database.row("SELECT articles, terms, frequencies FROM term_statistics")
        return StoredStatistics(row[0], row[1], row[2]) if row else None

    def put_statistics(self, statistics: StoredStatistics) -> None:
        """Store statistics in place of the last ones."""
        self._database.run(
            "INSERT OR REPLACE INTO term_statistics(id, articles, terms, frequencies) VALUES (1, ?, ?, ?)",
            (statistics.articles, statistics.terms, statistics.frequencies),
        )

    # Looking up

    def put_keys(self, article: int, week: int | None, keys: Iterable[int]) -> None:
        """Store by which terms and week (None: without a stated day) an article is looked up, in place of the last."""
        self._database.run("DELETE FROM key_term WHERE article_id = ?", (article,))
        self._database.run_many(
            "INSERT OR IGNORE INTO key_term(term, week, article_id) VALUES (?, ?, ?)",
            ((key, NO_WEEK if week is None else week, article) for key in keys),
        )

    def candidates(
        self, keys: Sequence[tuple[int, float]], weeks: tuple[int, int] | None, *, shared: int, depth: int, limit: int
    ) -> tuple[int, ...]:
        """Articles that share keys, those with the most weight in common first.

        Args:
            keys: terms with their weights.
            weeks: the first and last week to look in; None for all. Articles without a week are always looked at.
            shared: so many keys must be shared.
            depth: of each key, the newest so many articles with a week and the newest so many without are looked at.
            limit: so many articles come back at most.
        """
        if not keys:
            return ()
        low, high = weeks or (NO_WEEK + 1, 2**31)
        one = (
            "SELECT * FROM (SELECT article_id AS article, ? AS weight FROM key_term"
            " WHERE term = ? AND week BETWEEN ? AND ? ORDER BY week DESC, article_id DESC LIMIT ?)"
        )
        values = [
            value
            for term, weight in keys
            for span in ((low, high), (NO_WEEK, NO_WEEK))
            for value in (weight, term, *span, depth)
        ]
        rows = self._database.rows(
            f"SELECT article FROM ({' UNION ALL '.join([one] * (2 * len(keys)))}) GROUP BY article"
            " HAVING count(*) >= ? ORDER BY sum(weight) DESC, article DESC LIMIT ?",
            (*values, shared, limit),
        )
        return tuple(row[0] for row in rows)

    # Edges

    def put_edges(self, edges: Iterable[tuple[int, int, float]]) -> None:
        """Store how alike pairs of articles are: (lower id, higher id, cosine)."""
        self._database.run_many("INSERT OR REPLACE INTO edge(first_id, second_id, cosine) VALUES (?, ?, ?)", edges)

    def drop_edges(self, articles: Iterable[int]) -> None:
        """Forget the edges between these articles."""
        inside = set(articles)
        gone = [(first, second) for first, second, _ in self.edges(inside) if first in inside and second in inside]
        self._database.run_many("DELETE FROM edge WHERE first_id = ? AND second_id = ?", gone)

    def edges(self, articles: Collection[int]) -> list[tuple[int, int, float]]:
        """Every edge that touches one of these articles, ascending, each once."""
        found: set[tuple[int, int, float]] = set()
        for column in ("first_id", "second_id"):
            sql = f"SELECT first_id, second_id, cosine FROM edge WHERE {column} IN"
            found.update((row[0], row[1], row[2]) for row in self._by_ids(sql, articles))
        return sorted(found)

    # Events as they stand

    def memberships(self, articles: Collection[int]) -> tuple[Membership, ...]:
        """Which event and story these articles are in."""
        sql = (
            "SELECT article.id, event.id, event.story_id FROM article JOIN event ON event.id = article.event_id"
            " WHERE article.id IN"
        )
        return tuple(Membership(row[0], row[1], row[2]) for row in self._by_ids(sql, articles))

    def members(self, events: Collection[int]) -> tuple[Membership, ...]:
        """The articles of these events."""
        sql = (
            "SELECT article.id, event.id, event.story_id FROM event JOIN article ON article.event_id = event.id"
            " WHERE event.id IN"
        )
        return tuple(Membership(row[0], row[1], row[2]) for row in self._by_ids(sql, events))

    def events_of_stories(self, stories: Collection[int]) -> tuple[int, ...]:
        """The events of these stories."""
        return tuple(row[0] for row in self._by_ids("SELECT id FROM event WHERE story_id IN", stories))

    def _by_ids(self, sql: str, ids: Collection[int]) -> Iterator[Row]:
        ordered = sorted(ids)
        for start in range(0, len(ordered), _CHUNK):
            chunk = ordered[start : start + _CHUNK]
            yield from self._database.rows(f"{sql} ({','.join('?' * len(chunk))})", chunk)


def _stored(row: Row) -> StoredTerms:
    return StoredTerms(row[0], row[1], row[2])
