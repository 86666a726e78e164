"""The rows of a comparison: one scrolling view, so that columns cannot drift, with a cursor on a row and a column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.strip import Strip

from reader.models.comparison import Reading
from reader.ui.comparison_grid import (
    Columns,
    Grid,
    Piece,
    Source,
    columns_that_fit,
    lay_out,
    place_columns,
)
from reader.ui.comparison_items import Item, RowItem, RunItem, is_difference
from reader.ui.keymap import Context, bindings
from reader.ui.messages import ReadingWanted, RowReached, RunWanted
from reader.ui.paint import Span, runs_of, strip_of
from reader.ui.text import ui_plain
from reader.ui.widgets.lines import LineView

CURSOR_BAR = "▎"

MOSTLY_SHARED = 0.4
"""Share of a sentence that may differ for its differing words to be marked: beyond, all of it is in other words, and
marks would only be noise."""

_STYLES = ("text", "sign", "sign-loud", "name", "muted", "run", "gap", "rule")


class RowView(LineView):
    """Rows and runs. It is given items; it tells which row is reached and which source is wanted."""

    BINDINGS = bindings(Context.COMPARISON)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"line--{name}" for name in ("ground", "bar", "here", "cell", "differing", "disputed", *_STYLES)
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._items: tuple[Item, ...] = ()
        self._order: tuple[int, ...] = ()
        self._sources: Mapping[int, Source] = {}
        self._grid = Grid((), (), ())
        self._first_column = 1
        self.item = 0
        self.column = 0
        self.stacked = False

    # What the screen hands down

    def show(self, items: Sequence[Item], order: Sequence[int], sources: Mapping[int, Source], at: str | None) -> None:
        """Show these items; the cursor goes to the row with the key ``at``, or stays as near as it can."""
        self._items, self._order, self._sources = tuple(items), tuple(order), sources
        self.column = min(self.column, max(0, len(self._order) - 1))
        self._lay_out()
        self.item = max(0, min(self.item, len(self._items) - 1))
        if at is not None:
            self.go_to_key(at)
        self._reach(self.item)

    def go_to_key(self, key: str) -> bool:
        """Put the cursor on the row with this key, if it is shown (or on the run that holds it)."""
        for number, item in enumerate(self._items):
            rows = (item.row,) if isinstance(item, RowItem) else item.rows
            if any(row.key == key for row in rows):
                self._reach(number)
                return True
        return False

    def toggle_stacked(self) -> None:
        """Side by side, or stacked."""
        self.stacked = not self.stacked
        self._lay_out()
        self._reach(self.item)

    @property
    def columns(self) -> Columns | None:
        """Where the columns stand now; None in the stacked form."""
        count = len(self._order)
        if self.stacked or columns_that_fit(self.line_width, count) < 2:
            return None
        return place_columns(self.line_width, count, self._first_column)

    @property
    def current(self) -> Item | None:
        """The item under the cursor."""
        return self._items[self.item] if self.item < len(self._items) else None

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor, or of the first row of the run."""
        item = self.current
        if item is None:
            return None
        return item.row.key if isinstance(item, RowItem) else item.rows[0].key

    @property
    def reading(self) -> Reading | None:
        """The sentence under the cursor: of the column's source, or else the first of the row."""
        item = self.current
        if item is None or not self._order:
            return None
        row = item.row if isinstance(item, RowItem) else item.rows[0]
        here = [reading for reading in row.readings if reading.article == self._order[self.column]]
        return (here or list(row.readings))[0]

    # Painting

    def _lay_out(self) -> None:
        if self.line_width:
            self._grid = lay_out(self._items, self._order, self._sources, self.line_width, self.columns)
            self.set_line_count(len(self._grid.lines))
            self.refresh()

    def paint_line(self, line: int) -> Strip:
        """One line of the grid."""
        if line >= len(self._grid.lines):
            return Strip.blank(self.line_width, self.look("ground"))
        ground = self.look("ground")
        pieces = self._grid.lines[line]
        is_here = bool(pieces) and self._grid.items_on[line] == self.item
        if is_here:
            ground += self.tint("here")
        runs = [(CURSOR_BAR if is_here else " ", ground + self.tint("bar"))]
        x = 1
        for piece in pieces:
            runs.append((" " * max(0, piece.x - x), ground))
            runs += self._runs(piece, ground, is_here=is_here)
            x = piece.x + cell_len(piece.source[piece.start : piece.end])
        return strip_of(runs, self.line_width, ground)

    def _runs(self, piece: Piece, ground: Style, *, is_here: bool) -> list[tuple[str, Style]]:
        base = ground + self.tint(piece.style)
        if is_here and piece.column == self.column and piece.style in {"text", "name", "gap", "run"}:
            base += self.tint("cell")
        spans = []
        if piece.reading is not None:
            if is_mostly_shared(piece.reading):
                spans = [Span(*stretch, self.tint("differing")) for stretch in piece.reading.differing]
            spans += [Span(*stretch, self.tint("disputed")) for stretch in piece.reading.disputed]
        return runs_of(piece.source, piece.start, piece.end, base, spans)

    def on_resize(self) -> None:
        """Another width: lay out anew, the cursor keeps its row."""
        self._lay_out()
        self._reach(self.item)

    # Moving

    def action_move(self, by: int) -> None:
        """Move the cursor by a number of rows."""
        self._reach(self.item + by)

    def action_page(self, share: float) -> None:
        """Move by a share of the window's height."""
        if not self._items:
            return
        first, _ = self._grid.lines_of[self.item]
        step = round(share * self.view_height)
        self.jump_to(self.top + step)
        line = max(0, min(len(self._grid.lines) - 1, first + step))
        item = self._grid.items_on[line]
        if item == self.item:
            item += 1 if step > 0 else -1
        self._reach(item)

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last row."""
        self._reach(0 if direction < 0 else len(self._items) - 1)

    def action_column(self, by: int) -> None:
        """Go to the column at the left or right; beyond the edge the other columns page along."""
        if not self._order:
            return
        self.column = max(0, min(len(self._order) - 1, self.column + by))
        shown = columns_that_fit(self.line_width, len(self._order))
        if self.column and shown > 1:
            low, high = self.column - shown + 2, self.column
            first = max(low, min(high, self._first_column))
            if first != self._first_column:
                self._first_column = first
                self._lay_out()
        self._reach(self.item)

    def action_difference(self, by: int) -> None:
        """Go to the next row in which sources disagree."""
        numbers = range(self.item + 1, len(self._items)) if by > 0 else range(self.item - 1, -1, -1)
        for number in numbers:
            item = self._items[number]
            if isinstance(item, RowItem) and is_difference(item.row):
                self._reach(number)
                return
        self.notify(ui_plain("No further difference in this direction."), markup=False)

    def action_open(self) -> None:
        """Unfold a run, or go to the sentence in its article."""
        item, reading = self.current, self.reading
        if isinstance(item, RunItem):
            self.post_message(RunWanted(item.rows[0].key))
        elif reading is not None:
            self.post_message(ReadingWanted(reading.article, reading.start, reading.end))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row and a column; a second one opens it."""
        line = self.top + event.y
        if line >= len(self._grid.lines):
            return
        item = self._grid.items_on[line]
        columns = self.columns
        if columns is not None:
            self.column = max((index for index, x in columns.shown if x <= event.x + 1), default=self.column)
        again = item == self.item and event.chain > 1
        self._reach(item)
        if again:
            self.action_open()

    def _reach(self, item: int) -> None:
        if not self._items:
            return
        self.item = max(0, min(len(self._items) - 1, item))
        if self.item < len(self._grid.lines_of):
            first, last = self._grid.lines_of[self.item]
            self.keep_in_view(first, min(last, first + self.view_height - 1))
        self.refresh()
        self.post_message(RowReached(self.key or ""))


def is_mostly_shared(reading: Reading) -> bool:
    """Whether a sentence says mostly the same as the others of its row, so that what differs is worth a mark."""
    differing = sum(end - start for start, end in reading.differing)
    return differing <= MOSTLY_SHARED * (reading.end - reading.start)
