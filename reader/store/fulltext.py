"""The full-text index: which articles hold some words. It keeps no text: to remove one, give it as it was indexed."""

from __future__ import annotations

from reader.store.database import Database


def add(database: Database, article_id: int, text: str) -> None:
    """Index a text; inside a transaction."""
    database.run("INSERT INTO fulltext(rowid, text) VALUES (?, ?)", (article_id, text))


def remove(database: Database, article_id: int, text: str) -> None:
    """Forget a text, given as it was indexed; inside a transaction."""
    database.run("INSERT INTO fulltext(fulltext, rowid, text) VALUES ('delete', ?, ?)", (article_id, text))
