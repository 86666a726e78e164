"""``doctor --repair``: what can be derived anew in a damaged library is, and nothing that a person did is lost.

Damaged pages first: what can be read goes into tables made anew, and the damaged library is kept beside. Then, in one
transaction, indexes, references, counters and records. What only the analysis knows is left to the worker.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.errors import LibraryError
from reader.store import fulltext
from reader.store.articles import put_back, read_article, searched_text
from reader.store.checks import CHECKS
from reader.store.database import Database
from reader.store.entities import padded
from reader.store.integrity import (
    INDEXES,
    damaged_indexes,
    damaged_pages,
    unreadable_analyses,
    unreadable_comparisons,
    why_unreadable,
)
from reader.store.opening import connect
from reader.store.references import mend_references
from reader.store.salvage import salvage


def repair(path: Path) -> tuple[str, ...]:
    """Mend a library; what was mended, a sentence each.

    Raises:
        LibraryError: it cannot be opened or written, or is too damaged to be read at all.
    """
    database = connect(path, make=False)
    try:
        done = list(_mend_pages(database))
        with database.transaction():
            done += _mend(database)
        return tuple(done)
    finally:
        database.close()


def _mend_pages(database: Database) -> Iterator[str]:
    if not _is_damaged(database):
        return
    try:
        database.run("REINDEX")
        if not _is_damaged(database):
            yield "The indexes were made anew."
            return
    except LibraryError:
        pass  # more than an index is damaged
    kept, lost = salvage(database)
    yield f"What could be read was put into a new library; the damaged one is kept as {kept}."
    yield from (f"Of {table}, not every row could be read." for table in lost)
    with database.transaction():
        for number in _lost(database):
            if put_back(database, number):
                yield f"Article {number} was put back from its text."
        # What is missing of the analysis, nothing tells; so all of it is made again.
        database.run("UPDATE article SET is_current = 0")
        database.run("UPDATE term_vector SET is_linked = 0")
    yield "The analysis is made again."


def _is_damaged(database: Database) -> bool:
    try:
        return bool(damaged_pages(database))
    except LibraryError:
        return True


def _lost(database: Database) -> list[int]:
    """The ids of the articles of which only the texts are left."""
    rows = database.rows("SELECT article_id FROM body WHERE article_id NOT IN (SELECT id FROM article) ORDER BY 1")
    return [row[0] for row in rows]


def _mend(database: Database) -> Iterator[str]:
    yield from mend_references(database)
    for number in list(unreadable_analyses(database)):
        database.run("DELETE FROM annotation WHERE article_id = ?", (number,))
        database.run("UPDATE article SET is_current = 0 WHERE id = ?", (number,))
        yield f"Article {number} is analysed again."
    for key in list(unreadable_comparisons(database)):
        database.run("UPDATE event SET is_compared = 0 WHERE id = (SELECT event_id FROM comparison WHERE key = ?)",
                     (key,))  # fmt: skip
        database.run("DELETE FROM comparison WHERE key = ?", (key,))
        yield "A comparison that could not be read is made again."
    yield from _mend_articles(database)
    for index in damaged_indexes(database):
        _REBUILT[index](database)
        yield f"The index of {INDEXES[index]} was made anew."
    for check in CHECKS:
        if check.found(database, 1):
            for statement in check.mends:
                database.run(statement)
            yield check.mended


def _mend_articles(database: Database) -> Iterator[str]:
    """Have the articles that cannot be read, or have no text, read again from where they came."""
    for number, origin in database.rows("SELECT id, origin FROM article ORDER BY id"):
        has_text = database.row("SELECT 1 FROM body WHERE article_id = ?", (number,)) is not None
        if has_text and why_unreadable(database, number) is None:
            continue
        known = database.row("SELECT 1 FROM origin WHERE article_id = ? AND size >= 0", (number,))
        if known is None:
            continue
        database.run("UPDATE origin SET size = -1 WHERE article_id = ?", (number,))
        database.run("UPDATE item SET digest = '' WHERE article_id = ?", (number,))
        yield f"Article {number} cannot be read; it is, again, when {origin} is added or updated."


def _rebuild_words(database: Database) -> None:
    database.run("INSERT INTO fulltext(fulltext) VALUES ('delete-all')")
    for (number,) in database.rows("SELECT id FROM article ORDER BY id"):
        try:
            article = read_article(database, number)
        except LibraryError:
            continue
        if article is not None:
            fulltext.add(database, number, searched_text(article.text, article.title.value or ""))
    database.run("UPDATE article SET fulltext_version = ?", (fulltext.VERSION,))


def _rebuild_names(database: Database) -> None:
    database.run("INSERT INTO alias_trigram(alias_trigram) VALUES ('delete-all')")
    database.run_many(
        "INSERT INTO alias_trigram(rowid, folded) VALUES (?, ?)",
        [(number, padded(surface)) for number, surface in database.rows("SELECT id, surface FROM alias")],
    )


_REBUILT = {"fulltext": _rebuild_words, "alias_trigram": _rebuild_names}
