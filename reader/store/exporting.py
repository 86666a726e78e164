"""Everything of a library that cannot be made anew, as objects of JSON: articles with their earlier texts, the journal.

What the analysis found, the events and the comparisons are made again from it.
"""

from __future__ import annotations

import sqlite3
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import msgspec

from reader.store.articles import read_article, read_raw
from reader.store.codec import details_of, unpack_details, unpack_raw, unpack_text
from reader.store.database import Database
from reader.store.journal import states

Line = dict[str, Any]

HEADER: Line = {"export": "reader", "version": 1}
"""The first line, by which ``add`` knows it."""


def export_lines(database: Database) -> Iterator[Line]:
    """The lines of an export: the header, articles in the order in which they came, then what the person did."""
    yield HEADER
    for (number,) in database.rows("SELECT id FROM article ORDER BY id"):
        yield {"article": _article(database, number)}
    numbers: dict[int, int] = {}
    changes = database.rows("SELECT id, at, kind, target, before, after, undone, batch FROM change ORDER BY id")
    for place, row in enumerate(changes, 1):
        numbers[row[0]] = place
        yield {
            "change": dict(zip(("at", "kind", "target", "before", "after", "undone", "batch"), row[1:], strict=True))
        }
    held = dict(_standing(database))
    for (kind, target), value in states(database).items():
        yield {"stands": {"kind": kind, "target": target, "value": value, "change": numbers.get(held[kind, target], 0)}}
    for (name,) in database.rows("SELECT DISTINCT name FROM watch_seen ORDER BY name"):
        rows = database.rows(
            "SELECT digest FROM watch_seen JOIN article ON article.id = article_id WHERE name = ? ORDER BY id", (name,)
        )
        yield {"seen": {"watch": name, "articles": [row[0] for row in rows]}}


def _standing(database: Database) -> Iterator[tuple[tuple[str, str], int]]:
    for kind, target, number in database.rows("SELECT kind, target, change_id FROM standing"):
        yield (kind, target), number


def _article(database: Database, number: int) -> Line:
    article, raw = read_article(database, number), read_raw(database, number)
    row = database.row("SELECT added_at, is_changed FROM article WHERE id = ?", (number,))
    if article is None or row is None:
        return {}
    others = database.rows(
        "SELECT origin FROM origin WHERE article_id = ? AND origin <> ? ORDER BY origin", (number, article.origin)
    )
    revisions = database.rows(
        "SELECT digest, replaced_at, text, details, raw FROM revision WHERE article_id = ? ORDER BY id", (number,)
    )
    return {
        "origin": article.origin,
        "other_origins": [other[0] for other in others],
        "title": article.title.value,
        "added": row[0],
        "changed": bool(row[1]),
        "text": article.text,
        "details": msgspec.to_builtins(details_of(article)),
        "raw": None if raw is None else b64encode(raw).decode(),
        "revisions": [_revision(each) for each in revisions],
    }


def _revision(row: sqlite3.Row) -> Line:
    digest, at, text, details, raw = row
    whole = unpack_text(text)
    return {
        "digest": digest,
        "replaced": at,
        "text": whole,
        "details": msgspec.to_builtins(unpack_details(details)),
        "raw": b64encode(unpack_raw(raw, whole)).decode(),
    }
