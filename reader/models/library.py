"""What passes between the front ends, the worker and the library besides articles: jobs, news, groups, list entries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.models.listing import AddOutcome
from reader.models.sources import NO_TERMS, Terms


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One entry of the article list: an event with its articles, or, in the flat list, one article.

    Attributes:
        sort_at: what the list is ordered by, newest first; with ``event`` (grouped) or the article (flat) its place.
        articles: ids in the order of display, newest first, but before them what came after the event had been read;
            with a query only those that match.
    """

    sort_at: str
    event: int
    articles: tuple[int, ...]


class FaultKind(StrEnum):
    """What the id of a fault is the id of."""

    ARTICLE = "article"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Fault:
    """An article that could not be analysed, or an event that could not be compared.

    Attributes:
        reason: one sentence, which names it.
    """

    kind: FaultKind
    id: int
    reason: str


@dataclass(frozen=True, slots=True)
class KnownOrigin:
    """What the library knows of a path or URL it has read before.

    Attributes:
        article: id of the article that holds its text.
        size: of the raw bytes, when they were read.
        mtime_ns: modification time of the file then; 0 for what is no file.
        digest: of the raw bytes (``store.codec.raw_digest``).
        duplicate: whether the article was read from another origin before, with the same text.
    """

    article: int
    size: int
    mtime_ns: int
    digest: str
    duplicate: bool


@dataclass(frozen=True, slots=True)
class KnownContainer:
    """What the library knows of an input that holds several articles: its stamp, and the origins of its articles."""

    size: int
    mtime_ns: int
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Articles that cover one event, as grouping found them; the store gives it a stable id.

    Attributes:
        title: the title to show.
        day: ISO date on which it happened, as far as known.
        copies: ids of articles that are near-copies of another one of the group.
    """

    articles: tuple[int, ...]
    title: str
    day: str | None = None
    copies: tuple[int, ...] = ()


class JobKind(StrEnum):
    """What a front end can ask of the worker."""

    ADD = "add"
    TAKE = "take"
    COMPARE = "compare"
    REGROUP = "regroup"
    RESOLVE = "resolve"
    FOLLOW = "follow"
    IMPORT = "import"
    UPDATE = "update"
    PRUNE = "prune"


class JobState(StrEnum):
    """How far a job is. ``stored``: every input is safely in the library, the analysis is still to come."""

    QUEUED = "queued"
    STORED = "stored"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """Work that a front end asked for.

    Attributes:
        paths: what to add (files, folders, addresses), to follow, or the file to import; of a ``take`` job the folder
            of an archive, and a query that chooses its articles.
        articles: ids to compare; for an ``update`` or a ``prune`` job the sources it is about, all without any.
        analyse: whether what is added is to be analysed as well.
        exactly: whether the library is to hold what the paths hold and nothing else: what is gone is removed.
        total: number of inputs, once they have been counted.
        done: number of inputs with an outcome.
        error: one sentence for a person, if it failed.
        terms: how what is named is to be followed, or which articles are to be removed.
    """

    id: int
    kind: JobKind
    state: JobState
    paths: tuple[str, ...]
    articles: tuple[int, ...]
    analyse: bool
    exactly: bool
    total: int | None
    done: int
    error: str | None
    terms: Terms = NO_TERMS


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """What became of one input of a job; ``number`` grows, so that a reader can ask for those after it."""

    number: int
    outcome: AddOutcome


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An input that was not read, and the job that tried it last."""

    outcome: AddOutcome
    job: int


@dataclass(frozen=True, slots=True)
class News:
    """What has changed in the library since a moment.

    Attributes:
        seq: the moment now: what to ask from the next time.
        articles: ids of articles that are new, or whose row or analysis changed.
        events: ids of events that are new or changed, or are gone into another one.
        comparisons: ids of events whose comparison is new.
        jobs: ids of jobs that have moved.
        sources: ids of sources that are new, gone, or stand otherwise.
        complete: False if too much has happened to be listed: everything may have changed.
    """

    seq: int
    articles: tuple[int, ...] = ()
    events: tuple[int, ...] = ()
    comparisons: tuple[int, ...] = ()
    jobs: tuple[int, ...] = ()
    complete: bool = True
    sources: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything has changed."""
        return bool(not self.complete or self.articles or self.events or self.comparisons or self.jobs or self.sources)
