"""The chrome of the comparison: what is compared, the names over the columns, and the map of all blocks."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.strip import Strip

from reader.ui.comparison_grid import Columns
from reader.ui.layout import fit, fit_name
from reader.ui.messages import ViewWanted
from reader.ui.paint import strip_of
from reader.ui.text import ui_plain
from reader.ui.views.page import Block, View
from reader.ui.widgets.bars import Bar

TITLE_CELLS = 24
"""Cells that the title keeps beside the names of the views; where it has fewer, the views are only numbers."""

MAP_ORDER = "!?×≈=~◦●○"
"""Which sign wins where several share a cell of the map."""


class ComparisonTitle(Bar):
    """Title of the event and the views; below it how much the sources share."""

    DEFAULT_CSS = """
    ComparisonTitle { height: 2; }
    """

    def __init__(self, title: str, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._title = title
        self._view: View | None = None
        self._counts = ""
        self._note = ""

    def put(self, view: View | None, counts: str, note: str = "") -> None:
        """Show this view and these counts; ``note`` says what part is listed, if not all."""
        if (view, counts, note) != (self._view, self._counts, self._note):
            self._view, self._counts, self._note = view, counts, note
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Title and views, then the counts."""
        if y == 1:
            # Where only a part is listed, the counts of the whole would be taken for those of the part.
            counts = self._counts.partition(" · ")[0] if self._note else self._counts
            note = f"  {self._note}" if self._note else ""
            return self._runs_fitted([(f" {counts}", "muted"), (note, "accent")], [])
        width, tabs = self.size.width, self._tabs_that_fit()
        free = width - sum(cell_len(text) for text, _ in tabs) - 2
        return self._runs_fitted([(fit(f" {ui_plain(self._title)}", max(0, free)), "strong")], tabs)

    def on_click(self, event: events.Click) -> None:
        """A click on the name of a view shows it."""
        tabs = self._tabs_that_fit()
        x = self.size.width - 1 - sum(cell_len(text) for text, _ in tabs)
        for view, (text, _) in zip(View, tabs, strict=False):
            if event.y == 0 and x <= event.x < x + cell_len(text):
                self.post_message(ViewWanted(int(view)))
            x += cell_len(text)

    def _tabs_that_fit(self) -> list[tuple[str, str]]:
        tabs = self._tabs(short=False)
        if self.size.width - sum(cell_len(text) for text, _ in tabs) < TITLE_CELLS:
            return self._tabs(short=True)
        return tabs

    def _tabs(self, *, short: bool) -> list[tuple[str, str]]:
        """The views, the current one in brackets."""
        if self._view is None:
            return []
        tabs = []
        for view in View:
            name = str(int(view)) if short else f"{int(view)} {view.name.capitalize()}"
            here = view is self._view
            tabs.append((f"[{name}]" if here else f" {name} ", "accent" if here else "muted"))
        return tabs


class ColumnHeads(Bar):
    """The names of the sources over their columns; the reference is marked ``*``, the column of the cursor ``▸``."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._names: tuple[str, ...] = ()
        self._short: tuple[str, ...] = ()
        self._columns: Columns | None = None
        self._current = 0

    def put(self, names: Sequence[str], short: Sequence[str], columns: Columns | None, current: int) -> None:
        """Show these names, the short ones where one does not fit; without columns there is nothing to show."""
        if columns is not None and any(cell_len(names[index]) > columns.width - 2 for index, _ in columns.shown):
            names = short
        if (tuple(names), columns, current) != (self._names, self._columns, self._current):
            self._names, self._columns, self._current = tuple(names), columns, current
            self._short = tuple(short)
            self.refresh()
        if self.display != (columns is not None):
            self.display = columns is not None

    def render_line(self, y: int) -> Strip:
        """The one line."""
        del y
        ground = self.get_component_rich_style("bar--ground")
        if self._columns is None:
            return strip_of([], self.size.width, ground)
        runs, x = [], 0
        hidden = len(self._names) - len(self._columns.shown)
        for index, start in self._columns.shown:
            here = index == self._current
            last = index == self._columns.shown[-1][0]
            more = f"  {index + 1} of {len(self._names)}" if last and hidden else ""
            mark = " *" if index == 0 else ""
            room = self._columns.width - cell_len(mark)
            if room - cell_len(more) < cell_len(more):
                more = ""
            room -= cell_len(more)
            name = self._names[index] if cell_len(self._names[index]) <= room else fit_name(self._short[index], room)
            name += mark
            gap = max(0, start - x)
            lead = " " * max(0, gap - 2) + ("▸ " if here else "  ")[: min(2, gap)]
            style = self.get_component_rich_style("bar--accent" if here else "bar--strong")
            runs += [(lead, style), (name, style), (more, self.get_component_rich_style("bar--faint"))]
            x = start + cell_len(name) + cell_len(more)
        return strip_of(runs, self.size.width, ground)


class BlockMap(Bar):
    """All blocks on one line, in their order, a mark for each, and where the cursor stands; or what the marks mean."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._signs = ""
        self._starts: tuple[int, ...] = ()
        self._place = 0
        self._legend = ""
        self._meaning = ""

    def put_page(self, blocks: Sequence[Block], legend: str) -> None:
        """Show the signs of these blocks; ``legend`` instead where there is one and no room for both."""
        starts, at = [], 0
        for block in blocks:
            starts.append(at)
            at += len(block.signs)
        self._signs, self._starts, self._legend = "".join(block.signs for block in blocks), tuple(starts), legend
        self.refresh()

    def put_place(self, block: int, meaning: str) -> None:
        """The cursor is on this block, whose sign has this meaning."""
        place = self._starts[block] if block < len(self._starts) else 0
        if (place, meaning) != (self._place, self._meaning):
            self._place, self._meaning = place, meaning
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line; where there are more signs than cells, the most serious of several stands for them."""
        del y
        ground = self.get_component_rich_style("bar--ground")
        if not self._signs:
            return strip_of([], self.size.width, ground)
        signs = self._signs
        position = f"  {min(self._place + 1, len(signs))} of {len(signs)} "
        said = self._legend or self._meaning
        legend = f"  {said}" if said else ""
        room = self.size.width - cell_len(position) - 2
        if room - cell_len(legend) < min(len(signs), 8):
            legend = ""
        room = max(1, room - cell_len(legend))
        cells = min(room, len(signs))
        faint, loud = self.get_component_rich_style("bar--faint"), self.get_component_rich_style("bar--accent")
        runs = [(" ", ground)]
        for cell in range(cells):
            low, high = cell * len(signs) // cells, (cell + 1) * len(signs) // cells
            sign = min(signs[low:high], key=MAP_ORDER.find)
            style = loud if sign in "!?" else faint
            if low <= self._place < high:
                style += self.get_component_rich_style("bar--cursor", partial=True)
            runs.append((sign, style))
        runs.append((position, self.get_component_rich_style("bar--muted")))
        runs.append((legend, faint))
        return strip_of(runs, self.size.width, ground)
