"""What a person keeps: watches, which are queries under a name, and notes, which stand at words of an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Watch:
    """A query under a name.

    Attributes:
        articles: how many match it.
        unread: how many of them are unread.
        new: how many have come since the person last looked.
    """

    name: str
    query: str
    articles: int = 0
    unread: int = 0
    new: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Words of an article that a person has marked, and what they say of them.

    Attributes:
        target: of its line of the journal: the digest of the text, and the place that was marked in it.
        article: its id.
        start, end: where the words stand in the text as it is now; an empty range at 0 if they are there no more.
        quote: the words that were marked, with single blanks.
        text: the person's line; "" for a mark alone.
        at: UTC moment at which it was written.
    """

    target: str
    article: int
    start: int
    end: int
    quote: str
    text: str
    at: str

    @property
    def is_found(self) -> bool:
        """Whether the words, or such as are near to them, stand in the article still."""
        return self.end > self.start
