"""The part of the reading screen that goes back to where the person was, and says where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.highlights import Mode
from reader.ui.messages import ComparisonWanted
from reader.ui.panes import Division, Pane
from reader.ui.place import Place
from reader.ui.screens.reading_article import ReadingArticle
from reader.ui.source import ListSource

if TYPE_CHECKING:
    from reader.ui.screens.comparison import ComparisonScreen


class ReadingPlace(ReadingArticle):
    """Takes what does not need the library from the place before the list is read, and the rest after it."""

    def go_back(self) -> None:
        """Which list, divided how, with what shown in the article."""
        place = self.place
        self.source = ListSource(place.query, place.grouped, place.entity or None, place.name)
        self.chosen_division = Division(place.division) if place.division in set(Division) else None
        self.pane.marks_shown = place.marks
        self.show_hidden = place.hidden
        self.shelves_hidden = place.shelves_hidden
        self.mode = Mode(place.highlights) if place.highlights in set(Mode) else Mode.QUIET

    async def go_on(self) -> None:
        """Into the article, and into the comparison, that were open."""
        place = self.place
        if place.pane != Pane.LIST and self.listing.article == place.article:
            at_sentence = (place.sentence, place.sentence) if place.sentence >= 0 else None
            await self.enter_article(place.article, at_sentence)
            self.call_after_refresh(self.pane.put_cursor_on_row, place.row)
        if place.compared:
            at = (place.at[0], place.at[1], place.at[2]) if len(place.at) == len(("article", "start", "end")) else None
            self.post_message(ComparisonWanted(place.event or None, place.compared, place.heading, at))

    def place_now(self, comparison: ComparisonScreen | None) -> Place:
        """Where the person is; ``comparison`` is the one on the screen."""
        listing, wanted = self.listing, comparison.wanted if comparison is not None else None
        at = comparison.at if comparison is not None else None
        return Place(
            query=self.source.query,
            entity=self.source.entity or 0,
            name=self.source.name,
            grouped=self.source.grouped,
            unfolded=tuple(sorted(listing.outline.unfolded)),
            article=listing.article or 0,
            line=listing.outline.line_of(listing.spot) - listing.top,
            pane=Pane.LIST if self.active in {Pane.LIST, Pane.SHELF} else Pane.ARTICLE,
            sentence=-1 if self.pane.place is None else self.pane.place,
            row=self.pane.cursor_row,
            division=self.chosen_division or "",
            marks=self.pane.marks_shown,
            hidden=self.show_hidden,
            shelves_hidden=self.shelves_hidden,
            highlights=self.mode,
            compared=wanted.articles if wanted is not None else (),
            event=wanted.event or 0 if wanted is not None else 0,
            heading=wanted.title if wanted is not None else "",
            at=at or (),
        )
