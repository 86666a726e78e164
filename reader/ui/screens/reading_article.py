"""The article's part of the reading screen: opening, highlights, walking through mentions and differences, copying."""

from __future__ import annotations

import asyncio
from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from reader.library import Library
from reader.models.kinds import NAMED_KINDS
from reader.models.library import News
from reader.models.signs import MEANINGS
from reader.sanitize import sanitize
from reader.ui.clipboard import copy
from reader.ui.dates import long_day
from reader.ui.highlights import Mode, highlights
from reader.ui.messages import (
    ArticleChosen,
    ComparisonWanted,
    EntityPicked,
    EntityWanted,
    InView,
    MentionWanted,
    RowWanted,
    SentenceChosen,
)
from reader.ui.origins import web_address
from reader.ui.panes import Pane
from reader.ui.screens.reading_parts import ReadingParts

if TYPE_CHECKING:
    from reader.models.annotations import Mention
    from reader.ui.opened import OpenArticle

PREVIEW_SECONDS = 0.12
"""How long the cursor of the list rests before the article beside it is read: a key that is held down, or pressed
again by a quick finger, shows the last one alone."""


class ReadingArticle(ReadingParts):
    """Shows the article under the list's cursor."""

    mode = Mode.QUIET
    show_hidden = False
    _wanted = 0
    _unfolded = 0
    """The article of which everything is shown because a place that was gone to is folded away."""

    @on(ArticleChosen)
    async def _choose(self, message: ArticleChosen) -> None:
        message.stop()
        if message.opened:
            await self.enter_article(message.article)
        else:
            self.follow_cursor(PREVIEW_SECONDS)

    def follow_cursor(self, pause: float = 0.0) -> None:
        """Show the article under the list's cursor after a pause in seconds, where it can be seen beside it."""
        article = self.listing.article
        if article is not None and self.pane.display and self.listing.display and article != self._wanted:
            self.open(article, pause=pause)

    async def open_now(self, article: int, place: tuple[int, int] | None = None) -> None:
        """Show an article, and come back when it is there."""
        if place is None and self.opened is not None and self.opened.article.id == article == self._wanted:
            return
        self.workers.cancel_group(self, "article")
        self._wanted = article
        await self._open(article, place, 0.0)

    async def article_here(self, *, shown: bool = False) -> OpenArticle | None:
        """The article at hand, read now if the list's cursor has moved on to it; with ``shown`` it is to be seen."""
        article = self.listing.article if self.listing.has_focus else self.pane.article or self.listing.article
        if article is not None:
            await self.open_now(article)
        if self.opened is None:
            self.tell("There is no article here.")
        elif shown and not self.pane.display:
            self.show_article_pane()
        return self.opened

    def note_read(self) -> None:
        """An article that was read to its end is marked so."""
        card = self.listing.card(self.pane.article)
        if self.pane.has_focus and self.pane.is_end_seen and card is not None and not card.read:
            self.in_background(partial(self.set_read, [card.id], value=True, by_hand=False), "keep")

    def open(self, article: int, place: tuple[int, int] | None = None, *, pause: float = 0.0) -> None:
        """Show an article after a pause in seconds; with ``place`` (start, end) at that sentence."""
        self._wanted = article
        self.in_background(partial(self._open, article, place, pause), "article", newest=True)

    async def _open(self, article: int, place: tuple[int, int] | None, pause: float) -> None:
        if pause and self.opened is not None:
            await asyncio.sleep(pause)
        if article != self._unfolded:
            self._unfolded = 0
        hidden, search = self.show_hidden or article == self._unfolded, self.search

        def read(library: Library) -> OpenArticle | None:
            from reader.ui.opened import open_article  # noqa: PLC0415 (in the library's thread, with the first article)

            return (
                open_article(library, article, show_hidden=hidden, search=search) if article == self._wanted else None
            )

        opened = await self.ask(read)
        if opened is not None and place is not None and not hidden and not opened.document.shows(place[0]):
            self._unfolded, hidden = article, True  # what leads here is folded away
            opened = await self.ask(read)
        if opened is None or article != self._wanted:
            return
        if opened.annotations is None:
            self.post_message(InView((article, *self.listing.articles_in_view())))
        keep = self.opened is not None and self.opened.article.id == article
        self.opened = opened
        self.pane.show(article, opened.document, keep=keep)
        self.pane.put_signs(opened.signs)
        self.pane.put_hits(opened.hits)
        self.show_highlights()
        self.panel.put_rows(opened.panel, self.picked, keep=keep)
        self.show_heading()
        if place is not None:
            self.pane.go_to_offset(place[0])
            if place in opened.hits:
                self._reach_hit(opened.hits.index(place))
        self.show_note()

    def news_of_articles(self, news: News) -> None:
        """Tell the open article anew if the worker has been at it."""
        opened = self.opened
        if opened is None:
            return
        card = opened.card
        if card.id in news.articles or card.event in {*news.events, *news.comparisons} or not news.complete:
            self.open(card.id)

    async def reopen(self, article: int) -> None:
        """Show an article that has changed anew, if it is the one that is open."""
        if self.opened is not None and self.opened.card.id == article:
            self.open(article)

    def show_highlights(self) -> None:
        """Highlight what the mode, or the one entity that is picked out, says."""
        opened = self.opened
        if opened is None or opened.annotations is None:
            return
        spans = highlights(opened.annotations, opened.article.text, self.mode, self.picked)
        self.pane.put_highlights(spans, picked=self.picked is not None)

    def show_note(self) -> None:
        """Say in the key bar what the sign of the sentence means."""
        sign = self.pane.sign
        self.key_bar.put_note(f"{sign} {MEANINGS[sign]}" if sign else "")

    @on(SentenceChosen)
    def _sentence_chosen(self, message: SentenceChosen) -> None:
        message.stop()
        self.show_note()
        self.show_heading()
        if self.pane.unit == len(self.pane.units) - 1:
            self.note_read()

    # Looks

    def action_cycle_highlights(self) -> None:
        """Switch the highlights: quiet, all, off."""
        if self.picked is not None:
            self.pick(None)
            return
        self.mode = self.mode.after
        self.show_highlights()
        self.tell(f"Highlights: {self.mode}")

    def action_toggle_hidden(self) -> None:
        """Show or hide captions, credits and boxes."""
        if self._unfolded:
            self._unfolded, self.show_hidden = 0, False
        else:
            self.show_hidden = not self.show_hidden
        if self.opened is not None:
            self.open(self.opened.article.id)

    def action_toggle_marks(self) -> None:
        """Show the marks of what sources share, or those of differences alone."""
        self.pane.show_marks(shown=not self.pane.marks_shown)
        self.tell("All marks are shown." if self.pane.marks_shown else "Only differences are marked.")

    @on(EntityPicked)
    def _picked(self, message: EntityPicked) -> None:
        message.stop()
        self.pick(message.entity)

    def pick(self, entity: int | None) -> None:
        """Highlight one entity alone, or all as before."""
        self.picked = entity
        self.show_highlights()
        if self.opened is not None:
            self.panel.put_rows(self.opened.panel, entity, keep=True)

    # Walking

    @on(MentionWanted)
    def _go_to_mention(self, message: MentionWanted) -> None:
        message.stop()
        self.pane.go_to_offset(message.offset)

    async def action_difference(self, by: int) -> None:
        """Go to the next sentence on which the sources differ, or which is new in a grown event."""
        opened = await self.article_here(shown=True)
        if opened is None:
            return
        places = opened.places
        index = bisect_right(places, self.pane.unit) if by > 0 else bisect_left(places, self.pane.unit) - 1
        index += by * (self.times() - 1)
        if 0 <= index < len(places):
            self.pane.go_to_unit(places[index])
            self._tell_new(opened.new, places[index])
        elif places:
            self.tell(f"No further difference{' or news' if opened.new else ''} in this direction.")
        else:
            self.tell(_nothing_to_visit(opened))

    def _tell_new(self, new: tuple[int, ...] | None, place: int) -> None:
        """Say of an article that came after its event had been read whether a sentence is new."""
        if new is None:
            return
        if place in new:
            self.tell(f"New since you read this event: {new.index(place) + 1} of {len(new)}")
        elif not new:
            self.tell("Nothing here is new to what you have read; here the sources differ.")

    async def action_hit(self, by: int) -> None:
        """Go to the next hit of the last search; after the last one to the first."""
        opened, place = await self.article_here(shown=True), self.pane.sentence
        if opened is None or place is None or not opened.hits:
            self.tell(
                f"“{self.search}” does not stand in this article." if self.search else "Nothing was searched for."
            )
            return
        starts = [start for start, _ in opened.hits]
        here = self.pane.hit
        if here in opened.hits and place[0] <= here[0] < place[1]:
            index = opened.hits.index(here) + by
        else:
            index = bisect_left(starts, place[0]) if by > 0 else bisect_left(starts, place[0]) - 1
        around = index % len(starts)
        hit = opened.hits[around]
        if opened.document.shows(hit[0]):
            self.pane.go_to_offset(hit[0])
            self._reach_hit(around, wrapped=index != around)
        else:
            self.open(opened.article.id, hit)

    def _reach_hit(self, index: int, *, wrapped: bool = False) -> None:
        """Mark the hit that was gone to, and say which one it is."""
        if self.opened is not None:
            self.pane.put_hit(self.opened.hits[index])
            again = (", from the top again" if index == 0 else ", from the end again") if wrapped else ""
            self.tell(f"“{self.search}”: {index + 1} of {len(self.opened.hits)}{again}")

    def mention_here(self) -> Mention | None:
        """The mention that the cursor's sentence is about: of the entity picked out, or else its first name."""
        opened, place = self.opened, self.pane.sentence
        if opened is None or opened.annotations is None or place is None:
            return None
        inside = [
            mention
            for mention in opened.annotations.mentions
            if place[0] <= mention.start < place[1] and mention.entity is not None and mention.kind in NAMED_KINDS
        ]
        picked = [mention for mention in inside if mention.entity == self.picked]
        return next(iter(picked or inside), None)

    async def action_mention(self, by: int) -> None:
        """Go to the next mention of the entity under the cursor, which is then picked out."""
        opened, place = await self.article_here(shown=True), self.pane.sentence
        if opened is None or opened.annotations is None or place is None:
            return
        here = self.mention_here()
        entity = self.picked if self.picked is not None else here.entity if here is not None else None
        if entity is None:
            self.tell("No name in this sentence.")
            return
        if self.picked is None:
            self.pick(entity)
        shown = opened.document.shown_mentions(opened.annotations)
        starts = [mention.start for mention in shown if mention.entity == entity]
        if starts:
            index = bisect_left(starts, place[1]) if by > 0 else bisect_left(starts, place[0]) - 1
            self.pane.go_to_offset(starts[index % len(starts)])

    async def action_open_entity(self) -> None:
        """Show who the entity under the cursor is."""
        await self.article_here()
        entity, _ = self.entity_here()
        if entity is None:
            self.tell("No name in this sentence.")
        else:
            self.post_message(EntityWanted(entity))

    def entity_here(self) -> tuple[int | None, Mention | None]:
        """The entity under the cursor, and the mention of it in the article, if the cursor is there."""
        if self.active is Pane.PANEL:
            return self.panel.entity, None
        here = self.mention_here()
        return (here.entity, here) if here is not None else (None, None)

    @on(RowWanted)
    def _row_wanted(self, message: RowWanted) -> None:
        message.stop()
        opened = self.opened
        if opened is None or opened.event is None:
            return
        if len(opened.event.articles) < 2:
            self.tell("This event has one source: there is nothing to compare.")
            return
        event = opened.event
        sentence = (message.article, message.start, message.end)
        if message.start >= opened.absent_at and opened.absent:
            first = opened.absent[0]
            sentence = (first.article, first.start, first.end)
        self.post_message(ComparisonWanted(event.id, event.articles, event.title, sentence))

    # The origin

    async def action_open_origin(self) -> None:
        """Open the article's page in the browser; of a file, say where it is and copy its path."""
        opened = await self.article_here()
        if opened is None:
            return
        origin = opened.article.origin
        if web_address(origin) is None:
            by = await copy(self.app, sanitize(origin))
            self.tell(f"A file; its path is copied by {by}: {origin}")
        else:
            await self.browse(origin)

    # Copying

    async def action_copy(self) -> None:
        """Copy the sentence with title, outlet, date and origin."""
        opened, place = await self.article_here(), self.pane.sentence
        if opened is None or place is None or place[0] >= opened.absent_at:
            self.tell("There is no sentence of this article to copy here.")
            return
        by = await copy(self.app, citation(opened, place))
        self.tell(f"Copied with its source, by {by}.")


def citation(opened: OpenArticle, place: tuple[int, int]) -> str:
    """A sentence ready to cite: its words, then title, outlet, date and origin; harmless where it is pasted."""
    card = opened.card
    words = " ".join(opened.article.text[place[0] : place[1]].split())
    day = long_day(card.published, card.published_status)
    source = ", ".join(part for part in (card.title, card.outlet, day, card.origin) if part)
    return sanitize(f"{words}\n({source})\n")


def _nothing_to_visit(opened: OpenArticle) -> str:
    """Why "next difference" goes nowhere in an article."""
    if opened.event is None or len(opened.event.articles) < 2:
        return "This event has one source."
    if opened.comparison is None:
        return "The sources are not compared yet."
    if opened.new is not None:
        return "Nothing here is new: the articles that you have read say it all."
    return "No difference was found here."
