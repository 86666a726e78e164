"""Entities: the people, organisations, places and groups that mentions refer to, across all articles of a library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.models.kinds import Kind


class Reason(StrEnum):
    """Why a spelling belongs to an entity, fit to be shown."""

    SAME = "same name"
    SURNAME = "surname of the one full name in scope"
    SPELLING_ONE = "spelling: one letter"
    SPELLING_TWO = "spelling: two letters"
    MIDDLE = "same first name and surname"
    INITIAL = "initial of the one full name in scope"
    ACRONYM = "acronym"
    SHORT = "short name of the one such organisation in scope"
    DEMONYM = "the same people"
    KNOWN = "known other name"
    OWNER = "same institution of"
    ONE_OWNER = "the one such institution in scope"
    HAND = "you said so"


SHORT_REASONS = frozenset({Reason.SURNAME, Reason.ACRONYM, Reason.SHORT, Reason.ONE_OWNER, Reason.INITIAL})
"""Why short forms belong to an entity: they don't name it where a full name is known."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling of an entity.

    Attributes:
        key: what it is looked up by: case and accents folded (analysis.aliases).
        surface: as written.
        reason: why it belongs to the entity, fit to be shown: "same name", "surname", "spelling", "acronym".
    """

    key: str
    surface: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place or group.

    Attributes:
        id: its number in the library; 0 until it is stored.
        name: the spelling that is shown: of the full ones the most mentioned.
        aliases: every spelling seen, the name included.
        mentions: how often the library mentions it, in any spelling.
        found: how the texts call it, if a person has given it another name; else "".
    """

    id: int
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    mentions: int = 0
    found: str = ""
