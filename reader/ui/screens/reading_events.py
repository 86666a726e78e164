"""The part of the reading screen that says why articles are one event, puts that right, and shows a story's thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.library import Library
from reader.models.listing import EventCard, TextHit
from reader.ui.screens.reading_parts import ReadingParts

if TYPE_CHECKING:
    from reader.ui.screens.why import WhyAct, WhyChoice


def _first_place(words: str, article: int, library: Library) -> tuple[TextHit, ...]:
    """Where words stand first in an article."""
    return library.search(f'"{words}"', 1, article)


class ReadingEvents(ReadingParts):
    """Opens the why-panel and the thread, and does what is chosen there."""

    async def action_why(self) -> None:
        """Say why the articles of the event under the cursor are one event."""
        article = self._article_at_hand()
        event = await self.ask(lambda library: library.event_of(article)) if article else None
        why = await self.ask(lambda library: library.why(event.id)) if event is not None else None
        if article is None or event is None or why is None:
            self.tell("There is no article here.")
            return
        from reader.ui.screens.why import WhyScreen  # noqa: PLC0415 (loaded when it is shown)

        self.app.push_screen(WhyScreen(why), partial(self._do, article, event))

    async def action_thread(self) -> None:
        """Show the story of the event under the cursor, event after event."""
        article = self._article_at_hand()
        event = await self.ask(lambda library: library.event_of(article)) if article else None
        if event is None or event.story is None:
            self.tell("This event has no related events.")
            return
        story = event.story
        thread = await self.ask(lambda library: library.thread(story)) or ()
        from reader.ui.screens.thread import ThreadScreen  # noqa: PLC0415 (loaded when it is shown)

        self.app.push_screen(ThreadScreen(thread), self._enter)

    def _article_at_hand(self) -> int | None:
        return self.pane.article if self.pane.has_focus else self.listing.article

    def _enter(self, article: int | None) -> None:
        if article is not None:
            self.call_later(partial(self.enter_article, article))

    async def _do(self, article: int, event: EventCard, choice: WhyChoice | None) -> None:
        """Do what was chosen in the why-panel."""
        if choice is None:
            return
        from reader.ui.screens.why import WhyAct  # noqa: PLC0415 (as above)

        if choice.act is WhyAct.FIND:
            await self._find(event, choice.words)
        elif choice.act is WhyAct.OPEN:
            near = await self.ask(lambda library: library.event(choice.event))
            self._enter(near.articles[0] if near is not None else None)
        elif choice.act is WhyAct.MOVE_OUT:
            await self._move_out(article, event)
        else:
            await self._relate(event, choice.act)

    async def _find(self, event: EventCard, words: str) -> None:
        """Go to the first place where a tie stands, in the article at hand if it is there."""
        self.search = words
        for number in event.articles:
            hits = await self.ask(partial(_first_place, words, number))
            if hits:
                await self.show_sentence(number, hits[0].start, hits[0].end)
                return
        self.tell(f"“{words}” is written in another way in the articles.")

    async def _move_out(self, article: int, event: EventCard) -> None:
        if len(event.articles) < 2:
            self.tell("This event has one article only.")
            return
        await self.ask(lambda library: library.split_event(event.id, [article]))
        self.tell("Moved out: it is an event of its own. u takes it back.")

    async def _relate(self, event: EventCard, act: WhyAct) -> None:
        """Join the event with that of the marked articles, or keep the two apart for ever."""
        marked = await self.ask(lambda library: library.cards(library.marked())) or ()
        events = {card.event for card in marked}
        others = events - {event.id}
        if events == {event.id}:
            self.tell("The marked article is on this event already: nothing changes.")
            return
        if len(others) != 1:
            self.tell("Mark an article of one other event with v first, then come back here.")
            return
        from reader.ui.screens.why import WhyAct  # noqa: PLC0415 (as above)

        (other,) = others
        if act is WhyAct.JOIN:
            await self.ask(lambda library: library.join_events([event.id, other]))
            self.tell("Joined: one event from now on. u takes it back.")
        else:
            await self.ask(lambda library: library.part_events(event.id, other))
            self.tell("Kept apart: never one event. u takes it back.")

    async def show_sentence(self, article: int, start: int, end: int) -> None:
        """Show a sentence of an article and give it the focus."""
        raise NotImplementedError
