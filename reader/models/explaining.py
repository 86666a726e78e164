"""Why articles are one event, and others are not on it: what a person looks at before putting it right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TieKind(StrEnum):
    """What several articles of an event have in common."""

    WORD = "word"
    NAME = "name"
    DAY = "day"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Tie:
    """Something that ties articles of an event.

    Attributes:
        text: a word or pair of words, a name, an ISO date, a figure as written.
        articles: ids of the articles that have it, two at least.
    """

    kind: TieKind
    text: str
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NearEvent:
    """An event that is near and another one all the same.

    Attributes:
        likeness: 0 to 1, of the two articles that are most alike in their words.
        reasons: what kept it apart, in a few words each.
    """

    event: int
    title: str
    day: str | None
    likeness: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """What ties an event's articles, the strongest first of each kind, and the nearest other events.

    Attributes:
        articles: ids of its articles, newest first.
        by_hand: whether a person has joined some of them.
    """

    event: int
    title: str
    articles: tuple[int, ...]
    ties: tuple[Tie, ...]
    near: tuple[NearEvent, ...]
    by_hand: bool


@dataclass(frozen=True, slots=True)
class ThreadEvent:
    """An event of a story, with what no earlier event of it has.

    Attributes:
        articles: ids, newest first.
        names: new names, the most mentioned first.
        figures: new figures as written, with what they count.
        unread: how many of its articles were not read.
    """

    event: int
    title: str
    day: str | None
    articles: tuple[int, ...]
    names: tuple[str, ...]
    figures: tuple[str, ...]
    unread: int
