"""All that a library holds, table by table, but the moments at which it was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reader.library import Library
from reader.models.annotations import NO_ANNOTATIONS, Annotations

MOMENTS = frozenset({"added_at", "made_at", "asked_at", "replaced_at", "at", "checked_at", "fetched_at"})
"""Columns that hold when something was written."""

ADDED = "when it was added"

SHADOWS = ("_data", "_idx", "_docsize", "_config", "_content")
"""Endings of the tables in which SQLite keeps its full-text indexes; how these are cut into pages says nothing."""


def contents(library: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table, in the order of their first columns; what is undated is placed by when it was added."""
    with closing(sqlite3.connect(f"file:{library}?mode=ro", uri=True)) as database:
        added = {at for (at,) in database.execute("SELECT added_at FROM article")}
        return {
            table: sorted(
                (tuple(ADDED if each in added else each for each in row) for row in _rows(database, table)), key=repr
            )
            for table in _tables(database)
        }


def _tables(database: sqlite3.Connection) -> list[str]:
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%USING fts5%'")
    return [name for (name,) in rows if not name.endswith(SHADOWS)]


def _rows(database: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] not in MOMENTS]
    yield from database.execute(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608 (our own tables)


def known(path: Path) -> dict[str, object]:
    """What a library knows, whatever numbers it has given: articles, names, events, stories and comparisons."""
    with closing(Library.open(path)) as library:
        ids = [article for entry in library.outline(grouped=False, limit=1_000_000) for article in entry.articles]
        articles = {card.id: card for card in library.cards(ids)}
        assert len(articles) == len({card.origin for card in articles.values()})
        names: dict[int, object] = {}
        for number in {mention.entity for article in ids for mention in _found(library, article).mentions}:
            entity = library.entity(number) if number else None
            names[number or 0] = (
                (entity.name, entity.kind, sorted(each.surface for each in entity.aliases)) if entity else None
            )
        return {
            "articles": {
                card.origin: (card.title, card.outlet, card.published, card.words, _named(library, card.id, names))
                for card in articles.values()
            },
            "events": sorted(
                (event.title, event.day or "", sorted(articles[number].origin for number in event.articles),
                 event.conflicts, event.doubts, _compared(library, event.id))
                for event in library.events(limit=1_000_000)
            ),
            "stories": sorted(
                sorted(articles[number].origin for number in library.story_articles(story))
                for story in {card.story for card in articles.values() if card.story}
            ),
        }  # fmt: skip


def _found(library: Library, article: int) -> Annotations:
    return library.annotations(article) or NO_ANNOTATIONS


def _named(library: Library, article: int, names: dict[int, object]) -> str:
    """What was found in an article, with the names of entities in place of their numbers."""
    found = _found(library, article)
    mentions = [(replace(mention, entity=None), names.get(mention.entity or 0)) for mention in found.mentions]
    return repr((mentions, replace(found, mentions=(), clauses=None)))  # only what is compared is parsed


def _compared(library: Library, event: int) -> list[tuple[str, str]]:
    """The differences of an event's comparison; none if it has one article."""
    comparison = library.comparison(event)
    return sorted((each.key, each.confidence) for each in comparison.differences) if comparison else []
