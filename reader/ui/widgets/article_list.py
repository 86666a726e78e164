"""The article list: events and their sources, newest first, painted from pages of the outline and a cache of cards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.strip import Strip

from reader.models.library import OutlineEntry
from reader.models.listing import ArticleCard, EventCard
from reader.ui.entry_text import EntryPainter, Looks
from reader.ui.keymap import Context, bindings
from reader.ui.messages import ArticleChosen, CardsWanted, MoreWanted
from reader.ui.outline import Outline, Spot
from reader.ui.paint import strip_of
from reader.ui.widgets.lines import LineView

AHEAD_LINES = 120
"""Lines around the window whose cards are fetched before they are needed: two or three screens."""

CACHED_CARDS = 3000
"""Cards kept before those far from the window are dropped: some 25 screens, about 2 MB."""


class ArticleList(LineView):
    """Entries of the outline; the cursor is a spot, and every move of it is told to the screen."""

    BINDINGS = bindings(Context.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--ground",
        "line--cursor",
        "line--muted",
        "line--faint",
        "line--accent",
        "line--unread",
        "line--title",
        "line--cursor-title",
        "line--bar",
    }

    def __init__(self, today: date, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._today = today
        self.outline = Outline()
        self.spot = Spot(0)
        self.whole = True
        self._pending: Outline | None = None
        self._cards: dict[int, ArticleCard] = {}
        self._events: dict[int, EventCard] = {}
        self._marked: frozenset[int] = frozenset()
        self._asked: tuple[int, int] = (-1, -1)
        self.touched = False

    # What the screen hands down

    def show_entries(self, entries: Iterable[OutlineEntry], *, whole: bool, keep: bool = False) -> None:
        """Show these entries; with ``keep`` the cursor stays on its article, and that on its line of the screen.

        Args:
            entries: the outline from its beginning.
            whole: whether these are all there are.
            keep: whether this is the same list with changes, not another one.
        """
        fresh = Outline(entries, frozenset(self.outline.folded))
        self.whole = whole
        self._asked = (-1, -1)
        if keep and self.touched and self._visible(self.outline) != self._visible(fresh, anchored=True):
            self._pending = fresh
            self._want_cards()
            return
        self._replace(fresh, keep=keep)

    def extend_entries(self, entries: Iterable[OutlineEntry], *, whole: bool) -> None:
        """Append the next page."""
        self.outline.extend(entries)
        self.whole = whole
        self.set_line_count(self.outline.height)
        self.refresh_changed()
        self._want_cards()

    def put_cards(self, cards: Iterable[ArticleCard], groups: Iterable[EventCard]) -> None:
        """Cards that have been fetched, or have changed."""
        if len(self._cards) > CACHED_CARDS:
            self._cards.clear()
            self._events.clear()
        self._cards.update((card.id, card) for card in cards)
        self._events.update((group.id, group) for group in groups)
        self.refresh_changed()

    def put_marked(self, marked: frozenset[int]) -> None:
        """The articles that are marked for comparison."""
        self._marked = marked
        self.refresh()

    def refetch(self) -> None:
        """Ask anew for what is in view."""
        self._asked = (-1, -1)
        self._want_cards(again=True)

    @property
    def has_pending(self) -> bool:
        """Whether a new grouping waits for the next key."""
        return self._pending is not None

    @property
    def article(self) -> int | None:
        """The article under the cursor."""
        return self.outline.article_at(self.spot)

    def card(self, article: int) -> ArticleCard | None:
        """The card of an article, if it has been fetched."""
        return self._cards.get(article)

    def event_card(self, event: int) -> EventCard | None:
        """The card of an event of several sources, if it has been fetched."""
        return self._events.get(event)

    def articles_in_view(self) -> tuple[int, ...]:
        """The articles whose entries are to be seen."""
        return self.outline.articles_between(self.top, self.top + self.view_height - 1)[0]

    def loaded_articles(self) -> tuple[int, ...]:
        """Every article that is listed so far."""
        return tuple(article for entry in self.outline.entries for article in entry.articles)

    def select_article(self, article: int) -> bool:
        """Put the cursor on an article; False if it is not in what is loaded."""
        spot = self.outline.find(article)
        if spot is None:
            return False
        self._go(spot)
        return True

    # Painting

    def paint_line(self, line: int) -> Strip:
        """One line of an entry."""
        spot, inside = self.outline.place(line)
        here = spot == self.spot
        painter = EntryPainter(self._palette(here=here), self._today, self.line_width, here=here)
        entry = self.outline.entries[spot.entry]
        group = self._events.get(entry.event)
        if spot.part:
            article = entry.articles[spot.part - 1]
            runs = painter.source(
                self._cards.get(article), self._siblings(entry), group, marked=article in self._marked
            )
        elif self.outline.is_group(spot.entry):
            unfolded = entry.event not in self.outline.folded
            cards = self._siblings(entry)
            runs = painter.group(group, cards, len(entry.articles), inside, unfolded=unfolded)
        else:
            card = self._cards.get(entry.articles[0])
            runs = painter.single(card, inside, marked=entry.articles[0] in self._marked)
        return strip_of(runs, self.line_width, painter.looks.ground)

    def _palette(self, *, here: bool) -> Looks:
        ground = self.look("cursor") if here else self.look("ground")

        def over(name: str) -> Style:
            return ground + self.tint(name)

        return Looks(
            ground=ground,
            muted=over("muted"),
            faint=over("faint"),
            accent=over("accent"),
            unread=over("unread"),
            title=over("cursor-title" if here else "title"),
            bar=over("bar"),
        )

    def _siblings(self, entry: OutlineEntry) -> tuple[ArticleCard, ...]:
        return tuple(card for article in entry.articles if (card := self._cards.get(article)) is not None)

    # Moving

    def action_move(self, by: int) -> None:
        """Move the cursor by a number of spots."""
        self._go(self.outline.step(self.spot, by * self.times()))

    def action_page(self, share: float) -> None:
        """Move the cursor by a share of the window's height."""
        share *= self.times()
        first, _ = self.outline.lines_of(self.spot) if self.outline.entries else (0, 0)
        line = first + round(share * self.view_height)
        self.jump_to(self.top + round(share * self.view_height))
        self._go_to_line(line)

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last spot."""
        if direction > 0 and not self.whole:
            self.post_message(MoreWanted(everything=True))
            return
        self._go_to_line(0 if direction < 0 else self.outline.height - 1)

    def action_open(self) -> None:
        """Go into the article under the cursor."""
        if (article := self.article) is not None:
            self.post_message(ArticleChosen(article, opened=True))

    def action_fold(self) -> None:
        """Fold or unfold the event under the cursor."""
        if self.outline.entries and self.outline.is_group(self.spot.entry):
            self._fold(self.spot.entry)

    def on_click(self, event: events.Click) -> None:
        """A click chooses; on the cursor it opens; on a triangle it folds."""
        if not self.outline.entries:
            return
        line = self.top + event.y
        if line >= self.outline.height:
            return
        spot, inside = self.outline.place(line)
        if spot.part == 0 and inside == 0 and event.x <= EntryPainter.FOLD_CELLS and self.outline.is_group(spot.entry):
            self._go(Spot(spot.entry))
            self._fold(spot.entry)
        elif spot == self.spot:
            self.action_open()
        else:
            self._go(spot)

    def apply_pending(self) -> None:
        """Let a waiting grouping slide in, the cursor staying where it is."""
        if (pending := self._pending) is not None:
            self._replace(pending, keep=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """New lines are in view."""
        super().watch_scroll_y(old_value, new_value)
        self._want_cards()

    def on_resize(self) -> None:
        """Another size: other lines are in view."""
        self.set_line_count(self.outline.height)
        if self.outline.entries:
            self.keep_in_view(*self.outline.lines_of(self.spot))
        self._want_cards()

    def _fold(self, index: int) -> None:
        self.outline.toggle(self.outline.entries[index].event)
        self.spot = Spot(index)
        self.set_line_count(self.outline.height)
        self.keep_in_view(*self.outline.lines_of(self.spot))
        self.refresh()

    def _go_to_line(self, line: int) -> None:
        if self.outline.entries:
            self._go(self.outline.place(max(0, min(line, self.outline.height - 1)))[0])

    def _go(self, spot: Spot) -> None:
        if not self.outline.entries:
            return
        old, self.spot = self.spot, spot
        for changed in {old, spot}:
            first, last = self.outline.lines_of(changed)
            self.refresh_lines(first, last - first + 1)
        first, last = self.outline.lines_of(spot)
        self.keep_in_view(first if spot.part != 1 else first - 2, last)
        if spot.entry + self.view_height > len(self.outline.entries) and not self.whole:
            self.post_message(MoreWanted(everything=False))
        if old != spot and (article := self.article) is not None:
            self.post_message(ArticleChosen(article, opened=False))

    def _replace(self, fresh: Outline, *, keep: bool) -> None:
        article = self.article
        offset = self.outline.lines_of(self.spot)[0] - self.top if self.outline.entries else 0
        header = self.spot.part == 0 and bool(self.outline.entries) and self.outline.is_group(self.spot.entry)
        self._pending = None
        self.outline = fresh
        found = fresh.find(article, header=header) if keep and self.touched and article is not None else None
        self.spot = found or Spot(0)
        self.set_line_count(fresh.height)
        if found is not None:
            self.jump_to(fresh.lines_of(found)[0] - offset)
        else:
            self.jump_to(0)
        self.refresh_changed()
        self._want_cards()
        if (now := self.article) is not None and now != article:
            self.post_message(ArticleChosen(now, opened=False))

    def _visible(self, outline: Outline, *, anchored: bool = False) -> tuple[tuple[int, ...], ...]:
        """The entries in view, as they would be with the cursor's article on the line where it is now."""
        if not outline.entries:
            return ()
        top = self.top
        if anchored and (article := self.article) is not None and (spot := outline.find(article)) is not None:
            top = outline.lines_of(spot)[0] - (self.outline.lines_of(self.spot)[0] - self.top)
        first = outline.place(max(0, top))[0].entry
        last = outline.place(max(0, min(outline.height - 1, top + self.view_height - 1)))[0].entry
        return tuple(entry.articles for entry in outline.entries[first : last + 1])

    def _want_cards(self, *, again: bool = False) -> None:
        window = (self.top // self.view_height, self.outline.height)
        if window == self._asked and self._pending is None:
            return
        self._asked = window
        first, last = self.top - AHEAD_LINES, self.top + self.view_height + AHEAD_LINES
        articles, groups = (self._pending or self.outline).articles_between(first, last)
        missing = articles if again else tuple(article for article in articles if article not in self._cards)
        unknown = groups if again else tuple(event for event in groups if event not in self._events)
        if missing or unknown:
            self.post_message(CardsWanted(missing, unknown))
