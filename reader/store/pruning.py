"""Which articles are older than a limit allows."""

from __future__ import annotations

from collections.abc import Collection

from reader.models.sources import Kept
from reader.store.database import Database

_KEPT = {Kept.STARRED: "is_starred = 0", Kept.UNREAD: "is_read = 1"}


def old_articles(
    database: Database, before: str, keep: Collection[Kept], sources: Collection[int] = ()
) -> tuple[tuple[int, str], ...]:
    """``(id, origin)`` of the articles before a moment, oldest first: none that is to be kept.

    Args:
        database: the library.
        before: UTC moment.
        keep: what stays however old it is.
        sources: ids; only articles that these have offered, and no other source has. Without any, all articles.
    """
    conditions = ["sort_at < ?", *(_KEPT[each] for each in keep)]
    values: list[str | int] = [before]
    if sources:
        holes = ", ".join("?" * len(sources))
        conditions.append(f"id IN (SELECT article_id FROM item WHERE source_id IN ({holes}))")
        conditions.append(
            f"NOT EXISTS (SELECT 1 FROM item WHERE article_id = article.id AND source_id NOT IN ({holes}))"
        )
        values += [*sources, *sources]
    rows = database.rows(f"SELECT id, origin FROM article WHERE {' AND '.join(conditions)} ORDER BY sort_at", values)
    return tuple((row[0], row[1]) for row in rows)
