"""The part of the reading screen that goes to what the finder found."""

from __future__ import annotations

from functools import partial

from reader.ui.find_rows import EntityFind, Found
from reader.ui.messages import EntityListed, EntityWanted, QueryEntered
from reader.ui.screens.reading_parts import ReadingParts


class ReadingFind(ReadingParts):
    """Opens the finder, and shows what was chosen in it."""

    def action_find(self) -> None:
        """Find a name or words."""
        from reader.ui.screens.find import FindScreen  # noqa: PLC0415 (loaded when it is shown)

        article = self.opened.article.id if self.opened is not None else None
        self.app.push_screen(FindScreen(self.shelf, article, self.search), self.show_found)

    def show_found(self, found: Found | None) -> None:
        """Go to a place, or show who an entity is, or list the articles about it."""
        if found is None:
            return
        if isinstance(found.row, EntityFind):
            hit = found.row.hit
            self.post_message(EntityListed(hit.id, hit.name) if found.as_filter else EntityWanted(hit.id))
        elif found.as_filter:
            self.post_message(QueryEntered(found.words))
        else:
            self.search = found.words
            place = found.row.hit
            self.call_later(partial(self.show_sentence, place.article, place.start, place.end))

    async def show_sentence(self, article: int, start: int, end: int) -> None:
        """Show a sentence of an article and give it the focus."""
        raise NotImplementedError
