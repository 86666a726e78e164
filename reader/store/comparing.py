"""What a comparison is kept under: the texts that it compares."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b

from reader.store.database import Database


def comparison_key(database: Database, article_ids: Collection[int]) -> str:
    """The name of the comparison of these articles in their present texts: 32 hexadecimal digits."""
    parts = []
    for article in sorted(set(article_ids)):
        row = database.row("SELECT digest FROM article WHERE id = ?", (article,))
        parts.append(f"{article}:{row[0] if row else ''}")
    return blake2b(" ".join(parts).encode(), digest_size=16).hexdigest()
