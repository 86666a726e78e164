"""What the parts of the reading screen share: widgets by name, the library, words to the person."""

from __future__ import annotations

from collections.abc import Callable, Collection, Coroutine
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from textual import getters
from textual.screen import Screen
from textual.worker import Worker

from reader.errors import LibraryError
from reader.library import Library
from reader.models.library import News
from reader.models.listing import Counts
from reader.ui.panes import Division, Pane
from reader.ui.place import Place
from reader.ui.reads import LibraryThread
from reader.ui.source import ListSource
from reader.ui.text import ui_plain
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.bars import KeyBar, TitleBar
from reader.ui.widgets.entity_panel import EntityPanel
from reader.ui.widgets.filter_bar import FilterBar
from reader.ui.widgets.lines import LineView
from reader.ui.widgets.shelf import Shelf

if TYPE_CHECKING:
    from reader.ui.opened import OpenArticle

Answer = TypeVar("Answer")


class ReadingParts(Screen[None]):
    """The base of the reading screen's parts."""

    listing = getters.query_one("#list", ArticleList)
    pane = getters.query_one("#article", ArticlePane)
    shelf_pane = getters.query_one("#shelves", Shelf)
    panel = getters.query_one("#panel", EntityPanel)
    title_bar = getters.query_one("#title-bar", TitleBar)
    key_bar = getters.query_one("#key-bar", KeyBar)
    filter_bar = getters.query_one("#filter-bar", FilterBar)

    def __init__(self, shelf: LibraryThread, title: str, today: date) -> None:
        super().__init__()
        self.shelf = shelf
        self.library_title = title
        self.today = today
        self.source = ListSource()
        self.place = Place()
        """Where the person was at the last end."""
        self.chosen_division: Division | None = None
        self.opened: OpenArticle | None = None
        self.counts = Counts(0, 0, 0, 0, 0)
        self.picked: int | None = None
        self.search = ""
        self.shelves_hidden = False
        """Whether the person has put the shelves away where there is room for them."""
        self.marked: frozenset[int] = frozenset()
        self.filling = False
        """Whether somebody is bringing articles into a library that has none yet."""

    async def ask(self, question: Callable[[Library], Answer]) -> Answer | None:
        """The library's answer; None, and a message to the person, if it cannot be read or written."""
        try:
            return await self.shelf.ask(question)
        except LibraryError as error:
            self.tell(str(error))
            return None

    def in_background(
        self, work: Callable[[], Coroutine[None, None, None]], group: str, *, newest: bool = False
    ) -> None:
        """Do something without waiting for it; with ``newest`` what the group is still at is given up."""
        _: Worker[None] = self.run_worker(work, group=group, exclusive=newest)

    def tell(self, sentence: str) -> None:
        """Show a sentence for a moment."""
        self.app.notify(ui_plain(sentence), markup=False)

    def times(self) -> int:
        """The number written before a movement, or 1."""
        return self.focused.times() if isinstance(self.focused, LineView) else 1

    # What one part asks of another

    def show_counts(self) -> None:
        """Tell the title bar the counters, the filter and the progress."""
        raise NotImplementedError

    async def read_shelves(self) -> None:
        """Read what stands on the shelves, if it may have changed."""
        raise NotImplementedError

    def news_of_articles(self, news: News) -> None:
        """Tell the open article what has changed."""
        raise NotImplementedError

    async def browse(self, link: str) -> None:
        """Open an address in the browser, or copy it where there is none."""
        raise NotImplementedError

    def stale_shelves(self) -> None:
        """Read the shelves anew at the next look."""
        raise NotImplementedError

    async def reopen(self, article: int) -> None:
        """Show an article that has changed anew, if it is the one that is open."""
        raise NotImplementedError

    def close_panel(self) -> None:
        """Close the entity panel where it covers the list."""
        raise NotImplementedError

    async def enter_article(self, article: int, place: tuple[int, int] | None = None) -> None:
        """Go into an article, at a sentence if one is given."""
        raise NotImplementedError

    async def reach(self, article: int) -> bool:
        """Put the list's cursor on an article."""
        raise NotImplementedError

    @property
    def active(self) -> Pane:
        """The pane with the focus."""
        raise NotImplementedError

    async def set_read(self, articles: Collection[int], *, value: bool, by_hand: bool = True) -> None:
        """Mark articles read or unread."""
        raise NotImplementedError

    def show_heading(self) -> None:
        """Say which article has the screen alone."""
        raise NotImplementedError

    def show_article_pane(self) -> None:
        """Show the article where it is hidden behind the list."""
        raise NotImplementedError
