"""The chrome of the comparison: what is compared, the names over the columns, and the map of all rows."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from reader.models.comparison import Row
from reader.ui.comparison_grid import Columns
from reader.ui.comparison_items import Tally
from reader.ui.gutter import SERIOUSNESS, sign_of
from reader.ui.layout import fit
from reader.ui.paint import strip_of
from reader.ui.text import ui_plain
from reader.ui.widgets.bars import Bar


class ComparisonTitle(Bar):
    """Title of the event, and below it how much its sources share."""

    DEFAULT_CSS = """
    ComparisonTitle { height: 2; }
    """

    def __init__(self, title: str, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._title = title
        self._sources = 0
        self._tally = Tally(0, 0, 0)
        self._note = ""

    def put(self, sources: int, tally: Tally, note: str) -> None:
        """Show these counts; ``note`` says what part of the rows is listed, if not all."""
        self._sources, self._tally, self._note = sources, tally, note
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Title, then the counts: agreement first."""
        if y == 0:
            return self._runs_fitted([(f" {ui_plain(self._title)}", "strong")], [])
        counts = ""
        if self._sources:
            differ = f"{self._tally.differing} differ{'s' if self._tally.differing == 1 else ''}"
            counts = (
                f"{self._sources} sources · {self._tally.shared} shared · {differ} · {self._tally.single} only in one"
            )
        note = f"  {self._note}" if self._note else ""
        return self._runs_fitted([(f" {counts}", "muted"), (note, "accent")], [])


class ColumnHeads(Bar):
    """The names of the sources over their columns; the reference is marked ``*``, the column of the cursor ``▸``."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._names: tuple[str, ...] = ()
        self._columns: Columns | None = None
        self._current = 0

    def put(self, names: Sequence[str], columns: Columns | None, current: int) -> None:
        """Show these names; without columns (the stacked form) there is nothing to show."""
        self._names, self._columns, self._current = tuple(names), columns, current
        self.display = columns is not None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        del y
        ground = self.get_component_rich_style("bar--ground")
        runs, x = [], 0
        for index, start in self._columns.shown if self._columns else ():
            width = self._columns.width if self._columns else 0
            here = index == self._current
            hidden = len(self._names) - len(self._columns.shown) if self._columns else 0
            last = self._columns is not None and index == self._columns.shown[-1][0]
            more = f"  {index + 1} of {len(self._names)}" if last and hidden else ""
            mark = " *" if index == 0 else ""
            name = fit(self._names[index], width - len(mark) - len(more)) + mark
            gap = max(0, start - x)
            lead = " " * max(0, gap - 2) + ("▸ " if here else "  ")[: min(2, gap)]
            style = self.get_component_rich_style("bar--accent" if here else "bar--strong")
            runs += [(lead, style), (name, style), (more, self.get_component_rich_style("bar--faint"))]
            x = start + len(name) + len(more)
        return strip_of(runs, self.size.width, ground)


class RowMap(Bar):
    """All rows on one line, in their order, a mark for each, and where the cursor stands."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._place = 0

    def put(self, rows: Sequence[Row], key: str) -> None:
        """Show these rows; the cursor is on the one with this key."""
        self._rows = tuple(rows)
        self._place = next((index for index, row in enumerate(self._rows) if row.key == key), 0)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line; where there are more rows than cells, the most serious mark of several stands for them."""
        del y
        ground = self.get_component_rich_style("bar--ground")
        if not self._rows:
            return strip_of([], self.size.width, ground)
        position = f"  row {self._place + 1} of {len(self._rows)} "
        room = max(1, self.size.width - len(position) - 2)
        cells = min(room, len(self._rows))
        signs = [sign_of(row) for row in self._rows]
        faint, loud = self.get_component_rich_style("bar--faint"), self.get_component_rich_style("bar--accent")
        runs = [(" ", ground)]
        for cell in range(cells):
            low, high = cell * len(signs) // cells, (cell + 1) * len(signs) // cells
            sign = min(signs[low:high], key=SERIOUSNESS.index)
            style = loud if sign in "!?" else faint
            if low <= self._place < high:
                style += self.get_component_rich_style("bar--cursor", partial=True)
            runs.append((sign, style))
        runs.append((position, self.get_component_rich_style("bar--muted")))
        return strip_of(runs, self.size.width, ground)
