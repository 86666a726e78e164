"""Which earlier article of an outlet a text is a new version of, when it comes under another address.

A sketch is the least of the hashes of a text's three-word runs, four times over: texts that share nine of ten runs
share one of the four numbers with near certainty (Broder 1997), and only those are compared in full.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from zlib import crc32

from reader.models.article import Article, Status
from reader.store.codec import unpack_text
from reader.store.database import Database

ALIKE = 0.8
"""Share of common runs from which texts are versions of one: a changed figure costs three runs, a new paragraph of
sixty words in a report of three hundred a fifth; reports made by a template on one day share about half."""

FEWEST = 40
"""Runs below which a text is too short to say."""

MOST = 20
"""Articles compared in full."""

_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
_MASK = (1 << 32) - 1
_WORD = re.compile(r"\w+")


def earlier_version(database: Database, article: Article) -> int | None:
    """The article that this one is a new version of: of the same outlet and day, and nearly the same text; or None.

    Only what was fetched is looked at: two files are two articles, because the person keeps them as such.
    """
    day = (article.published.value or "")[:10]
    outlet = article.outlet.value
    is_fetched = article.origin.startswith(("http://", "https://"))
    if not is_fetched or not outlet or len(day) < 10 or article.published.status is not Status.STATED:
        return None
    runs = _runs(article.text)
    if len(runs) < FEWEST:
        return None
    sketch = _sketch(runs)
    rows = database.rows(
        f"""
        SELECT DISTINCT article.id, text
        FROM sketch JOIN article ON article.id = sketch.article_id JOIN body ON body.article_id = article.id
        WHERE hash IN ({", ".join("?" * len(sketch))}) AND outlet = ? AND substr(published, 1, 10) = ?
        ORDER BY article.id DESC LIMIT {MOST}
        """,
        (*sketch, outlet, day),
    )
    shares = [(_share(runs, _runs(unpack_text(text))), number) for number, text in rows]
    share, number = max(shares, default=(0.0, 0))
    return int(number) if share >= ALIKE else None


def put_sketch(database: Database, article_id: int, article: Article) -> None:
    """Keep the sketch of an article, if it was fetched."""
    if not article.origin.startswith(("http://", "https://")):
        return
    database.run("DELETE FROM sketch WHERE article_id = ?", (article_id,))
    runs = _runs(article.text)
    if len(runs) >= FEWEST:
        database.run_many("INSERT INTO sketch VALUES (?, ?)", [(each, article_id) for each in set(_sketch(runs))])


def _runs(text: str) -> frozenset[int]:
    words = [crc32(word.encode("utf-8", "surrogatepass")) for word in _WORD.findall(text.lower())]
    return frozenset(
        (first * 0x01000193 ^ second * 0x0019660D ^ third * 0x41C64E6D) & _MASK
        for first, second, third in zip(words, words[1:], words[2:], strict=False)
    )


def _sketch(runs: Collection[int]) -> tuple[int, ...]:
    return tuple(min(run * factor & _MASK for run in runs) for factor in _FACTORS)


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(1, len(one | other))
