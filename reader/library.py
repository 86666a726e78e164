"""The one door of the front ends: reads the library, and keeps what the person does.

Safe to use from several threads: every thread reads through a connection of its own, and writes take turns.
What is heavy (msgspec, rapidfuzz) is imported when it is first needed, so that the first list appears sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock, local
from typing import TYPE_CHECKING, Any

from reader.models.journal import CORRECTIONS, Change, ChangeKind
from reader.models.library import Fault, Job, JobKind, JobOutcome, LeftOut, News, OutlineEntry
from reader.models.listing import ArticleCard, Counts, EntityHit, EventCard, StoryCard, TextHit
from reader.models.sources import NO_TERMS, SourceCard, Terms
from reader.store import events, handlinks, jobs, journal, lists, news, windows
from reader.store.database import Database
from reader.store.grouping import GroupingTables
from reader.store.opening import connect

if TYPE_CHECKING:  # records of what is read later cost a tenth of the start
    from reader.models.annotations import Annotations
    from reader.models.article import Article
    from reader.models.comparison import Comparison
    from reader.models.corrections import Act, Extent
    from reader.models.entities import Entity
    from reader.models.explaining import ThreadEvent, Why
    from reader.models.keeping import Note, Watch
    from reader.models.outlines import OutlineList
    from reader.models.revisions import Version
    from reader.models.who import Face, Rest
    from reader.models.words import Synced

Place = tuple[str, int]
"""A place in a list: ``sort_at`` and id of its last entry seen; the next page starts after it."""


class Library:
    """A library, opened by a front end. Every method may raise ``LibraryError``, and ``QueryError`` for a query."""

    __slots__ = ("_connections", "_news", "_path", "_per_thread", "_turn", "_writer")

    def __init__(self, path: Path) -> None:
        self._path = path
        self._per_thread = local()
        self._connections: list[Database] = []
        self._turn = Lock()
        self._writer = connect(path)

    @classmethod
    def open(cls, path: Path) -> Library:
        """The library at ``path``; an empty one is made if there is none."""
        return cls(path)

    def close(self) -> None:
        """Let go of the file, in all threads. Nothing may be asked afterwards."""
        with self._turn:
            for connection in (*self._connections, self._writer):
                connection.close()
            self._connections.clear()

    @property
    def _reader(self) -> Database:
        """The connection through which this thread reads."""
        connection: Database | None = getattr(self._per_thread, "connection", None)
        if connection is None:
            self._writer.check_place()
            connection = connect(self._path, make=False)
            self._per_thread.connection = connection
            with self._turn:
                self._connections.append(connection)
        return connection

    # Lists

    def counts(self) -> Counts:
        """The size of the library; constant in time."""
        return lists.counts(self._reader)

    def outline(
        self, query: str | None = None, *, grouped: bool = True, after: Place | None = None, limit: int = 500
    ) -> tuple[OutlineEntry, ...]:
        """A page of the article list, newest first: places and ids only, for up to 100,000 rows.

        Args:
            query: a filter (``store.query``); None or "" for everything.
            grouped: one entry per event; otherwise one per article.
            after: ``(sort_at, event)`` of the last entry seen; in the flat list ``(sort_at, article)``.
            limit: entries at most.
        """
        return lists.outline(self._reader, query, after, limit, grouped=grouped)

    def list_size(self, query: str = "", *, entity: int | None = None, grouped: bool = True) -> int:
        """How many entries the article list has with a filter, or only of what mentions an entity."""
        return windows.size(self._reader, windows.Listed(query, entity, grouped))

    def window(
        self, start: int, limit: int, whole: int, query: str = "", *, entity: int | None = None, grouped: bool = True
    ) -> tuple[OutlineEntry, ...]:
        """The entries of that list from number ``start`` on; ``whole`` is its size."""
        return windows.window(self._reader, windows.Listed(query, entity, grouped), start, limit, whole)

    def list_index(
        self, article: int, query: str = "", *, entity: int | None = None, grouped: bool = True
    ) -> int | None:
        """The number of the entry of that list which holds an article; None without any."""
        listed = windows.Listed(query, entity, grouped)
        place = windows.place_of(self._reader, listed, article)
        return windows.index(self._reader, listed, place) if place is not None else None

    def unread(self, query: str = "", *, entity: int | None = None) -> tuple[int, ...]:
        """The ids of the unread articles of that list."""
        return windows.unread(self._reader, windows.Listed(query, entity))

    def next_unread(
        self, after: int | None, query: str = "", *, entity: int | None = None, grouped: bool = True
    ) -> int | None:
        """The first unread article of that list after the entry that holds ``after``, or from the beginning."""
        listed = windows.Listed(query, entity, grouped)
        place = windows.place_of(self._reader, listed, after) if after is not None else None
        return windows.next_unread(self._reader, listed, place)

    def cards(self, ids: Sequence[int]) -> tuple[ArticleCard, ...]:
        """The cards of these articles, in this order; ids that are not there are left out."""
        return lists.cards(self._reader, ids)

    def event_cards(self, ids: Sequence[int]) -> tuple[EventCard, ...]:
        """The cards of these events, in this order; ids that are not there (or merged) are left out."""
        return lists.event_cards(self._reader, ids)

    def events(self, after: Place | None = None, limit: int = 500, query: str | None = None) -> tuple[EventCard, ...]:
        """A page of events, newest first; with a query those that have an article which matches."""
        return lists.event_page(self._reader, query, after, limit)

    def event(self, event_id: int) -> EventCard | None:
        """An event; the id of one that was merged into another leads there."""
        return lists.merged_event(self._reader, event_id)

    def event_of(self, article_id: int) -> EventCard | None:
        """The event of an article."""
        event = events.event_of(self._reader, article_id)
        return None if event is None else lists.event_card(self._reader, event)

    def story(self, story_id: int) -> StoryCard | None:
        """A story with its events, newest first."""
        return lists.story(self._reader, story_id)

    def story_articles(self, story_id: int) -> tuple[int, ...]:
        """The ids of all articles of a story, newest first."""
        return lists.story_articles(self._reader, story_id)

    # Articles and entities

    def article(self, article_id: int) -> Article | None:
        """An article with its text."""
        from reader.store.articles import read_article  # noqa: PLC0415 (heavy: only when it is needed)

        return read_article(self._reader, article_id)

    def annotations(self, article_id: int) -> Annotations | None:
        """What was found in an article; None while it is not analysed."""
        from reader.store.analysis import read_annotations  # noqa: PLC0415 (heavy: only when it is needed)

        return read_annotations(self._reader, article_id)

    def versions(self, article_id: int) -> tuple[Version, ...]:
        """Every text that an article has had, the first one first, the present one last."""
        from reader.store.revisions import versions  # noqa: PLC0415 (heavy: only when it is needed)

        return versions(self._reader, article_id)

    def changed_at(self, article_id: int) -> tuple[str, ...]:
        """The UTC moments at which an article was revised, the first one first."""
        from reader.store.revisions import changed_at  # noqa: PLC0415 (heavy: only when it is needed)

        return changed_at(self._reader, article_id)

    def see_change(self, article_id: int) -> None:
        """Note that the person has seen that an article was revised: the list marks it no longer."""
        from reader.store.revisions import see_change  # noqa: PLC0415 (heavy: only when it is needed)

        with self._turn:
            see_change(self._writer, article_id)

    def entity(self, entity_id: int) -> Entity | None:
        """An entity with all its spellings."""
        from reader.store.entities import read_entity  # noqa: PLC0415 (heavy: only when it is needed)

        return read_entity(self._reader, entity_id)

    def who(self, entity_id: int) -> Face | None:
        """The first screen of an entity's page; None if there is no such entity."""
        from reader.store.who import face  # noqa: PLC0415 (heavy: only when it is needed)

        return face(self._reader, entity_id)

    def who_else(self, entity_id: int) -> Rest:
        """What stands below the first screen of an entity's page."""
        from reader.store.who import rest  # noqa: PLC0415 (heavy: only when it is needed)

        return rest(self._reader, entity_id)

    def find_entities(self, name: str, limit: int = 20, articles: int | None = None) -> tuple[EntityHit, ...]:
        """Entities by name, best first, each saying why: whole name, alias, its beginning, a word of it, a typo.

        Case and accents don't matter. An empty name gives the most mentioned ones. ``articles`` limits the article ids
        of each hit (the newest come first).
        """
        from reader.store.names import find_entities  # noqa: PLC0415 (heavy: only when it is needed)

        return find_entities(self._reader, name, limit, articles)

    def entity_articles(self, entity_id: int, after: Place | None = None, limit: int = 50) -> tuple[Place, ...]:
        """``(sort_at, article id)`` of the articles that mention an entity, newest first."""
        return lists.entity_articles(self._reader, entity_id, after, limit)

    def while_wanted(self, is_wanted: Callable[[], bool]) -> AbstractContextManager[None]:
        """Inside, whatever is asked in this thread ends with ``GivenUpError`` once it is not wanted any more."""
        return self._reader.while_wanted(is_wanted)

    def search(self, query: str, limit: int = 50, article: int | None = None) -> tuple[TextHit, ...]:
        """Where words, or a "phrase", stand: newest article first, in reading order inside one.

        Case and accents don't matter; the last word may be unfinished. With ``article``, only there, and also inside
        words.
        """
        from reader.store.search import search  # noqa: PLC0415 (heavy: only when it is needed)

        return search(self._reader, query, limit, article)

    # Comparisons and other work of the worker

    def comparison(self, event_id: int) -> Comparison | None:
        """The stored comparison of an event as it is now, dismissed differences marked; None if there is none."""
        return self.stored_comparison(events.event_articles(self._reader, event_id))

    def stored_comparison(self, ids: Collection[int]) -> Comparison | None:
        """The stored comparison of exactly these articles, in any order."""
        from reader.store.comparisons import read_comparison  # noqa: PLC0415 (heavy: only when it is needed)

        return read_comparison(self._reader, ids)

    def request_comparison(self, ids: Collection[int]) -> int:
        """Ask the worker to compare these articles; the id of the job comes back."""
        with self._turn:
            return jobs.request(self._writer, JobKind.COMPARE, articles=ids)

    def request_add(self, paths: Sequence[str], *, analyse: bool = True, exactly: bool = False) -> int:
        """Ask the worker to add files and folders; the id of the job comes back.

        With ``exactly``, the library is to hold what is there, and nothing else: what is gone is removed. That is not
        done in a library to which anything was ever added in another way.
        """
        with self._turn:
            return jobs.request(self._writer, JobKind.ADD, paths=paths, analyse=analyse, exactly=exactly)

    def request_take(self, archive: str, query: str, *, analyse: bool = True) -> int:
        """Ask the worker for the articles of an archive that a query chooses; the id of the job comes back."""
        with self._turn:
            return jobs.request(self._writer, JobKind.TAKE, paths=(archive, query), analyse=analyse)

    def request_follow(self, addresses: Sequence[str], terms: Terms = NO_TERMS) -> int:
        """Ask the worker to follow feeds, pages that name a feed, folders and files; the id of the job comes back."""
        with self._turn:
            return jobs.request(self._writer, JobKind.FOLLOW, paths=addresses, terms=terms)

    def request_import(self, path: str, terms: Terms = NO_TERMS) -> int:
        """Ask the worker to follow what a list of subscriptions names; the id of the job comes back."""
        with self._turn:
            return jobs.request(self._writer, JobKind.IMPORT, paths=(path,), terms=terms)

    def request_update(self, sources: Collection[int] = (), *, analyse: bool = True) -> int:
        """Ask the worker what is new at these sources, or at all; the id of the job comes back."""
        with self._turn:
            return jobs.request(self._writer, JobKind.UPDATE, articles=sources, analyse=analyse)

    def request_prune(self, terms: Terms, sources: Collection[int] = ()) -> int:
        """Ask the worker to remove old articles, of these sources or all; the id of the job comes back."""
        with self._turn:
            return jobs.request(self._writer, JobKind.PRUNE, articles=sources, terms=terms)

    # What is followed

    def sources(self) -> tuple[SourceCard, ...]:
        """What is followed, by tag and name, with the numbers of articles."""
        from reader.store.sources import source_cards  # noqa: PLC0415 (only when it is needed)

        return source_cards(self._reader)

    def due_sources(self) -> tuple[int, ...]:
        """The ids of what may be fetched now without anybody asking: once an hour, seldom if it fails."""
        from reader.store.sources import due_sources  # noqa: PLC0415 (only when it is needed)

        return due_sources(self._reader)

    def unfollow(self, source_id: int) -> None:
        """Follow something no longer. Its articles stay."""
        from reader.store.sources import remove_source  # noqa: PLC0415 (only when it is needed)

        with self._turn:
            remove_source(self._writer, source_id)

    def outlines(self) -> OutlineList:
        """The person's list of subscriptions, as it is to be written."""
        from reader.store.outlines import outline_list  # noqa: PLC0415 (only when it is needed)

        return outline_list(self._reader)

    def give_up(self, job_id: int) -> None:
        """Ask for nothing more of a job; what it has stored stays."""
        with self._turn:
            jobs.finish(self._writer, job_id, "Interrupted.")

    def last_job(self, kind: JobKind) -> int:
        """The id of the job of a kind that was asked for last; 0 if there is none."""
        return jobs.last(self._reader, kind)

    def job(self, job_id: int) -> Job | None:
        """How far a job is."""
        return jobs.read_job(self._reader, job_id)

    def has_work(self) -> bool:
        """Whether a worker would find something to do: a job that is not done, an article that is not analysed."""
        return jobs.has_work(self._reader)

    def outcomes(self, job_id: int, after: int = 0, limit: int = 1000) -> tuple[JobOutcome, ...]:
        """What became of the inputs of a job, in the order of their numbers, from the one after ``after``."""
        return jobs.outcomes(self._reader, job_id, after, limit)

    def left_out(self) -> tuple[LeftOut, ...]:
        """The inputs that were not read when they were last tried, by any job: unreadable ones first."""
        return jobs.left_out(self._reader)

    def faults(self) -> tuple[Fault, ...]:
        """The articles that could not be analysed, and the events that could not be compared, by this version."""
        from reader.store.faults import faults  # noqa: PLC0415 (heavy: only when it is needed)

        return faults(self._reader)

    def stamp(self) -> tuple[int, int] | None:
        """Time and size of the last write to the library, by whichever process; None if the file does not tell.

        It takes some microseconds and asks no connection: another stamp says that there may be news.
        """
        try:
            written = self._path.with_name(self._path.name + "-wal").stat()
        except OSError:
            return None
        return written.st_mtime_ns, written.st_size

    def moment(self) -> int:
        """The ``seq`` of the news so far: asked before the first reading, ``news`` tells what came after it."""
        return news.latest(self._reader)

    def news(self, after: int) -> News:
        """What has changed since ``after``, the ``seq`` of the last news or ``moment()``. Cheap to ask often."""
        return news.since(self._reader, after)

    # What the person does

    def set_read(self, ids: Collection[int], value: bool = True, *, by_hand: bool = True) -> tuple[Change, ...]:  # noqa: FBT001, FBT002 (the state is what is set)
        """Mark articles as read or unread; what really changed comes back.

        Not ``by_hand``: an article that is opened counts as read; undo is for what the person meant to do.
        """
        with self._turn:
            return journal.change_articles(self._writer, ChangeKind.READ, ids, value=value, by_hand=by_hand)

    def set_starred(self, ids: Collection[int], value: bool = True) -> tuple[Change, ...]:  # noqa: FBT001, FBT002 (the state is what is set)
        """Star articles, or take their star away."""
        with self._turn:
            return journal.change_articles(self._writer, ChangeKind.STARRED, ids, value=value)

    def set_marked(self, ids: Collection[int], value: bool = True) -> tuple[Change, ...]:  # noqa: FBT001, FBT002 (the state is what is set)
        """Mark articles for comparison, or unmark them."""
        with self._turn:
            return journal.change_articles(self._writer, ChangeKind.MARKED, ids, value=value)

    def dismiss(self, difference_key: str, value: bool = True) -> tuple[Change, ...]:  # noqa: FBT001, FBT002 (the same)
        """Set a difference aside, or bring it back."""
        with self._turn:
            return journal.change(self._writer, ChangeKind.DISMISSED, [difference_key], value=value)

    def marked(self) -> tuple[int, ...]:
        """The articles marked for comparison, in the order of marking."""
        return journal.marked(self._reader)

    def dismissed(self) -> frozenset[str]:
        """The keys of the differences set aside."""
        return journal.dismissed(self._reader)

    def changed_articles(self, changes: Collection[Change]) -> tuple[int, ...]:
        """The ids of the articles that changes are about, as far as they are still there."""
        return journal.articles_of(self._reader, changes)

    def join_events(self, ids: Collection[int]) -> tuple[Change, ...]:
        """Let the articles of these events be one event; the worker then finds the events anew."""
        articles = [article for event in ids for article in events.event_articles(self._reader, event)]
        with self._turn:
            return self._regrouped(handlinks.hold_together(self._writer, articles))

    def split_event(self, event_id: int, articles: Collection[int]) -> tuple[Change, ...]:
        """Let these articles of an event be an event of their own; the worker then finds the events anew."""
        rest = set(events.event_articles(self._reader, event_id)) - set(articles)
        # Else the nearest other event would take them in at once.
        near = GroupingTables(self._reader).near(articles)
        return self.keep_apart(articles, rest | (near - set(articles)))

    def keep_apart(self, some: Collection[int], others: Collection[int]) -> tuple[Change, ...]:
        """Let no article of the one group be on one event with one of the other, ever."""
        with self._turn:
            return self._regrouped(handlinks.keep_apart(self._writer, some, others))

    def part_events(self, one: int, other: int) -> tuple[Change, ...]:
        """Let no article of the one event ever be on one event with one of the other."""
        return self.keep_apart(events.event_articles(self._reader, one), events.event_articles(self._reader, other))

    def correct(self, act: Act) -> tuple[Change, ...]:
        """Merge, split, rename or retype an entity; the worker then resolves the names of the articles concerned.

        Raises:
            UsageError: the act makes no sense; one sentence says why.
        """
        from reader.store.handnames import put_right  # noqa: PLC0415 (heavy: only when it is needed)

        with self._turn:
            return self._regrouped(put_right(self._writer, act))

    def extent(self, act: Act) -> Extent:
        """How many articles and mentions an act would change."""
        from reader.store.handnames import extent  # noqa: PLC0415 (heavy: only when it is needed)

        return extent(self._reader, act)

    def thread(self, story_id: int) -> tuple[ThreadEvent, ...]:
        """The events of a story, earliest first, with what was new in each."""
        from reader.store.thread import read_thread  # noqa: PLC0415 (heavy: only when it is needed)

        return read_thread(self._reader, story_id)

    def why(self, event_id: int) -> Why | None:
        """What ties the articles of an event, and which events are near to it."""
        from reader.store.why import read_why  # noqa: PLC0415 (heavy: only when it is needed)

        return read_why(self._reader, event_id)

    def sync(self, folder: Path) -> Synced:
        """Tell other machines through a folder what the person did here, and do what was done there.

        Raises:
            UsageError: there is no such folder, or nothing can be written there.
        """
        from reader.store.syncing import sync  # noqa: PLC0415 (heavy: only when it is needed)

        with self._turn:
            synced, changes = sync(self._writer, folder)
            self._regrouped(changes)
            return synced

    # Watches and notes

    def watches(self) -> tuple[Watch, ...]:
        """What is watched, by name, with the numbers of articles, of unread and of new ones."""
        from reader.store.watches import watches  # noqa: PLC0415 (only when it is needed)

        return watches(self._reader)

    def keep_watch(self, name: str, query: str) -> tuple[Change, ...]:
        """Keep a query under a name. What matches it now is not new.

        Raises:
            UsageError: there is no name, or no query.
            QueryError: the query makes no sense.
        """
        from reader.store.watches import keep_watch  # noqa: PLC0415 (only when it is needed)

        with self._turn:
            return keep_watch(self._writer, name, query)

    def drop_watch(self, name: str) -> tuple[Change, ...]:
        """Watch no longer; nothing changes if there is no watch of this name."""
        from reader.store.watches import drop_watch  # noqa: PLC0415 (only when it is needed)

        with self._turn:
            return drop_watch(self._writer, name)

    def new_of(self, watch: Watch) -> tuple[int, ...]:
        """The ids of the articles that have come to match a watch since the last look, newest first."""
        from reader.store.watches import new_articles  # noqa: PLC0415 (only when it is needed)

        return new_articles(self._reader, watch)

    def look_at(self, watch: Watch) -> None:
        """Note that the person has looked at a watch: nothing of it is new any more."""
        from reader.store.watches import look  # noqa: PLC0415 (only when it is needed)

        with self._turn:
            look(self._writer, watch)

    def export_lines(self) -> Iterator[dict[str, Any]]:
        """Everything that cannot be made anew, as objects of JSON, which ``add`` takes back."""
        from reader.store.exporting import export_lines  # noqa: PLC0415 (only when it is needed)

        return export_lines(self._reader)

    def notes(self, articles: Collection[int] | None = None) -> tuple[Note, ...]:
        """The notes on these articles, or all: newest article first, in reading order inside one."""
        from reader.store.notes import notes  # noqa: PLC0415 (only when it is needed)

        return notes(self._reader, articles)

    def find_notes(self, words: str) -> tuple[Note, ...]:
        """The notes that have all these words, in themselves or in what they are about."""
        from reader.store.notes import find_notes  # noqa: PLC0415 (only when it is needed)

        return find_notes(self._reader, words)

    def put_note(self, article: int, start: int, end: int, text: str = "") -> tuple[Change, ...]:
        """Mark words of an article and say something of them; a note that stands there is replaced.

        Raises:
            UsageError: there are no words.
        """
        from reader.store.notes import put_note  # noqa: PLC0415 (only when it is needed)

        with self._turn:
            return put_note(self._writer, article, start, end, text)

    def drop_note(self, note: Note) -> tuple[Change, ...]:
        """Take a note away."""
        from reader.store.notes import drop_note  # noqa: PLC0415 (only when it is needed)

        with self._turn:
            return drop_note(self._writer, note.target)

    def undo(self) -> tuple[Change, ...]:
        """Take back what was done last; the changes that were taken back, none if there is nothing left."""
        with self._turn:
            return self._regrouped(journal.undo(self._writer))

    def redo(self) -> tuple[Change, ...]:
        """Do again what was taken back last."""
        with self._turn:
            return self._regrouped(journal.redo(self._writer))

    def _regrouped(self, changes: tuple[Change, ...]) -> tuple[Change, ...]:
        """The changes; if they join or part articles or names, the worker is asked for what comes of it."""
        links = [change for change in changes if change.kind in {ChangeKind.TOGETHER, ChangeKind.APART}]
        if links:
            jobs.request(self._writer, JobKind.REGROUP, articles=journal.articles_of(self._writer, links))
        if any(change.kind in CORRECTIONS for change in changes):
            jobs.request(self._writer, JobKind.RESOLVE)
        return changes

    def doctor(self, ids: Collection[int] = ()) -> tuple[str, ...]:
        """What is wrong with the library, one sentence each; every one of ``ids`` must be in it."""
        from reader.store.integrity import problems  # noqa: PLC0415 (heavy: only when it is needed)

        return problems(self._reader, ids)

    @staticmethod
    def repair(path: Path) -> tuple[str, ...]:
        """Mend what can be derived anew in a library that nobody has to have open; what was mended, a sentence each."""
        from reader.store.mending import repair  # noqa: PLC0415 (heavy: only when it is needed)

        return repair(path)
