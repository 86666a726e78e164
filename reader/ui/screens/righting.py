"""The menus that put a name right: what can be said of it, each with what that would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from reader.library import Library
from reader.models.annotations import Kind
from reader.models.corrections import ANYWHERE, Act, At, Extent, Merge, Rename, Retype, Split
from reader.models.entities import Entity
from reader.models.listing import EntityHit
from reader.ui.keymap import Context, bindings
from reader.ui.screens.told import ToldScreen
from reader.ui.widgets.told_lines import Told

FOOT = "Enter or the letter · u takes it back later · Esc back"

LIKELY = 6
"""Namesakes that are offered at once."""

WHOLE, OWN, OTHER = 0, -1, -2
"""Whom a name is given to, besides ids of entities: nobody yet, somebody of their own, somebody to be found."""


@dataclass(frozen=True, slots=True)
class Name:
    """The name at hand: an entity, and the spelling and place of the mention meant, if one is."""

    entity: Entity
    spelling: str = ""
    at: At = ANYWHERE


@dataclass(frozen=True, slots=True)
class Saying:
    """A line of the menu; ``asks``: the act still lacks the other entity ("who") or a name ("name")."""

    letter: str
    text: str
    act: Act
    asks: str = ""


def options(name: Name) -> tuple[Saying, ...]:
    """What can be said of a name."""
    number, shown, spelling = name.entity.id, name.entity.name, name.spelling
    said = [Saying("s", f"{shown} is the same as …", Merge(number, WHOLE), "who")]
    here, there = name.at, At(name.at.article)
    if spelling and name.at.article:
        said += [
            Saying("h", f"“{spelling}” here is somebody else …", Split(number, spelling, None, here), "who"),
            Saying(
                "a", f"“{spelling}” in this article is somebody else …", Split(number, spelling, None, there), "who"
            ),
        ]
    said += [
        Saying("e", f"“{each}” is somebody else everywhere …", Split(number, each), "who")
        for each in ([spelling] if spelling else [alias.surface for alias in name.entity.aliases][1:2])
        if len(name.entity.aliases) > 1
    ]
    said.append(Saying("n", f"another name for {shown} …", Rename(number, shown), "name"))
    said += [
        Saying(letter, f"{shown} is {what}", Retype(number, kind))
        for letter, kind, what in (
            ("p", Kind.PERSON, "a person"),
            ("o", Kind.ORG, "an organisation"),
            ("l", Kind.PLACE, "a place"),
            ("r", Kind.GROUP, "a group of people"),
            ("t", Kind.OTHER, "something else"),
        )
        if kind is not name.entity.kind
    ]
    if spelling and name.at.article:
        said += [
            Saying("1", f"“{spelling}” is not a name here", Retype(number, None, spelling, here)),
            Saying("2", f"“{spelling}” is not a name in this article", Retype(number, None, spelling, there)),
        ]
    return (*said, Saying("3", f"{shown} is not a name", Retype(number, None)))


def extents(library: Library, said: Sequence[Saying]) -> tuple[Extent, ...]:
    """What each line of the menu would change."""
    return tuple(library.extent(option.act) for option in said)


class RightingScreen(ToldScreen[Saying]):
    """What can be said of a name."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.RIGHTING,)
    BINDINGS = bindings(Context.RIGHTING)

    def __init__(self, name: Name, said: Sequence[Saying], changed: Sequence[Extent]) -> None:
        written = f"“{name.spelling}” · " if name.spelling and name.spelling != name.entity.name else ""
        head = f"Put right: {written}{name.entity.name} · {name.entity.kind.value.lower()}"
        told = [
            Told(f"{option.letter}  {option.text}  {told_extent(each)}", "ground", option)
            for option, each in zip(said, changed, strict=True)
        ]
        super().__init__(head, told, FOOT)
        self._said = {option.letter: option for option in said}

    def action_letter(self, letter: str) -> None:
        """Close with the line of this letter."""
        if letter in self._said:
            self.dismiss(self._said[letter])


class WhomScreen(ToldScreen[int]):
    """Whom a name is given to: namesakes, somebody of their own, or somebody to be found."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.THREAD,)

    def __init__(self, head: str, namesakes: Sequence[EntityHit], *, may_be_own: bool) -> None:
        own = [Told[int]("somebody of their own", "name", OWN)] if may_be_own else []
        told = [
            Told(f"{hit.name}  {hit.kind.value.lower()} · {hit.mentions:,} mentions", "ground", hit.id)
            for hit in namesakes
        ]
        super().__init__(head, [*own, *told, Told("find another one …", "muted", OTHER)], "Enter choose · Esc back")


def told_extent(changed: Extent) -> str:
    """What an act changes: "4 articles, 13 mentions"."""
    return ", ".join(
        f"{number:,} {noun}{'' if number == 1 else 's'}"
        for number, noun in ((changed.articles, "article"), (changed.mentions, "mention"))
    )


def given(option: Saying, whom: int) -> Act:
    """The act of a line with the entity that it lacked."""
    if isinstance(option.act, Merge):
        return Merge(option.act.entity, whom)
    if isinstance(option.act, Split):
        return Split(option.act.entity, option.act.spelling, None if whom == OWN else whom, option.act.at)
    return option.act
