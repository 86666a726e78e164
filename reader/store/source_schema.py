"""The tables of what is followed; ``store.schema`` makes them after its own, on which they rely."""

from __future__ import annotations

from typing import Final

DDL: Final[tuple[str, ...]] = (
    """
    CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        address TEXT NOT NULL UNIQUE,      -- of a feed, or absolute path of a folder or file
        kind TEXT NOT NULL,
        typed TEXT NOT NULL,               -- the address that the person gave
        title TEXT NOT NULL DEFAULT '',    -- its own
        named TEXT NOT NULL DEFAULT '',    -- the person's name for it
        full_text TEXT NOT NULL DEFAULT 'auto',
        etag TEXT,                         -- as the server wrote it, quotes and all
        modified TEXT,
        body_digest TEXT NOT NULL DEFAULT '', -- of what it answered last
        next_at TEXT NOT NULL DEFAULT '',  -- when it may be fetched unasked
        wait_until TEXT NOT NULL DEFAULT '', -- its server does not want to be asked before
        fetched_at TEXT NOT NULL DEFAULT '',
        failures INTEGER NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT '',
        ended INTEGER NOT NULL DEFAULT 0,
        days INTEGER NOT NULL DEFAULT 0,   -- articles older than that are removed; 0: none
        keep TEXT NOT NULL DEFAULT ''
    )
    """,
    """
    CREATE TABLE source_tag (
        source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (source_id, tag)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE item (                    -- what a source has offered; it stays when its article is removed
        source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
        key TEXT NOT NULL,                 -- the source's own name for it, else its address
        digest TEXT NOT NULL,              -- of what the source said of it
        article_id INTEGER REFERENCES article(id) ON DELETE SET NULL,
        is_whole INTEGER NOT NULL DEFAULT 0, -- its text came from its page
        page TEXT NOT NULL DEFAULT '',     -- address of the page that is still to be fetched
        tries INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (source_id, key)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX item_by_article ON item(article_id)",
    "CREATE INDEX item_without_page ON item(source_id) WHERE page <> ''",
    """
    CREATE TABLE outline (                 -- the person's OPML, to the letter: what is not used is written back
        id INTEGER PRIMARY KEY,
        parent_id INTEGER REFERENCES outline(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        written TEXT NOT NULL,             -- its attributes, or a whole comment
        source_id INTEGER REFERENCES source(id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX outline_by_parent ON outline(parent_id, position)",
    "CREATE INDEX outline_by_source ON outline(source_id)",
    """
    CREATE TABLE sketch (
        hash INTEGER NOT NULL,             -- of a run of words (``store.sketches``)
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        PRIMARY KEY (hash, article_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX sketch_by_article ON sketch(article_id)",
)
"""Every statement that makes them, in order."""
