"""The comparison screen: one event from all its sources, row by row."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.screen import Screen

from reader.errors import LibraryError
from reader.library import Library
from reader.models.comparison import Comparison, Row
from reader.models.library import JobState
from reader.ui.comparison_items import Tally, columns_of, items_of, rows_in_order, tally
from reader.ui.gutter import row_at
from reader.ui.keymap import Context, bindings, footer_keys
from reader.ui.messages import ComparisonWanted, ReadingWanted, RowReached, RunWanted, SourceWanted
from reader.ui.reads import LibraryThread
from reader.ui.screens.find import FindScreen, Found, FoundFromHere
from reader.ui.sources import ComparedSource, citation_of, read_sources
from reader.ui.text import ui_plain
from reader.ui.widgets.bars import KeyBar
from reader.ui.widgets.comparison_bars import ColumnHeads, ComparisonTitle, RowMap
from reader.ui.widgets.row_view import RowView

Answer = TypeVar("Answer")

WAIT_SECONDS = 0.15
"""Between two looks whether a comparison that was asked for is there."""


class ComparisonScreen(Screen[None]):
    """Shows a stored comparison; asks the worker for it where there is none yet."""

    BINDINGS = bindings(Context.COMPARISON)
    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.COMPARISON,)
    DEFAULT_CSS = """
    ComparisonScreen { layout: vertical; }
    ComparisonScreen RowView { height: 1fr; }
    """

    heading = getters.query_one("#comparison-title", ComparisonTitle)
    heads = getters.query_one("#heads", ColumnHeads)
    view = getters.query_one("#rows", RowView)
    map = getters.query_one("#map", RowMap)

    def __init__(self, shelf: LibraryThread, wanted: ComparisonWanted) -> None:
        super().__init__()
        self._shelf = shelf
        self._wanted = wanted
        self._comparison: Comparison | None = None
        self._sources: dict[int, ComparedSource] = {}
        self._columns: tuple[int, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._opened: frozenset[str] = frozenset()
        self._conflicts_first = False
        self._only_single = False

    def compose(self) -> ComposeResult:
        """Title, names of the columns, rows, map, keys."""
        yield ComparisonTitle(self._wanted.title, id="comparison-title")
        yield ColumnHeads(id="heads")
        yield RowView(id="rows")
        yield RowMap(id="map")
        yield KeyBar(footer_keys(Context.COMPARISON, Context.APP), id="key-bar")

    def on_mount(self) -> None:
        """Read the comparison."""
        self.view.focus()
        self.heads.display = False
        self.run_worker(self._load(), group="load")

    async def _load(self) -> None:
        comparison = await self._stored()
        if comparison is None:
            self.heading.put(0, Tally(0, 0, 0), "comparing …")
            comparison = await self._made()
        if comparison is None:
            self._tell("These articles cannot be compared yet.")
            self.app.pop_screen()
            return
        self._comparison = comparison
        self._sources = await self._ask(lambda library: read_sources(library, comparison.articles)) or {}
        self._columns = columns_of(comparison, None)
        self._show(self._first_key(comparison))

    async def _stored(self) -> Comparison | None:
        event, articles = self._wanted.event, self._wanted.articles
        if event is not None:
            return await self._ask(lambda library: library.comparison(event))
        return await self._ask(lambda library: library.stored_comparison(articles))

    async def _made(self) -> Comparison | None:
        """The comparison, once the worker has made it; None if it cannot."""
        articles = self._wanted.articles
        job = await self._ask(lambda library: library.request_comparison(articles))
        while job is not None:
            await asyncio.sleep(WAIT_SECONDS)
            state = await self._ask(lambda library: library.job(job))
            if state is None or state.state in {JobState.DONE, JobState.FAILED}:
                break
        return await self._ask(lambda library: library.stored_comparison(articles))

    def _first_key(self, comparison: Comparison) -> str | None:
        if self._wanted.sentence is None:
            return None
        article, start, end = self._wanted.sentence
        row = row_at(comparison, article, (start, end))
        if row is not None:
            self._opened |= {row.key}
        return row.key if row is not None else None

    # Showing

    def _show(self, at: str | None) -> None:
        comparison = self._comparison
        if comparison is None:
            return
        self._rows = rows_in_order(comparison, self._columns)
        items = items_of(self._rows, self._opened, conflicts_first=self._conflicts_first, only_single=self._only_single)
        note = "only in one source" if self._only_single else "conflicts first" if self._conflicts_first else ""
        self.heading.put(len(comparison.articles), tally(comparison), note)
        self.view.show(items, self._columns, {number: each.source for number, each in self._sources.items()}, at)
        self._show_place()

    def _show_place(self) -> None:
        names = [self._sources[article].heading for article in self._columns if article in self._sources]
        self.heads.put(names, self.view.columns, self.view.column)
        self.map.put(self._rows, self.view.key or "")

    @on(RowReached)
    def _reached(self, message: RowReached) -> None:
        message.stop()
        self._show_place()

    @on(RunWanted)
    def _unfold(self, message: RunWanted) -> None:
        message.stop()
        self._opened |= {message.key}
        self._show(message.key)

    # Keys

    def action_conflicts_first(self) -> None:
        """Rows in which sources disagree first, or reading order."""
        self._conflicts_first, self._only_single = not self._conflicts_first, False
        self.view.item = 0
        self._show(None if self._conflicts_first else self.view.key)

    def action_only_single(self) -> None:
        """Only what stands in one source, or all rows."""
        key = self.view.key
        self._only_single, self._conflicts_first = not self._only_single, False
        self._show(key)

    def action_reference(self) -> None:
        """Make the source under the cursor the reference: its order becomes the order of the rows."""
        if self._comparison is None or not self._columns:
            return
        key = self.view.key
        self._columns = columns_of(self._comparison, self._columns[self.view.column])
        self.view.column = 0
        self._show(key)

    def action_stacked(self) -> None:
        """Side by side, or stacked."""
        self.view.toggle_stacked()
        self._show_place()

    def action_copy(self) -> None:
        """Copy the row: every source's sentence with title, outlet, date and origin."""
        row = next((row for row in self._rows if row.key == self.view.key), None)
        if row is not None:
            self.app.copy_to_clipboard(
                "\n".join(citation_of(self._sources[each.article], each) for each in row.readings)
            )
            self._tell("Copied with its sources.")

    def action_find(self) -> None:
        """Find a name or words; what is chosen is shown among the articles."""
        reading = self.view.reading
        self.app.push_screen(FindScreen(self._shelf, reading.article if reading is not None else None, ""), self._found)

    def _found(self, found: Found | None) -> None:
        if found is not None:
            self.post_message(FoundFromHere(found))

    def action_back(self) -> None:
        """Back to the articles."""
        self.app.pop_screen()

    def action_leave(self) -> None:
        """Back to the articles."""
        self.app.pop_screen()

    def on_resize(self) -> None:
        """Another size: the columns have moved."""
        self.call_after_refresh(self._show_place)

    @on(ReadingWanted)
    def _go_to_source(self, message: ReadingWanted) -> None:
        message.stop()
        self.post_message(SourceWanted(message.article, message.start, message.end))

    async def _ask(self, question: Callable[[Library], Answer]) -> Answer | None:
        try:
            return await self._shelf.ask(question)
        except LibraryError as error:
            self._tell(str(error))
            return None

    def _tell(self, sentence: str) -> None:
        self.app.notify(ui_plain(sentence), markup=False)
