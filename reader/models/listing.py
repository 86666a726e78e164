"""What the front ends read of a library: cards for lists, hits for searches, counters and progress."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.models.kinds import Kind, Status


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """One article in a list.

    Attributes:
        published: ISO date or datetime; None if unknown.
        sort_at: what lists are ordered by, newest first: published, else inferred, else added; ISO datetime.
        event: id of its event (every article has one).
        words: number of words of its story lines.
        analysed: whether its analysis is stored.
        changed: whether its outlet has revised it since the person looked at it.
    """

    id: int
    title: str
    title_status: Status
    outlet: str | None
    published: str | None
    published_status: Status
    sort_at: str
    event: int
    story: int | None
    words: int
    origin: str
    read: bool
    starred: bool
    analysed: bool
    changed: bool = False


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event in a list.

    Attributes:
        day: ISO date on which it happened, as far as known.
        articles: ids of its articles, those that came after it had been read first, then newest first.
        outlets: the outlets known, in the same order, each once.
        conflicts: number of sure differences of its stored comparison that are not dismissed.
        doubts: number of likely ones.
        unread: number of its articles that are unread.
        copies: ids of articles that are near-copies of another one of the event.
        late: ids of articles that came into it after one of it had been read.
        new: those of them that are unread.
    """

    id: int
    title: str
    day: str | None
    sort_at: str
    articles: tuple[int, ...]
    outlets: tuple[str, ...]
    story: int | None
    conflicts: int
    unread: int
    copies: tuple[int, ...] = ()
    doubts: int = 0
    late: tuple[int, ...] = ()
    new: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A set of related events; ``title`` is that of its newest event."""

    id: int
    title: str
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EntityHit:
    """An entity found by name.

    Attributes:
        why: how the name matched, fit to be shown: "name", "also “Aliev”", "one letter off “Aliyev”".
        mentions: number of mentions in the library.
        articles: ids of the articles that mention it, newest first, as many as were asked for.
        in_articles: number of the articles that mention it.
    """

    id: int
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    mentions: int
    articles: tuple[int, ...]
    why: str
    in_articles: int


@dataclass(frozen=True, slots=True)
class TextHit:
    """A place where a searched text stands: ``start`` and ``end`` in the article, and the words around it.

    Attributes:
        snippet: one line of text around the place.
        mark: where the hit stands inside ``snippet``, as (start, end).
    """

    article: int
    start: int
    end: int
    snippet: str
    mark: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counts:
    """The size of a library.

    Attributes:
        analysed: how many of the articles are analysed: the progress of the analysis.
        events: every event, also those of one source.
    """

    articles: int
    analysed: int
    events: int
    stories: int
    unread: int


class AddStatus(StrEnum):
    """What became of one input."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What became of one input: an article's id and origin, and why it was skipped or failed (one clear sentence)."""

    status: AddStatus
    id: int | None
    origin: str
    reason: str | None = None
