"""The list's part of the reading screen: pages, cards, filter, and the news of the worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from time import monotonic

from textual import on

from reader.errors import QueryError
from reader.library import Library
from reader.models.library import JobKind, JobState, News
from reader.models.listing import ArticleCard, Counts, EventCard
from reader.ui.messages import CardsWanted, EntityListed, PagesWanted, QueryEntered
from reader.ui.outline import Outline
from reader.ui.screens.reading_parts import ReadingParts
from reader.ui.source import ListSource

RELOAD_SHARE = 20.0
"""A list that is told anew waits at least so many times as long as the last telling took: 5 % of one core."""

FIRST_CARDS = 60
"""Entries whose cards are read before the first paint: as many as a high screen shows."""


class ReadingList(ReadingParts):
    """Fills the list and keeps it up to date."""

    seq = 0
    _shelves_stale = True
    _stale = False
    _reload_after = 0.0
    _loading: frozenset[int] = frozenset()

    async def load(self) -> None:
        """Read the first page and show it."""
        article, source = self.place.article, self.source
        try:
            first = await self.ask(lambda library: _begin(library, source, article))
        except QueryError:
            self.source = source = ListSource()
            first = await self.ask(lambda library: _begin(library, source, article))
        if first is None:
            return
        self.seq, self.counts, self.filling, marked, outline, cards, groups = first
        self.listing.put_cards(cards, groups)
        self.marked = frozenset(marked)
        self.listing.put_marked(self.marked)
        outline.unfold(self.place.unfolded)
        self.listing.show_outline(outline)
        if self.place.article and self.listing.select_article(self.place.article):
            self.listing.jump_to(outline.line_of(self.listing.spot) - self.place.line)
        self.show_counts()

    async def poll(self) -> None:
        """Ask what has changed in the library, and show it."""
        news = await self.ask(lambda library: library.news(self.seq))
        if news is None:
            return
        if news:
            self.seq = news.seq
            counts = await self.ask(lambda library: library.counts())
            self.counts = counts or self.counts
            if news.jobs and not self.counts.articles:
                self.filling = bool(await self.ask(lambda library: _is_filled(library, news.jobs)))
            self._stale = self._stale or bool(news.articles or news.events or not news.complete)
            await self._refresh_cards(news)
            self._shelves_stale = True
            self.news_of_articles(news)
        self.show_counts()
        if self.is_stale:
            await self._reload()
        await self.read_shelves()

    @property
    def is_stale(self) -> bool:
        """Whether the list is to be read again by now."""
        return self._stale and monotonic() >= self._reload_after

    async def _refresh_cards(self, news: News) -> None:
        if not news.complete:
            self.listing.refetch()
            return
        articles = [article for article in news.articles if self.listing.card(article)]
        changed = dict.fromkeys((*news.events, *news.comparisons))
        groups = [event for event in changed if self.listing.event_card(event)]
        if articles or groups:
            fresh = await self.ask(lambda library: (library.cards(articles), library.event_cards(groups)))
            if fresh is not None:
                self.listing.put_cards(*fresh)

    async def _reload(self) -> None:
        """Read anew what is in view and around it; the widget keeps cursor and scroll."""
        self._stale = False
        began = monotonic()
        source, article, around = self.source, self.listing.article, self.listing.spot.entry
        lines = 2 * self.listing.view_height

        def read(library: Library) -> Outline:
            found = source.index(library, article) if article is not None else None
            return source.outline(library, found if found is not None else around, lines)

        outline = await self.ask(read)
        if outline is None or source != self.source:
            return
        self.listing.show_outline(outline, keep=True)
        self._reload_after = monotonic() + RELOAD_SHARE * (monotonic() - began)

    @on(CardsWanted)
    def _fetch_cards(self, message: CardsWanted) -> None:
        message.stop()
        self.in_background(partial(self._put_cards, message.articles, message.events), "cards")

    async def _put_cards(self, articles: tuple[int, ...], events: tuple[int, ...]) -> None:
        fresh = await self.ask(lambda library: (library.cards(articles), library.event_cards(events)))
        if fresh is not None:
            self.listing.put_cards(*fresh)

    @on(PagesWanted)
    def _fetch_pages(self, message: PagesWanted) -> None:
        message.stop()
        wanted = [start for start in message.starts if start not in self._loading]
        self._loading |= frozenset(wanted)
        for start in wanted:
            self.in_background(partial(self._put_page, start), "pages")

    async def _put_page(self, start: int) -> None:
        source, outline = self.source, self.listing.outline
        page = await self.ask(lambda library: source.page(library, start, outline.size))
        self._loading -= {start}
        if page is not None and outline is self.listing.outline:
            self.listing.put_page(start, page)

    async def reach(self, article: int) -> bool:
        """Put the list's cursor on an article, wherever it stands; False if it is not in this list."""
        if self.listing.select_article(article):
            return True
        source, lines = self.source, 2 * self.listing.view_height

        def read(library: Library) -> tuple[int, Outline] | None:
            index = source.index(library, article)
            return (index, source.outline(library, index, lines)) if index is not None else None

        found = await self.ask(read)
        if found is None or source != self.source:
            return False
        self.listing.show_outline(found[1])
        return self.listing.select_article(article)

    async def action_next_unread(self) -> None:
        """Go to the next unread article of the list; after the last one from its beginning."""
        here, source = self.listing.article, self.source

        def read(library: Library) -> int | None:
            following = source.next_unread(library, here)
            return following if following is not None or here is None else source.next_unread(library, None)

        found = await self.ask(read)
        if found is None:
            self.tell("There is no unread article in this list.")
            return
        await self.reach(found)
        if self.pane.has_focus:
            await self.enter_article(found)

    # Filter

    def action_filter(self) -> None:
        """Write a filter query."""
        self.filter_bar.open(self.source.query)

    @on(QueryEntered)
    async def _filter(self, message: QueryEntered) -> None:
        message.stop()
        await self.fill(ListSource(message.query, self.source.grouped))

    @on(EntityListed)
    async def _filter_entity(self, message: EntityListed) -> None:
        message.stop()
        self.picked = message.entity
        self.close_panel()
        await self.fill(ListSource("", self.source.grouped, message.entity, message.name))

    async def fill(self, source: ListSource, *, of_shelf: bool = False) -> bool:
        """Show another list; a query that makes no sense leaves the old one and says why.

        The list of a shelf may be empty, and does not take the focus.
        """
        article = self.listing.article

        def read(library: Library) -> Outline:
            index = source.index(library, article) if article is not None else None
            return source.outline(library, index or 0)

        try:
            outline = await self.ask(read)
        except QueryError as error:
            if self.filter_bar.is_open:
                self.filter_bar.show_error(str(error), error.position)
            else:
                self.tell(str(error))
            return False
        if outline is None:
            return False
        if not outline.size and source.label and not of_shelf:
            if self.filter_bar.is_open:
                self.filter_bar.show_error("Nothing matches this.", 0)
            else:
                self.tell("Nothing matches this.")
            return False
        self.source = source
        self.listing.show_outline(outline)
        if article is not None:
            self.listing.select_article(article)
        if self.filter_bar.is_open:
            self.filter_bar.close()
        if not of_shelf:
            self.set_focus(self.listing)
            self.shelf_pane.follow(source.query, source.name)
        self.show_counts()
        return True

    async def action_toggle_grouping(self) -> None:
        """Group the list by event, or show every article on its own."""
        source = self.source
        await self.fill(replace(source, grouped=not source.grouped))


_First = tuple[int, Counts, bool, tuple[int, ...], Outline, tuple[ArticleCard, ...], tuple[EventCard, ...]]


def _begin(library: Library, source: ListSource, article: int) -> _First:
    """All that the first paint needs, in one go."""
    news = library.news(0)
    counts = library.counts()
    filling = not counts.articles and _is_filled(library, news.jobs)
    index = (source.index(library, article) if article else 0) or 0
    outline = source.outline(library, index)
    shown = [entry for number, entry in outline.entries() if abs(number - index) < FIRST_CARDS]
    articles = [article for entry in shown for article in entry.articles]
    groups = [entry.event for entry in shown if len(entry.articles) > 1]
    return news.seq, counts, filling, library.marked(), outline, library.cards(articles), library.event_cards(groups)


def _is_filled(library: Library, jobs: Iterable[int]) -> bool:
    """Whether one of these jobs is still bringing articles."""
    open_ones = (job for number in jobs if (job := library.job(number)) is not None)
    return any(job.kind is JobKind.ADD and job.state in {JobState.QUEUED, JobState.STORED} for job in open_ones)
