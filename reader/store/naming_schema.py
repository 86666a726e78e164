"""The tables that putting names right needs; ``store.schema`` makes them after its own, on which they rely."""

from __future__ import annotations

from typing import Final

DDL: Final[tuple[str, ...]] = (
    """
    CREATE TABLE unresolved (              -- articles whose names are to be resolved anew: a person has said something
        article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE reread (                  -- names that a person's word has taken out of articles, or made another kind
        name TEXT NOT NULL,                -- folded (``store.naming``)
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        PRIMARY KEY (name, article_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX reread_by_article ON reread(article_id)",
)
"""Every statement that makes them, in order."""
