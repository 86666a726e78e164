"""Stretches of a list by their numbers, from whichever end is nearer: what a screen shows of 100,000 entries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reader.models.library import OutlineEntry
from reader.store.database import Database, Value
from reader.store.filters import EVERYTHING, condition
from reader.store.latecomers import latecomers
from reader.store.records import checked

Place = tuple[str, int]
"""``sort_at`` and id of an entry."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Which entries a list has.

    Attributes:
        query: a filter, or "".
        entity: only articles that mention it.
        grouped: an entry for each event, or for each article.
    """

    query: str = ""
    entity: int | None = None
    grouped: bool = True

    def members(self, database: Database) -> tuple[str, tuple[Value, ...]]:
        """The condition on articles. Raises ``QueryError`` for a query that makes no sense."""
        where, values = condition(database, self.query or None)
        if self.entity is not None:
            return f"({where}) AND id IN (SELECT article_id FROM mention WHERE entity_id = ?)", (*values, self.entity)
        return where, values

    def entries(self, database: Database) -> tuple[str, tuple[Value, ...]]:
        """A FROM and WHERE over rows with ``sort_at`` and ``id``."""
        where, values = self.members(database)
        if not self.grouped:
            return f"article WHERE ({where})", values
        if (where, values) == EVERYTHING:
            return "event WHERE 1", ()
        return f"event WHERE id IN (SELECT event_id FROM article WHERE {where})", values


def size(database: Database, listed: Listed) -> int:
    """How many entries a list has; constant in time without a filter."""
    if listed == Listed(grouped=listed.grouped):
        name = "events" if listed.grouped else "articles"
        return database.number("SELECT value FROM tally WHERE name = ?", (name,))
    rows, values = listed.entries(database)
    return database.number(f"SELECT count(*) FROM {rows}", values)


def index(database: Database, listed: Listed, place: Place) -> int:
    """How many entries stand before a place."""
    rows, values = listed.entries(database)
    return database.number(f"SELECT count(*) FROM {rows} AND (sort_at, id) > (?, ?)", (*values, *place))


def window(database: Database, listed: Listed, start: int, limit: int, whole: int) -> tuple[OutlineEntry, ...]:
    """The entries from number ``start`` on, newest first.

    Args:
        database: the library.
        listed: which list.
        start: of the first entry, from 0.
        limit: entries at most.
        whole: the size of the list: what is nearer to its end is looked for from there.
    """
    rows, values = listed.entries(database)
    limit = min(limit, whole - start)
    if limit <= 0:
        return ()
    if start <= whole // 2:
        found = database.rows(
            f"SELECT sort_at, id FROM {rows} ORDER BY sort_at DESC, id DESC LIMIT ? OFFSET ?", (*values, limit, start)
        )
    else:
        found = database.rows(
            f"SELECT sort_at, id FROM {rows} ORDER BY sort_at, id LIMIT ? OFFSET ?",
            (*values, limit, whole - start - limit),
        )[::-1]
    if not listed.grouped:
        return tuple(checked(OutlineEntry(sort_at, 0, (article,))) for sort_at, article in found)
    articles = _articles(database, listed, [event for _, event in found])
    return tuple(checked(OutlineEntry(sort_at, event, tuple(articles[event]))) for sort_at, event in found)


def _articles(database: Database, listed: Listed, events: list[int]) -> dict[int, list[int]]:
    where, values = listed.members(database)
    holes = ", ".join("?" * len(events))
    grouped: dict[int, list[int]] = defaultdict(list)
    for event, article in database.rows(
        f"SELECT event_id, id FROM article WHERE event_id IN ({holes}) AND ({where}) ORDER BY sort_at DESC, id DESC",
        (*events, *values),
    ):
        grouped[event].append(article)
    late = latecomers(database, [event for event, members in grouped.items() if len(members) > 1])
    for members in grouped.values():
        members.sort(key=lambda article: article not in late)
    return grouped


def place_of(database: Database, listed: Listed, article: int) -> Place | None:
    """The place of the entry that an article belongs to; None if the list has none."""
    where, values = listed.members(database)
    if database.row(f"SELECT 1 FROM article WHERE id = ? AND ({where})", (article, *values)) is None:
        return None
    row = database.row(
        "SELECT event.sort_at, event.id FROM article JOIN event ON event.id = event_id WHERE article.id = ?"
        if listed.grouped
        else "SELECT sort_at, id FROM article WHERE id = ?",
        (article,),
    )
    return (row[0], row[1]) if row is not None else None


def unread(database: Database, listed: Listed) -> tuple[int, ...]:
    """The ids of the unread articles of a list."""
    where, values = listed.members(database)
    return tuple(row[0] for row in database.rows(f"SELECT id FROM article WHERE is_read = 0 AND ({where})", values))


def next_unread(database: Database, listed: Listed, after: Place | None) -> int | None:
    """The first unread article of the entries after a place, or from the beginning; the newest one of its event."""
    where, values = listed.members(database)
    if listed.grouped:
        first = f"event WHERE id IN (SELECT event_id FROM article WHERE is_read = 0 AND ({where}))"
    else:
        first = f"article WHERE is_read = 0 AND ({where})"
    row = database.row(
        f"SELECT id FROM {first} AND (sort_at, id) < (?, ?) ORDER BY sort_at DESC, id DESC LIMIT 1",
        (*values, *(after or ("~", 0))),
    )
    if row is None or not listed.grouped:
        return int(row[0]) if row is not None else None
    newest = database.row(
        f"SELECT id FROM article WHERE event_id = ? AND is_read = 0 AND ({where}) ORDER BY sort_at DESC, id DESC",
        (row[0], *values),
    )
    return int(newest[0]) if newest is not None else None
