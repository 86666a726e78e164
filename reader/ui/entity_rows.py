"""The entities of an article as rows of a panel: by kind, most mentioned first. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.models.kinds import FigureKind, Kind
from reader.ui.highlights import is_trivial

if TYPE_CHECKING:
    from reader.models.annotations import Figure, Mention

KIND_NAMES = {
    Kind.PERSON: "People",
    Kind.ORG: "Organisations",
    Kind.PLACE: "Places",
    Kind.GROUP: "Groups",
    Kind.OTHER: "Other names",
    Kind.DATE: "Dates",
    Kind.FIGURE: "Figures",
}
"""Headings, in the order of the panel."""


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A row: a heading (``count`` 0), which may be blank, or one entity, date or figure.

    Attributes:
        entity: its id; None for dates, figures and names that are not resolved.
        place: offset of its first mention.
    """

    kind: Kind
    label: str
    count: int
    entity: int | None
    place: int

    @property
    def is_heading(self) -> bool:
        """Whether the cursor passes over it."""
        return self.count == 0


def panel_rows(
    mentions: Iterable[Mention], text: str, names: Mapping[int, str], figures: Iterable[Figure] = ()
) -> tuple[PanelRow, ...]:
    """Headings and rows of every kind that occurs.

    Args:
        mentions: of the article.
        text: of the article.
        names: of the entities, by id.
        figures: of the article: ordinals and small counts are left out, the others say what they count.
    """
    known_figures = {(figure.start, figure.end): figure for figure in figures}
    groups: dict[tuple[Kind, int | str], list[Mention]] = {}
    for mention in mentions:
        figure = known_figures.get((mention.start, mention.end))
        if figure is not None and is_trivial(figure):
            continue
        surface = _surface(mention, text, known_figures)
        known = mention.entity is not None and mention.entity in names
        key = mention.entity if known and mention.entity is not None else surface.casefold()
        groups.setdefault((mention.kind, key), []).append(mention)
    rows: list[PanelRow] = []
    for kind, heading in KIND_NAMES.items():
        found = [_row(kind, same, text, names, known_figures) for (of, _), same in groups.items() if of is kind]
        if found:
            if rows:
                rows.append(PanelRow(kind, "", 0, None, 0))
            rows.append(PanelRow(kind, heading, 0, None, 0))
            rows += sorted(found, key=lambda row: (-row.count, row.place))
    return tuple(rows)


def _surface(mention: Mention, text: str, figures: Mapping[tuple[int, int], Figure]) -> str:
    """The words of a mention, a bare number with what it counts: "63 voters"."""
    surface = " ".join(text[mention.start : mention.end].split())
    figure = figures.get((mention.start, mention.end))
    if figure is None or figure.kind is not FigureKind.COUNT or not figure.end <= figure.counts_start:
        return surface
    return " ".join(text[figure.start : figure.counts_end].split()) if figure.counts else surface


def _row(
    kind: Kind, mentions: list[Mention], text: str, names: Mapping[int, str], figures: Mapping[tuple[int, int], Figure]
) -> PanelRow:
    first = mentions[0]
    label = names.get(first.entity, "") if first.entity is not None else ""
    label = label or _surface(first, text, figures)
    return PanelRow(kind, label, len(mentions), first.entity, first.start)
