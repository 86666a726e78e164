"""A library of very many articles that nobody has analysed, made in seconds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.library import Library

START = 2_000_000_000
"""Ids of events, apart from those of articles."""


def big_library(path: Path, size: int) -> Path:
    """Write a library of ``size`` articles, each an event of its own; their texts are short."""
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        columns = {row[1]: row for row in connection.execute("PRAGMA table_info(article)")}
        connection.execute("PRAGMA foreign_keys = OFF")
        print(sorted(columns))
    return path
