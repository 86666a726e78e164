"""The shelves' part of the reading screen: what stands on them, and the list of the one that is chosen."""

from __future__ import annotations

from functools import partial
from time import monotonic

from textual import on

from reader.ui.messages import ShelfChosen
from reader.ui.panes import Pane
from reader.ui.screens.reading_list import RELOAD_SHARE, ReadingList
from reader.ui.shelf_rows import ShelfRow, shelf_rows
from reader.ui.source import ListSource


class ReadingShelf(ReadingList):
    """Fills the shelves, and filters the list to the one under their cursor."""

    _shelves_after = 0.0

    def stale_shelves(self) -> None:
        """Read the shelves anew at the next look."""
        self._shelves_stale = True
        self._shelves_after = 0.0

    async def read_shelves(self) -> None:
        """Read what stands on the shelves, if it may have changed and they are seen; seldom if that takes long."""
        if not (self.shelf_pane.display and self._shelves_stale and monotonic() >= self._shelves_after):
            return
        self._shelves_stale = False
        began = monotonic()
        rows = await self.ask(shelf_rows)
        if rows is not None:
            self.shelf_pane.put_rows(rows, self.source.query, self.source.name)
            self._shelves_after = monotonic() + RELOAD_SHARE * (monotonic() - began)

    @on(ShelfChosen)
    def _choose_shelf(self, message: ShelfChosen) -> None:
        message.stop()
        self.in_background(partial(self._show_shelf, message.row, opened=message.opened), "shelf", newest=True)

    async def _show_shelf(self, row: ShelfRow, *, opened: bool) -> None:
        source = ListSource(row.query or "", self.source.grouped, name=row.label if row.query else "")
        if source != self.source:
            await self.fill(source, of_shelf=True)
        if not opened:
            return
        self.focus_pane(Pane.LIST)
        if (watch := row.watch) is not None:
            await self.ask(lambda library: library.look_at(watch))
            self.stale_shelves()
            self.tell(f"{watch.new or 'Nothing'} new since you last looked.")

    def focus_pane(self, pane: Pane) -> None:
        """Give a pane the focus."""
        raise NotImplementedError
