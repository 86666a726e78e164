"""Whether a library is whole: its pages, its references, its counters, and every article that was promised."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from reader.errors import LibraryError
from reader.store.analysis import read_annotations
from reader.store.articles import read_article, read_raw
from reader.store.checks import CHECKS
from reader.store.codec import unpack_comparison
from reader.store.database import Database
from reader.store.opening import is_read_only

SHOWN = 20
"""Problems of one sort that are told one by one."""

INDEXES = {"fulltext": "words", "alias_trigram": "names"}
"""The full-text indexes, and what stands in them."""


def problems(database: Database, ids: Collection[int]) -> tuple[str, ...]:
    """What is wrong, one sentence each; every one of ``ids`` must be there and readable."""
    found: list[str] = []
    try:
        found += [f"Damaged: {each}." for each in damaged_pages(database)]
        found += [
            f"A row of {table} refers to a {parent} that is missing."
            for table, _, parent, _ in database.rows("PRAGMA foreign_key_check")[:SHOWN]
        ]
        found += [f"The index of {INDEXES[index]} is damaged." for index in damaged_indexes(database)]
        for check in CHECKS:
            found += check.found(database, SHOWN)
        found += [f"Article {row[0]} has no text." for row in database.rows(
            "SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM body WHERE article_id = article.id) LIMIT ?",
            (SHOWN,),
        )]  # fmt: skip
        every = [row[0] for row in database.rows("SELECT id FROM article ORDER BY id")]
        found += [f"The analysis of article {each} cannot be read." for each in unreadable_analyses(database)][:SHOWN]
        found += ["A comparison cannot be read." for _ in unreadable_comparisons(database)][:SHOWN]
    except LibraryError as error:
        return (*found, str(error))
    unreadable = [sentence for each in every if (sentence := why_unreadable(database, each))]
    missing = [f"Article {each} is not in the library." for each in dict.fromkeys(ids) if each not in set(every)]
    return (*found, *unreadable[:SHOWN], *missing)


def damaged_pages(database: Database) -> list[str]:
    """What SQLite finds wrong with the file itself."""
    return [str(row[0]) for row in database.rows(f"PRAGMA integrity_check({SHOWN})") if row[0] != "ok"]


def damaged_indexes(database: Database) -> list[str]:
    """The indexes of words and spellings that are damaged; SQLite looks at them only where it may write."""
    found = []
    for index in INDEXES:
        try:
            database.run(f"INSERT INTO {index}({index}) VALUES ('integrity-check')")
        except LibraryError as error:
            if not is_read_only(error):
                found.append(index)
    return found


def why_unreadable(database: Database, article_id: int) -> str | None:
    """Why an article cannot be read, or that its text is not the one that was stored; None if all is well."""
    try:
        article = read_article(database, article_id)
        read_raw(database, article_id)
    except LibraryError as error:
        return f"Article {article_id}: {error}"
    row = database.row("SELECT digest FROM article WHERE id = ?", (article_id,))
    if article is not None and row is not None and article.digest != row[0]:
        return f"Article {article_id} is not the text that was stored."
    return None


def unreadable_analyses(database: Database) -> Iterator[int]:
    """The ids of the articles whose annotations are damaged."""
    for (number,) in database.rows("SELECT article_id FROM annotation"):
        if not _can(lambda number=number: read_annotations(database, number)):  # type: ignore[misc]
            yield number


def unreadable_comparisons(database: Database) -> Iterator[str]:
    """The keys of the comparisons that are damaged."""
    for (key,) in database.rows("SELECT key FROM comparison"):
        row = database.row("SELECT blob FROM comparison WHERE key = ?", (key,))
        if row is not None and not _can(lambda blob=row[0]: unpack_comparison(blob)):  # type: ignore[misc]
            yield key


def _can(read: Callable[[], object]) -> bool:
    try:
        read()
    except LibraryError:
        return False
    return True
