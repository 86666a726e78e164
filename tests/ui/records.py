# ruff: noqa: ARG002, FBT001, FBT002, FBT003, E501 (the library takes its values so; an article's paragraph is one line)
"""A library made of records in memory, for the tests of the screens: the library's interface, without a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace

from reader.errors import QueryError
from reader.library import Library, Place
from reader.models.annotations import Annotations, Kind, Mention, MentionSource, Sentence
from reader.models.article import UNKNOWN, Article, Evidence, Line, LineLabel, Metadatum, Status
from reader.models.comparison import Comparison, Reading, Relation, Row
from reader.models.corrections import Act, Extent
from reader.models.entities import Entity
from reader.models.explaining import ThreadEvent, Why
from reader.models.journal import Change, ChangeKind
from reader.models.keeping import Note, Watch
from reader.models.library import Job, JobKind, JobState, LeftOut, News, OutlineEntry
from reader.models.listing import AddOutcome, AddStatus, ArticleCard, Counts, EntityHit, EventCard, TextHit
from reader.models.revisions import Version
from reader.models.sources import SourceCard
from reader.models.who import Face, Rest

LABELS = {"T": LineLabel.TITLE, "S": LineLabel.STANDFIRST, "C": LineLabel.CROSSHEAD, "P": LineLabel.CAPTION}


def article_of(
    number: int, marked_text: str, *, outlet: str | None = None, day: str | None = None, stated: bool = True
) -> Article:
    """An article from lines such as "T:The title"; lines without a letter are body."""
    text, lines = "", []
    for raw in marked_text.strip("\n").split("\n"):
        letter, _, rest = raw.partition(":")
        label, words = (LABELS[letter], rest) if letter in LABELS else (LineLabel.BODY, raw)
        if words.strip():
            lines.append(Line(len(text), len(text) + len(words), label))
        text += words + "\n"
    title = next((text[line.start : line.end] for line in lines if line.label is LineLabel.TITLE), None)
    evidence = Evidence(1, "first line")
    return Article(
        id=number,
        text=text,
        title=Metadatum(title or "untitled", Status.STATED if title else Status.INFERRED, evidence),
        outlet=Metadatum(outlet, Status.STATED, evidence) if outlet else UNKNOWN,
        authors=Metadatum(None, Status.UNKNOWN, None),
        published=Metadatum(day, Status.STATED if stated else Status.INFERRED, evidence) if day else UNKNOWN,
        language=UNKNOWN,
        origin=f"/news/{number:03}_article.txt",
        lines=tuple(lines),
    )


def annotate(article: Article, names: dict[str, tuple[int, Kind]]) -> Annotations:
    """Sentences by their full stops, and every occurrence of the names as a mention."""
    sentences = [
        Sentence(line.start + found.start(), line.start + found.end(), line.label)
        for line in article.lines
        for found in re.finditer(r"\S.*?(?:[.?!](?= |$)|$)", article.text[line.start : line.end])
    ]
    mentions = [
        Mention(found.start(), found.end(), kind, MentionSource.RULE, entity=entity or None)
        for name, (entity, kind) in names.items()
        for found in re.finditer(re.escape(name), article.text)
    ]
    mentions.sort(key=lambda mention: mention.start)
    return Annotations(1, tuple(sentences), tuple(mentions), (), (), ())


@dataclass
class Records(Library):
    """Articles, events and comparisons in memory."""

    articles: dict[int, Article] = field(default_factory=dict)
    found: dict[int, Annotations] = field(default_factory=dict)
    followed: tuple[SourceCard, ...] = ()
    watched: tuple[Watch, ...] = ()
    noted: tuple[Note, ...] = ()
    texts: dict[int, tuple[Version, ...]] = field(default_factory=dict)
    seen: list[int] = field(default_factory=list)
    groups: dict[int, tuple[int, ...]] = field(default_factory=dict)
    entities: dict[int, Entity] = field(default_factory=dict)
    comparisons: dict[int, Comparison] = field(default_factory=dict)
    read: set[int] = field(default_factory=set)
    starred: set[int] = field(default_factory=set)
    marks: list[int] = field(default_factory=list)
    conflicts: dict[int, int] = field(default_factory=dict)
    doubts: dict[int, int] = field(default_factory=dict)
    late: dict[int, tuple[int, ...]] = field(default_factory=dict)
    whys: dict[int, Why] = field(default_factory=dict)
    threads: dict[int, tuple[ThreadEvent, ...]] = field(default_factory=dict)
    put_right: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    seq: int = 1
    changed: News | None = None
    order: Job | None = None
    became: tuple[AddOutcome, ...] = ()
    done: list[tuple[ChangeKind, tuple[int, ...], bool]] = field(default_factory=list)
    undone: list[tuple[ChangeKind, tuple[int, ...], bool]] = field(default_factory=list)

    def close(self) -> None:
        return

    def change(self, articles: tuple[int, ...] = (), events: tuple[int, ...] = ()) -> None:
        """Tell of news."""
        self.seq += 1
        self.changed = News(self.seq, articles, events)

    def request_add(self, paths: Sequence[str], *, analyse: bool = True, exactly: bool = False) -> int:
        self.order = Job(1, JobKind.ADD, JobState.QUEUED, tuple(paths), (), analyse, exactly, None, 0, None)
        return 1

    def sources(self) -> tuple[SourceCard, ...]:
        return self.followed

    def watches(self) -> tuple[Watch, ...]:
        return self.watched

    def keep_watch(self, name: str, query: str) -> tuple[Change, ...]:
        self.watched = (*(each for each in self.watched if each.name != name), Watch(name, query, 1, 1, 0))
        return (Change(1, "", ChangeKind.WATCHED, name, "", query, undone=False, batch=1),)

    def look_at(self, watch: Watch) -> None:
        self.watched = tuple(replace(each, new=0) if each == watch else each for each in self.watched)

    def notes(self, articles: Collection[int] | None = None) -> tuple[Note, ...]:
        return tuple(note for note in self.noted if articles is None or note.article in articles)

    def put_note(self, article: int, start: int, end: int, text: str = "") -> tuple[Change, ...]:
        self.noted = (Note("", article, start, end, "", text, "2024-06-01T08:00:00"),)
        return (Change(1, "", ChangeKind.NOTED, "", "", text, undone=False, batch=1),)

    def due_sources(self) -> tuple[int, ...]:
        return ()

    def request_update(self, sources: Collection[int] = (), *, analyse: bool = True) -> int:
        self.order = Job(1, JobKind.UPDATE, JobState.QUEUED, (), tuple(sources), analyse, False, None, 0, None)
        return 1

    def versions(self, article_id: int) -> tuple[Version, ...]:
        return self.texts.get(article_id, ())

    def see_change(self, article_id: int) -> None:
        self.seen.append(article_id)

    def stored_comparison(self, ids: Collection[int]) -> Comparison | None:
        same = (each for each in self.comparisons.values() if set(each.articles) == set(ids))
        return next(same, None) or Comparison(tuple(ids), (), (), (), (), (), (), (), ())

    def job(self, job_id: int) -> Job | None:
        return self.order

    def left_out(self) -> tuple[LeftOut, ...]:
        kept = [each for each in self.became if each.status in {AddStatus.FAILED, AddStatus.SKIPPED}]
        return tuple(LeftOut(each, 1) for each in sorted(kept, key=lambda each: each.status is AddStatus.SKIPPED))

    def event_id(self, article: int) -> int:
        return next((event for event, members in self.groups.items() if article in members), 1000 + article)

    def sort_at(self, article: int) -> str:
        return self.articles[article].published.value or "2000-01-01"

    def counts(self) -> Counts:
        events = {self.event_id(article) for article in self.articles}
        unread = len(set(self.articles) - self.read)
        return Counts(len(self.articles), len(self.found), len(events), 0, unread)

    def outline(
        self, query: str | None = None, grouped: bool = True, after: Place | None = None, limit: int = 500
    ) -> tuple[OutlineEntry, ...]:
        if query and query.count('"') % 2:
            raise QueryError("The quote mark is not closed.", query.rindex('"'))
        chosen = [number for number in self.articles if not query or query in self.articles[number].text]
        entries: dict[int, OutlineEntry] = {}
        for number in sorted(chosen, key=lambda number: (self.sort_at(number), number), reverse=True):
            key = self.event_id(number) if grouped else number
            if key in entries:
                entries[key] = replace(entries[key], articles=(*entries[key].articles, number))
            else:
                entries[key] = OutlineEntry(self.sort_at(number), self.event_id(number), (number,))
        ordered = sorted(
            entries.values(),
            key=lambda entry: (entry.sort_at, entry.event if grouped else entry.articles[0]),
            reverse=True,
        )
        if after is not None:
            ordered = [
                entry for entry in ordered if (entry.sort_at, entry.event if grouped else entry.articles[0]) < after
            ]
        return tuple(ordered[:limit])

    def _entries(self, query: str, entity: int | None, grouped: bool) -> tuple[OutlineEntry, ...]:
        if entity is not None:
            return tuple(OutlineEntry(sort_at, 0, (article,)) for sort_at, article in self.entity_articles(entity))
        return self.outline(query, grouped, limit=1_000_000)

    def list_size(self, query: str = "", *, entity: int | None = None, grouped: bool = True) -> int:
        return len(self._entries(query, entity, grouped))

    def window(
        self, start: int, limit: int, whole: int, query: str = "", *, entity: int | None = None, grouped: bool = True
    ) -> tuple[OutlineEntry, ...]:
        return self._entries(query, entity, grouped)[start : start + limit]

    def list_index(
        self, article: int, query: str = "", *, entity: int | None = None, grouped: bool = True
    ) -> int | None:
        entries = self._entries(query, entity, grouped)
        return next((index for index, entry in enumerate(entries) if article in entry.articles), None)

    def unread(self, query: str = "", *, entity: int | None = None) -> tuple[int, ...]:
        listed = (article for entry in self._entries(query, entity, True) for article in entry.articles)
        return tuple(article for article in listed if article not in self.read)

    def next_unread(
        self, after: int | None, query: str = "", *, entity: int | None = None, grouped: bool = True
    ) -> int | None:
        entries = self._entries(query, entity, grouped)
        index = self.list_index(after, query, entity=entity, grouped=grouped) if after is not None else None
        following = entries[0 if index is None else index + 1 :]
        return next((each for entry in following for each in entry.articles if each not in self.read), None)

    def cards(self, ids: Sequence[int]) -> tuple[ArticleCard, ...]:
        return tuple(self.card(number) for number in ids if number in self.articles)

    def card(self, number: int) -> ArticleCard:
        article = self.articles[number]
        return ArticleCard(
            id=number,
            title=article.title.value or "",
            title_status=article.title.status,
            outlet=article.outlet.value,
            published=article.published.value,
            published_status=article.published.status,
            sort_at=self.sort_at(number),
            event=self.event_id(number),
            story=None,
            words=len(article.text.split()),
            origin=article.origin,
            read=number in self.read,
            starred=number in self.starred,
            analysed=number in self.found,
        )

    def event_cards(self, ids: Sequence[int]) -> tuple[EventCard, ...]:
        return tuple(card for event in ids if (card := self.event(event)) is not None)

    def why(self, event_id: int) -> Why | None:
        return self.whys.get(event_id)

    def thread(self, story_id: int) -> tuple[ThreadEvent, ...]:
        return self.threads.get(story_id, ())

    def _put_right(self, what: str, ids: Iterable[int]) -> tuple[Change, ...]:
        self.put_right.append((what, tuple(ids)))
        return ()

    def join_events(self, ids: Collection[int]) -> tuple[Change, ...]:
        return self._put_right("join", sorted(ids))

    def split_event(self, event_id: int, articles: Collection[int]) -> tuple[Change, ...]:
        return self._put_right("split", (event_id, *articles))

    def part_events(self, one: int, other: int) -> tuple[Change, ...]:
        return self._put_right("part", (one, other))

    def event_of(self, article_id: int) -> EventCard | None:
        return self.event(self.event_id(article_id))

    def event(self, event_id: int) -> EventCard | None:
        members = self.groups.get(event_id) or ((event_id - 1000,) if event_id - 1000 in self.articles else ())
        if not members:
            return None
        cards = self.cards(members)
        return EventCard(
            id=event_id,
            title=next((card.title for card in cards if card.title_status is Status.STATED), cards[0].title),
            day=cards[0].published,
            sort_at=cards[0].sort_at,
            articles=tuple(members),
            outlets=tuple(card.outlet for card in cards if card.outlet),
            story=next(
                (story for story, thread in self.threads.items() if any(each.event == event_id for each in thread)),
                None,
            ),
            conflicts=self.conflicts.get(event_id, 0),
            unread=sum(not card.read for card in cards),
            doubts=self.doubts.get(event_id, 0),
            late=self.late.get(event_id, ()),
            new=tuple(number for number in self.late.get(event_id, ()) if number not in self.read),
        )

    def article(self, article_id: int) -> Article | None:
        return self.articles.get(article_id)

    def annotations(self, article_id: int) -> Annotations | None:
        return self.found.get(article_id)

    def entity(self, entity_id: int) -> Entity | None:
        return self.entities.get(entity_id)

    def who(self, entity_id: int) -> Face | None:
        entity = self.entity(entity_id)
        articles = len(self.entity_articles(entity_id))
        return None if entity is None else Face(entity, articles, "", "", (), 0, (), (), ())

    def who_else(self, entity_id: int) -> Rest:
        del entity_id
        return Rest((), (), (), (), 0)

    def extent(self, act: Act) -> Extent:
        del act
        return Extent(1, 2)

    def correct(self, act: Act) -> tuple[Change, ...]:
        del act
        return ()

    def entity_articles(self, entity_id: int, after: Place | None = None, limit: int = 50) -> tuple[Place, ...]:
        places = [
            (self.sort_at(number), number)
            for number, annotations in self.found.items()
            if any(mention.entity == entity_id for mention in annotations.mentions)
        ]
        return tuple(sorted((place for place in places if after is None or place < after), reverse=True)[:limit])

    def search(self, query: str, limit: int = 50, article: int | None = None) -> tuple[TextHit, ...]:
        return tuple(
            TextHit(number, found.start(), found.end(), query, (0, len(query)))
            for number, one in self.articles.items()
            if article in {None, number}
            for found in re.finditer(re.escape(query.strip('"')), one.text)
        )[:limit]

    def while_wanted(self, is_wanted: Callable[[], bool]) -> AbstractContextManager[None]:
        del is_wanted
        return nullcontext()

    def find_entities(self, name: str, limit: int = 20, articles: int | None = None) -> tuple[EntityHit, ...]:
        return tuple(
            EntityHit(entity.id, entity.name, entity.kind, (), 1, (), "name", 0)
            for entity in self.entities.values()
            if name.casefold() in entity.name.casefold()
        )[:limit]

    def comparison(self, event_id: int) -> Comparison | None:
        return self.comparisons.get(event_id)

    def stamp(self) -> None:
        return None

    def has_work(self) -> bool:
        return False

    def news(self, after: int) -> News:
        if self.changed is not None and self.changed.seq > after:
            return self.changed
        return News(self.seq)

    def _set(self, kind: ChangeKind, ids: Collection[int], value: bool) -> tuple[Change, ...]:
        for number in ids:
            if kind is ChangeKind.MARKED:
                self.marks = [mark for mark in self.marks if mark != number] + ([number] if value else [])
            else:
                chosen = self.read if kind is ChangeKind.READ else self.starred
                (chosen.add if value else chosen.discard)(number)
        after, before = ("1", "") if value else ("", "1")
        return tuple(Change(1, "2024-01-01T00:00:00", kind, str(number), before, after, False, 1) for number in ids)

    def _do(self, kind: ChangeKind, ids: Collection[int], value: bool) -> tuple[Change, ...]:
        self.done.append((kind, tuple(ids), value))
        return self._set(kind, ids, value)

    def changed_articles(self, changes: Collection[Change]) -> tuple[int, ...]:
        return tuple(int(change.target) for change in changes)

    def set_read(self, ids: Collection[int], value: bool = True, *, by_hand: bool = True) -> tuple[Change, ...]:
        if not by_hand:
            return self._set(ChangeKind.READ, ids, value)
        return self._do(ChangeKind.READ, ids, value)

    def set_starred(self, ids: Collection[int], value: bool = True) -> tuple[Change, ...]:
        return self._do(ChangeKind.STARRED, ids, value)

    def set_marked(self, ids: Collection[int], value: bool = True) -> tuple[Change, ...]:
        return self._do(ChangeKind.MARKED, ids, value)

    def marked(self) -> tuple[int, ...]:
        return tuple(self.marks)

    def dismissed(self) -> frozenset[str]:
        return frozenset()

    def undo(self) -> tuple[Change, ...]:
        if not self.done:
            return ()
        kind, ids, value = self.done.pop()
        self.undone.append((kind, ids, value))
        return tuple(
            replace(change, before=change.after, after=change.before) for change in self._set(kind, ids, not value)
        )

    def redo(self) -> tuple[Change, ...]:
        if not self.undone:
            return ()
        kind, ids, value = self.undone.pop()
        self.done.append((kind, ids, value))
        return self._set(kind, ids, value)


FLOOD_ONE = """
T:Harbour of Lindum floods after dam gate fails
S:Mayor Ada Quill orders 1,200 people out of the lower town
Water ran through the lower town of Lindum on Tuesday night after a gate of the Orrin dam failed. Mayor Ada Quill said \
that 1,200 people had been taken to schools on the hill.
P:The harbour on Wednesday morning. (Photo: North Shore Gazette)
“We heard a crack, then the river was in our kitchen,” said Tomas Hale, a baker. He had carried his mother up the stairs.
C:Warnings were not heeded
The operator, Orrin Water, had been told in March that two of the five gates were worn. It said that repairs were planned \
for the summer. The Lindum council will meet on Friday.
"""
FLOOD_TWO = """
T:Dam gate fails, lower Lindum under water
A failed gate at the Orrin dam sent water into Lindum on Tuesday night, and 900 people left their homes, the council said.
Orrin Water had known about worn gates since March.
Ada Quill, the mayor, asked people to stay away from the harbour.
"""
FLOOD_THREE = """
Residents of Lindum spent a second night in schools after the flood.
Ada Quill said that the lower town would stay closed until the water is out.
"""
FERRY = """
T:Ferry to the isles runs again after three weeks
The ferry between Lindum and the outer isles resumed its service on Monday, with two sailings a day.
Passengers had to take a detour of 90 km by road.
"""
NAMES = {
    "Ada Quill": (1, Kind.PERSON),
    "Tomas Hale": (2, Kind.PERSON),
    "Orrin Water": (3, Kind.ORG),
    "Lindum": (4, Kind.PLACE),
    "Tuesday": (0, Kind.DATE),
    "1,200": (0, Kind.FIGURE),
    "90 km": (0, Kind.FIGURE),
}


def sample() -> Records:
    """Four invented articles: a flood from three sources, and a ferry from one."""
    articles = [
        article_of(1, FLOOD_ONE, outlet="North Shore Gazette", day="2024-03-06"),
        article_of(2, FLOOD_TWO, outlet="The Lantern", day="2024-03-06", stated=False),
        article_of(3, FLOOD_THREE, day="2024-03-05"),
        article_of(4, FERRY, outlet="Isle Courier", day="2024-03-11"),
    ]
    records = Records(
        articles={article.id: article for article in articles},
        found={article.id: annotate(article, NAMES) for article in articles},
        groups={7: (2, 1, 3)},
        entities={number: Entity(number, name, kind, ()) for name, (number, kind) in NAMES.items() if number},
        conflicts={7: 1},
        doubts={7: 1},
    )
    return replace(records, comparisons={7: comparison_of(records)})


def comparison_of(records: Records) -> Comparison:
    """The comparison of the flood, as far as the gutter reads it."""

    def reading(article: int, words: str) -> Reading:
        for sentence in records.found[article].sentences:
            if words in records.articles[article].text[sentence.start : sentence.end]:
                return Reading(article, sentence.start, sentence.end)
        raise AssertionError(words)

    rows = (
        Row("a", Relation.DIFFER, (reading(1, "Water ran through"), reading(2, "A failed gate"))),
        Row("b", Relation.CONFLICT, (reading(1, "had been taken to schools"), reading(2, "900 people"))),
        Row("c", Relation.AGREE, (reading(1, "had been told in March"), reading(2, "since March"))),
        Row("d", Relation.SINGLE, (reading(1, "We heard a crack"),)),
        Row("e", Relation.CONFLICT, (reading(1, "will meet on Friday"), reading(3, "stay closed")), doubtful=True),
    )
    return Comparison((1, 2, 3), (), rows, (), (), (), (), (), ())
