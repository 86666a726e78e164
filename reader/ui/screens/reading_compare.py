"""The part of the reading screen that asks for comparisons: of an event, of a story, of what is marked."""

from __future__ import annotations

from reader.ui.messages import ComparisonWanted
from reader.ui.screens.reading_parts import ReadingParts


class ReadingCompare(ReadingParts):
    """Turns ``c`` and ``C`` into a wanted comparison, or says why there is none."""

    async def action_compare(self) -> None:
        """Compare the sources of the event; on an event with a marked article, what is marked, wherever it is."""
        marked = await self.ask(lambda library: library.marked()) or ()
        opened = self.opened
        here = opened.event.articles if opened is not None and opened.event is not None else marked
        if len(marked) > 1 and set(here) & set(marked):
            self.post_message(ComparisonWanted(None, marked, f"{len(marked)} marked articles"))
        elif opened is None or opened.event is None:
            self.tell("Open an article first.")
        elif len(opened.event.articles) > 1:
            event = opened.event
            place = self.pane.sentence
            sentence = (opened.article.id, *place) if place is not None and self.pane.has_focus else None
            self.post_message(ComparisonWanted(event.id, event.articles, event.title, sentence))
        elif len(marked) > 1:
            self.tell(f"This event has one source. c on a marked article compares the {len(marked)} that are marked.")
        elif opened.event.story is not None:
            self.tell("This event has one source. C compares it with the related events of its story.")
        else:
            self.tell("This event has one source, and no related events. Mark articles with v to compare them.")

    async def action_compare_story(self) -> None:
        """Compare all articles of the story."""
        opened = self.opened
        if opened is None or opened.event is None:
            self.tell("Open an article first.")
            return
        story = opened.event.story
        if story is None:
            self.tell("This event has no related events.")
            return
        articles = await self.ask(lambda library: library.story_articles(story))
        record = await self.ask(lambda library: library.story(story))
        if articles and record is not None:
            self.post_message(ComparisonWanted(None, articles, f"Story: {record.title}"))
