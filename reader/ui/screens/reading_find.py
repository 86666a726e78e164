"""The part of the reading screen that goes to what the finder found."""

from __future__ import annotations

from functools import partial

from reader.ui.find_rows import EntityFind, Found
from reader.ui.messages import EntityWanted, QueryEntered
from reader.ui.screens.reading_parts import ReadingParts


class ReadingFind(ReadingParts):
    """Opens the finder, and shows what was chosen in it."""

    def action_find(self) -> None:
        """Find a name or words."""
        from reader.ui.screens.find import FindScreen  # noqa: PLC0415 (loaded when it is shown)

        article = self.opened.article.id if self.opened is not None else None
        self.app.push_screen(FindScreen(self.shelf, article, self.search), self.show_found)

    def show_found(self, found: Found | None) -> None:
        """Go to a place, or list the articles about an entity."""
        if found is None:
            return
        if isinstance(found.row, EntityFind):
            self.post_message(EntityWanted(found.row.hit.id, found.row.hit.name))
        elif found.as_filter:
            self.post_message(QueryEntered(found.words))
        else:
            self.search = found.words
            hit = found.row.hit
            self.call_later(partial(self.show_sentence, hit.article, hit.start, hit.end))

    async def show_sentence(self, article: int, start: int, end: int) -> None:
        """Show a sentence of an article and give it the focus."""
        raise NotImplementedError
