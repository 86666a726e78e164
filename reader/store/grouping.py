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
from reader.store.records import checked, rows_read

NO_WEEK: Final = -1
"""The week under which articles without a stated day are looked up."""

_CHUNK = 500
"""Ids asked for at once; well below SQLite's limit of variables."""


@dataclass(frozen=True, slots=True)
class StoredTerms:
    """What is kept of one article.

    Attributes:
        day: ordinal of the stated day of publication; None without one.
        outlet: in lower case; "" if unknown.
        days: ordinals of the days that its opening names.
        words: its heaviest words and pairs of words, heaviest first.
        terms: its terms, as the analysis packed them.
    """

    article: int
    day: int | None
    outlet: str
    days: frozenset[int]
    words: tuple[str, ...]
    terms: bytes


@dataclass(frozen=True, slots=True)
class StoredEdge:
    """How alike two articles are, ``first`` < ``second``, and how likely they are on one event."""

    first: int
    second: int
    cosine: float
    score: float


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

    def put_terms(self, stored: Iterable[StoredTerms]) -> None:
        """Store the terms of articles; what was kept about an earlier text of theirs goes."""
        for terms in stored:
            self.forget(terms.article)  # not "OR REPLACE", which removes rows without their triggers
            self._database.run(
                "INSERT INTO term_vector(article_id, day, outlet, days, words, is_linked, terms)"
                " VALUES (?, ?, ?, ?, ?, 0, ?)",
                (
                    terms.article,
                    terms.day,
                    terms.outlet,
                    " ".join(str(day) for day in sorted(terms.days)),
                    "\n".join(terms.words),
                    terms.terms,
                ),
            )

    def forget(self, article: int) -> None:
        """Keep nothing about an article; it stays in its event."""
        for table, column in (("term_vector", "article_id"), ("key_term", "article_id"),
                              ("edge", "first_id"), ("edge", "second_id")):  # fmt: skip
            self._database.run(f"DELETE FROM {table} WHERE {column} = ?", (article,))

    def terms(self, articles: Collection[int]) -> dict[int, StoredTerms]:
        """The terms of articles, by article; those without are left out."""
        sql = "SELECT article_id, day, outlet, days, words, terms FROM term_vector WHERE article_id IN"
        return {row[0]: _stored(row) for row in self._by_ids(sql, articles)}

    def places(self, articles: Collection[int]) -> dict[int, tuple[int | None, str]]:
        """The stated day (an ordinal) of articles with terms, and what tells them apart: text and outlet."""
        sql = (
            "SELECT id, day, digest || ' ' || term_vector.outlet FROM term_vector JOIN article ON id = article_id"
            " WHERE article_id IN"
        )
        return {row[0]: (row[1], row[2]) for row in self._by_ids(sql, articles)}

    def every_terms(self) -> Iterator[bytes]:
        """The packed terms of every article, by id; a part of them is in memory at a time."""
        last = 0
        while rows := self._database.rows(
            "SELECT article_id, terms FROM term_vector WHERE article_id > ? ORDER BY article_id LIMIT ?", (last, _CHUNK)
        ):
            yield from (row[1] for row in rows)
            last = rows[-1][0]

    def with_terms(self) -> frozenset[int]:
        """The ids of all articles with terms."""
        return frozenset(row[0] for row in self._database.rows("SELECT article_id FROM term_vector"))

    def ubiquity(self) -> tuple[int, bytes]:
        """How many articles were counted, and what the library was full of then, as the analysis packed it."""
        row = self._database.row("SELECT articles, terms FROM ubiquity")
        return (row[0], row[1]) if row else (0, b"")

    def put_ubiquity(self, articles: int, terms: bytes) -> None:
        """Store what the library is full of."""
        self._database.run("INSERT OR REPLACE INTO ubiquity(id, articles, terms) VALUES (1, ?, ?)", (articles, terms))

    def without_terms(self, limit: int) -> tuple[int, ...]:
        """The ids of some analysed articles that have no terms: an older version grouped them."""
        rows = self._database.rows(
            "SELECT id FROM article WHERE analysis_version > 0 AND id NOT IN (SELECT article_id FROM term_vector)"
            " ORDER BY id LIMIT ?",
            (limit,),
        )
        return tuple(row[0] for row in rows)

    def unlinked(self) -> tuple[int, ...]:
        """The ids of articles whose edges or event are still to be found."""
        return tuple(row[0] for row in self._database.rows("SELECT article_id FROM term_vector WHERE is_linked = 0"))

    def mark_linked(self, articles: Iterable[int], *, value: bool = True) -> None:
        """Say that the edges and events of these articles are found, or are to be found anew."""
        self._database.run_many(
            "UPDATE term_vector SET is_linked = ? WHERE article_id = ?", ((value, article) for article in articles)
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
        self, keys: Sequence[tuple[int, float]], weeks: tuple[int, int] | None, *, depth: int, limit: int
    ) -> tuple[int, ...]:
        """Articles that share keys, those with the most weight in common first.

        Args:
            keys: terms with their weights.
            weeks: the first and last week to look in; None for all. Articles without a week are always looked at.
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
            " ORDER BY sum(weight) DESC, article DESC LIMIT ?",
            (*values, limit),
        )
        return tuple(row[0] for row in rows)

    # Edges

    def put_edges(self, edges: Iterable[StoredEdge]) -> None:
        """Store how alike pairs of articles are."""
        self._database.run_many(
            "INSERT OR REPLACE INTO edge(first_id, second_id, cosine, score) VALUES (?, ?, ?, ?)",
            ((edge.first, edge.second, edge.cosine, edge.score) for edge in edges),
        )

    def drop_edges(self) -> None:
        """Forget all edges: articles are alike in other ways than they were."""
        self._database.run("DELETE FROM edge")

    def edges(self, articles: Collection[int]) -> list[StoredEdge]:
        """Every edge that touches one of these articles, ascending, each once."""
        found: dict[tuple[int, int], StoredEdge] = {}
        for column in ("first_id", "second_id"):
            sql = f"SELECT first_id, second_id, cosine, score FROM edge WHERE {column} IN"
            found.update({(row[0], row[1]): checked(StoredEdge(*row)) for row in self._by_ids(sql, articles)})
        return [found[pair] for pair in sorted(found)]

    def near(self, articles: Collection[int]) -> set[int]:
        """The articles that share an edge with one of these, and these."""
        return {number for edge in self.edges(articles) for number in (edge.first, edge.second)} | set(articles)

    # Events as they stand

    def memberships(self, articles: Collection[int]) -> tuple[Membership, ...]:
        """Which event and story these articles are in."""
        sql = (
            "SELECT article.id, event.id, event.story_id FROM article JOIN event ON event.id = article.event_id"
            " WHERE article.id IN"
        )
        return tuple(checked(Membership(row[0], row[1], row[2])) for row in self._by_ids(sql, articles))

    def members(self, events: Collection[int]) -> tuple[Membership, ...]:
        """The articles of these events."""
        sql = (
            "SELECT article.id, event.id, event.story_id FROM event JOIN article ON article.event_id = event.id"
            " WHERE event.id IN"
        )
        return tuple(checked(Membership(row[0], row[1], row[2])) for row in self._by_ids(sql, events))

    def events_of_stories(self, stories: Collection[int]) -> tuple[int, ...]:
        """The events of these stories."""
        return tuple(row[0] for row in self._by_ids("SELECT id FROM event WHERE story_id IN", stories))

    def _by_ids(self, sql: str, ids: Collection[int]) -> Iterator[Row]:
        ordered = sorted(ids)
        for start in range(0, len(ordered), _CHUNK):
            chunk = ordered[start : start + _CHUNK]
            yield from self._database.rows(f"{sql} ({','.join('?' * len(chunk))})", chunk)


@rows_read()
def _stored(row: Row) -> StoredTerms:
    days = frozenset(int(day) for day in row[3].split())
    return checked(StoredTerms(row[0], row[1], row[2], days, tuple(row[4].splitlines()), row[5]))
