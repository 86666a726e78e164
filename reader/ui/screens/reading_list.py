"""The list's part of the reading screen: pages, cards, filter, and the news of the worker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from time import monotonic

from textual import on

from reader.errors import QueryError
from reader.library import Library
from reader.models.library import JobKind, JobState, News, OutlineEntry
from reader.models.listing import ArticleCard, Counts, EventCard
from reader.ui.messages import CardsWanted, EntityWanted, MoreWanted, QueryEntered
from reader.ui.screens.reading_parts import ReadingParts
from reader.ui.source import PAGE, ListSource

RELOAD_SHARE = 20.0
"""A list that is told anew waits at least so many times as long as the last telling took: 5 % of one core."""

FIRST_PAGE = 120
"""Entries read before the first paint: more than any screen shows."""


class ReadingList(ReadingParts):
    """Fills the list and keeps it up to date."""

    seq = 0
    _loading = False
    _stale = False
    _reload_after = 0.0

    async def load(self) -> None:
        """Read the first page and show it, then read on to a whole page."""
        first = await self.ask(lambda library: _begin(library, self.source))
        if first is None:
            return
        self.seq, self.counts, self.filling, marked, entries, cards, groups = first
        self.listing.put_cards(cards, groups)
        self.marked = frozenset(marked)
        self.listing.put_marked(self.marked)
        self.listing.show_entries(entries, whole=len(entries) < FIRST_PAGE)
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
            self._stale = True
            await self._refresh_cards(news)
            self.news_of_articles(news)
        self.show_counts()
        if self.is_stale:
            await self._reload()

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
        """Read the list anew, as far as it was loaded; the widget keeps cursor and scroll."""
        self._stale = False
        began = monotonic()
        source, limit = self.source, max(PAGE, len(self.listing.outline.entries))
        entries = await self.ask(lambda library: source.page(library, None, limit))
        if entries is None or source != self.source:
            return
        self.listing.show_entries(entries, whole=len(entries) < limit, keep=True)
        self._reload_after = monotonic() + RELOAD_SHARE * (monotonic() - began)

    @on(CardsWanted)
    def _fetch_cards(self, message: CardsWanted) -> None:
        message.stop()
        self.in_background(partial(self._put_cards, message.articles, message.events), "cards")

    async def _put_cards(self, articles: tuple[int, ...], events: tuple[int, ...]) -> None:
        fresh = await self.ask(lambda library: (library.cards(articles), library.event_cards(events)))
        if fresh is not None:
            self.listing.put_cards(*fresh)

    @on(MoreWanted)
    def _fetch_more(self, message: MoreWanted) -> None:
        message.stop()
        if not self._loading:
            self.in_background(partial(self._more, everything=message.everything), "more")

    async def _more(self, *, everything: bool) -> None:
        """Read the next page, or all of them and go to the end."""
        self._loading = True
        try:
            while not self.listing.whole:
                source, entries = self.source, self.listing.outline.entries
                after = entries[-1] if entries else None
                page = await self.ask(lambda library, after=after: self.source.page(library, after))  # type: ignore[misc]
                if page is None or source != self.source:
                    return
                self.listing.extend_entries(page, whole=len(page) < PAGE)
                if not everything:
                    return
        finally:
            self._loading = False
        self.listing.action_edge(1)

    async def action_next_unread(self) -> None:
        """Go to the next unread article of the list; after the last one from its beginning."""
        listing = self.listing
        here = listing.article
        while (found := await self._unread_after(here)) is None and not listing.whole and not self._loading:
            await self._more(everything=False)
        if found is None:
            self.tell("There is no unread article in this list.")
            return
        listing.select_article(found)
        if self.pane.has_focus:
            self.enter_article(found)

    async def _unread_after(self, here: int | None) -> int | None:
        """The first unread one of the articles listed so far, from the one after ``here``; None without any."""
        listed = self.listing.loaded_articles()
        at = listed.index(here) + 1 if here in listed else 0
        circle = listed[at:] if not self.listing.whole else (*listed[at:], *listed[:at])
        return await self.ask(lambda library: _first_unread(library, circle))

    # Filter

    def action_filter(self) -> None:
        """Write a filter query."""
        self.filter_bar.open(self.source.query)

    @on(QueryEntered)
    async def _filter(self, message: QueryEntered) -> None:
        message.stop()
        await self.fill(ListSource(message.query, self.source.grouped))

    @on(EntityWanted)
    async def _filter_entity(self, message: EntityWanted) -> None:
        message.stop()
        self.picked = message.entity
        self.close_panel()
        await self.fill(ListSource("", self.source.grouped, message.entity, message.name))

    async def fill(self, source: ListSource) -> bool:
        """Show another list; a query that makes no sense leaves the old one and says why."""
        try:
            entries = await self.ask(lambda library: source.page(library, None))
        except QueryError as error:
            if self.filter_bar.is_open:
                self.filter_bar.show_error(str(error), error.position)
            else:
                self.tell(str(error))
            return False
        if entries is None:
            return False
        if not entries and source.label:
            if self.filter_bar.is_open:
                self.filter_bar.show_error("Nothing matches this.", 0)
            else:
                self.tell("Nothing matches this.")
            return False
        article = self.listing.article
        self.source = source
        self.listing.show_entries(entries, whole=len(entries) < PAGE)
        if article is not None:
            self.listing.select_article(article)
        if self.filter_bar.is_open:
            self.filter_bar.close()
        self.listing.focus()
        self.show_counts()
        return True

    async def action_toggle_grouping(self) -> None:
        """Group the list by event, or show every article on its own."""
        source = self.source
        await self.fill(ListSource(source.query, not source.grouped))


_First = tuple[
    int, Counts, bool, tuple[int, ...], tuple[OutlineEntry, ...], tuple[ArticleCard, ...], tuple[EventCard, ...]
]


def _begin(library: Library, source: ListSource) -> _First:
    """All that the first paint needs, in one go."""
    news = library.news(0)
    counts = library.counts()
    filling = not counts.articles and _is_filled(library, news.jobs)
    entries = source.page(library, None, FIRST_PAGE)
    articles = [article for entry in entries[:60] for article in entry.articles]
    groups = [entry.event for entry in entries[:60] if len(entry.articles) > 1]
    return news.seq, counts, filling, library.marked(), entries, library.cards(articles), library.event_cards(groups)


def _is_filled(library: Library, jobs: Iterable[int]) -> bool:
    """Whether one of these jobs is still bringing articles."""
    open_ones = (job for number in jobs if (job := library.job(number)) is not None)
    return any(job.kind is JobKind.ADD and job.state in {JobState.QUEUED, JobState.STORED} for job in open_ones)


def _first_unread(library: Library, articles: Sequence[int]) -> int | None:
    for start in range(0, len(articles), PAGE):
        for card in library.cards(articles[start : start + PAGE]):
            if not card.read:
                return card.id
    return None
