"""What ties the articles of an event, and what is missing to the nearest others: read from what the grouping keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Final

from reader.models.explaining import NearEvent, Tie, TieKind, Why
from reader.models.kinds import NAMED_KINDS
from reader.store.analysis import read_annotations
from reader.store.articles import read_article
from reader.store.database import Database
from reader.store.events import current, event_articles
from reader.store.grouping import GroupingTables, StoredEdge, StoredTerms
from reader.store.handlinks import hand_links
from reader.store.records import rows_read

SHOWN_WORDS: Final = 8
SHOWN_NAMES: Final = 6
SHOWN_FIGURES: Final = 4
NEAR_EVENTS: Final = 5
READ_MEMBERS: Final = 20
"""So many of each are told, of the first so many members."""


@rows_read()
def read_why(database: Database, event_id: int) -> Why | None:
    """Why the articles of an event are one; None if there is no such event."""
    event = current(database, event_id)
    row = database.row("SELECT title FROM event WHERE id = ?", (event,))
    if row is None:
        return None
    articles = event_articles(database, event)
    members = articles[:READ_MEMBERS]
    kept = GroupingTables(database).terms(members)
    ties = (*_words(kept), *_names(database, members), *_days(kept), *_figures(database, members))
    together, _ = hand_links(database)
    by_hand = any(first in articles and second in articles for first, second in together)
    return Why(event, row[0], articles, ties, _near(database, articles), by_hand)


def _shared(
    kind: TieKind, having: Mapping[Hashable, list[int]], texts: Mapping[Hashable, str], limit: int
) -> list[Tie]:
    """What two articles or more have, what most have first, else in the order in which it was found."""
    shared = [key for key, articles in having.items() if len(articles) > 1]
    shared.sort(key=lambda key: -len(having[key]))
    return [Tie(kind, texts[key], tuple(having[key])) for key in shared[:limit]]


def _words(kept: Mapping[int, StoredTerms]) -> list[Tie]:
    having: dict[Hashable, list[int]] = defaultdict(list)
    for number, terms in kept.items():
        for word in terms.words:
            if not word.isdecimal():
                having[word].append(number)
    pairs = [str(word) for word, articles in having.items() if " " in str(word) and len(articles) > 1]
    inside = {part for pair in pairs for part in pair.split()}
    alone = {word: articles for word, articles in having.items() if word not in inside}
    return _shared(TieKind.WORD, alone, {word: str(word) for word in alone}, SHOWN_WORDS)


def _names(database: Database, members: Iterable[int]) -> list[Tie]:
    having: dict[Hashable, list[int]] = defaultdict(list)
    texts: dict[Hashable, str] = {}
    for number in members:
        rows = database.rows(
            "SELECT entity.id, name, kind FROM mention JOIN entity ON entity.id = entity_id WHERE article_id = ?"
            " ORDER BY count DESC, name",
            (number,),
        )
        for entity, name, kind in rows:
            if kind in NAMED_KINDS:
                having[entity].append(number)
                texts[entity] = name
    return _shared(TieKind.NAME, having, texts, SHOWN_NAMES)


def _days(kept: Mapping[int, StoredTerms]) -> list[Tie]:
    having: dict[Hashable, list[int]] = defaultdict(list)
    for number, terms in kept.items():
        for day in sorted(terms.days):
            having[day].append(number)
    return _shared(TieKind.DAY, having, {day: _iso(int(str(day))) for day in having}, SHOWN_FIGURES)


def _figures(database: Database, members: Iterable[int]) -> list[Tie]:
    having: dict[Hashable, list[int]] = defaultdict(list)
    texts: dict[Hashable, str] = {}
    for number in members:
        article, annotations = read_article(database, number), read_annotations(database, number)
        if article is None or annotations is None:
            continue
        for figure in annotations.figures:
            key = (figure.kind, figure.low, figure.high)
            if number not in having[key]:
                having[key].append(number)
            texts.setdefault(key, " ".join(article.text[figure.start : figure.end].split()))
    return _shared(TieKind.FIGURE, having, texts, SHOWN_FIGURES)


def _near(database: Database, articles: tuple[int, ...]) -> tuple[NearEvent, ...]:
    """The nearest other events, by the two articles that are most alike."""
    tables = GroupingTables(database)
    best: dict[int, tuple[StoredEdge, int, int]] = {}
    edges = tables.edges(articles)
    outside = {number for edge in edges for number in (edge.first, edge.second)} - set(articles)
    event_of = {membership.article: membership.event for membership in tables.memberships(outside)}
    for edge in sorted(edges, key=lambda edge: (-edge.cosine, edge.first, edge.second)):
        inner, outer = (edge.first, edge.second) if edge.first in articles else (edge.second, edge.first)
        if outer in event_of:
            best.setdefault(event_of[outer], (edge, inner, outer))
    nearest = list(best.items())[:NEAR_EVENTS]
    kept = tables.terms({number for _, (_, inner, outer) in nearest for number in (inner, outer)})
    _, apart = hand_links(database)
    found = []
    for event, (edge, inner, outer) in nearest:
        row = database.row("SELECT title, day FROM event WHERE id = ?", (event,))
        if row is not None and inner in kept and outer in kept:
            is_by_hand = (edge.first, edge.second) in apart
            reasons = ("kept apart by hand",) if is_by_hand else tuple(_reasons(edge, kept[inner], kept[outer]))
            found.append(NearEvent(event, row[0], row[1], edge.cosine, reasons))
    return tuple(found)


def _reasons(edge: StoredEdge, one: StoredTerms, other: StoredTerms) -> Iterable[str]:
    """What kept two articles from being taken for one event."""
    days_between = abs(one.day - other.day) if one.day is not None and other.day is not None else 0
    if days_between:
        yield "published a day apart" if days_between == 1 else f"published {days_between} days apart"
    if one.outlet and one.outlet == other.outlet:
        yield "the same outlet on another day" if days_between else "the same outlet"
    if one.days and other.days and one.days.isdisjoint(other.days):
        yield f"it names {_iso(min(other.days))}, not {_iso(min(one.days))}"
    if edge.score == edge.cosine:
        yield "fewer words in common than its own articles have"


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
