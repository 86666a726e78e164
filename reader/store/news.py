"""What changed in a library, in the order in which it did, so that a front end can follow the worker."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from reader.models.library import News
from reader.store.database import Database
from reader.store.records import checked, member

KEPT = 5000
"""News kept. A front end asks several times a second, and a page of the list is 500 rows; whoever misses more than
this reads everything again."""

_PRUNE_EVERY = 256
"""Old news are removed once in so many: a removal costs about as much as an insertion."""


class NewsKind(StrEnum):
    """What the id of a piece of news is the id of."""

    ARTICLE = "article"
    EVENT = "event"
    COMPARISON = "comparison"
    JOB = "job"
    SOURCE = "source"


def tell(database: Database, kind: NewsKind, ids: Iterable[int]) -> None:
    """Note that these have changed; inside the transaction that changes them."""
    for changed in ids:
        seq = database.run("INSERT INTO news(kind, id) VALUES (?, ?)", (kind, changed))
        if seq % _PRUNE_EVERY == 0:
            database.run("DELETE FROM news WHERE seq <= ?", (seq - KEPT,))


def latest(database: Database) -> int:
    """The ``seq`` of the newest piece of news; 0 if there never was one."""
    return database.number("SELECT seq FROM sqlite_sequence WHERE name = 'news'")


def since(database: Database, after: int) -> News:
    """What changed after ``after``."""
    database.check_place()
    rows = database.rows("SELECT seq, kind, id FROM news WHERE seq > ? ORDER BY seq", (after,))
    if not rows:
        return News(max(after, latest(database)))
    found: dict[NewsKind, dict[int, None]] = {kind: {} for kind in NewsKind}
    for _, kind, changed in rows:
        found[member(NewsKind, kind)][changed] = None
    return checked(
        News(
            seq=rows[-1][0],
            articles=tuple(found[NewsKind.ARTICLE]),
            events=tuple(found[NewsKind.EVENT]),
            comparisons=tuple(found[NewsKind.COMPARISON]),
            jobs=tuple(found[NewsKind.JOB]),
            sources=tuple(found[NewsKind.SOURCE]),
            complete=rows[0][0] == after + 1,
        )
    )
