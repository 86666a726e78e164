"""The shelves beside the list: moving from one to the next filters it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.strip import Strip

from reader.ui.keymap import Context, bindings
from reader.ui.layout import fit
from reader.ui.messages import ShelfChosen
from reader.ui.paint import strip_of
from reader.ui.shelf_rows import ShelfRow
from reader.ui.text import ui_plain
from reader.ui.widgets.lines import LineView


class Shelf(LineView):
    """Rows of shelves with their unread counts; the cursor skips headings, and filters the list as it moves."""

    BINDINGS = bindings(Context.SHELF)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"line--{name}" for name in ("ground", "cursor", "bar", "heading", "muted", "faint", "accent")
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._rows: tuple[ShelfRow, ...] = ()
        self._row = 0

    @property
    def chosen(self) -> ShelfRow | None:
        """The shelf under the cursor."""
        return self._rows[self._row] if self._row < len(self._rows) else None

    def put_rows(self, rows: Sequence[ShelfRow], query: str, name: str) -> None:
        """Show these; the cursor goes to the one that the list is filtered by, or stays where it was."""
        before = self.chosen
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.set_line_count(len(rows))
            self.refresh()
        self.follow(query, name, before)

    def follow(self, query: str, name: str, before: ShelfRow | None = None) -> None:
        """Put the cursor on the shelf that the list is filtered by; without one, on what it was on before."""
        wanted = [
            number for number, row in enumerate(self._rows) if row.query == query and (not name or row.label == name)
        ] or [number for number, row in enumerate(self._rows) if before is not None and row.label == before.label]
        if wanted and wanted[0] != self._row:
            # One source may stand below several tags.
            self._go(self._row if self._row in wanted else wanted[0])

    def paint_line(self, line: int) -> Strip:
        """A heading, or a shelf with its counts."""
        row, width, ground = self._rows[line], self.line_width, self.look("ground")
        if row.query is None:
            return strip_of([("  ", ground), (ui_plain(row.label), ground + self.tint("heading"))], width, ground)
        here = line == self._row
        base = self.look("cursor") if here else ground
        new = f"+{row.new:,} " if row.new else ""
        count = f"{row.unread:,}" if row.unread else ""
        label = fit(ui_plain(row.label), max(1, width - row.indent - len(new) - len(count) - 4))
        taken = 2 + row.indent + cell_len(label) + len(new) + len(count)
        runs = [
            ("▎" if here else " ", base + self.tint("bar")),
            (" " * (1 + row.indent), base),
            (label, base + self.tint("faint") if row.trouble else base),
            (" " * max(1, width - taken - 1), base),
            (new, base + self.tint("accent")),
            (count, base + self.tint("muted")),
        ]
        return strip_of(runs, width, base)

    def action_move(self, by: int) -> None:
        """To the next shelf, as often as was asked for."""
        row = self._row
        step = 1 if by > 0 else -1
        for _ in range(abs(by) * self.times()):
            following = row + step
            while 0 <= following < len(self._rows) and self._rows[following].query is None:
                following += step
            if not 0 <= following < len(self._rows):
                break
            row = following
        self._choose(row)

    def action_page(self, share: float) -> None:
        """Move by a share of the window's height."""
        self._choose_near(self._row + round(share * self.times() * self.view_height))

    def action_edge(self, direction: int) -> None:
        """To the first shelf, or the last one."""
        self._choose_near(0 if direction < 0 else len(self._rows) - 1)

    def action_open(self) -> None:
        """Go into the list of this shelf."""
        if (row := self.chosen) is not None:
            self.post_message(ShelfChosen(row, opened=True))

    def on_click(self, event: events.Click) -> None:
        """A click chooses; one on the cursor goes into the list."""
        line = self.top + event.y
        if line < len(self._rows) and self._rows[line].query is not None:
            if line == self._row:
                self.action_open()
            else:
                self._choose(line)

    def on_resize(self) -> None:
        """Another size."""
        self.set_line_count(len(self._rows))

    def _choose_near(self, row: int) -> None:
        row = max(0, min(row, len(self._rows) - 1))
        while row < len(self._rows) - 1 and self._rows[row].query is None:
            row += 1
        self._choose(row)

    def _choose(self, row: int) -> None:
        if row != self._row and row < len(self._rows):
            self._go(row)
            self.post_message(ShelfChosen(self._rows[row], opened=False))

    def _go(self, row: int) -> None:
        old, self._row = self._row, row
        self.refresh_lines(old)
        self.refresh_lines(row)
        self.keep_in_view(row, row)
