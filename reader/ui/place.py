"""Where the person was in a library: kept in a small file at the end, and gone back to at the next start."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import get_args, get_type_hints

MOST_BYTES = 1_000_000
"""A file that is longer was not written by us."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the reading screen.

    Attributes:
        query: the filter of the list, or "".
        entity: the list is of what mentions it; 0 for none.
        name: of that entity, or of the shelf whose query it is.
        grouped: whether the list is grouped by event.
        unfolded: the events that are unfolded.
        article: under the cursor of the list; 0 for none.
        line: of the window on which the list's cursor stands.
        pane: which one has the focus.
        sentence: where in the article the cursor stands.
        row: of the window on which that sentence begins.
        division: how the room is divided; "" as the width asks for.
        marks: whether all marks are shown.
        hidden: whether hidden lines are shown.
        shelves_hidden: whether the shelves were put away.
        highlights: how much is highlighted.
        compared: the articles of the comparison that is on the screen.
        event: which those are all articles of; 0 for none.
        heading: of that comparison.
        at: the sentence of a source in it, as article, start and end.
    """

    query: str = ""
    entity: int = 0
    name: str = ""
    grouped: bool = True
    unfolded: tuple[int, ...] = ()
    article: int = 0
    line: int = 0
    pane: str = "list"
    sentence: int = -1
    row: int = 0
    division: str = ""
    marks: bool = False
    hidden: bool = False
    shelves_hidden: bool = False
    highlights: str = "quiet"
    compared: tuple[int, ...] = ()
    event: int = 0
    heading: str = ""
    at: tuple[int, ...] = ()


def read_place(file: Path) -> Place:
    """The place that was kept; the beginning if there is none, or nothing that makes sense."""
    try:
        written = json.loads(file.read_bytes()[:MOST_BYTES])
    except (OSError, ValueError, RecursionError):
        return Place()
    if not isinstance(written, dict):
        return Place()
    hints = get_type_hints(Place)
    known = {each.name: written[each.name] for each in fields(Place) if each.name in written}
    kept = {name: _typed(value, hints[name]) for name, value in known.items()}
    return Place(**{name: value for name, value in kept.items() if value is not None})  # type: ignore[arg-type]


def _typed(value: object, wanted: type) -> object:
    """The value if it is of this type, and None if it is not."""
    if get_args(wanted):
        numbers = isinstance(value, list) and all(type(each) is int for each in value)
        return tuple(value) if numbers and isinstance(value, list) else None
    return value if type(value) is wanted else None


def keep_place(file: Path, place: Place) -> None:
    """Keep a place; where that cannot be done, the next start is at the beginning."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = file.with_suffix(".part")
        part.write_text(json.dumps(asdict(place)), encoding="utf-8")
        part.chmod(0o600)
        part.replace(file)
    except OSError:
        return
