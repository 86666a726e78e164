"""Pages of the lists: ids and places first, cards only for what is shown. No list is sorted, none is read whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from reader.models.kinds import Status
from reader.models.library import OutlineEntry
from reader.models.listing import ArticleCard, Counts, EventCard, StoryCard
from reader.store.database import Database
from reader.store.events import current
from reader.store.filters import EVERYTHING, condition
from reader.store.latecomers import latecomers
from reader.store.records import checked, member

Place = tuple[str, int]
"""``sort_at`` and id: where a page ended."""

END_OF_TIME: Place = ("~", 0)
"""A place before every entry: "~" sorts after every digit."""

_AT_ONCE = 500
"""Ids looked up by one statement."""


def counts(database: Database) -> Counts:
    """The size of the library."""
    kept: dict[str, int] = {row[0]: row[1] for row in database.rows("SELECT name, value FROM tally")}
    names = ("articles", "analysed", "events", "stories", "unread")
    return checked(Counts(*(kept.get(name, -1) for name in names)))


def outline(
    database: Database, query: str | None, after: Place | None, limit: int, *, grouped: bool
) -> tuple[OutlineEntry, ...]:
    """A page of the article list; see ``Library.outline``."""
    where, values = condition(database, query)
    if not grouped:
        rows = database.rows(
            f"""
            SELECT sort_at, event_id, id FROM article WHERE (sort_at, id) < (?, ?) AND ({where})
            ORDER BY sort_at DESC, id DESC LIMIT ?
            """,
            (*(after or END_OF_TIME), *values, limit),
        )
        return tuple(checked(OutlineEntry(sort_at, event, (article,))) for sort_at, event, article in rows)
    if (where, values) == EVERYTHING:
        hits, events, articles = "", "event", ""
    else:
        hits = f"hit AS MATERIALIZED (SELECT id, event_id FROM article WHERE {where}),"
        events = "event WHERE id IN (SELECT event_id FROM hit)"
        articles = "WHERE article.id IN (SELECT id FROM hit)"
    rows = database.rows(
        f"""
        WITH {hits} page AS MATERIALIZED (
            SELECT * FROM (SELECT sort_at, id FROM {events})
            WHERE (sort_at, id) < (?, ?) ORDER BY sort_at DESC, id DESC LIMIT ?)
        SELECT page.sort_at, page.id, article.sort_at, article.id
        FROM page CROSS JOIN article ON article.event_id = page.id {articles}
        """,
        (*values, *(after or END_OF_TIME), limit),
    )
    late = latecomers(database, {row[1] for row in rows})
    return tuple(
        OutlineEntry(
            sort_at,
            event,
            tuple(row[3] for row in sorted(members, key=lambda row: (row[3] in late, row[2], row[3]), reverse=True)),
        )
        for (sort_at, event), members in groupby(rows, key=itemgetter(0, 1))
    )


def cards(database: Database, ids: Sequence[int]) -> tuple[ArticleCard, ...]:
    """The cards of these articles, in this order."""
    found: dict[int, ArticleCard] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for row in database.rows(
            f"""
            SELECT article.id, article.title, title_status, outlet, published, published_status, article.sort_at,
                   event_id, story_id, words, origin, is_read, is_starred, analysis_version, is_changed
            FROM article JOIN event ON event.id = event_id WHERE article.id IN ({", ".join("?" * len(some))})
            """,
            some,
        ):
            found[row[0]] = _card(row)
    return tuple(found[each] for each in ids if each in found)


def _card(row: sqlite3.Row) -> ArticleCard:
    (
        article, title, title_status, outlet, published, published_status, sort_at,
        event, story, words, origin, is_read, is_starred, version, is_changed,
    ) = row  # fmt: skip
    return checked(
        ArticleCard(
            id=article,
            title=title,
            title_status=member(Status, title_status),
            outlet=outlet,
            published=published,
            published_status=member(Status, published_status),
            sort_at=sort_at,
            event=event,
            story=story,
            words=words,
            origin=origin,
            read=bool(is_read),
            starred=bool(is_starred),
            analysed=version > 0,
            changed=bool(is_changed),
        )
    )


def event_page(database: Database, query: str | None, after: Place | None, limit: int) -> tuple[EventCard, ...]:
    """A page of events, newest first."""
    where, values = condition(database, query)
    among = "" if (where, values) == EVERYTHING else f"AND id IN (SELECT event_id FROM article WHERE {where})"
    rows = database.rows(
        f"SELECT id FROM event WHERE (sort_at, id) < (?, ?) {among} ORDER BY sort_at DESC, id DESC LIMIT ?",
        (*(after or END_OF_TIME), *values, limit),
    )
    return event_cards(database, [row[0] for row in rows])


def event_cards(database: Database, ids: Sequence[int]) -> tuple[EventCard, ...]:
    """The cards of these events, in this order."""
    return tuple(card for event in ids if (card := event_card(database, event)) is not None)


def event_card(database: Database, event: int) -> EventCard | None:
    """The card of an event, or None."""
    row = database.row("SELECT title, day, sort_at, story_id, conflicts, doubts FROM event WHERE id = ?", (event,))
    if row is None:
        return None
    title, day, sort_at, story, conflicts, doubts = row
    members = database.rows(
        "SELECT id, outlet, is_read, is_copy FROM article WHERE event_id = ? ORDER BY sort_at DESC, id DESC", (event,)
    )
    late = latecomers(database, (event,))
    members.sort(key=lambda row: row[0] not in late)
    return checked(
        EventCard(
            id=event,
            title=title,
            day=day,
            sort_at=sort_at,
            articles=tuple(row[0] for row in members),
            outlets=tuple(dict.fromkeys(row[1] for row in members if row[1])),
            story=story,
            conflicts=conflicts,
            doubts=doubts,
            unread=sum(not row[2] for row in members),
            copies=tuple(row[0] for row in members if row[3]),
            late=tuple(row[0] for row in members if row[0] in late),
            new=tuple(row[0] for row in members if row[0] in late and not row[2]),
        )
    )


def merged_event(database: Database, event: int) -> EventCard | None:
    """An event, also by the id of one that was merged into it."""
    return event_card(database, current(database, event))


def story(database: Database, story_id: int) -> StoryCard | None:
    """A story with its events, newest first, or None."""
    rows = database.rows("SELECT id, title FROM event WHERE story_id = ? ORDER BY sort_at DESC, id DESC", (story_id,))
    return checked(StoryCard(story_id, rows[0][1], tuple(row[0] for row in rows))) if rows else None


def story_articles(database: Database, story_id: int) -> tuple[int, ...]:
    """The ids of a story's articles, newest first."""
    rows = database.rows(
        """
        SELECT article.id FROM event CROSS JOIN article ON article.event_id = event.id WHERE story_id = ?
        ORDER BY article.sort_at DESC, article.id DESC
        """,
        (story_id,),
    )
    return tuple(row[0] for row in rows)


def entity_articles(database: Database, entity: int, after: Place | None, limit: int) -> tuple[Place, ...]:
    """``(sort_at, article id)`` of the articles that mention an entity, newest first."""
    rows = database.rows(
        """
        SELECT sort_at, article_id FROM mention WHERE entity_id = ? AND (sort_at, article_id) < (?, ?)
        ORDER BY sort_at DESC, article_id DESC LIMIT ?
        """,
        (entity, *(after or END_OF_TIME), limit),
    )
    return tuple((row[0], row[1]) for row in rows)
