"""The table of what this machine and others have said last, by which it is known what is new."""

from __future__ import annotations

from typing import Final

DDL: Final[tuple[str, ...]] = (
    """
    CREATE TABLE synced (
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        value TEXT NOT NULL,               -- what stood here when the folder was last looked at
        heads TEXT NOT NULL,               -- stamps and machines of the latest words known then, as JSON
        knew TEXT,                         -- of a word of this machine: what it knew of; NULL if another's holds
        PRIMARY KEY (kind, target)
    ) WITHOUT ROWID
    """,
)
"""Every statement that makes it."""
