"""The table of inputs that hold several articles (mailboxes, JSON Lines): part of the library's schema."""

from __future__ import annotations

from typing import Final

DDL: Final[tuple[str, ...]] = (
    """
    CREATE TABLE container (
        origin TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        origins TEXT NOT NULL              -- of the articles that it held, as a JSON list
    ) WITHOUT ROWID
    """,
)
