"""Articles and events that a version of the analysis or the comparison breaks on: set aside, told, tried by the next.

So no fault of one of them keeps the worker from all others, or is met again with every start. A fault goes as soon as
what it is about changes, is analysed or compared, or a newer version runs.
"""

from __future__ import annotations

from reader.models.annotations import Annotations
from reader.models.library import Fault, FaultKind
from reader.store.database import Database
from reader.store.grouping import GroupingTables
from reader.store.news import NewsKind, tell
from reader.store.records import checked, member


def set_article_aside(database: Database, article_id: int, version: int, reason: str) -> None:
    """Count an article as analysed with nothing found, in an event as it stands, until a newer version runs."""
    with database.transaction():
        GroupingTables(database).forget(article_id)
        from reader.store.analysis import put_annotations  # noqa: PLC0415 (heavy: only when it is needed)

        put_annotations(database, article_id, Annotations(version, (), (), (), (), ()))
        _put(database, FaultKind.ARTICLE, article_id, version, reason)


def set_event_aside(database: Database, event_id: int, version: int, reason: str) -> None:
    """Compare an event no more until its articles change or a newer version runs."""
    with database.transaction():
        _put(database, FaultKind.EVENT, event_id, version, reason)
        tell(database, NewsKind.EVENT, (event_id,))


def _put(database: Database, kind: FaultKind, number: int, version: int, reason: str) -> None:
    database.run("INSERT OR REPLACE INTO fault VALUES (?, ?, ?, ?)", (kind, number, version, reason))


def faults(database: Database) -> tuple[Fault, ...]:
    """What is set aside at present."""
    rows = database.rows("SELECT kind, id, reason FROM fault ORDER BY kind, id")
    return tuple(checked(Fault(member(FaultKind, kind), number, reason)) for kind, number, reason in rows)
