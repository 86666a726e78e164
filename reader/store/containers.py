"""Inputs that hold several articles: what was read of each, so that an unchanged one is not read again."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Final

from reader.models.library import KnownContainer
from reader.store.database import Database, storable
from reader.store.records import checked, unpacked

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
"""The table of this module."""


def known_container(database: Database, origin: str) -> KnownContainer | None:
    """What was read from this input before, or None."""
    row = database.row("SELECT size, mtime_ns, origins FROM container WHERE origin = ?", (origin,))
    return None if row is None else checked(KnownContainer(row[0], row[1], tuple(unpacked(row[2]))))


def put_container(database: Database, origin: str, size: int, mtime_ns: int, origins: Sequence[str]) -> None:
    """Note what was read from an input."""
    database.run(
        "INSERT OR REPLACE INTO container VALUES (?, ?, ?, ?)",
        (origin, size, mtime_ns, json.dumps([storable(one) for one in origins])),
    )


def with_contents(database: Database, origins: Collection[str]) -> set[str]:
    """These origins, and those of the articles that were read from the containers among them."""
    known = (known_container(database, origin) for origin in origins)
    return set(origins) | {one for container in known if container for one in container.origins}


def forget_containers(database: Database, kept: Collection[str]) -> None:
    """Forget the containers that are not among these origins."""
    gone = [(row[0],) for row in database.rows("SELECT origin FROM container") if row[0] not in kept]
    database.run_many("DELETE FROM container WHERE origin = ?", gone)
