"""What articles tell of those they name: how they describe them, what they quote of them and about them."""

from __future__ import annotations

from collections.abc import Iterator

from reader.models.annotations import Annotations, Mention, Quotation
from reader.store.database import Database

LONGEST_WORDS = 120
"""Characters of a description that are kept."""


def put(database: Database, article_id: int, sort_at: str, text: str, annotations: Annotations) -> None:
    """Replace what an article tells of whom; inside a transaction."""
    database.run("DELETE FROM described WHERE article_id = ?", (article_id,))
    database.run("DELETE FROM quoted WHERE article_id = ?", (article_id,))
    named = {mention.start: mention for mention in annotations.mentions if mention.entity is not None}
    database.run_many(
        "INSERT OR IGNORE INTO described(entity_id, sort_at, article_id, start, words) VALUES (?, ?, ?, ?, ?)",
        [
            (named[each.name].entity, sort_at, article_id, each.name, _words(text, each.start, each.end))
            for each in annotations.described
            if each.name in named
        ],
    )
    database.run_many(
        """
        INSERT OR IGNORE INTO quoted(entity_id, is_about, sort_at, article_id, start, finish)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
            (entity, is_about, sort_at, article_id, quote.start, quote.end)
            for quote in annotations.quotes
            for entity, is_about in sorted(_concerned(text, list(named.values()), quote))
        ],
    )


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())[:LONGEST_WORDS]


def _concerned(text: str, named: list[Mention], quote: Quotation) -> set[tuple[int, int]]:
    """Whom a quotation is by, and whom about: (entity, 0 or 1)."""
    return {(entity, 0) for entity in _speakers(text, named, quote)} | {
        (mention.entity, 1)
        for mention in named
        if mention.entity is not None and quote.start <= mention.start < quote.end
    }


def _speakers(text: str, named: list[Mention], quote: Quotation) -> Iterator[int]:
    """The entity that the article names by the speaker's name."""
    if quote.speaker:
        for mention in named:
            if mention.entity is not None and text[mention.start : mention.end] == quote.speaker:
                yield mention.entity
                return
