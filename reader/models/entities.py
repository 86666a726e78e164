"""Entities: the people, organisations, places and groups that mentions refer to, across all articles of a library."""

from __future__ import annotations

from dataclasses import dataclass

from reader.models.annotations import Kind


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
    """

    id: int
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    mentions: int = 0
