"""What widgets tell their screen, and screens the app: events go up, state goes down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.ui.find_rows import Found
    from reader.ui.shelf_rows import ShelfRow


@dataclass(eq=False, repr=False)
class ArticleChosen(Message):
    """The cursor of the list stands on another article; ``opened`` if the person asked to go into it."""

    article: int
    opened: bool


@dataclass(eq=False, repr=False)
class CardsWanted(Message):
    """The list needs these cards to paint what is in view or near it."""

    articles: tuple[int, ...]
    events: tuple[int, ...]


@dataclass(eq=False, repr=False)
class PagesWanted(Message):
    """The list shows entries that are not known yet: the pages that begin at these numbers."""

    starts: tuple[int, ...]


@dataclass(eq=False, repr=False)
class SentenceChosen(Message):
    """The sentence cursor stands on another sentence, as (start, end) of the article's text."""

    start: int
    end: int


@dataclass(eq=False, repr=False)
class RowWanted(Message):
    """The person wants to see what the other sources do with this sentence, (start, end) of the article's text."""

    article: int
    start: int
    end: int


@dataclass(eq=False, repr=False)
class InView(Message):
    """These articles are on the screen, the one that is open first: what is not analysed yet is wanted now."""

    articles: tuple[int, ...]


@dataclass(eq=False, repr=False)
class EntityWanted(Message):
    """The person wants to know who an entity is."""

    entity: int


@dataclass(eq=False, repr=False)
class EntityListed(Message):
    """The person wants the articles about an entity."""

    entity: int
    name: str


@dataclass(eq=False, repr=False)
class EntityPicked(Message):
    """The person wants only this entity highlighted; None for all as before."""

    entity: int | None


@dataclass(eq=False, repr=False)
class QueryEntered(Message):
    """A filter query was entered; empty for no filter."""

    query: str


@dataclass(eq=False, repr=False)
class ShelfChosen(Message):
    """The cursor stands on another shelf; ``opened`` if the person asked to go into its list."""

    row: ShelfRow
    opened: bool


@dataclass(eq=False, repr=False)
class ComparisonWanted(Message):
    """The person wants a comparison: of an event, or of articles; from a sentence of an article if one is given."""

    event: int | None
    articles: tuple[int, ...]
    title: str
    sentence: tuple[int, int, int] | None = None


@dataclass(eq=False, repr=False)
class ReadingWanted(Message):
    """The person wants to see a sentence of a comparison in its article."""

    article: int
    start: int
    end: int


@dataclass(eq=False, repr=False)
class SourceWanted(Message):
    """The comparison is to be left for a sentence of an article; ``Esc`` there comes back to it."""

    article: int
    start: int
    end: int


@dataclass(eq=False, repr=False)
class FindChosen(Message):
    """What is under the cursor of the finder was clicked."""


@dataclass(eq=False, repr=False)
class RowReached(Message):
    """The cursor of a comparison stands on another row, or column."""

    key: str


@dataclass(eq=False, repr=False)
class RunWanted(Message):
    """The person wants to unfold what one source says alone; ``key`` of its first row."""

    key: str


@dataclass(eq=False, repr=False)
class ViewWanted(Message):
    """The person has clicked the name of a view of the comparison."""

    number: int


@dataclass(eq=False, repr=False)
class MentionWanted(Message):
    """The person wants to see a place in the article: an offset of its text."""

    offset: int


@dataclass(eq=False, repr=False)
class FoundFromHere(Message):
    """Something was chosen in a finder that was opened over the comparison: it is shown among the articles."""

    found: Found
