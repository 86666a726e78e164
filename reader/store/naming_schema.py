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
    """
    CREATE TABLE described (               -- how articles describe whom they name; newest at the end of a stretch
        entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
        sort_at TEXT NOT NULL,
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        start INTEGER NOT NULL,            -- of the name in the text
        words TEXT NOT NULL,
        PRIMARY KEY (entity_id, sort_at, article_id, start, words)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX described_by_article ON described(article_id)",
    """
    CREATE TABLE quoted (                  -- quotations of whom articles name, and about them
        entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
        is_about INTEGER NOT NULL,         -- 0: it is the one who speaks
        sort_at TEXT NOT NULL,
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        finish INTEGER NOT NULL,
        PRIMARY KEY (entity_id, is_about, sort_at, article_id, start)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX quoted_by_article ON quoted(article_id)",
)
"""Every statement that makes them, in order."""
