"""The worker's side of a library: everything that the pipeline writes. One instance per process, used by one thread."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from reader.models.annotations import Annotations, Kind
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.models.corrections import Correction
from reader.models.entities import Alias, Entity
from reader.models.library import EventGroup, Job, JobKind, KnownContainer, KnownOrigin
from reader.models.listing import AddOutcome
from reader.store import (
    analysis,
    articles,
    comparisons,
    containers,
    entities,
    events,
    faults,
    integrity,
    jobs,
    naming,
    removal,
    rereading,
)
from reader.store.database import Database
from reader.store.opening import connect


class Store:
    """A library, opened for writing. Every method may raise ``LibraryError``."""

    __slots__ = ("database",)

    def __init__(self, database: Database) -> None:
        self.database = database
        """The connection, for ``store.grouping``."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """The library at ``path``; it is made if there is none."""
        return cls(connect(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. What was written is on the disk already."""
        self.database.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several calls as one: all of them are on the disk at the end, or none. Don't analyse inside one."""
        with self.database.transaction():
            yield

    # Articles

    def known(self, origin: str) -> KnownOrigin | None:
        """What was read from this path or URL before."""
        return articles.known_origin(self.database, origin)

    def known_container(self, origin: str) -> KnownContainer | None:
        """What was read before from this input, which holds several articles."""
        return containers.known_container(self.database, origin)

    def put_container(self, origin: str, size: int, mtime_ns: int, origins: Sequence[str]) -> None:
        """Note that articles of these origins were read from an input, which then had this size and time."""
        containers.put_container(self.database, origin, size, mtime_ns, origins)

    def put_article(
        self,
        article: Article,
        raw: bytes,
        *,
        size: int,
        mtime_ns: int,
        added_at: str,
        job: int | None = None,
        completes: bool = False,
    ) -> AddOutcome:
        """Store an article as read from its origin; it is on the disk before this returns.

        Its event is one of its own until it is grouped. A text that came from another origin before is skipped, with
        that article's id. With ``job``, the outcome is noted there in the same transaction.

        Args:
            article: with ``id`` 0; ``origin`` says where it comes from.
            raw: the bytes it was read from.
            size: of the file (or page), for ``known``.
            mtime_ns: modification time of the file; 0 for what is no file.
            added_at: ISO datetime, now.
            job: the job that asked for it.
            completes: whether this is more of the same text, not another version of it.
        """
        with self.database.transaction():
            stamp = (size, mtime_ns)
            outcome = articles.put_article(self.database, article, raw, stamp, added_at, completes=completes)
            if job is not None:
                jobs.put_outcome(self.database, job, outcome)
        return outcome

    def article(self, article_id: int) -> Article | None:
        """An article as it was stored, with its id; None if there is none of that id."""
        return articles.read_article(self.database, article_id)

    def name_of(self, article_id: int) -> str:
        """What a sentence calls an article by: its title, or where it was read; its text may be unreadable."""
        return articles.name_of(self.database, article_id)

    def raw(self, article_id: int) -> bytes | None:
        """The bytes an article was read from."""
        return articles.read_raw(self.database, article_id)

    def leaving(self, origins: Collection[str]) -> tuple[int, int]:
        """How many articles ``keep_only`` would remove, of how many."""
        return removal.leaving(self.database, origins)

    def origins_below(self, folder: str) -> tuple[str, ...]:
        """The origins that lie in a folder, at any depth."""
        return removal.origins_below(self.database, folder)

    def keep_only(self, origins: Collection[str]) -> tuple[int, ...]:
        """Forget every other origin, and remove the articles that have none left; the ids of the removed ones.

        What the person did to them is kept, should they come back.
        """
        return removal.keep_only(self.database, origins)

    def remove_article(self, article_id: int) -> None:
        """Remove an article with all that was found in it. What the person did to it is kept, should it come back."""
        removal.remove(self.database, article_id)

    def infer_published(self, article_id: int, published: str, rule: str) -> None:
        """Give an article without a stated date the date that its event tells, with ``rule`` as evidence."""
        articles.infer_published(self.database, article_id, published, rule)

    def withdraw_published(self, article_id: int, rule: str) -> None:
        """Take back the date that ``infer_published`` gave an article by ``rule``, if it still has that."""
        articles.withdraw_published(self.database, article_id, rule)

    def ingest_version(self) -> int:
        """The version of the cleaning by which everything stored was read; 0 if none has been noted."""
        return rereading.version(self.database)

    def set_ingest_version(self, version: int) -> None:
        """Note that everything stored has been read by this version of the cleaning."""
        rereading.set_version(self.database, version)

    def article_ids(self, after: int = 0, limit: int = 100) -> tuple[int, ...]:
        """A page of article ids, ascending, after the one given."""
        return rereading.article_ids(self.database, after, limit)

    # Analysis

    def set_analysis_version(self, version: int) -> None:
        """Say which version of the analysis runs now; what an older one did becomes ``pending`` again."""
        analysis.set_version(self.database, version)

    def set_comparison_version(self, version: int) -> None:
        """Say which version of the comparison runs now; events that an older one compared become ``uncompared`` again.

        Their comparisons stay readable until then. Those of marked articles go: they are made again when asked for.
        """
        comparisons.set_version(self.database, version)

    def pending(self, limit: int, first: Collection[int] = ()) -> tuple[int, ...]:
        """Ids of articles that the current analysis has not seen: those of ``first`` in its order, then the newest."""
        return analysis.pending(self.database, limit, first)

    def set_article_aside(self, article_id: int, version: int, reason: str) -> None:
        """Count an article that this version of the analysis breaks on as analysed; ``reason`` is one sentence."""
        faults.set_article_aside(self.database, article_id, version, reason)

    def is_analysed(self, article_id: int) -> bool:
        """Whether the current version of the analysis has seen an article."""
        return analysis.is_analysed(self.database, article_id)

    def annotations(self, article_id: int) -> Annotations | None:
        """What was found in an article, by whichever version of the analysis; None if it was never analysed."""
        return analysis.read_annotations(self.database, article_id)

    def bring_annotations(self, article_id: int, annotations: Annotations) -> None:
        """Keep what the analysis found in this very article elsewhere; the article stays ``pending``.

        Its names are not resolved and its event is not found; the annotating is done.
        """
        analysis.bring_annotations(self.database, article_id, annotations)

    def brought_version(self, article_id: int) -> int:
        """By which version of the analysis a pending article was annotated elsewhere; 0 if it was not."""
        return analysis.brought_version(self.database, article_id)

    def accept_brought(self, article_id: int) -> None:
        """Go on with an article that was annotated elsewhere, if it was, as if ``put_annotations`` had stored that."""
        analysis.accept_brought(self.database, article_id)

    def put_annotations(self, article_id: int, annotations: Annotations) -> None:
        """Store what was found in an article, and with it which entities it mentions how often.

        The entities named by the mentions must be stored. Entities and spellings that no article has any more go.
        """
        analysis.put_annotations(self.database, article_id, annotations)

    # Entities

    def entities_with(self, keys: Collection[str]) -> tuple[Entity, ...]:
        """The entities that have an alias with one of these keys, with all their aliases, by id."""
        return entities.entities_with(self.database, keys)

    def entity(self, entity_id: int) -> Entity | None:
        """An entity with all its aliases."""
        return entities.read_entity(self.database, entity_id)

    def add_entity(self, name: str, kind: Kind, aliases: Collection[Alias]) -> Entity:
        """Store a new entity; it comes back with its id."""
        return entities.add_entity(self.database, name, kind, aliases)

    def add_aliases(self, entity_id: int, aliases: Collection[Alias]) -> None:
        """Give an entity further spellings; those it has already stay as they are."""
        entities.add_aliases(self.database, entity_id, aliases)

    def rename_entity(self, entity_id: int, name: str, kind: Kind, called: str = "") -> None:
        """Give an entity its name and kind; ``called`` is the name that a person has given it, which is shown."""
        entities.rename(self.database, entity_id, name, kind, called)

    def corrections(self) -> tuple[Correction, ...]:
        """What a person has said of names and not taken back, in the order in which it was said."""
        return naming.corrections(self.database)

    def unresolved(self, first: Iterable[int] = ()) -> int | None:
        """An article whose names are to be resolved anew, one of ``first`` if there is one; None if there is none."""
        return naming.unresolved(self.database, first)

    def set_resolved(self, articles: Collection[int]) -> None:
        """Note that the names of these articles are resolved, and that their events are to be compared anew."""
        naming.set_resolved(self.database, articles)

    # Events, stories, comparisons

    def put_events(self, groups: Sequence[EventGroup]) -> tuple[int, ...]:
        """Store how articles group into events; the events' ids come back, in the order of ``groups``.

        ``groups`` holds whole events: an article that shared an event with one of theirs and is in none of them gets
        an event of its own. Ids are stable: the group that has most of an event's articles keeps its id, and an event
        that is gone leads to the one that has most of its articles.
        """
        return events.put_events(self.database, groups)

    def put_stories(self, stories: Sequence[Collection[int]]) -> tuple[int, ...]:
        """Store which events (ids) form a story, for all events touched; the stories' ids come back, stable."""
        return events.put_stories(self.database, stories)

    def event_of(self, article_id: int) -> int | None:
        """The id of an article's event."""
        return events.event_of(self.database, article_id)

    def event_articles(self, event_id: int) -> tuple[int, ...]:
        """The ids of an event's articles, newest first."""
        return events.event_articles(self.database, event_id)

    def uncompared(self, limit: int, reach: int = 0, shown: int | None = None) -> tuple[int, ...]:
        """Ids of events that wait for their comparison, newest first: of several articles, all of them analysed.

        Args:
            limit: so many at most.
            reach: days up to which articles may be of one event: it waits while any is pending that may join it.
            shown: id of the event on the screen, which comes first, and waits only if it was compared before.
        """
        return comparisons.uncompared(self.database, limit, reach, shown)

    def set_event_aside(self, event_id: int, version: int, reason: str) -> None:
        """Compare an event that this version of the comparison breaks on no more; ``reason`` is one sentence."""
        faults.set_event_aside(self.database, event_id, version, reason)

    def comparison(self, article_ids: Collection[int]) -> Comparison | None:
        """The stored comparison of exactly these articles in their present texts, in any order."""
        return comparisons.read_comparison(self.database, article_ids)

    def put_comparison(self, comparison: Comparison, version: int, event: int | None = None) -> None:
        """Store a comparison; with ``event`` it replaces the earlier one of that event, and is counted."""
        comparisons.put_comparison(self.database, comparison, version, event)

    # Jobs

    def next_job(self, kind: JobKind | None = None, but: Collection[int] = ()) -> Job | None:
        """The next job to work on, comparisons before additions; the same one again until it is stored or finished.

        ``but`` are the ids of jobs that are under way.
        """
        return jobs.next_job(self.database, kind, but)

    def set_total(self, job: int, total: int) -> None:
        """Say how many inputs a job has."""
        jobs.set_total(self.database, job, total)

    def put_outcome(self, job: int, outcome: AddOutcome) -> None:
        """Note what became of one input that gave no article (``put_article`` notes the others)."""
        jobs.put_outcome(self.database, job, outcome)

    def mark_stored(self, job: int) -> None:
        """Say that every input of a job has its outcome; the analysis is still to come."""
        jobs.mark_stored(self.database, job)

    def stored_jobs(self) -> tuple[Job, ...]:
        """The jobs whose inputs are all stored, and that wait for the analysis to be finished."""
        return jobs.stored_jobs(self.database)

    def finish_job(self, job: int, error: str | None = None) -> None:
        """Say that a job is done, or why it failed, in one sentence."""
        jobs.finish(self.database, job, error)

    def integrity_problems(self, ids: Collection[int] = ()) -> tuple[str, ...]:
        """What is wrong with the library, one sentence each: damaged pages, dangling references, missing articles."""
        return integrity.problems(self.database, ids)
