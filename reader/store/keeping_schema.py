"""The table of what a person was shown of their watches."""

from __future__ import annotations

from typing import Final

DDL: Final[tuple[str, ...]] = (
    """
    CREATE TABLE watch_seen (
        name TEXT NOT NULL,                -- of the watch
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        PRIMARY KEY (name, article_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX watch_seen_by_article ON watch_seen(article_id)",
)
"""Every statement that makes it."""
