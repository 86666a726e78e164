"""What the analysis found, article by article, and which articles it has yet to see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reader.models.annotations import Annotations
from reader.store import entities, naming, telling
from reader.store.articles import read_text
from reader.store.codec import pack_annotations, unpack_annotations
from reader.store.database import Database
from reader.store.news import NewsKind, tell


def version(database: Database) -> int:
    """The newest version of the analysis that has run; 0 if none has run yet."""
    return database.number("SELECT value FROM setting WHERE name = 'analysis_version'")


def set_version(database: Database, running: int) -> None:
    """Make what older versions of the analysis did pending again; what a newer one did stays."""
    with database.transaction():
        if running > version(database):
            database.run("INSERT OR REPLACE INTO setting VALUES ('analysis_version', ?)", (str(running),))
        database.run("UPDATE article SET is_current = 0 WHERE is_current = 1 AND analysis_version < ?", (running,))


def pending(database: Database, limit: int, first: Collection[int]) -> tuple[int, ...]:
    """Ids of articles to analyse; see ``Store.pending``."""
    found = [
        asked for asked in dict.fromkeys(first)
        if database.row("SELECT 1 FROM article WHERE id = ? AND is_current = 0", (asked,))
    ][:limit]  # fmt: skip
    newest = database.rows(
        "SELECT id FROM article WHERE is_current = 0 ORDER BY sort_at DESC, id DESC LIMIT ?", (limit,)
    )
    known = set(found)
    found += [waiting for (waiting,) in newest if waiting not in known]
    return tuple(found[:limit])


def is_analysed(database: Database, article_id: int) -> bool:
    """Whether the current version of the analysis has seen an article."""
    return database.row("SELECT 1 FROM article WHERE id = ? AND is_current = 1", (article_id,)) is not None


def read_annotations(database: Database, article_id: int) -> Annotations | None:
    """What was found in an article, or None."""
    row = database.row("SELECT blob FROM annotation WHERE article_id = ?", (article_id,))
    return None if row is None else unpack_annotations(row[0])


def bring_annotations(database: Database, article_id: int, annotations: Annotations) -> None:
    """Keep what was found in an article elsewhere, until the analysis comes to it; see ``Store.bring_annotations``."""
    with database.transaction():
        database.run(
            "INSERT OR REPLACE INTO annotation(article_id, blob) VALUES (?, ?)",
            (article_id, pack_annotations(replace(annotations, version=0))),
        )
        database.run(
            "UPDATE article SET analysis_version = ?, is_current = 0 WHERE id = ?", (-annotations.version, article_id)
        )


def brought_version(database: Database, article_id: int) -> int:
    """By which version of the analysis an article was annotated elsewhere; 0 if it was not."""
    row = database.row("SELECT analysis_version FROM article WHERE id = ? AND is_current = 0", (article_id,))
    return max(0, -row[0]) if row else 0


def accept_brought(database: Database, article_id: int) -> None:
    """Take what was found elsewhere for what was found here; its names are still to be resolved."""
    with database.transaction():
        if brought_version(database, article_id):
            database.run("UPDATE article SET analysis_version = 0, is_current = 1 WHERE id = ?", (article_id,))
            database.run(
                "UPDATE event SET is_compared = 0 WHERE id = (SELECT event_id FROM article WHERE id = ?)", (article_id,)
            )
            tell(database, NewsKind.ARTICLE, (article_id,))


def put_annotations(database: Database, article_id: int, annotations: Annotations) -> None:
    """Store what was found in an article; see ``Store.put_annotations``."""
    with database.transaction():
        row = database.row("SELECT sort_at, event_id FROM article WHERE id = ?", (article_id,))
        text = read_text(database, article_id) if annotations.mentions or annotations.found else ""
        if text is None or row is None:
            return
        sort_at, event = row
        database.run(
            "INSERT OR REPLACE INTO annotation(article_id, blob) VALUES (?, ?)",
            (article_id, pack_annotations(annotations)),
        )
        database.run(
            "UPDATE article SET analysis_version = ?, is_current = 1 WHERE id = ?", (annotations.version, article_id)
        )
        database.run("UPDATE event SET is_compared = 0 WHERE id = ?", (event,))
        named = [(mention.entity, text[mention.start : mention.end]) for mention in annotations.mentions]
        entities.put_mentions(
            database, article_id, sort_at, [(entity, surface) for entity, surface in named if entity is not None]
        )
        naming.put_reread(database, article_id, text, annotations)
        telling.put(database, article_id, sort_at, text, annotations)
        tell(database, NewsKind.ARTICLE, (article_id,))
