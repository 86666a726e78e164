"""Which names, dates and figures of an article are highlighted. Pure: annotations in, stretches with a kind out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.models.kinds import FigureKind, Kind

if TYPE_CHECKING:
    from reader.models.annotations import Annotations, Figure, Mention

SMALL_COUNT = 10
"""Counts below it are never marked: "two sides" and "three countries" are no figures to a reader (UI.md)."""


class Mode(StrEnum):
    """How much is highlighted: names and first mentions, everything, or nothing."""

    QUIET = "quiet"
    ALL = "all"
    OFF = "off"

    @property
    def after(self) -> Mode:
        """The mode that the key switches to from this one."""
        modes = list(Mode)
        return modes[(modes.index(self) + 1) % len(modes)]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of the article's text that is painted as a mention of a kind."""

    start: int
    end: int
    kind: Kind
    entity: int | None


ALWAYS = frozenset({Kind.PERSON, Kind.ORG})
"""Kinds of which every mention is marked in the quiet mode; of the others only the first."""


def highlights(annotations: Annotations, text: str, mode: Mode, only: int | None = None) -> tuple[Highlight, ...]:
    """The stretches to highlight, in reading order; with ``only`` all mentions of that entity and no others."""
    if only is not None:
        return tuple(_highlight(mention) for mention in annotations.mentions if mention.entity == only)
    if mode is Mode.OFF:
        return ()
    trivial = {(figure.start, figure.end) for figure in annotations.figures if is_trivial(figure)}
    seen: set[tuple[Kind, int | str]] = set()
    chosen: list[Highlight] = []
    for mention in annotations.mentions:
        if (mention.start, mention.end) in trivial:
            continue
        surface = text[mention.start : mention.end].casefold()
        key = (mention.kind, mention.entity if mention.entity is not None else surface)
        if mode is Mode.QUIET and mention.kind not in ALWAYS and key in seen:
            continue
        seen.add(key)
        chosen.append(_highlight(mention))
    return tuple(chosen)


def _highlight(mention: Mention) -> Highlight:
    return Highlight(mention.start, mention.end, mention.kind, mention.entity)


def is_trivial(figure: Figure) -> bool:
    """Whether a figure is none to a reader: "second", "two sides"."""
    if figure.kind is FigureKind.ORDINAL:
        return True
    return figure.kind is FigureKind.COUNT and abs(figure.value) < SMALL_COUNT
