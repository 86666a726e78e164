"""Removing articles whose files are gone, with everything that was found in them. The journal keeps what was done."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from reader.errors import RecordError
from reader.store import entities, fulltext
from reader.store.articles import read_article, searched_text
from reader.store.containers import forget_containers, with_contents
from reader.store.database import Database, storable
from reader.store.differences import forget_differences
from reader.store.events import remove_event
from reader.store.news import NewsKind, tell
from reader.store.placing import place_event


def leaving(database: Database, origins: Collection[str]) -> tuple[int, int]:
    """How many articles ``keep_only`` would remove, of how many."""
    kept = with_contents(database, {storable(origin) for origin in origins})
    staying = {row[1] for row in database.rows("SELECT origin, article_id FROM origin") if row[0] in kept}
    every = database.number("SELECT value FROM tally WHERE name = 'articles'")
    return every - len(staying), every


def origins_below(database: Database, folder: str) -> tuple[str, ...]:
    """The origins that lie in a folder, at any depth."""
    below = storable(folder).rstrip("/") + "/"
    return tuple(row[0] for row in database.rows(
        "SELECT origin FROM origin WHERE origin >= ? AND origin < ?", (below, below[:-1] + "0")
    ))  # fmt: skip


def keep_only(database: Database, origins: Collection[str]) -> tuple[int, ...]:
    """Forget every other origin; the ids of the articles that went with them."""
    kept = with_contents(database, {storable(origin) for origin in origins})
    gone = [row[0] for row in database.rows("SELECT origin FROM origin") if row[0] not in kept]
    no_more = [row[0] for row in database.rows("SELECT origin FROM left_out") if row[0] not in kept]
    with database.transaction():
        database.run_many("DELETE FROM left_out WHERE origin = ?", [(origin,) for origin in no_more])
        forget_containers(database, kept)
    removed: list[int] = []
    for origin in gone:
        with database.transaction():
            row = database.row("SELECT article_id FROM origin WHERE origin = ?", (origin,))
            if row is None:
                continue
            database.run("DELETE FROM origin WHERE origin = ?", (origin,))
            other = database.row("SELECT origin FROM origin WHERE article_id = ? ORDER BY origin", (row[0],))
            if other is None:
                remove(database, row[0])
                removed.append(row[0])
            else:
                database.run("UPDATE article SET origin = ? WHERE id = ? AND origin = ?", (other[0], row[0], origin))
                tell(database, NewsKind.ARTICLE, (row[0],))
    return tuple(removed)


def remove(database: Database, article_id: int) -> None:
    """Remove an article; its event goes with its last article."""
    with database.transaction():
        row = database.row("SELECT event_id FROM article WHERE id = ?", (article_id,))
        if row is None:
            return
        event = row[0]
        entities.put_mentions(database, article_id, "", ())
        with suppress(RecordError):  # of a text that cannot be read, the index of words keeps what leads nowhere
            article = read_article(database, article_id)
            if article is not None:
                fulltext.remove(database, article_id, searched_text(article.text, article.title.value or ""))
        database.run("DELETE FROM article WHERE id = ?", (article_id,))
        tell(database, NewsKind.ARTICLE, (article_id,))
        if database.row("SELECT 1 FROM article WHERE event_id = ?", (event,)):
            database.run("UPDATE event SET size = size - 1 WHERE id = ?", (event,))
            forget_differences(database, event)
            # Those that it held together may be two events without it.
            database.run(
                "UPDATE term_vector SET is_linked = 0 WHERE article_id IN (SELECT id FROM article WHERE event_id = ?)",
                (event,),
            )
            place_event(database, event)
            tell(database, NewsKind.EVENT, (event,))
        else:
            database.run("DELETE FROM event_alias WHERE event_id = ?", (event,))
            remove_event(database, event)
