"""The tables that the grouping of articles keeps; ``store.schema`` makes them after its own, on which they rely."""

from __future__ import annotations

from typing import Final

DDL: Final[tuple[str, ...]] = (
    """
    CREATE TABLE term_vector (
        article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
        day INTEGER,                       -- stated day of publication, as an ordinal
        is_linked INTEGER NOT NULL,        -- 0: its edges, or its event, are still to be found
        terms BLOB NOT NULL,
        outlet TEXT NOT NULL DEFAULT '',   -- in lower case; '' if unknown
        days TEXT NOT NULL DEFAULT '',     -- the days that its opening names, as ordinals with a blank between
        words TEXT NOT NULL DEFAULT ''     -- its heaviest words and pairs of words, heaviest first, a line each
    )
    """,
    "CREATE INDEX term_vector_unlinked ON term_vector(article_id) WHERE is_linked = 0",
    """
    CREATE TABLE key_term (                -- where the heaviest terms of articles stand
        term INTEGER NOT NULL,
        week INTEGER NOT NULL,             -- of the stated day; -1 without one
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        PRIMARY KEY (term, week, article_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX key_term_by_article ON key_term(article_id)",
    """
    CREATE TABLE edge (                    -- how alike two articles are; first_id < second_id
        first_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        second_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        cosine REAL NOT NULL,
        score REAL NOT NULL DEFAULT 0,     -- the cosine weighed with days and outlets
        PRIMARY KEY (first_id, second_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX edge_by_second ON edge(second_id, first_id)",
    """
    CREATE TABLE ubiquity (                -- one row: the terms that the library is full of
        id INTEGER PRIMARY KEY CHECK (id = 1),
        articles INTEGER NOT NULL,         -- how many articles it had when they were counted
        terms BLOB NOT NULL
    )
    """,
)
"""Every statement that makes them, in order. Foreign keys: the article is stored first, and takes them with it."""
