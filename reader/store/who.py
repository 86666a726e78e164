"""The entity page: what the library knows of one entity. Every query is bounded, and goes along an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reader.models.annotations import Annotations, Kind, Sentence
from reader.models.article import LineLabel
from reader.models.corrections import Belongs, Called, ReadAs, SameAs, Where
from reader.models.entities import Entity
from reader.models.who import Company, Described, Face, InEvent, OutletShare, Place, Rest, Seen
from reader.store.analysis import read_annotations
from reader.store.articles import read_text
from reader.store.database import Database
from reader.store.entities import read_entity
from reader.store.naming import corrections, name_key

COUNTED = 3000
"""Articles whose mentions are counted by day: some milliseconds."""

NEAR = 300
"""Newest articles in which company and outlets are counted."""

DESCRIBED, EVENTS, ALIASES, COMPANY, QUOTES, OUTLETS = 6, 12, 30, 12, 40, 30
"""Lines of each part, at most."""

LONGEST = 400
"""Characters of a sentence or quotation that are shown."""

_LEAST_SHARED = 2
"""Articles two must share to be company."""


def face(database: Database, number: int) -> Face | None:
    """The first screen of an entity's page; None if there is no such entity."""
    entity = read_entity(database, number)
    if entity is None:
        return None
    rows = database.rows(
        "SELECT substr(sort_at, 1, 10), count FROM mention WHERE entity_id = ? ORDER BY sort_at DESC LIMIT ?",
        (number, COUNTED),
    )
    days: Counter[str] = Counter()
    for day, count in rows:
        days[day] += count
    articles = len(rows)
    if articles == COUNTED:
        articles = database.number("SELECT count(*) FROM mention WHERE entity_id = ?", (number,))
    first = database.row("SELECT sort_at FROM mention WHERE entity_id = ? ORDER BY sort_at LIMIT 1", (number,))
    return Face(
        entity,
        articles,
        first[0][:10] if first else "",
        rows[0][0] if rows else "",
        tuple(sorted(days.items())),
        len(rows),
        tuple(_described(database, number)),
        tuple(_seen(database, number)),
        tuple(_events(database, number)),
        tuple(_by_hand(database, entity)),
    )


def rest(database: Database, number: int) -> Rest:
    """What stands below the first screen."""
    near = [
        row[0]
        for row in database.rows(
            "SELECT article_id FROM mention WHERE entity_id = ? ORDER BY sort_at DESC LIMIT ?", (number, NEAR)
        )
    ]
    return Rest(
        tuple(_company(database, number, near)),
        tuple(_quoted(database, number, is_about=False)),
        tuple(_quoted(database, number, is_about=True)),
        tuple(_outlets(database, near)),
        len(near),
    )


def _described(database: Database, number: int) -> Iterator[Described]:
    """What describes the entity most often, and last."""
    rows = database.rows(
        """
        SELECT words, substr(sort_at, 1, 10), article_id, start FROM described
        WHERE entity_id = ? ORDER BY sort_at DESC, article_id DESC LIMIT ?
        """,
        (number, COUNTED),
    )
    groups: dict[str, list[tuple[str, str, int, int]]] = {}
    for words, day, article, start in rows:
        groups.setdefault(name_key(words), []).append((words, day, article, start))
    for group in sorted(groups.values(), key=len, reverse=True)[:DESCRIBED]:
        words, last, article, start = group[0]
        yield Described(words, len(group), group[-1][1], last, article, start)


def _seen(database: Database, number: int) -> Iterator[Seen]:
    rows = database.rows(
        """
        SELECT surface, reason, count(spelling.article_id) AS articles, coalesce(sum(spelling.count), 0) AS mentions,
               coalesce(max(spelling.article_id), 0)
        FROM alias LEFT JOIN spelling ON spelling.alias_id = alias.id
        WHERE alias.entity_id = ? GROUP BY alias.id ORDER BY mentions DESC, surface LIMIT ?
        """,
        (number, ALIASES),
    )
    for surface, reason, articles, mentions, last in rows:
        yield Seen(surface, reason, mentions, articles, last)


def _events(database: Database, number: int) -> Iterator[InEvent]:
    """The newest events that it is named in, each with a sentence of the article that names it most."""
    rows = database.rows(
        """
        SELECT event_id, article_id, count FROM mention JOIN article ON article.id = article_id
        WHERE entity_id = ? ORDER BY mention.sort_at DESC, article_id DESC LIMIT ?
        """,
        (number, NEAR),
    )
    naming: dict[int, list[tuple[int, int]]] = {}
    for event, article, count in rows:
        if event in naming or len(naming) < EVENTS:
            naming.setdefault(event, []).append((-count, article))
    for event, articles in naming.items():
        row = database.row("SELECT title, day, size FROM event WHERE id = ?", (event,))
        place = _sentence_of(database, number, min(articles)[1])
        if row is not None and place is not None:
            yield InEvent(event, row[0], row[1], row[2], len(articles), place)


def _sentence_of(database: Database, number: int, article: int) -> Place | None:
    """The sentence in which an article says most plainly what an entity does."""
    annotations, text = read_annotations(database, article), read_text(database, article)
    if annotations is None or text is None:
        return None
    starts = [mention.start for mention in annotations.mentions if mention.entity == number]
    holding = [
        sentence
        for sentence in annotations.sentences
        if any(sentence.start <= start < sentence.end for start in starts)
    ]
    if not holding:
        return None
    best = min(holding, key=lambda sentence: _rank(sentence, starts, annotations))
    return _place(database, article, best.start, best.end, text)


def _rank(sentence: Sentence, starts: list[int], annotations: Annotations) -> tuple[bool, bool, int, int]:
    """What sentences are chosen by: prose first, then those that begin with the entity, or nearly, then the first."""
    first = min(start for start in starts if sentence.start <= start < sentence.end)
    is_prose = sentence.label is LineLabel.BODY
    quoted = any(quote.start <= first < quote.end for quote in annotations.quotes)
    return not is_prose, quoted, (first - sentence.start) // 40, sentence.start


def _place(database: Database, article: int, start: int, end: int, text: str) -> Place | None:
    row = database.row("SELECT outlet, substr(sort_at, 1, 10) FROM article WHERE id = ?", (article,))
    if row is None:
        return None
    return Place(article, start, end, row[0], row[1], " ".join(text[start:end].split())[:LONGEST])


def _by_hand(database: Database, entity: Entity) -> Iterator[str]:
    """What a person has said of an entity, the last first."""
    names = {name_key(alias.surface) for alias in entity.aliases}
    for said in reversed(corrections(database)):
        match said:
            case SameAs(one, other) if name_key(one.name) in names or name_key(other.name) in names:
                yield f"{one.name} is {other.name}"
            case Called(who, name) if name_key(who.name) in names:
                yield f"{who.name} is shown as {name}"
            case Belongs(where, spelling, who) if name_key(spelling) in names and name_key(who.name) in names:
                yield f"“{spelling}” is {who.name}{_told(where)}"
            case ReadAs(where, spelling, _, kind) if name_key(spelling) in names:
                yield f"“{spelling}” is {_KINDS[kind] if kind else 'no name'}{_told(where)}"


_KINDS = {
    Kind.PERSON: "a person",
    Kind.ORG: "an organisation",
    Kind.PLACE: "a place",
    Kind.GROUP: "a group",
    Kind.OTHER: "of another kind",
}


def _told(where: Where) -> str:
    return "" if not where.digest else " in one place" if where.nth else " in one article"


def _company(database: Database, number: int, near: list[int]) -> Iterator[Company]:
    """Who occurs in the same articles oftener than chance has it, the surest first."""
    every = database.number("SELECT value FROM tally WHERE name = 'articles'")
    shared: Counter[int] = Counter()
    newest: dict[int, int] = {}
    for article in near:
        for (other,) in database.rows("SELECT entity_id FROM mention WHERE article_id = ?", (article,)):
            shared[other] += 1
            newest.setdefault(other, article)
    found: list[tuple[float, Company]] = []
    likely = [(other, n) for other, n in shared.most_common(8 * COMPANY) if other != number and n >= _LEAST_SHARED]
    for other, together in likely:
        row = database.row("SELECT name, kind FROM entity WHERE id = ?", (other,))
        if row is None:
            continue
        named = database.number(
            "SELECT count(*) FROM (SELECT 1 FROM mention WHERE entity_id = ? LIMIT ?)", (other, COUNTED)
        )
        times = together * every / (len(near) * named)
        if times > 1:
            surety = together * (1 - 1 / times)
            found.append((surety, Company(other, row[0], row[1], together, round(times, 1), newest[other])))
    yield from (company for _, company in sorted(found, key=lambda each: (-each[0], each[1].name))[:COMPANY])


def _quoted(database: Database, number: int, *, is_about: bool) -> Iterator[Place]:
    """The newest quotations by an entity, or about it."""
    rows = database.rows(
        """
        SELECT article_id, start, finish FROM quoted
        WHERE entity_id = ? AND is_about = ? ORDER BY sort_at DESC, article_id DESC LIMIT ?
        """,
        (number, int(is_about), QUOTES),
    )
    texts: dict[int, str] = {}
    for article, start, end in rows:
        if article not in texts:
            texts[article] = read_text(database, article) or ""
        place = _place(database, article, start, end, texts[article])
        if place is not None:
            yield place


def _outlets(database: Database, near: list[int]) -> Iterator[OutletShare]:
    """The outlets that name it, and those that leave it out of events in which others name it."""
    named = set(near)
    naming: Counter[str | None] = Counter()
    leaving: Counter[str | None] = Counter()
    shown: dict[str | None, int] = {}
    events: dict[int, None] = {}
    for article in near:
        row = database.row("SELECT outlet, event_id FROM article WHERE id = ?", (article,))
        if row is not None:
            naming[row[0]] += 1
            shown.setdefault(row[0], article)
            events.setdefault(row[1])
    for event in events:
        members = database.rows("SELECT id, outlet FROM article WHERE event_id = ? ORDER BY sort_at DESC", (event,))
        naming_here = {outlet for article, outlet in members if article in named}
        for outlet in {outlet for _, outlet in members if outlet not in naming_here}:
            leaving[outlet] += 1
            shown.setdefault(outlet, next(article for article, each in members if each == outlet))
    outlets = sorted(naming.keys() | leaving.keys(), key=lambda each: (-naming[each], -leaving[each], each or ""))
    for outlet in outlets[:OUTLETS]:
        yield OutletShare(outlet, naming[outlet], leaving[outlet], shown[outlet])
