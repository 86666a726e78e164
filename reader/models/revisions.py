"""What changed in an article between two looks at it, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words in a row, and what became of them."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that is there before, after, or in both; its words in order, removed ones before those added."""

    words: tuple[Words, ...]

    @property
    def is_changed(self) -> bool:
        """Whether any of its words are not kept."""
        return any(each.fate is not Fate.KEPT for each in self.words)


@dataclass(frozen=True, slots=True)
class Version:
    """One text that an article has had.

    Attributes:
        title: as it was then.
        text: its story, a paragraph a line.
        replaced_at: UTC moment at which the next one took its place; "" for the present one.
    """

    title: str
    text: str
    replaced_at: str
    digest: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A step from one version to the next.

    Attributes:
        at: UTC moment at which the later one was read.
        title: the words of the headline.
        paragraphs: every paragraph of the story.
        removed: number of words removed, the headline's too.
        added: number of words added.
    """

    at: str
    title: Paragraph
    paragraphs: tuple[Paragraph, ...]
    removed: int
    added: int
