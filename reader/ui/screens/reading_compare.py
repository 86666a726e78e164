"""The part of the reading screen that asks for comparisons: of an event, of a story, of what is marked."""

from __future__ import annotations

from reader.models.listing import EventCard
from reader.ui.messages import ComparisonWanted
from reader.ui.screens.reading_parts import ReadingParts


class ReadingCompare(ReadingParts):
    """Turns ``c`` and ``C`` into a wanted comparison, or says why there is none."""

    async def action_compare(self) -> None:
        """Compare the sources of the event; on an event with a marked article, what is marked, wherever it is."""
        marked = await self.ask(lambda library: library.marked()) or ()
        event = await self._event_at_hand()
        if len(marked) > 1 and (event is None or set(event.articles) & set(marked)):
            self.post_message(ComparisonWanted(None, marked, f"{len(marked)} marked articles"))
        elif event is None:
            self.tell("There is no article here to compare.")
        elif len(event.articles) > 1:
            place = self.pane.sentence if self.pane.has_focus else None
            sentence = (self.pane.article, *place) if place is not None else None
            self.post_message(ComparisonWanted(event.id, event.articles, event.title, sentence))
        elif len(marked) > 1:
            self.tell(f"This event has one source. c on a marked article compares the {len(marked)} that are marked.")
        elif event.story is not None:
            self.tell("This event has one source. C compares it with the related events of its story.")
        else:
            self.tell("This event has one source, and no related events. Mark articles with v to compare them.")

    async def _event_at_hand(self) -> EventCard | None:
        """The event of the article under the cursor, which need not be on the screen yet."""
        article = self.pane.article if self.pane.has_focus else self.listing.article
        return await self.ask(lambda library: library.event_of(article)) if article else None

    async def action_compare_story(self) -> None:
        """Compare all articles of the story."""
        event = await self._event_at_hand()
        if event is None:
            self.tell("There is no article here to compare.")
            return
        story = event.story
        if story is None:
            self.tell("This event has no related events.")
            return
        articles = await self.ask(lambda library: library.story_articles(story))
        record = await self.ask(lambda library: library.story(story))
        if articles and record is not None:
            self.post_message(ComparisonWanted(None, articles, f"Story: {record.title}"))
