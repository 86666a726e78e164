"""The reading screen, Reader's home: the list of events, the article, and on demand the entities in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from reader.ui.document import Unit
from reader.ui.keymap import Context, bindings, footer_keys
from reader.ui.panes import Division, Pane
from reader.ui.pulse import Beat, Pulse
from reader.ui.reads import LibraryThread
from reader.ui.screens.reading_article import ReadingArticle
from reader.ui.screens.reading_compare import ReadingCompare
from reader.ui.screens.reading_current import ReadingCurrent
from reader.ui.screens.reading_events import ReadingEvents
from reader.ui.screens.reading_find import ReadingFind
from reader.ui.screens.reading_keep import ReadingKeep
from reader.ui.screens.reading_notes import ReadingNotes
from reader.ui.screens.reading_place import ReadingPlace
from reader.ui.screens.reading_shelf import ReadingShelf
from reader.ui.screens.reading_who import ReadingWho
from reader.ui.source import ListSource
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_pane import GUTTER, MEASURE, ArticlePane
from reader.ui.widgets.bars import ANALYSING, READING, KeyBar, Title, TitleBar, Work
from reader.ui.widgets.entity_panel import EntityPanel
from reader.ui.widgets.filter_bar import FilterBar
from reader.ui.widgets.shelf import Shelf
from reader.ui.widgets.welcome import Welcome

POLL_SECONDS = 0.12
"""Between two looks at the worker's news: a person does not see it sooner, and a look costs microseconds."""

NARROW = 80
"""Columns below which whatever has the focus takes the whole screen."""

BESIDE = 140
"""Columns from which the article stands beside the list (UI.md)."""

THREE_PANES = 150
"""Columns from which the entity panel stands beside the article instead of over the list (UI.md)."""

ROOMY_LINES = 48
"""Lines from which a blank one below the title bar costs nothing."""

ARTICLE_CELLS = MEASURE + GUTTER + 3
"""What an article needs for its full measure, with a scroll bar and room to breathe."""

LEAST_LIST, LEAST_ARTICLE = 36, 48
"""Cells below which a headline, or prose, cannot be read beside something else."""

PANEL_CELLS = 36

SHELVES = 160
"""Columns from which the shelves stand left of the list; below, they are called over it."""

SHELF_CELLS = 26


class ReadingScreen(
    ReadingPlace,
    ReadingShelf,
    ReadingArticle,
    ReadingCompare,
    ReadingFind,
    ReadingKeep,
    ReadingNotes,
    ReadingEvents,
    ReadingCurrent,
    ReadingWho,
):
    """Arranges the panes; its parts fill them."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.READING,)
    BINDINGS = bindings(Context.READING)
    DEFAULT_CSS = """
    ReadingScreen { layout: vertical; }
    ReadingScreen #panes { height: 1fr; }
    ReadingScreen #article { width: 1fr; }
    ReadingScreen Welcome { height: 1fr; display: none; }
    """

    def __init__(
        self, shelf: LibraryThread, title: str, today: date, work: Callable[[], Work], *, named: bool = False
    ) -> None:
        super().__init__(shelf, title, today)
        self._work = work
        self._named = named
        self._analysed_before = sys.maxsize
        self._panel_open = False
        self._shelf_called = False
        self._zen = False
        self._polling = False
        self._widths: dict[Widget, int | str] = {}
        self._work_seen = Work()
        self.way_back: Callable[[], object] | None = None
        """Leads back to the comparison that a sentence was opened from."""

    def compose(self) -> ComposeResult:
        """Bars and panes."""
        yield TitleBar(self.library_title, id="title-bar")
        with Horizontal(id="panes"):
            yield Shelf(id="shelves")
            yield ArticleList(self.today, id="list")
            yield ArticlePane(id="article")
            yield EntityPanel(id="panel")
        yield Welcome(id="welcome")
        yield FilterBar(id="filter-bar")
        yield KeyBar(footer_keys(Context.READING, Context.APP), id="key-bar")

    async def on_mount(self) -> None:
        """Fill the list, then watch for news."""
        self.go_back()
        self.arrange_panes()
        self.set_focus(self.listing)
        await self.load()
        await self.go_on()
        pulse = Pulse(self.shelf)
        self._beat = Beat(POLL_SECONDS, lambda: self.is_due(pulse), lambda: self.call_later(self._tick))

    def on_unmount(self) -> None:
        """Watch no longer."""
        self._beat.stop()

    def is_due(self, pulse: Pulse) -> bool:
        """Whether there may be something new to show."""
        return not self._polling and (self.is_stale or self._work() != self._work_seen or pulse.changed())

    async def _tick(self) -> None:
        if self._polling:
            return
        self._polling = True
        try:
            await self.poll()
        finally:
            self._polling = False

    def show_counts(self) -> None:
        """Counters, filter, marks and progress in the title bar; the first-start screen while there is nothing."""
        self._work_seen = self._work()
        counts, work = self.counts, self._work_shown()
        listed = self.listing.outline.size if self.source.label else None
        self.title_bar.put(Title(counts, work, self.source.label, listed, len(self.marked)))
        empty = counts.articles == 0
        welcome = self.query_one(Welcome)
        if empty:
            filling = self.filling or work.verb == READING
            welcome.put(self.library_title, work.done, work.total, filling=filling, named=self._named)
        if welcome.display != empty:
            welcome.display = empty
            self.query_one("#panes").display = not empty
            if not empty:
                self.set_focus(self.listing)

    def _work_shown(self) -> Work:
        """What the worker is at; how far the analysis is, only once it has moved: it takes seconds to begin."""
        work, counts = self._work(), self.counts
        if work.verb != ANALYSING:
            return work
        if counts.analysed >= counts.articles:
            self._analysed_before = counts.analysed
            return replace(work, verb="")
        self._analysed_before = min(self._analysed_before, counts.analysed)
        moved = counts.analysed > self._analysed_before
        return replace(work, done=counts.analysed, total=counts.articles) if moved else work

    # Panes

    @property
    def active(self) -> Pane:
        """The pane with the focus."""
        if self.focused is self.panel:
            return Pane.PANEL
        if self.focused is self.shelf_pane:
            return Pane.SHELF
        return Pane.ARTICLE if self.focused is self.pane else Pane.LIST

    @property
    def division(self) -> Division:
        """The division that was chosen, or else the one that this width asks for."""
        width = self.app.size.width
        if width < NARROW:
            return Division.OVER
        return self.chosen_division or (Division.BESIDE if width >= BESIDE else Division.OVER)

    def arrange_panes(self) -> None:
        """Decide which panes are seen, and how wide they are: by the width and the division alone where both stand."""
        width, active = self.app.size.width, self.active
        narrow, wide = width < NARROW, width >= THREE_PANES
        beside = self.division is not Division.OVER
        panel = self._panel_open and not self._zen and (not narrow or active is Pane.PANEL)
        covers = self._panel_open and not wide
        room = width - (PANEL_CELLS if self._panel_open else 0)
        shelves = self._shelf_called or (room >= SHELVES and not self.shelves_hidden)
        listed = not self._zen and not covers and (beside or active in {Pane.LIST, Pane.SHELF})
        self._place(self.shelf_pane, shown=shelves and not self._zen and listed, width=width if narrow else SHELF_CELLS)
        self.shelf_pane.set_class(width >= SHELVES, "-beside")
        self.shelf_pane.styles.dock = "none" if width >= SHELVES else "left"
        self._place(self.listing, shown=listed, width=self._list_cells(width) if beside else "1fr")
        self._place(self.pane, shown=(beside or not listed) and not (narrow and panel), width="1fr")
        self._place(self.panel, shown=panel, width=width if narrow else PANEL_CELLS)
        self.listing.set_class(beside, "-beside")
        self.set_class(self.app.size.height >= ROOMY_LINES, "-high")
        self.panel.set_class(wide, "-right")
        self.panel.styles.dock = "none" if wide else "left"
        self.show_heading()
        self.follow_cursor()

    def _list_cells(self, width: int) -> int:
        width -= PANEL_CELLS if self._panel_open and width >= THREE_PANES else 0
        width -= SHELF_CELLS if self.shelf_pane.display else 0
        share = width - (ARTICLE_CELLS if self.division is Division.BESIDE else LEAST_ARTICLE)
        return max(LEAST_LIST, min(share, width - LEAST_ARTICLE))

    def _place(self, widget: Widget, *, shown: bool, width: int | str) -> None:
        if widget.display != shown:
            widget.display = shown
        if self._widths.get(widget) != width:
            self._widths[widget] = width
            widget.styles.width = width

    def action_divide(self) -> None:
        """Divide the room between list and article in another way."""
        if self.app.size.width < NARROW:
            self.tell(f"Below {NARROW} columns there is room for one at a time.")
            return
        ways = list(Division)
        self.chosen_division = ways[(ways.index(self.division) + 1) % len(ways)]
        self.arrange_panes()
        self.tell(f"Division: {self.chosen_division}.")

    def focus_pane(self, pane: Pane) -> None:
        """Give a pane the focus; below 80 columns it takes the screen."""
        widget = {
            Pane.SHELF: self.shelf_pane,
            Pane.LIST: self.listing,
            Pane.ARTICLE: self.pane,
            Pane.PANEL: self.panel,
        }[pane]
        self._shelf_called = pane is Pane.SHELF
        if self.active is Pane.ARTICLE and pane is not Pane.ARTICLE:
            self.note_read()
        widget.display = True
        self.set_focus(widget)
        self.arrange_panes()

    def show_article_pane(self) -> None:
        """Show the article where it is hidden behind the list."""
        self.focus_pane(Pane.ARTICLE)

    def show_heading(self) -> None:
        """Once the headline of an article that has the screen alone has scrolled off, the title bar says it."""
        is_off = not self.listing.display and self.pane.top > 0 and self.opened is not None
        self.title_bar.put_heading(self.opened.card.title if is_off and self.opened is not None else "")

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another arrangement."""
        del event
        self.arrange_panes()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where the shelves were called over the list, a click elsewhere puts them away."""
        if self._shelf_called and event.widget is not self.shelf_pane:
            self._shelf_called = False
            self.arrange_panes()

    async def on_event(self, event: events.Event) -> None:
        """After every key, a grouping that waited may slide in."""
        await super().on_event(event)
        if isinstance(event, events.Key | events.MouseDown):
            listing = self.query_one_optional("#list", ArticleList)
            if listing is not None:
                listing.touched = True
                listing.apply_pending()

    def action_pane(self, by: int) -> None:
        """Go to the next pane that is open."""
        shelves = [Pane.SHELF] if self.shelf_pane.display else []
        panes = [*shelves, Pane.LIST, Pane.ARTICLE, *([Pane.PANEL] if self._panel_open else [])]
        if self._panel_open and self.app.size.width < THREE_PANES:
            panes = [Pane.PANEL, Pane.ARTICLE]
        index = panes.index(self.active) if self.active in panes else 0
        self.focus_pane(panes[max(0, min(len(panes) - 1, index + by))])

    async def enter_article(self, article: int, place: Unit | None = None) -> None:
        """Go into an article, at a sentence if one is given."""
        await self.open_now(article, place)
        self.focus_pane(Pane.ARTICLE)
        if self.opened is not None and self.opened.card.changed:
            self.tell("Changed since it was first read: d shows what.")

    async def action_step_article(self, by: int) -> None:
        """Go to the next article, whichever pane has the focus."""
        before = self.listing.article
        times = self.times()
        self.note_read()
        for _ in range(times):
            self.listing.step_article(by)
        article = self.listing.article
        if self.active is Pane.ARTICLE and article is not None and article != before:
            await self.enter_article(article)

    async def action_toggle_panel(self) -> None:
        """Open the entity panel, or close it."""
        if await self.article_here() is None:
            return
        self._panel_open = not self._panel_open
        self.arrange_panes()
        self.focus_pane(Pane.PANEL if self._panel_open else Pane.ARTICLE)

    async def action_shelves(self) -> None:
        """To the shelves; from them, put them away."""
        if self.active is Pane.SHELF:
            self.shelves_hidden = self.app.size.width >= SHELVES
            self.focus_pane(Pane.LIST)
            return
        self.shelves_hidden = False
        if self._panel_open:
            self._panel_open = self.app.size.width >= THREE_PANES
        if self._zen:
            await self.action_zen()
        self.focus_pane(Pane.SHELF)
        self.stale_shelves()
        await self.read_shelves()

    def close_panel(self) -> None:
        """Close the entity panel where it covers the list."""
        if self._panel_open and self.app.size.width < THREE_PANES:
            self._panel_open = False
            self.focus_pane(Pane.LIST)

    async def action_zen(self) -> None:
        """The article alone, or everything."""
        if await self.article_here() is None:
            return
        self._zen = not self._zen
        self.title_bar.display = self.key_bar.display = not self._zen
        self.focus_pane(Pane.ARTICLE)

    async def action_back(self) -> None:
        """One step back: comparison, filter line, panel, zen, one entity alone, article, filter."""
        if self.way_back is not None:
            back, self.way_back = self.way_back, None
            back()
        elif self.filter_bar.is_open:
            self.filter_bar.close()
            self.set_focus(self.listing)
        elif self._zen:
            await self.action_zen()
        elif self._panel_open:
            await self.action_toggle_panel()
        elif self.active in {Pane.ARTICLE, Pane.SHELF}:
            self.focus_pane(Pane.LIST)
        elif self.picked is not None and self.source.entity is None:
            self.pick(None)
        elif self.source.label:
            self.picked = None
            await self.fill(ListSource("", self.source.grouped))
            self.focus_pane(Pane.LIST)
            self.show_highlights()

    async def action_leave(self) -> None:
        """Back, like Esc; only from the list of everything it quits: nobody leaves Reader who means a filter."""
        open_over = self.way_back is not None or self._zen or self._panel_open or self.filter_bar.is_open
        if open_over or self.active is not Pane.LIST or self.source.label:
            await self.action_back()
        else:
            self.app.exit()

    async def show_sentence(self, article: int, start: int, end: int) -> None:
        """Show a sentence of an article and give it the focus: where a row, a hit or a mention leads."""
        await self.reach(article)
        await self.enter_article(article, (start, end))
