"""Part of the grouping: what is kept of an article, and how alike it is to the articles near to it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final, Protocol

from reader.analysis.events.keys import heaviest_words, key_terms, week_of
from reader.analysis.events.particulars import Particulars, read_particulars
from reader.analysis.events.scores import event_score
from reader.analysis.events.similarity import Vector, similarities, vector_of
from reader.analysis.events.terms import Hashes, Terms, read_terms
from reader.pipeline.describing import by_itself
from reader.store.grouping import GroupingTables, StoredEdge, StoredTerms
from reader.store.store import Store

POSTINGS: Final = 200
NEIGHBOURS: Final = 60
"""Candidates share a key or more. Of each key the newest 200 articles of some weeks are looked at, and the best 60 in
all are compared: more than an article has where events are told apart at all. Where three weeks have over 200 articles
on one name, the order of arrival may decide which of them are looked at for that name."""

EVENT_REACH_DAYS: Final = 7
"""Articles further apart are hardly on one event: .05 of a likeness is left."""

STORY_REACH_DAYS: Final = 60
"""Articles further apart are related only if copied: after so many days a score has sunk to a fourth."""

STORY_KEYS: Final = 12
STORY_NEIGHBOURS: Final = 20
"""Candidates from beyond the days of an event, by the heaviest keys alone: a story needs a few links only."""

WEAKEST_EDGE: Final = 0.05
"""Edges below are not kept: three in four pairs of unrelated articles, and less than any threshold of the linking."""

KNOWN_AT_ONCE: Final = 2000
"""The terms of so many articles, some 8 MB, are kept at hand while edges are looked for."""


class Transacting(Protocol):
    """A library, or a working file, in which several writings can be one."""

    def transaction(self) -> AbstractContextManager[None]:
        """Several calls as one."""
        ...


def store_terms(store: Store, tables: GroupingTables, articles: Collection[int]) -> frozenset[int]:
    """Store the terms of articles; the ids of those that are there. Their edges are still to be found."""
    found: list[StoredTerms] = []
    for number in sorted(set(articles)):
        article = store.article(number)
        if article is not None:
            own = read_particulars(by_itself(store, article))
            terms, written = read_terms(article)
            words = heaviest_words(terms, written)
            found.append(StoredTerms(number, own.day, own.outlet, own.days, words, terms.to_bytes()))
    with store.transaction():
        tables.put_terms(found)
    return frozenset(stored.article for stored in found)


def store_keys(store: Transacting, tables: GroupingTables, articles: Collection[int], ubiquitous: Hashes) -> None:
    """Store by which terms articles are looked up."""
    ordered = sorted(articles)
    for start in range(0, len(ordered), KNOWN_AT_ONCE):
        stored = tables.terms(ordered[start : start + KNOWN_AT_ONCE])
        with store.transaction():
            for number, one in stored.items():
                week = None if one.day is None else week_of(one.day)
                tables.put_keys(number, week, (term for term, _ in key_terms(Terms.from_bytes(one.terms), ubiquitous)))


def find_edges(tables: GroupingTables, articles: Collection[int], ubiquitous: Hashes) -> list[StoredEdge]:
    """How alike articles are to those that they share keys with."""
    known: dict[int, _Known] = {}
    found: dict[tuple[int, int], StoredEdge] = {}
    for number in sorted(articles):
        if len(known) > KNOWN_AT_ONCE:
            known = {}
        _learn(tables, known, {number}, ubiquitous)
        if number not in known:
            continue
        one = known[number]
        others = _candidates(tables, one.stored, ubiquitous)
        _learn(tables, known, others, ubiquitous)
        compared = [(other, known[other]) for other in others if other in known]
        cosines = similarities(one.vector, [other.vector for _, other in compared])
        for (other, two), cosine in zip(compared, cosines.round(6).tolist(), strict=True):
            if cosine >= WEAKEST_EDGE:
                low, high = sorted((number, other))
                score = round(event_score(cosine, one.particulars, two.particulars), 6)
                found[low, high] = StoredEdge(low, high, cosine, score)
    return [found[pair] for pair in sorted(found)]


@dataclass(frozen=True, slots=True)
class _Known:
    """An article as it is compared."""

    stored: StoredTerms
    vector: Vector
    particulars: Particulars


def _learn(tables: GroupingTables, known: dict[int, _Known], articles: Collection[int], ubiquitous: Hashes) -> None:
    """Read those of some articles that are not known yet."""
    for number, stored in tables.terms(set(articles) - known.keys()).items():
        vector = vector_of(Terms.from_bytes(stored.terms), ubiquitous)
        known[number] = _Known(stored, vector, Particulars(stored.day, stored.outlet, stored.days))


def _candidates(tables: GroupingTables, stored: StoredTerms, ubiquitous: Hashes) -> list[int]:
    """The articles that may be in one event, or in one story, with an article."""
    keys = key_terms(Terms.from_bytes(stored.terms), ubiquitous)
    spans: list[tuple[tuple[int, int] | None, int, int]] = [(None, len(keys), NEIGHBOURS)]
    if stored.day is not None:
        spans = [
            (_weeks(stored.day, EVENT_REACH_DAYS), len(keys), NEIGHBOURS),
            (_weeks(stored.day, STORY_REACH_DAYS), STORY_KEYS, STORY_NEIGHBOURS),
        ]
    found: dict[int, None] = {}
    for weeks, heaviest, limit in spans:
        # Its own keys make an article the best candidate for itself.
        nearest = tables.candidates(keys[:heaviest], weeks, depth=POSTINGS, limit=limit + 1)
        found.update(dict.fromkeys(nearest))
    found.pop(stored.article, None)
    return list(found)


def _weeks(day: int, reach: int) -> tuple[int, int]:
    return week_of(day - reach), week_of(day + reach)
