"""Whether a library is whole: its pages, its references, its counters, and every article that was promised."""

from __future__ import annotations

from collections.abc import Collection

from reader.errors import LibraryError
from reader.store.articles import read_article, read_raw
from reader.store.database import Database
from reader.store.opening import is_read_only

SHOWN = 20
"""Problems of one sort that are told one by one."""

INDEXES = {"fulltext": "words", "alias_trigram": "names"}
"""The full-text indexes, and what stands in them."""

_COUNTED = (
    ("articles", "SELECT count(*) FROM article"),
    ("analysed", "SELECT count(*) FROM article WHERE is_current = 1"),
    ("unread", "SELECT count(*) FROM article WHERE is_read = 0"),
    ("events", "SELECT count(*) FROM event"),
    ("stories", "SELECT count(*) FROM story"),
)


def problems(database: Database, ids: Collection[int]) -> tuple[str, ...]:
    """What is wrong, one sentence each; every one of ``ids`` must be there and readable."""
    found: list[str] = []
    try:
        found += [f"Damaged: {row[0]}." for row in database.rows(f"PRAGMA integrity_check({SHOWN})") if row[0] != "ok"]
        found += [
            f"A row of {table} refers to a {parent} that is missing."
            for table, _, parent, _ in database.rows("PRAGMA foreign_key_check")[:SHOWN]
        ]
        found += _damaged_indexes(database)
        found += _wrong_counts(database)
        found += [f"Event {row[0]} has no article." for row in database.rows(
            "SELECT id FROM event WHERE NOT EXISTS (SELECT 1 FROM article WHERE event_id = event.id) LIMIT ?", (SHOWN,)
        )]  # fmt: skip
        found += [f"Article {row[0]} has no text." for row in database.rows(
            "SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM body WHERE article_id = article.id) LIMIT ?",
            (SHOWN,),
        )]  # fmt: skip
        every = [row[0] for row in database.rows("SELECT id FROM article ORDER BY id")]
    except LibraryError as error:
        return (*found, str(error))
    unreadable = [sentence for each in every if (sentence := _unreadable(database, each))]
    missing = [f"Article {each} is not in the library." for each in dict.fromkeys(ids) if each not in set(every)]
    return (*found, *unreadable[:SHOWN], *missing)


def _damaged_indexes(database: Database) -> list[str]:
    """The indexes of words and spellings that are damaged; SQLite looks at them only where it may write."""
    found = []
    for index, holds in INDEXES.items():
        try:
            database.run(f"INSERT INTO {index}({index}) VALUES ('integrity-check')")
        except LibraryError as error:
            if not is_read_only(error):
                found.append(f"The index of {holds} is damaged.")
    return found


def _wrong_counts(database: Database) -> list[str]:
    kept = {row[0]: row[1] for row in database.rows("SELECT name, value FROM tally")}
    counted = {name: database.number(sql) for name, sql in _COUNTED}
    return [
        f"The counter of {name} says {kept.get(name)}, but there are {number}."
        for name, number in counted.items()
        if kept.get(name) != number
    ]


def _unreadable(database: Database, article_id: int) -> str | None:
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
