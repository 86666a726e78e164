"""What the steps of alias resolution hand on: clusters of one article, and the entities of an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.models.annotations import Kind
from reader.models.corrections import Who
from reader.models.entities import Alias
from reader.models.entities import Reason as Reason  # noqa: PLC0414 (known by this name)


class Scope(StrEnum):
    """How far a cluster's identity reaches by itself."""

    LIBRARY = "library"
    """The name says who it is: the same name elsewhere is the same entity."""

    EVENT = "event"
    """A bare surname, an acronym or "the Foreign Ministry": it says so only inside an event."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which a cluster's name is written.

    Attributes:
        key: what the spelling is looked up by in the library; it says more than ``alias_key`` where that is not enough
            ("person:ilham lv", "surname:aliyev", "ministry foreign@israel").
    """

    surface: str
    count: int
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions of one article that are one entity.

    Attributes:
        name: the fullest spelling, among those the most frequent.
        mentions: indexes into the article's mentions.
        identity: what it is: clusters of the same kind, scope LIBRARY and identity are one entity.
        anchor: digest of the article's text, to which identities of scope EVENT are tied.
        owner: country of an institution where the text gives it, or "".
        people: full names as (first name, rest), folded; empty for a bare surname and for what is no person.
        short: folded short forms by which the entity may be called inside its event: surnames, acronyms.
        by_hand: whether a person has said which entity it is, or of which kind.
        who: the entity that it is because a person said so.
    """

    kind: Kind
    name: str
    spellings: tuple[Spelling, ...]
    mentions: tuple[int, ...]
    scope: Scope
    identity: str
    anchor: str
    owner: str = ""
    people: tuple[tuple[str, str], ...] = ()
    short: frozenset[str] = frozenset()
    by_hand: bool = False
    who: Who | None = None

    @property
    def surfaces(self) -> tuple[tuple[str, int], ...]:
        """The spellings as written, with how often each occurs."""
        return tuple((spelling.surface, spelling.count) for spelling in self.spellings)


@dataclass(frozen=True, slots=True)
class ResolvedEntity:
    """An entity that an event mentions.

    Attributes:
        id: its id in the library; 0 for a new one.
        name: how the texts call it; for a known one its new name, if a fuller one was seen.
        aliases: the spellings that are new to it (for a new one: all).
        mentions: (article id, index into that article's mentions), in order.
        called: the name that a person has given it, by which it is shown; "" for none.
        by_hand: whether a person has said which entity it is.
    """

    id: int
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    mentions: tuple[tuple[int, int], ...]
    called: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which entity every named mention of some articles belongs to: each mention stands in exactly one entity."""

    entities: tuple[ResolvedEntity, ...]
