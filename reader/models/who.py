"""What a library knows of one entity: the entity page."""

from __future__ import annotations

from dataclasses import dataclass

from reader.models.entities import Entity


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article's text, with who wrote it and when.

    Attributes:
        day: ISO day of the article.
        words: the sentence or quotation, on one line.
    """

    article: int
    start: int
    end: int
    outlet: str | None
    day: str
    words: str


@dataclass(frozen=True, slots=True)
class Described:
    """Words in which articles describe the entity, how often, and from which day to which; ``place`` is the newest."""

    words: str
    times: int
    first_day: str
    last_day: str
    article: int
    start: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A spelling of the entity: why it is its, how often, in how many articles, and where it was seen last."""

    surface: str
    reason: str
    mentions: int
    articles: int
    last: int


@dataclass(frozen=True, slots=True)
class InEvent:
    """An event in which the entity occurs, and what it does there in one sentence of a source."""

    event: int
    title: str
    day: str | None
    sources: int
    naming: int
    place: Place


@dataclass(frozen=True, slots=True)
class Company:
    """Somebody who occurs in the same articles.

    Attributes:
        articles: in how many of those looked at.
        times: how many times as often as chance would have it.
        shared: the newest article that names both.
    """

    entity: int
    name: str
    kind: str
    articles: int
    times: float
    shared: int


@dataclass(frozen=True, slots=True)
class OutletShare:
    """An outlet: how many articles name the entity, and how many leave it out of an event where another one names it.

    ``article`` is the newest that names it, or else the newest that leaves it out.
    """

    outlet: str | None
    naming: int
    leaving_out: int
    article: int


@dataclass(frozen=True, slots=True)
class Face:
    """The first screen of the entity page.

    Attributes:
        articles: how many mention it.
        days: mentions by ISO day, first day first; of the newest ``counted`` articles only.
        counted: articles that were looked at for the days.
        by_hand: what a person has said of it, one sentence each.
    """

    entity: Entity
    articles: int
    first_day: str
    last_day: str
    days: tuple[tuple[str, int], ...]
    counted: int
    described: tuple[Described, ...]
    seen: tuple[Seen, ...]
    events: tuple[InEvent, ...]
    by_hand: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rest:
    """What stands below the first screen.

    Attributes:
        looked_at: the newest articles that the company and the outlets were counted in.
    """

    company: tuple[Company, ...]
    said: tuple[Place, ...]
    about: tuple[Place, ...]
    outlets: tuple[OutletShare, ...]
    looked_at: int
