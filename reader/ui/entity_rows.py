"""The entities of an article as rows of a panel: by kind, most mentioned first. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.models.annotations import Kind, Mention

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


def panel_rows(mentions: Iterable[Mention], text: str, names: Mapping[int, str]) -> tuple[PanelRow, ...]:
    """Headings and rows of every kind that occurs; ``names`` gives the names of the entities by id."""
    groups: dict[tuple[Kind, int | str], list[Mention]] = {}
    for mention in mentions:
        surface = " ".join(text[mention.start : mention.end].split())
        known = mention.entity is not None and mention.entity in names
        key = mention.entity if known and mention.entity is not None else surface.casefold()
        groups.setdefault((mention.kind, key), []).append(mention)
    rows: list[PanelRow] = []
    for kind, heading in KIND_NAMES.items():
        found = [_row(kind, same, text, names) for (of, _), same in groups.items() if of is kind]
        if found:
            if rows:
                rows.append(PanelRow(kind, "", 0, None, 0))
            rows.append(PanelRow(kind, heading, 0, None, 0))
            rows += sorted(found, key=lambda row: (-row.count, row.place))
    return tuple(rows)


def _row(kind: Kind, mentions: list[Mention], text: str, names: Mapping[int, str]) -> PanelRow:
    first = mentions[0]
    label = names.get(first.entity, "") if first.entity is not None else ""
    label = label or " ".join(text[first.start : first.end].split())
    return PanelRow(kind, label, len(mentions), first.entity, first.start)
