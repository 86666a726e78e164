"""A story as a thread: its events in time, and what was new in each."""

from __future__ import annotations

from typing import Final

from reader.models.explaining import ThreadEvent
from reader.models.kinds import NAMED_KINDS
from reader.store.analysis import read_annotations
from reader.store.articles import read_article
from reader.store.database import Database
from reader.store.events import event_articles
from reader.store.records import rows_read

NEW_NAMES: Final = 6
NEW_FIGURES: Final = 4
READ_MEMBERS: Final = 8
"""So much is told of an event, from so many of its articles."""


@rows_read()
def read_thread(database: Database, story_id: int) -> tuple[ThreadEvent, ...]:
    """The events of a story, earliest first, each with the names and figures that no earlier one has."""
    rows = database.rows(
        "SELECT id, title, day, (SELECT min(sort_at) FROM article WHERE event_id = event.id) AS first FROM event"
        " WHERE story_id = ? ORDER BY coalesce(day, substr(first, 1, 10)), first, id",
        (story_id,),
    )
    known_names: set[int] = set()
    known_figures: set[tuple[float, float]] = set()
    thread = []
    for event, title, day, _ in rows:
        articles = event_articles(database, event)
        names = _names(database, event)
        figures = _figures(database, articles[:READ_MEMBERS])
        unread = database.number("SELECT count(*) FROM article WHERE event_id = ? AND is_read = 0", (event,))
        thread.append(
            ThreadEvent(
                event,
                title,
                day,
                articles,
                tuple(name for number, name in names.items() if number not in known_names)[:NEW_NAMES],
                tuple(text for value, text in figures.items() if value not in known_figures)[:NEW_FIGURES],
                unread,
            )
        )
        known_names |= names.keys()
        known_figures |= figures.keys()
    return tuple(thread)


def _names(database: Database, event: int) -> dict[int, str]:
    """The names that an event's articles mention, by entity, the most mentioned first."""
    rows = database.rows(
        "SELECT entity.id, name, kind FROM mention JOIN entity ON entity.id = entity_id"
        " JOIN article ON article.id = article_id WHERE event_id = ?"
        " GROUP BY entity.id ORDER BY sum(count) DESC, name",
        (event,),
    )
    return {entity: name for entity, name, kind in rows if kind in NAMED_KINDS}


def _figures(database: Database, articles: tuple[int, ...]) -> dict[tuple[float, float], str]:
    """The figures of articles with what they count, by the values that they allow, in reading order."""
    found: dict[tuple[float, float], str] = {}
    for number in articles:
        article, annotations = read_article(database, number), read_annotations(database, number)
        if article is None or annotations is None:
            continue
        for figure in annotations.figures:
            noun = article.text[figure.counts_start : figure.counts_end]
            text = article.text[figure.start : figure.end]
            told = f"{text} {noun}" if noun and noun not in text and figure.counts_start >= figure.end else text
            found.setdefault((figure.low, figure.high), " ".join(told.split()))
    return found
