"""The full-text index: which articles hold some words. It keeps no text: to remove one, give it as it was indexed."""

from __future__ import annotations

from typing import Final

from reader.store.database import Database
from reader.store.folding import spelled

VERSION: Final = 1
"""How texts are indexed: 0 as they are, 1 as they are spelled with the letters of every keyboard."""


def add(database: Database, article_id: int, text: str) -> None:
    """Index a text of an article that is in no index; inside a transaction."""
    database.run_last("INSERT INTO fulltext(rowid, text) VALUES (?, ?)", (article_id, spelled(text)))


def remove(database: Database, article_id: int, text: str) -> None:
    """Forget a text, given as it was indexed; inside a transaction."""
    indexed = text if _is_old(database, article_id) else spelled(text)
    database.run_last("INSERT INTO fulltext(fulltext, rowid, text) VALUES ('delete', ?, ?)", (article_id, indexed))
    database.run("UPDATE article SET fulltext_version = ? WHERE id = ?", (VERSION, article_id))


def renew(database: Database, article_id: int, text: str) -> None:
    """Index a text again if that was done by an older version; inside a transaction."""
    if _is_old(database, article_id):
        remove(database, article_id, text)
        add(database, article_id, text)


def _is_old(database: Database, article_id: int) -> bool:
    row = database.row("SELECT fulltext_version FROM article WHERE id = ?", (article_id,))
    return row is not None and row[0] < VERSION
