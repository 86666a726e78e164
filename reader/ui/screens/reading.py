"""The reading screen, Reader's home: the list of events, the article, and on demand the entities in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from reader.ui.keymap import Context, bindings, footer_keys
from reader.ui.pulse import Beat, Pulse
from reader.ui.reads import LibraryThread
from reader.ui.screens.reading_article import ReadingArticle
from reader.ui.screens.reading_compare import ReadingCompare
from reader.ui.screens.reading_current import ReadingCurrent
from reader.ui.screens.reading_events import ReadingEvents
from reader.ui.screens.reading_find import ReadingFind
from reader.ui.screens.reading_keep import ReadingKeep
from reader.ui.screens.reading_list import ReadingList
from reader.ui.source import ListSource
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.bars import ANALYSING, READING, KeyBar, Title, TitleBar, Work
from reader.ui.widgets.entity_panel import EntityPanel
from reader.ui.widgets.filter_bar import FilterBar
from reader.ui.widgets.welcome import Welcome

POLL_SECONDS = 0.12
"""Between two looks at the worker's news: a person does not see it sooner, and a look costs microseconds."""

TWO_PANES = 80
"""Columns from which list and article stand side by side (UI.md)."""

THREE_PANES = 150
"""Columns from which the entity panel stands beside the article instead of over the list (UI.md)."""

ROOMY_LINES = 30
"""Lines from which a blank one below the title bar costs nothing."""

LIST_SHARE = 0.37
LIST_SHARE_AT_IT = 0.45
"""The list's share while it has the focus, on a screen of up to ``NARROW`` columns: titles are read there then."""

NARROW = 120

LIST_CELLS = (27, 50)
"""The list's share of the width, and its limits: below, titles say nothing; above, the room belongs to the prose."""


class Pane(StrEnum):
    """What has the focus, and below 80 columns the whole screen."""

    LIST = "list"
    ARTICLE = "article"
    PANEL = "panel"


class ReadingScreen(
    ReadingList, ReadingArticle, ReadingCompare, ReadingFind, ReadingKeep, ReadingEvents, ReadingCurrent
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
        self._zen = False
        self._polling = False
        self._work_seen = Work()
        self.way_back: Callable[[], object] | None = None
        """Leads back to the comparison that a sentence was opened from."""

    def compose(self) -> ComposeResult:
        """Bars and panes."""
        yield TitleBar(self.library_title, id="title-bar")
        with Horizontal(id="panes"):
            yield ArticleList(self.today, id="list")
            yield ArticlePane(id="article")
            yield EntityPanel(id="panel")
        yield Welcome(id="welcome")
        yield FilterBar(id="filter-bar")
        yield KeyBar(footer_keys(Context.READING, Context.APP), id="key-bar")

    async def on_mount(self) -> None:
        """Fill the list, then watch for news."""
        self.arrange_panes()
        self.listing.focus()
        await self.load()
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
        listed = len(self.listing.loaded_articles()) if self.source.label else None
        self.title_bar.put(Title(counts, work, self.source.label, listed, self.listing.whole, len(self.marked)))
        empty = counts.articles == 0
        welcome = self.query_one(Welcome)
        if empty:
            filling = self.filling or work.verb == READING
            welcome.put(self.library_title, work.done, work.total, filling=filling, named=self._named)
        if welcome.display != empty:
            welcome.display = empty
            self.query_one("#panes").display = not empty
            if not empty:
                self.listing.focus()

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
        return Pane.ARTICLE if self.focused is self.pane else Pane.LIST

    def arrange_panes(self) -> None:
        """Decide which panes are seen, and how wide they are."""
        width = self.app.size.width
        narrow, wide = width < TWO_PANES, width >= THREE_PANES
        active = self.active
        over = self._panel_open and not wide
        share = LIST_SHARE_AT_IT if width <= NARROW and active is Pane.LIST else LIST_SHARE
        cells = max(LIST_CELLS[0], min(LIST_CELLS[1], round(width * share)))
        self._place(self.listing, shown=self._shows(Pane.LIST, active, narrow=narrow) and not over, cells=cells)
        self._place(self.pane, shown=self._shows(Pane.ARTICLE, active, narrow=narrow), cells=None)
        panel = self._panel_open and not self._zen and (not narrow or active is Pane.PANEL)
        self._place(self.panel, shown=panel, cells=width if narrow else min(cells, 36) if wide else cells)
        self.set_class(self.app.size.height >= ROOMY_LINES, "-high")
        self.panel.set_class(wide, "-right")
        self.panel.styles.dock = "none" if wide else "left"
        if narrow:
            self.listing.styles.width = width

    def _shows(self, pane: Pane, active: Pane, *, narrow: bool) -> bool:
        if self._zen:
            return pane is Pane.ARTICLE
        return not narrow or active is pane

    def _place(self, widget: Widget, *, shown: bool, cells: int | None) -> None:
        widget.display = shown
        if cells is not None:
            widget.styles.width = cells

    def focus_pane(self, pane: Pane) -> None:
        """Give a pane the focus; below 80 columns it takes the screen."""
        widget = {Pane.LIST: self.listing, Pane.ARTICLE: self.pane, Pane.PANEL: self.panel}[pane]
        widget.display = True
        self.set_focus(widget)
        self.arrange_panes()

    def on_resize(self, event: events.Resize) -> None:
        """Another size, another arrangement."""
        del event
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
        panes = [Pane.LIST, Pane.ARTICLE, *([Pane.PANEL] if self._panel_open else [])]
        if self._panel_open and self.app.size.width < THREE_PANES:
            panes = [Pane.PANEL, Pane.ARTICLE]
        index = panes.index(self.active) if self.active in panes else 0
        self.focus_pane(panes[max(0, min(len(panes) - 1, index + by))])

    def enter_article(self, article: int) -> None:
        """Go into an article: it gets the focus and counts as read."""
        if self.opened is None or self.opened.article.id != article:
            self.open(article)
        self.focus_pane(Pane.ARTICLE)
        card = self.listing.card(article)
        if card is not None and not card.read:
            self.in_background(partial(self.set_read, [article], value=True, by_hand=False), "keep")
        if card is not None and card.changed:
            self.tell("Changed since it was first read: d shows what.")

    def action_step_article(self, by: int) -> None:
        """Go to the next article, whichever pane has the focus."""
        before = self.listing.article
        self.listing.action_move(by * self.times())
        if self.listing.article == before:  # from a group's header to the first of its sources
            self.listing.action_move(by)
        article = self.listing.article
        if self.active is Pane.ARTICLE and article is not None and article != before:
            self.enter_article(article)

    def action_toggle_panel(self) -> None:
        """Open the entity panel, or close it."""
        self._panel_open = not self._panel_open
        self.arrange_panes()
        self.focus_pane(Pane.PANEL if self._panel_open else Pane.ARTICLE)

    def close_panel(self) -> None:
        """Close the entity panel where it covers the list."""
        if self._panel_open and self.app.size.width < THREE_PANES:
            self._panel_open = False
            self.focus_pane(Pane.LIST)

    def action_zen(self) -> None:
        """The article alone, or everything."""
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
            self.listing.focus()
        elif self._zen:
            self.action_zen()
        elif self._panel_open:
            self.action_toggle_panel()
        elif self.active is Pane.ARTICLE:
            self.focus_pane(Pane.LIST)
        elif self.picked is not None and self.source.entity is None:
            self.pick(None)
        elif self.source.label:
            self.picked = None
            await self.fill(ListSource("", self.source.grouped))
            self.show_highlights()

    async def action_leave(self) -> None:
        """Back, like Esc; only from the list of everything it quits: nobody leaves Reader who means a filter."""
        open_over = self.way_back is not None or self._zen or self._panel_open or self.filter_bar.is_open
        if open_over or self.active is not Pane.LIST or self.source.label:
            await self.action_back()
        else:
            self.app.exit()

    def show_sentence(self, article: int, start: int, end: int) -> None:
        """Show a sentence of an article and give it the focus: where a row, a hit or a mention leads."""
        self.listing.select_article(article)
        self.open(article, (start, end))
        self.focus_pane(Pane.ARTICLE)
