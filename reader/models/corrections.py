"""What a person has said of names, against what the machine found: it is anchored to spellings and to texts.

No correction knows ids: an entity is meant by a spelling of it and its kind, so that what was said holds for whatever
the same names are found to be later, in other articles, by other versions, and in another library.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from reader.models.journal import ChangeKind
from reader.models.kinds import NAMED_KINDS, Kind


@dataclass(frozen=True, slots=True)
class Who:
    """An entity, by one of its full spellings.

    Attributes:
        kind: None if it is meant whatever kind its name is taken for.
        apart: whether the person has made it, out of a spelling that the machine gives to somebody else.
    """

    kind: Kind | None
    name: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """Where a correction holds: everywhere, in one article, or at one place of it.

    Attributes:
        digest: of the article's text; "" for everywhere.
        nth: the place, as ``nth_of`` numbers it; 0 for every one.
    """

    digest: str = ""
    nth: int = 0


EVERYWHERE = Where()


def nth_of(text: str, start: int, end: int) -> int:
    """The number of the place ``text[start:end]`` among those where the text has the same characters, from 1.

    It hangs on the text alone, and mostly outlives its revision.
    """
    return text.count(text[start:end], 0, start) + 1


@dataclass(frozen=True, slots=True)
class SameAs:
    """Whoever is called ``one`` is ``other``, and is shown so."""

    one: Who
    other: Who


@dataclass(frozen=True, slots=True)
class Belongs:
    """A spelling means ``who``; with ``instead_of`` only where the machine gives it to that entity."""

    where: Where
    spelling: str
    who: Who
    instead_of: Who | None = None


@dataclass(frozen=True, slots=True)
class Called:
    """An entity is shown by another name."""

    who: Who
    name: str


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A spelling that was taken for ``found``, or for whatever without that, is a name of another kind, or none."""

    where: Where
    spelling: str
    found: Kind | None
    kind: Kind | None


Correction = SameAs | Belongs | Called | ReadAs

_KINDS = {
    SameAs: ChangeKind.SAME_AS,
    Belongs: ChangeKind.BELONGS,
    Called: ChangeKind.CALLED,
    ReadAs: ChangeKind.READ_AS,
}

_NOTHING, _ANY = "-", "*"


def encode(correction: Correction) -> tuple[ChangeKind, str]:
    """The correction as the journal has it: its kind and its target, parts with a blank between."""
    match correction:
        case SameAs(one, other):
            parts = [_who(one), _who(other)]
        case Belongs(where, spelling, who, instead_of):
            parts = [*_where(where), quote(spelling, safe=""), _who(who), _who(instead_of) if instead_of else _NOTHING]
        case Called(who, name):
            parts = [_who(who), quote(name, safe="")]
        case ReadAs(where, spelling, found, kind):
            read = [found.value if found else _ANY, kind.value if kind else _NOTHING]
            parts = [*_where(where), quote(spelling, safe=""), *read]
    return _KINDS[type(correction)], " ".join(parts)


def decode(kind: ChangeKind, target: str) -> Correction:
    """The correction of ``encode``.

    Raises:
        ValueError: the kind or the target is none.
    """
    parts = target.split(" ")
    match kind, parts:
        case ChangeKind.SAME_AS, [one, other]:
            return SameAs(_read_who(one), _read_who(other))
        case ChangeKind.BELONGS, [digest, nth, spelling, who, instead_of]:
            instead = None if instead_of == _NOTHING else _read_who(instead_of)
            return Belongs(_read_where(digest, nth), unquote(spelling), _read_who(who), instead)
        case ChangeKind.CALLED, [who, name]:
            return Called(_read_who(who), unquote(name))
        case ChangeKind.READ_AS, [digest, nth, spelling, found, wanted]:
            meant = None if wanted == _NOTHING else _read_kind(wanted)
            taken_for = None if found == _ANY else _read_kind(found)
            return ReadAs(_read_where(digest, nth), unquote(spelling), taken_for, meant)
    raise ValueError(f"{kind} {target} is no correction")


def subject(correction: Correction) -> str:
    """The spelling that a correction is about: what articles use it are to be resolved anew."""
    match correction:
        case SameAs(one, _):
            return one.name
        case Called(who, _):
            return who.name
        case Belongs() | ReadAs():
            return correction.spelling


def _who(who: Who) -> str:
    return f"{who.kind.value if who.kind else _ANY}{'=' if who.apart else ':'}{quote(who.name, safe='')}"


def _read_who(part: str) -> Who:
    kind, mark, name = part.partition("=" if "=" in part else ":")
    return Who(None if kind == _ANY else _read_kind(kind), unquote(name), mark == "=")


def _read_kind(part: str) -> Kind:
    kind = Kind(part)
    if kind not in NAMED_KINDS:
        raise ValueError(f"{kind} is no kind of names")
    return kind


def _where(where: Where) -> tuple[str, str]:
    return where.digest or _ANY, str(where.nth)


def _read_where(digest: str, nth: str) -> Where:
    return Where("" if digest == _ANY else digest, int(nth))


@dataclass(frozen=True, slots=True)
class At:
    """Where a person stands as they put something right: an article, and a mention of it; everywhere without any.

    Attributes:
        article: its id; 0 for everywhere.
        start: of the mention meant in its text; -1 for all of the article.
        end: its end.
    """

    article: int = 0
    start: int = -1
    end: int = -1


ANYWHERE = At()


@dataclass(frozen=True, slots=True)
class Merge:
    """An entity is the same as another one, whose name both are shown by. Ids."""

    entity: int
    into: int


@dataclass(frozen=True, slots=True)
class Split:
    """A spelling of an entity is somebody else: the entity ``into``, or somebody of their own."""

    entity: int
    spelling: str
    into: int | None = None
    at: At = ANYWHERE


@dataclass(frozen=True, slots=True)
class Rename:
    """An entity is shown by another name."""

    entity: int
    name: str


@dataclass(frozen=True, slots=True)
class Retype:
    """An entity, or one spelling of it, is of another kind, or no name at all (None)."""

    entity: int
    kind: Kind | None
    spelling: str = ""
    at: At = ANYWHERE


Act = Merge | Split | Rename | Retype
"""What a person does to an entity of the library as it is now; what they mean by it is a few ``Correction``s."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What an act would change."""

    articles: int
    mentions: int
