"""The entity panel: who and what is in the article that is open, by kind, with counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.strip import Strip

from reader.models.kinds import Kind
from reader.ui.entity_rows import PanelRow
from reader.ui.keymap import Context, bindings
from reader.ui.layout import fit
from reader.ui.messages import EntityPicked, EntityWanted, MentionWanted
from reader.ui.paint import strip_of
from reader.ui.text import ui_plain
from reader.ui.widgets.lines import LineView

CURSOR_BAR = "▎"
PICKED = "◉"

KIND_STYLES = {
    Kind.PERSON: "person",
    Kind.ORG: "org",
    Kind.PLACE: "place",
    Kind.GROUP: "group",
    Kind.DATE: "quantity",
    Kind.FIGURE: "quantity",
    Kind.OTHER: "place",
}


class EntityPanel(LineView):
    """Rows of entities; Enter asks who one is, Space for its highlights alone."""

    BINDINGS = bindings(Context.PANEL)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"line--{name}" for name in ("ground", "cursor", "bar", "heading", "count", *set(KIND_STYLES.values()))
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._rows: tuple[PanelRow, ...] = ()
        self._row = 0
        self._picked: int | None = None

    def put_rows(self, rows: Sequence[PanelRow], picked: int | None, *, keep: bool) -> None:
        """Show the entities of an article; with ``keep`` (the same one, told anew) the cursor stays on its entity."""
        before = self._rows[self._row] if keep and self._row < len(self._rows) else None
        self._rows = tuple(rows)
        self._picked = picked
        self._row = next((index for index, row in enumerate(rows) if before and _same(row, before)), 0)
        if not before or self._row == 0:
            self._row = next((index for index, row in enumerate(rows) if not row.is_heading), 0)
            self.jump_to(0)
        self.set_line_count(max(1, len(rows)))
        self.refresh()

    @property
    def entity(self) -> int | None:
        """The entity under the cursor; None of a date or figure."""
        return self._rows[self._row].entity if self._row < len(self._rows) else None

    def paint_line(self, line: int) -> Strip:
        """A heading, or an entity with its count."""
        width, ground = self.line_width, self.look("ground")
        if not self._rows:
            return strip_of([("  nothing found yet", ground + self.tint("count"))], width, ground)
        row = self._rows[line]
        here = line == self._row
        base = self.look("cursor") if here else ground
        bar = (CURSOR_BAR if here else " ", base + self.tint("bar"))
        if row.is_heading:
            return strip_of([(" ", ground), (ui_plain(row.label), ground + self.tint("heading"))], width, ground)
        picked = row.entity is not None and row.entity == self._picked
        count = str(row.count)
        label = fit(ui_plain(row.label), max(1, width - len(count) - 6))
        gap = " " * max(1, width - 4 - cell_len(label) - len(count) - 1)
        runs = [
            bar,
            (f" {PICKED if picked else ' '} ", base + self.tint("bar")),
            (label, base + self.tint(KIND_STYLES[row.kind])),
            (gap + count, base + self.tint("count")),
        ]
        return strip_of(runs, width, base)

    def action_move(self, by: int) -> None:
        """Move the cursor, passing over headings."""
        step = 1 if by > 0 else -1
        chosen = self._row
        for _ in range(min(self.times() * abs(by), len(self._rows))):
            row = chosen + step
            while 0 <= row < len(self._rows) and self._rows[row].is_heading:
                row += step
            if not 0 <= row < len(self._rows):
                break
            chosen = row
        if chosen != self._row:
            self._go(chosen)
        elif step < 0:
            self.jump_to(0)

    def action_page(self, share: float) -> None:
        """Move by a share of the window's height."""
        self._go_near(self._row + round(share * self.times() * self.view_height))

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last entity."""
        self._go_near(0 if direction < 0 else len(self._rows) - 1)

    def action_open(self) -> None:
        """Ask who the entity is, or for the place of a date or figure."""
        row = self._rows[self._row] if self._rows else None
        if row is None or row.is_heading:
            return
        if row.entity is not None:
            self.post_message(EntityWanted(row.entity))
        else:
            self.post_message(MentionWanted(row.place))

    def action_pick(self) -> None:
        """Ask for only this entity to be highlighted; the same again takes it back."""
        row = self._rows[self._row] if self._rows else None
        if row is None or row.entity is None:
            return
        self._picked = None if row.entity == self._picked else row.entity
        self.post_message(EntityPicked(self._picked))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the cursor opens."""
        line = self.top + event.y
        if line < len(self._rows) and not self._rows[line].is_heading:
            if line == self._row:
                self.action_open()
            else:
                self._go(line)

    def on_resize(self) -> None:
        """Another size."""
        self.set_line_count(max(1, len(self._rows)))

    def _go_near(self, row: int) -> None:
        row = max(0, min(row, len(self._rows) - 1))
        while row < len(self._rows) - 1 and self._rows[row].is_heading:
            row += 1
        if self._rows:
            self._go(row)

    def _go(self, row: int) -> None:
        old, self._row = self._row, row
        self.refresh_lines(old)
        self.refresh_lines(row)
        self.keep_in_view(row, row)


def _same(row: PanelRow, other: PanelRow) -> bool:
    if row.is_heading or other.is_heading:
        return False
    return row.kind is other.kind and (row.label, row.entity) == (other.label, other.entity)
