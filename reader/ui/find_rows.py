"""What the finder lists for some letters: entities first, then places in this article, then places in all articles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.errors import GivenUpError
from reader.export.names import outlet_name
from reader.library import Library
from reader.models.listing import ArticleCard, EntityHit, TextHit
from reader.ui.dates import long_day

MOST_ENTITIES = 6
MOST_HERE = 5
MOST_EVERYWHERE = 30
"""Lines of each kind: what a person looks through before typing another letter."""

FIRST_TEXT = 3
"""Letters from which texts are searched; a sign of Chinese says as much as three of these."""

COUNTED_HERE = 500
"""Places counted in this article at most."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between the kinds of finds; it cannot be chosen."""

    text: str


@dataclass(frozen=True, slots=True)
class EntityFind:
    """An entity, and why it matched."""

    hit: EntityHit


@dataclass(frozen=True, slots=True)
class PlaceFind:
    """A place in a text; ``source`` names the article where it is another one."""

    hit: TextHit
    source: str


FindRow = Heading | EntityFind | PlaceFind


@dataclass(frozen=True, slots=True)
class Found:
    """What the person chose, the words it was found by, and whether the list is to be filtered to it."""

    row: EntityFind | PlaceFind
    words: str
    as_filter: bool


def find(library: Library, words: str, article: int | None, is_wanted: Callable[[], bool]) -> tuple[FindRow, ...]:
    """Names from the first letter on, and places from the third.

    Args:
        library: where to look.
        words: what was typed.
        article: the one on the screen.
        is_wanted: whether the answer is still waited for; if it is not, nothing comes, at once.
    """
    if not words.strip():
        return ()
    try:
        with library.while_wanted(is_wanted):
            return _found(library, words, article)
    except GivenUpError:
        return ()


def _found(library: Library, words: str, article: int | None) -> tuple[FindRow, ...]:
    rows: list[FindRow] = []
    entities = library.find_entities(words, MOST_ENTITIES, articles=0)
    if entities:
        rows += [Heading("names"), *(EntityFind(hit) for hit in entities)]
    if words.isascii() and len(words.strip()) < FIRST_TEXT:
        return tuple(rows) or (Heading(f"No name begins so; words from the {FIRST_TEXT}rd letter on."),)
    here = library.search(words, COUNTED_HERE, article=article) if article is not None else ()
    if here:
        rows += [Heading(f"this article · {_places(len(here), COUNTED_HERE)}")]
        rows += [PlaceFind(hit, "") for hit in here[:MOST_HERE]]
    everywhere = [hit for hit in library.search(words, MOST_EVERYWHERE) if hit.article != article]
    if everywhere:
        cards = {card.id: card for card in library.cards(list(dict.fromkeys(hit.article for hit in everywhere)))}
        rows += [Heading(f"{'other' if here else 'all'} articles · {_places(len(everywhere), MOST_EVERYWHERE)}")]
        rows += [PlaceFind(hit, _source(cards.get(hit.article))) for hit in everywhere]
    return tuple(rows) or (Heading(f"Nothing found for “{words.strip()}”."),)


def _places(count: int, limit: int) -> str:
    more = "+" if count >= limit else ""
    return f"{count}{more} place{'' if count == 1 else 's'}"


def _source(card: ArticleCard | None) -> str:
    if card is None:
        return ""
    return f"{outlet_name(card.outlet)} · {long_day(card.published, card.published_status)}"
