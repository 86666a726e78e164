"""The list of the finder: names with why they matched, and places with the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.strip import Strip

from reader.models.listing import EntityHit
from reader.ui.find_rows import EntityFind, FindRow, Heading, PlaceFind
from reader.ui.layout import fit
from reader.ui.messages import FindChosen
from reader.ui.paint import Span, runs_of, strip_of
from reader.ui.text import shown
from reader.ui.widgets.lines import LineView

KIND_CELLS = 8
"""Cells of the kind in front of a name."""

SOURCE_CELLS = 30
"""Cells of the outlet and date behind a place."""


class FindList(LineView, can_focus=False):
    """Finds, one a line, with a cursor that skips the headings."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"line--{name}" for name in ("ground", "bar", "here", "heading", "muted", "faint", "name", "hit")
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._rows: tuple[FindRow, ...] = ()
        self._cursor = 0

    def put(self, rows: Sequence[FindRow]) -> None:
        """Show these finds; the cursor goes to the first."""
        self._rows = tuple(rows)
        self._cursor = 0
        self.set_line_count(len(self._rows))
        self.scroll_to(y=0, animate=False, force=True)
        if self._rows:
            self.move(1)
        self.refresh()

    @property
    def current(self) -> EntityFind | PlaceFind | None:
        """What the cursor stands on."""
        row = self._rows[self._cursor] if self._cursor < len(self._rows) else None
        return None if isinstance(row, Heading) else row

    def move(self, by: int) -> None:
        """Move the cursor to the next find in this direction."""
        step = 1 if by > 0 else -1
        place = self._cursor
        for _ in range(abs(by)):
            following = place + step
            while 0 <= following < len(self._rows) and isinstance(self._rows[following], Heading):
                following += step
            if not 0 <= following < len(self._rows):
                break
            place = following
        self._cursor = place
        self.keep_in_view(max(0, place - 1), place)
        self.refresh()

    def paint_line(self, line: int) -> Strip:
        """A heading, a name or a place."""
        row, ground = self._rows[line], self.look("ground")
        here = line == self._cursor and not isinstance(row, Heading)
        if here:
            ground += self.tint("here")
        runs = [("▎" if here else " ", ground + self.tint("bar"))]
        if isinstance(row, Heading):
            runs.append((shown(row.text), ground + self.tint("heading")))
        elif isinstance(row, EntityFind):
            runs += self._entity(row.hit, ground)
        else:
            runs += self._place(row, ground)
        return strip_of(runs, self.line_width, ground)

    def _entity(self, hit: EntityHit, ground: Style) -> list[tuple[str, Style]]:
        muted, name = ground + self.tint("muted"), ground + self.tint("name")
        counts = f"{_number(hit.mentions, 'mention')} · {_number(hit.in_articles, 'article')}"
        label = fit(shown(hit.name), max(8, self.line_width // 2))
        free = self.line_width - KIND_CELLS - cell_len(label) - cell_len(counts) - 6
        why = fit(shown(hit.why), max(0, free))
        gap = " " * max(1, free - cell_len(why) + 1)
        return [
            (f" {hit.kind.value.lower():<{KIND_CELLS}}", muted),
            (label, name),
            (f"  {why}", ground + self.tint("faint")),
            (gap, ground),
            (counts, muted),
        ]

    def _place(self, find: PlaceFind, ground: Style) -> list[tuple[str, Style]]:
        source = fit(shown(find.source), min(SOURCE_CELLS, self.line_width // 3))
        room = self.line_width - 3 - (cell_len(source) + 2 if source else 0)
        snippet, (start, end) = shown(find.hit.snippet), find.hit.mark
        cut = max(0, min(start - room // 3, len(snippet) - room))
        if cut:
            cut = max(0, min(snippet.find(" ", cut), start - 1))
        lead = "…" if cut else ""
        piece = fit(lead + snippet[cut:], max(0, room))
        spans = [Span(start - cut + len(lead), end - cut + len(lead), self.tint("hit"))]
        gap = " " * max(0, room - cell_len(piece) + 2) if source else ""
        words = runs_of(piece, 0, len(piece), ground, spans)
        return [("  ", ground), *words, (gap, ground), (source, ground + self.tint("muted"))]

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        line = self.top + event.y
        if line < len(self._rows) and not isinstance(self._rows[line], Heading):
            self._cursor = line
            self.refresh()
            self.post_message(FindChosen())

    def on_resize(self) -> None:
        """Another size."""
        self.set_line_count(len(self._rows))


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
