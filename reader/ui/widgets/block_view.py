"""A page of a comparison: one scrolling view, so that columns cannot drift, with a cursor on a block and a column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.strip import Strip

from reader.ui.comparison_grid import Columns, Grid, Piece, columns_that_fit, lay_out, place_columns
from reader.ui.keymap import Context, bindings
from reader.ui.messages import ReadingWanted, RowReached, RunWanted
from reader.ui.paint import Span, runs_of, strip_of
from reader.ui.text import ui_plain
from reader.ui.views.page import Block, Page, Words
from reader.ui.widgets.lines import LineView

CURSOR_BAR = "▎"

_STYLES = ("text", "heading", "label", "section", "sign", "sign-loud", "name", "muted", "run", "gap", "rule")
_OF_CELLS = frozenset({"text", "heading", "name", "gap", "run"})
"""The styles of what the cursor's column lights up."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the cursor of a view was left."""

    key: str = ""
    item: int = 0
    column: int = 0
    first_column: int = 1
    top: int = 0


class BlockView(LineView):
    """Blocks of words. It is given a page; it tells which block is reached and which sentence is wanted."""

    BINDINGS = bindings(Context.COMPARISON)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"line--{name}"
        for name in ("ground", "bar", "here", "cell", "differing", "worded", "disputed", "value", *_STYLES)
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._page = Page((), 0)
        self._place_of: Mapping[int, int] = {}
        self._names: Mapping[int, str] = {}
        self._column_count = 0
        self._grid = Grid((), (), ())
        self._first_column = 1
        self.item = 0
        self.column = 0
        self.stacked = False

    # What the screen hands down

    def show(
        self,
        page: Page,
        place_of: Mapping[int, int],
        names: Mapping[int, str],
        at: str | None,
        spot: Spot | None = None,
    ) -> None:
        """Show this page; the cursor goes to the block with the key ``at``, or stays as near as it can.

        Args:
            page: the blocks.
            place_of: the column of each source.
            names: of the sources.
            at: key of a block.
            spot: where the cursor was left when this page was shown last.
        """
        self._page, self._place_of, self._names = page, place_of, names
        self._column_count = max(place_of.values(), default=-1) + 1
        if spot is not None:
            self.item, self.column, self._first_column = spot.item, spot.column, spot.first_column
        self.column = min(self.column, max(0, self._column_count - 1))
        self._lay_out()
        if spot is not None:
            self.jump_to(spot.top)
        self.item = max(0, min(self.item, len(page.blocks) - 1))
        if at is None or not self.go_to_key(at):
            self._reach(self.item)

    def go_to_key(self, key: str) -> bool:
        """Put the cursor on the block with this key, if it is shown."""
        for number, block in enumerate(self._page.blocks):
            if block.key == key:
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
        if self.stacked or columns_that_fit(self._page, self.line_width, self._column_count) < 2:
            return None
        return place_columns(self._page, self.line_width, self._column_count, self._first_column)

    @property
    def current(self) -> Block | None:
        """The block under the cursor."""
        blocks = self._page.blocks
        return blocks[self.item] if self.item < len(blocks) else None

    @property
    def key(self) -> str | None:
        """The key of the block under the cursor."""
        return self.current.key if self.current is not None else None

    @property
    def spot(self) -> Spot:
        """Where the cursor stands, to come back to."""
        return Spot(self.key or "", self.item, self.column, self._first_column, self.top)

    @property
    def words(self) -> Words | None:
        """What is under the cursor: of the column's source, or else the first of the block; None without a sentence."""
        block = self.current
        if block is None:
            return None
        placed = [words for words in block.words if words.place is not None]
        here = [words for words in placed if self._place_of.get(words.article) == self.column]
        return next(iter(here or placed), None)

    # Painting

    def _lay_out(self) -> None:
        if self.line_width:
            self._grid = lay_out(self._page, self._place_of, self._names, self.line_width, self.columns)
            self.set_line_count(max(1, len(self._grid.lines)))
            self.refresh()

    def paint_line(self, line: int) -> Strip:
        """One line of the grid."""
        ground = self.look("ground")
        if line >= len(self._grid.lines):
            told = self._page.empty if line == 0 and not self._page.blocks else ""
            return strip_of([(f"  {told}", ground + self.tint("muted"))], self.line_width, ground)
        is_here = self._is_here(line)
        if is_here:
            ground += self.tint("here")
        runs = [(CURSOR_BAR if is_here else " ", ground + self.tint("bar"))]
        x = 1
        for piece in self._grid.lines[line]:
            runs.append((" " * max(0, piece.x - x), ground))
            runs += self._runs(piece, ground, is_here=is_here)
            x = max(x, piece.x) + cell_len(piece.source[piece.start : piece.end])
        return strip_of(runs, self.line_width, ground)

    def _is_here(self, line: int) -> bool:
        if self.item >= len(self._grid.lines_of):
            return False
        first, last = self._grid.lines_of[self.item]
        return first <= line <= last

    def _runs(self, piece: Piece, ground: Style, *, is_here: bool) -> list[tuple[str, Style]]:
        base = ground + self.tint(piece.style)
        if is_here and piece.column == self.column and piece.style in _OF_CELLS:
            base += self.tint("cell")
        spans = [Span(mark.start, mark.end, self.tint(mark.style)) for mark in piece.marks]
        return runs_of(piece.source, piece.start, piece.end, base, spans)

    def on_resize(self) -> None:
        """Another width: lay out anew, the cursor keeps its block."""
        self._lay_out()
        self._reach(self.item)

    # Moving

    def action_move(self, by: int) -> None:
        """Move the cursor by a number of blocks; through one that is higher than the window line by line."""
        if 0 <= self.item < len(self._grid.lines_of):
            first, last = self._grid.lines_of[self.item]
            bottom = self.top + self.view_height - 1
            if by > 0 and last > bottom and first <= bottom:
                self.jump_to(min(last - self.view_height + 1, self.top + max(1, self.view_height // 2)))
                return
            if by < 0 and first < self.top <= last:
                self.jump_to(max(first, self.top - max(1, self.view_height // 2)))
                return
        self._reach(self.item + by)

    def action_page(self, share: float) -> None:
        """Move by a share of the window's height."""
        if not self._grid.lines_of:
            return
        first, _ = self._grid.lines_of[self.item]
        step = round(share * self.view_height)
        self.jump_to(self.top + step)
        line = max(0, min(len(self._grid.lines) - 1, first + step))
        item = self._grid.block_on[line]
        if item == self.item:
            item += 1 if step > 0 else -1
        self._reach(item)

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last block."""
        self._reach(0 if direction < 0 else len(self._page.blocks) - 1)

    def action_column(self, by: int) -> None:
        """Go to the source at the left or right; beyond the edge the other columns page along."""
        if not self._column_count:
            return
        self.column = max(0, min(self._column_count - 1, self.column + by))
        shown = columns_that_fit(self._page, self.line_width, self._column_count)
        if self.column and shown > 1:
            low, high = self.column - shown + 2, self.column
            first = max(low, min(high, self._first_column))
            if first != self._first_column:
                self._first_column = first
                self._lay_out()
        self._reach(self.item)

    def go_to_difference(self, key: str) -> bool:
        """Put the cursor on the block that shows this difference, if one does."""
        for number, block in enumerate(self._page.blocks):
            if key in block.differences:
                self._reach(number)
                return True
        return False

    def action_open(self) -> None:
        """Unfold what is folded, or go to the sentence in its article."""
        block, words = self.current, self.words
        if block is not None and block.is_folded:
            self.post_message(RunWanted(block.key))
        elif block is not None and block.entity is not None and self._is_gap(block):
            self.notify(ui_plain("This source does not name it."), markup=False)
        elif words is not None and words.place is not None:
            self.post_message(ReadingWanted(words.place.article, words.place.start, words.place.end))

    def _is_gap(self, block: Block) -> bool:
        """Whether the cursor stands on an empty cell beside filled ones."""
        shown = {index for index, _ in self.columns.shown} if self.columns is not None else set()
        filled = {self._place_of[words.article] for words in block.words} & shown
        return bool(filled) and self.column in shown - filled

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a block and a column; a second one opens it."""
        line = self.top + event.y
        if line >= len(self._grid.lines):
            return
        item = self._grid.block_on[line]
        columns = self.columns
        if columns is not None:
            self.column = max((index for index, x in columns.shown if x <= event.x + 1), default=self.column)
        else:
            names = [piece for above in self._grid.lines[: line + 1] for piece in above if piece.column >= 0]
            self.column = names[-1].column if names else self.column
        again = item == self.item and event.chain > 1
        self._reach(item)
        if again:
            self.action_open()

    def _reach(self, item: int) -> None:
        self.item = max(0, min(len(self._page.blocks) - 1, item))
        if self.item < len(self._grid.lines_of):
            first, last = self._grid.lines_of[self.item]
            # The heading over the first block belongs to what is seen.
            heading = 0 if self.item == 0 else first
            self.keep_in_view(heading, min(last, heading + self.view_height - 1))
        self.refresh()
        self.post_message(RowReached(self.key or ""))
