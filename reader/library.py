"""The one door of the front ends: reads the library, and keeps what the person does.

Safe to use from several threads: every thread reads through a connection of its own, and writes take turns.
What is heavy (msgspec, rapidfuzz) is imported when it is first needed, so that the first list appears sooner.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from threading import local, Lock
from typing import TYPE_CHECKING

from reader.models.annotations import Annotations
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.models.entities import Entity
from reader.models.journal import Change
from reader.models.library import Job, JobOutcome, News, OutlineEntry
from reader.models.listing import ArticleCard, Counts, EntityHit, EventCard, StoryCard, TextHit

Place = tuple[str, int]
"""A place in a list: ``sort_at`` and id of its last entry seen; the next page starts after it."""


class Library:
    """A library, opened by a front end. Every method may raise ``LibraryError``; ``QueryError`` where a query goes in."""

    @classmethod
    def open(cls, path: Path) -> Library:
        """The library at ``path``; an empty one is made if there is none."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file, in all threads. Nothing may be asked afterwards."""
        raise NotImplementedError

    # Lists

    def counts(self) -> Counts:
        """The size of the library; constant in time."""
        raise NotImplementedError

    def outline(
        self, query: str | None = None, grouped: bool = True, after: Place | None = None, limit: int = 500
    ) -> tuple[OutlineEntry, ...]:
        """A page of the article list, newest first: places and ids only, for up to 100,000 rows.

        Args:
            query: a filter (``store.query``); None or "" for everything.
            grouped: one entry per event; otherwise one per article.
            after: ``(sort_at, event)`` of the last entry seen; in the flat list ``(sort_at, article)``.
            limit: entries at most.
        """
        raise NotImplementedError

    def cards(self, ids: Sequence[int]) -> tuple[ArticleCard, ...]:
        """The cards of these articles, in this order; ids that are not there are left out."""
        raise NotImplementedError

    def event_cards(self, ids: Sequence[int]) -> tuple[EventCard, ...]:
        """The cards of these events, in this order; ids that are not there (or merged) are left out."""
        raise NotImplementedError

    def events(self, after: Place | None = None, limit: int = 500, query: str | None = None) -> tuple[EventCard, ...]:
        """A page of events, newest first; with a query those that have an article which matches."""
        raise NotImplementedError

    def event(self, event_id: int) -> EventCard | None:
        """An event; the id of one that was merged into another leads there."""
        raise NotImplementedError

    def event_of(self, article_id: int) -> EventCard | None:
        """The event of an article."""
        raise NotImplementedError

    def story(self, story_id: int) -> StoryCard | None:
        """A story with its events, newest first."""
        raise NotImplementedError

    def story_articles(self, story_id: int) -> tuple[int, ...]:
        """The ids of all articles of a story, newest first."""
        raise NotImplementedError

    # Articles and entities

    def article(self, article_id: int) -> Article | None:
        """An article with its text."""
        raise NotImplementedError

    def annotations(self, article_id: int) -> Annotations | None:
        """What was found in an article; None while it is not analysed."""
        raise NotImplementedError

    def entity(self, entity_id: int) -> Entity | None:
        """An entity with all its spellings."""
        raise NotImplementedError

    def find_entities(self, name: str, limit: int = 20, articles: int | None = None) -> tuple[EntityHit, ...]:
        """Entities by name, best first, each saying why: whole name, alias, its beginning, a word of it, a typo.

        Case and accents don't matter. An empty name gives the most mentioned ones. ``articles`` limits the article ids
        of each hit (the newest come first).
        """
        raise NotImplementedError

    def entity_articles(self, entity_id: int, after: Place | None = None, limit: int = 50) -> tuple[Place, ...]:
        """``(sort_at, article id)`` of the articles that mention an entity, newest first."""
        raise NotImplementedError

    def search(self, query: str, limit: int = 50, article: int | None = None) -> tuple[TextHit, ...]:
        """Where words, or a "phrase", stand: newest article first, in reading order inside one.

        Case and accents don't matter; the last word may be unfinished. With ``article``, only there, and also inside
        words.
        """
        raise NotImplementedError

    # Comparisons and other work of the worker

    def comparison(self, event_id: int) -> Comparison | None:
        """The stored comparison of an event as it is now, dismissed differences marked; None while there is none."""
        raise NotImplementedError

    def stored_comparison(self, ids: Collection[int]) -> Comparison | None:
        """The stored comparison of exactly these articles, in any order."""
        raise NotImplementedError

    def request_comparison(self, ids: Collection[int]) -> int:
        """Ask the worker to compare these articles; the id of the job comes back."""
        raise NotImplementedError

    def request_add(self, paths: Sequence[str], *, analyse: bool = True) -> int:
        """Ask the worker to add files and folders; the id of the job comes back."""
        raise NotImplementedError

    def job(self, job_id: int) -> Job | None:
        """How far a job is."""
        raise NotImplementedError

    def outcomes(self, job_id: int, after: int = 0, limit: int = 1000) -> tuple[JobOutcome, ...]:
        """What became of the inputs of a job, in the order of their numbers, from the one after ``after``."""
        raise NotImplementedError

    def news(self, after: int) -> News:
        """What has changed since ``after`` (the ``seq`` of the last news; 0: from the beginning). Cheap to ask often."""
        raise NotImplementedError

    # What the person does

    def set_read(self, ids: Collection[int], value: bool = True) -> tuple[Change, ...]:
        """Mark articles as read or unread; what really changed comes back."""
        raise NotImplementedError

    def set_starred(self, ids: Collection[int], value: bool = True) -> tuple[Change, ...]:
        """Star articles, or take their star away."""
        raise NotImplementedError

    def set_marked(self, ids: Collection[int], value: bool = True) -> tuple[Change, ...]:
        """Mark articles for comparison, or unmark them."""
        raise NotImplementedError

    def dismiss(self, difference_key: str, value: bool = True) -> tuple[Change, ...]:
        """Set a difference aside, or bring it back."""
        raise NotImplementedError

    def marked(self) -> tuple[int, ...]:
        """The articles marked for comparison, in the order of marking."""
        raise NotImplementedError

    def dismissed(self) -> frozenset[str]:
        """The keys of the differences set aside."""
        raise NotImplementedError

    def undo(self) -> tuple[Change, ...]:
        """Take back what was done last; the changes that were taken back, none if there is nothing left."""
        raise NotImplementedError

    def redo(self) -> tuple[Change, ...]:
        """Do again what was taken back last."""
        raise NotImplementedError

    def doctor(self, ids: Collection[int] = ()) -> tuple[str, ...]:
        """What is wrong with the library, one sentence each; every one of ``ids`` must be in it."""
        raise NotImplementedError
