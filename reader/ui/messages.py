"""What widgets tell their screen, and screens the app: events go up, state goes down."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from reader.ui.find_rows import Found


@dataclass
class ArticleChosen(Message):
    """The cursor of the list stands on another article; ``opened`` if the person asked to go into it."""

    article: int
    opened: bool


@dataclass
class CardsWanted(Message):
    """The list needs these cards to paint what is in view or near it."""

    articles: tuple[int, ...]
    events: tuple[int, ...]


@dataclass
class PagesWanted(Message):
    """The list shows entries that are not known yet: the pages that begin at these numbers."""

    starts: tuple[int, ...]


@dataclass
class SentenceChosen(Message):
    """The sentence cursor stands on another sentence, as (start, end) of the article's text."""

    start: int
    end: int


@dataclass
class RowWanted(Message):
    """The person wants to see what the other sources do with this sentence, (start, end) of the article's text."""

    article: int
    start: int
    end: int


@dataclass
class InView(Message):
    """These articles are on the screen, the one that is open first: what is not analysed yet is wanted now."""

    articles: tuple[int, ...]


@dataclass
class EntityWanted(Message):
    """The person wants to know who an entity is."""

    entity: int


@dataclass
class EntityListed(Message):
    """The person wants the articles about an entity."""

    entity: int
    name: str


@dataclass
class EntityPicked(Message):
    """The person wants only this entity highlighted; None for all as before."""

    entity: int | None


@dataclass
class QueryEntered(Message):
    """A filter query was entered; empty for no filter."""

    query: str


@dataclass
class ComparisonWanted(Message):
    """The person wants a comparison: of an event, or of articles; from a sentence of an article if one is given."""

    event: int | None
    articles: tuple[int, ...]
    title: str
    sentence: tuple[int, int, int] | None = None


@dataclass
class ReadingWanted(Message):
    """The person wants to see a sentence of a comparison in its article."""

    article: int
    start: int
    end: int


@dataclass
class SourceWanted(Message):
    """The comparison is to be left for a sentence of an article; ``Esc`` there comes back to it."""

    article: int
    start: int
    end: int


@dataclass
class FindChosen(Message):
    """What is under the cursor of the finder was clicked."""


@dataclass
class RowReached(Message):
    """The cursor of a comparison stands on another row, or column."""

    key: str


@dataclass
class RunWanted(Message):
    """The person wants to unfold what one source says alone; ``key`` of its first row."""

    key: str


@dataclass
class ViewWanted(Message):
    """The person has clicked the name of a view of the comparison."""

    number: int


@dataclass
class MentionWanted(Message):
    """The person wants to see a place in the article: an offset of its text."""

    offset: int


@dataclass
class FoundFromHere(Message):
    """Something was chosen in a finder that was opened over the comparison: it is shown among the articles."""

    found: Found
