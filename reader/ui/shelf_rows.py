"""What stands on the shelves: everything, unread, starred, noted, the sources by tag, and the watches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.library import Library
from reader.models.keeping import Watch
from reader.models.sources import SourceCard


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A shelf, or a heading.

    Attributes:
        query: what the list is filtered by; None for a heading.
        unread: how many unread articles it has.
        new: of a watch, how many have come since the person last looked.
        watch: which it is.
        indent: cells, below a tag.
    """

    label: str
    query: str | None = None
    unread: int = 0
    new: int = 0
    watch: Watch | None = None
    indent: int = 0
    trouble: bool = False


def shelf_rows(library: Library) -> tuple[ShelfRow, ...]:
    """Every shelf, from top to bottom."""
    unread = library.counts().unread
    watches = library.watches()
    return (
        ShelfRow("All", "", unread),
        ShelfRow("Unread", "is:unread", unread),
        ShelfRow("Starred", "is:starred", len(library.unread("is:starred"))),
        *_sources(library.sources()),
        *((ShelfRow("Watches"),) if watches else ()),
        *(ShelfRow(watch.name, watch.query, watch.unread, watch.new, watch) for watch in watches),
    )


def _sources(cards: Sequence[SourceCard]) -> Iterator[ShelfRow]:
    tags = sorted({tag for card in cards for tag in card.source.tags}, key=str.casefold)
    if cards:
        yield ShelfRow("Sources")
    for tag in tags:
        tagged = [card for card in cards if tag in card.source.tags]
        yield ShelfRow(tag, f'tag:"{tag.replace(chr(34), " ")}"', sum(card.unread for card in tagged))
        yield from (_source(card, 2) for card in tagged)
    yield from (_source(card, 0) for card in cards if not card.source.tags)


def _source(card: SourceCard, indent: int) -> ShelfRow:
    source = card.source
    return ShelfRow(
        source.name, f"source:{source.id}", card.unread, indent=indent, trouble=bool(source.error or source.ended)
    )
