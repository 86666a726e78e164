"""Putting names right by hand: what a person does to the entities of now, told as corrections for all times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.errors import UsageError
from reader.models.corrections import (
    EVERYWHERE,
    Act,
    At,
    Belongs,
    Called,
    Correction,
    Extent,
    Merge,
    ReadAs,
    Rename,
    Retype,
    SameAs,
    Split,
    Where,
    Who,
    encode,
    nth_of,
)
from reader.models.entities import SHORT_REASONS, Reason
from reader.models.journal import Change
from reader.models.kinds import Kind
from reader.store.articles import read_text
from reader.store.database import Database
from reader.store.journal import change_all
from reader.store.naming import corrections, name_key, spellings_of

_NAMELESS = "#"
"""What stands in the key of a spelling that means somebody in its article only."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A spelling of an entity; ``names``: it says by itself who is meant, wherever it stands."""

    id: int
    surface: str
    names: bool
    by_hand: bool


@dataclass(frozen=True, slots=True)
class _Entity:
    """An entity as it is now, and how corrections mean it; ``who`` alone means it nowhere if no spelling does."""

    id: int
    who: Who
    spellings: tuple[_Spelling, ...]
    found: str

    @property
    def full(self) -> list[_Spelling]:
        """The spellings that mean it anywhere."""
        return [spelling for spelling in self.spellings if spelling.names]


def put_right(database: Database, act: Act) -> tuple[Change, ...]:
    """Do what a person wants of an entity; the changes that this made, none if it is so already.

    Raises:
        UsageError: the entity or the spelling is not there, or the act makes no sense; one sentence says why.
    """
    with database.transaction():
        said = [encode(correction) for correction in _corrections(database, act)]
        unsaid = [encode(standing) for standing in _contradicted(database, act)]
        return change_all(
            database,
            [
                *((kind, target, False) for kind, target in unsaid if (kind, target) not in said),
                *((kind, target, True) for kind, target in said),
            ],
        )


def extent(database: Database, act: Act) -> Extent:
    """How many articles and mentions an act would change."""
    entity = _entity(database, act.entity)
    match act:
        case Merge() | Rename():
            spellings = entity.spellings
        case Split() | Retype():
            if act.at.start >= 0:
                return Extent(1, 1)
            spellings = tuple(_meant(entity, act.spelling))
    holes = ", ".join("?" * len(spellings))
    row = database.row(
        f"""
        SELECT count(DISTINCT article_id), coalesce(sum(count), 0) FROM spelling WHERE alias_id IN ({holes})
        {"AND article_id = ?" if isinstance(act, Split | Retype) and act.at.article else ""}
        """,
        [
            *(spelling.id for spelling in spellings),
            *([act.at.article] if isinstance(act, Split | Retype) and act.at.article else []),
        ],
    )
    return Extent(row[0], row[1]) if row else Extent(0, 0)


def _corrections(database: Database, act: Act) -> Iterator[Correction]:
    entity = _entity(database, act.entity)
    match act:
        case Merge():
            yield from _merged(database, entity, _entity(database, act.into))
        case Split():
            yield from _split(database, entity, act)
        case Rename():
            yield from _renamed(database, entity, act.name)
        case Retype():
            yield from _retyped(database, entity, act)


def _merged(database: Database, one: _Entity, other: _Entity) -> Iterator[Correction]:
    if one.id == other.id:
        raise UsageError("That is one and the same already.")
    if one.who.apart:
        yield SameAs(one.who, other.who)
    else:
        for name in _names(one):
            yield SameAs(Who(_meant_kind(database, one, name), name), other.who)
    yield from _given(database, one, other.who)
    if not other.full and not other.who.apart:
        yield from _given(database, other, other.who)


def _given(database: Database, entity: _Entity, who: Who) -> Iterator[Correction]:
    """The spellings that mean somebody in their articles only, given to somebody there."""
    if entity.full or entity.who.apart:
        return
    for spelling in entity.spellings:
        for digest in _digests(database, spelling):
            yield Belongs(Where(digest), spelling.surface, who)


def _split(database: Database, entity: _Entity, act: Split) -> Iterator[Correction]:
    (spelling, *_) = _meant(entity, act.spelling)
    if act.into == entity.id:
        raise UsageError("That is one and the same already.")
    who = Who(entity.who.kind, spelling.surface, apart=True) if act.into is None else _entity(database, act.into).who
    where = _where(database, act.at)
    if where == EVERYWHERE and act.into is None and len(entity.spellings) < 2:
        raise UsageError(f"{entity.who.name} has no other spelling: there is nobody to tell “{spelling.surface}” from.")
    if where != EVERYWHERE or spelling.names:
        yield Belongs(where, spelling.surface, who)
    elif entity.full:
        yield Belongs(where, spelling.surface, who, instead_of=entity.who)
        for digest in _digests(database, spelling):
            yield Belongs(Where(digest), spelling.surface, who)
    else:
        for digest in _digests(database, spelling):
            yield Belongs(Where(digest), spelling.surface, who)


def _renamed(database: Database, entity: _Entity, name: str) -> Iterator[Correction]:
    name = " ".join(name.split())
    if not name_key(name):
        raise UsageError("A name needs a letter.")
    if entity.full or entity.who.apart:
        if name != entity.found:
            yield Called(entity.who, name)
    else:
        yield from _given(database, entity, Who(entity.who.kind, name, apart=True))


def _retyped(database: Database, entity: _Entity, act: Retype) -> Iterator[Correction]:
    where = _where(database, act.at)
    if entity.who.apart and act.kind is not None and where == EVERYWHERE:
        yield from _remade(database, entity.who, act.kind)
        return
    for spelling in _meant(entity, act.spelling):
        found = _found_kind(database, entity, spelling)
        places = (
            [where]
            if where != EVERYWHERE or spelling.names
            else [Where(digest) for digest in _digests(database, spelling)]
        )
        for place in places:
            if act.kind is None or act.kind is not found or where != EVERYWHERE:
                yield ReadAs(place, spelling.surface, found, act.kind)


def _remade(database: Database, who: Who, kind: Kind) -> Iterator[Correction]:
    """Somebody whom the person has made, made anew as one of another kind."""
    for standing in corrections(database):
        if isinstance(standing, Belongs) and standing.who == who:
            yield replace(standing, who=replace(who, kind=kind))
        elif isinstance(standing, SameAs) and who in {standing.one, standing.other}:
            remade = replace(who, kind=kind)
            yield SameAs(*(remade if each == who else each for each in (standing.one, standing.other)))


def _contradicted(database: Database, act: Act) -> Iterator[Correction]:
    """What was said before and does not hold beside what is said now."""
    said = list(_corrections(database, act))
    entity = _entity(database, act.entity)
    for standing in corrections(database):
        if isinstance(standing, Called) and isinstance(act, Rename):
            is_over = standing.who == entity.who or name_key(standing.who.name) in set(map(name_key, _names(entity)))
        elif isinstance(standing, ReadAs) and isinstance(act, Retype):
            same = {name_key(spelling.surface) for spelling in _meant(entity, act.spelling)}
            places = {_where(database, act.at), *(each.where for each in said if isinstance(each, ReadAs))}
            is_over = name_key(standing.spelling) in same and standing.where in places
        elif isinstance(standing, Belongs):
            is_over = any(
                isinstance(each, Belongs)
                and each.where == standing.where
                and name_key(each.spelling) == name_key(standing.spelling)
                for each in said
            )
        else:
            is_over = False
        if is_over:
            yield standing


def _meant_kind(database: Database, entity: _Entity, name: str) -> Kind | None:
    """The kind by which a name is told from others that are spelled the same; None if there are no others.

    A name of one word is taken for a firm here and for a ship there; as long as it names one thing, that is meant.
    """
    sql = "SELECT entity_id, kind, reason, key FROM alias JOIN entity ON entity.id = entity_id WHERE alias.id = ?"
    others = [database.row(sql, (alias,)) for alias in spellings_of(database, name)]
    is_told = any(
        row is not None
        and row[0] != entity.id
        and row[1] != entity.who.kind
        and row[2] not in SHORT_REASONS | {Reason.HAND}
        and _NAMELESS not in row[3]
        for row in others
    )
    return entity.who.kind if is_told else None


def _found_kind(database: Database, entity: _Entity, spelling: _Spelling) -> Kind | None:
    """The kind that the machine takes a spelling for, where a person has said that it is of the entity's kind."""
    said = [
        each
        for each in corrections(database)
        if isinstance(each, ReadAs)
        and each.kind is entity.who.kind
        and name_key(each.spelling) == name_key(spelling.surface)
    ]
    return said[-1].found if said else _meant_kind(database, entity, spelling.surface)


def _entity(database: Database, number: int) -> _Entity:
    row = database.row("SELECT name, kind, found_name FROM entity WHERE id = ?", (number,))
    if row is None:
        raise UsageError(f"There is no entity {number}.")
    kind, found = Kind(row[1]), row[2] or row[0]
    rows = database.rows("SELECT id, key, surface, reason FROM alias WHERE entity_id = ? ORDER BY id", (number,))
    apart = bool(rows) and all(key.startswith("hand:") and reason == Reason.HAND for _, key, _, reason in rows)
    spellings = tuple(
        _Spelling(
            alias,
            surface,
            names=_NAMELESS not in key and _names_anywhere(surface, reason),
            by_hand=reason == Reason.HAND,
        )
        for alias, key, surface, reason in rows
    )
    if apart:
        own = [surface for _, key, surface, _ in rows if name_key(key.split(":", 2)[2]) == name_key(surface)]
        return _Entity(number, Who(kind, own[0] if own else found, apart=True), spellings, found)
    full = [spelling.surface for spelling in spellings if spelling.names]
    main = found if found in full or not full else full[0]
    return _Entity(number, Who(kind, main), spellings, found)


def _names_anywhere(surface: str, reason: str) -> bool:
    """Whether a spelling means somebody wherever it stands; one given by hand does if it has several words."""
    return " " in name_key(surface) if reason == Reason.HAND else reason not in SHORT_REASONS


def _names(entity: _Entity) -> list[str]:
    """The names that mean an entity anywhere, one of each key."""
    return list({name_key(spelling.surface): spelling.surface for spelling in reversed(entity.full)}.values())


def _meant(entity: _Entity, spelling: str) -> Sequence[_Spelling]:
    """The spellings of an entity that are meant by one: all without any."""
    if not spelling:
        return entity.spellings
    meant = [each for each in entity.spellings if name_key(each.surface) == name_key(spelling)]
    if not meant:
        raise UsageError(f"{entity.who.name} is nowhere spelled “{spelling}”.")
    return sorted(meant, key=lambda each: each.surface != spelling)


def _where(database: Database, at: At) -> Where:
    if not at.article:
        return EVERYWHERE
    row = database.row("SELECT digest FROM article WHERE id = ?", (at.article,))
    if row is None:
        raise UsageError(f"There is no article {at.article}.")
    if at.start < 0:
        return Where(row[0])
    return Where(row[0], nth_of(read_text(database, at.article) or "", at.start, at.end))


def _digests(database: Database, spelling: _Spelling) -> list[str]:
    """The texts that use a spelling."""
    rows = database.rows(
        "SELECT digest FROM spelling JOIN article ON article.id = article_id WHERE alias_id = ? ORDER BY article_id",
        (spelling.id,),
    )
    return [row[0] for row in rows]
