"""The article list: events and their articles, newest first, painted from pages of the outline and a cache of cards."""

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
from reader.ui.messages import ArticleChosen, CardsWanted, PagesWanted
from reader.ui.outline import Outline, Spot
from reader.ui.paint import strip_of
from reader.ui.widgets.lines import LineView

AHEAD_LINES = 60
"""Lines around the window whose cards are fetched before they are needed: a screen or two."""

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
        self._pending: Outline | None = None
        self._cards: dict[int, ArticleCard] = {}
        self._events: dict[int, EventCard] = {}
        self._marked: frozenset[int] = frozenset()
        self._asked: tuple[int, int] = (-1, -1)
        self._painters: dict[bool, EntryPainter] = {}
        self.touched = False

    # What the screen hands down

    def show_outline(self, fresh: Outline, *, keep: bool = False) -> None:
        """Show a list; with ``keep`` it is the same one, with changes.

        Then the cursor stays on its article, that on its line of the screen, and a new order waits for the next key.
        """
        fresh.unfold_like(self.outline)
        self._asked = (-1, -1)
        if keep and self.touched and self._visible(self.outline) != self._visible(fresh, anchored=True):
            self._pending = fresh
            self._want_cards()
            return
        self._replace(fresh, keep=keep)

    def put_page(self, start: int, entries: Iterable[OutlineEntry]) -> None:
        """A page that was asked for."""
        unknown = self.article is None
        self.outline.put(start, entries)
        self.set_line_count(self.outline.height)
        self.refresh_changed()
        self._asked = (-1, -1)
        self._want_cards()
        if unknown and (article := self.article) is not None:
            self.post_message(ArticleChosen(article, opened=False))

    def put_cards(self, cards: Iterable[ArticleCard], groups: Iterable[EventCard]) -> None:
        """Cards that have been fetched, or have changed: only lines that look different are painted anew."""
        if len(self._cards) > CACHED_CARDS:
            self._cards.clear()
            self._events.clear()
        self._cards.update((card.id, card) for card in cards)
        self._events.update((group.id, group) for group in groups)
        self.refresh_changed()

    def put_marked(self, marked: frozenset[int]) -> None:
        """The articles that are marked for comparison."""
        self._marked = marked
        self.refresh_changed()

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
        entries = self.outline.between(self.top, self.top + self.view_height - 1)
        return tuple(article for entry in entries for article in entry.articles)

    def select_article(self, article: int) -> bool:
        """Put the cursor on an article; False if it is not in what is known."""
        here = self.outline.entry(self.spot.entry)
        if here is not None and article in here.articles and not self.spot.part:
            return True
        spot = self.outline.find(article)
        if spot is None:
            return False
        self._go(spot)
        return True

    def select_entry(self, number: int) -> None:
        """Put the cursor on an entry by its number, whether it is known or not."""
        self._go(Spot(max(0, min(number, self.outline.size - 1))))

    # Painting

    def paint_line(self, line: int) -> Strip:
        """One line."""
        spot = self.outline.place(line)
        painter = self._painter(here=spot == self.spot)
        entry = self.outline.entry(spot.entry)
        if entry is None:
            runs = painter.single(None, marked=False)
        elif spot.part:
            article = entry.articles[spot.part - 1]
            event = self._events.get(entry.event)
            runs = painter.source(
                self._cards.get(article),
                self._siblings(entry),
                marked=article in self._marked,
                copy=event is not None and article in event.copies,
            )
        elif len(entry.articles) > 1:
            runs = painter.event(
                self._events.get(entry.event),
                self._siblings(entry),
                unfolded=self.outline.parts(spot.entry) > 0,
                marked=not self._marked.isdisjoint(entry.articles),
            )
        else:
            article = entry.articles[0]
            runs = painter.single(self._cards.get(article), marked=article in self._marked)
        return strip_of(runs, self.line_width, painter.looks.ground)

    def _painter(self, *, here: bool) -> EntryPainter:
        painter = self._painters.get(here)
        if painter is None or painter.width != self.line_width:
            painter = EntryPainter(self._palette(here=here), self._today, self.line_width, here=here)
            self._painters[here] = painter
        return painter

    def notify_style_update(self) -> None:
        """Forget the styles."""
        self._painters.clear()
        super().notify_style_update()

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
        """Move the cursor by a number of lines."""
        self._go(self.outline.step(self.spot, by * self.times()))

    def step_article(self, by: int) -> None:
        """Go to the next article: an event is unfolded, so that each of its articles is met."""
        spot = self.spot
        if by > 0 and not spot.part and self.outline.is_group(spot.entry):
            if not self.outline.parts(spot.entry):
                self._fold(spot.entry)
            self._go(Spot(spot.entry, 2))
            return
        before = self.article
        self._go(self.outline.step(self.spot, by))
        if self.article == before:  # the line of an unfolded event stands for the first of its articles
            self._go(self.outline.step(self.spot, by))

    def action_page(self, share: float) -> None:
        """Move the cursor by a share of the window's height."""
        step = round(share * self.times() * self.view_height)
        self.jump_to(self.top + step)
        self._go(self.outline.step(self.spot, step))

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last line."""
        self._go(self.outline.place(0 if direction < 0 else self.outline.height - 1))

    def action_open(self) -> None:
        """Go into the article under the cursor."""
        if (article := self.article) is not None:
            self.post_message(ArticleChosen(article, opened=True))

    def action_fold(self) -> None:
        """Fold or unfold the event under the cursor."""
        if self.outline.is_group(self.spot.entry):
            self._fold(self.spot.entry)
        else:
            self.app.notify("This event has one source.", markup=False)

    def action_fold_all(self) -> None:
        """Unfold all events, or fold them."""
        self.outline.toggle_all()
        self._folded(Spot(self.spot.entry))

    def on_click(self, event: events.Click) -> None:
        """A click chooses; on the cursor it opens; on the dot or triangle of an event it folds."""
        line = self.top + event.y
        if line >= self.outline.height:
            return
        spot = self.outline.place(line)
        if not spot.part and event.x <= 1 and self.outline.is_group(spot.entry):
            self._go(spot)
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
        if self.outline.size:
            self._keep_in_view()
        self._want_cards()

    def _fold(self, number: int) -> None:
        self.outline.toggle(number)
        self._folded(Spot(number))

    def _folded(self, spot: Spot) -> None:
        self.spot = spot
        self.set_line_count(self.outline.height)
        self._keep_in_view(self.outline.parts(spot.entry))
        self.refresh()
        self._asked = (-1, -1)
        self._want_cards()

    def _keep_in_view(self, below: int = 0) -> None:
        line = self.outline.line_of(self.spot)
        self.keep_in_view(line, line + min(below, self.view_height - 1))

    def _go(self, spot: Spot) -> None:
        if not self.outline.size:
            return
        old, self.spot = self.spot, spot
        for changed in {old, spot}:
            self.refresh_lines(self.outline.line_of(changed))
        self._keep_in_view()
        if old != spot and (article := self.article) is not None:
            self.post_message(ArticleChosen(article, opened=False))

    def _replace(self, fresh: Outline, *, keep: bool) -> None:
        article = self.article
        offset = self.outline.line_of(self.spot) - self.top
        header = self.spot.part == 0 and self.outline.is_group(self.spot.entry)
        self._pending = None
        found = fresh.find(article, header=header) if keep and self.touched and article is not None else None
        self.outline = fresh
        self.spot = found or Spot(0)
        self.set_line_count(fresh.height)
        self.jump_to(fresh.line_of(self.spot) - offset if found is not None else 0)
        self.refresh_changed()
        self._want_cards()
        if (now := self.article) is not None and now != article:
            self.post_message(ArticleChosen(now, opened=False))

    def _visible(self, outline: Outline, *, anchored: bool = False) -> tuple[tuple[int, ...], ...]:
        """The entries in view, as they would be with the cursor's article on the line where it is now."""
        top = self.top
        if anchored and (article := self.article) is not None and (spot := outline.find(article)) is not None:
            top = outline.line_of(spot) - (self.outline.line_of(self.spot) - self.top)
        return tuple(entry.articles for entry in outline.between(top, top + self.view_height - 1))

    def _want_cards(self, *, again: bool = False) -> None:
        """Ask for the pages in view, and for the cards on them and a little around."""
        window = (self.top // self.view_height, self.outline.height)
        if window == self._asked and self._pending is None:
            return
        self._asked = window
        outline = self._pending or self.outline
        first, last = max(0, self.top - AHEAD_LINES), self.top + self.view_height + AHEAD_LINES
        if pages := outline.missing(max(0, self.top - self.view_height), self.top + 2 * self.view_height):
            self.post_message(PagesWanted(pages))
        articles: list[int] = []
        groups: list[int] = []
        for entry in outline.between(first, last):
            if len(entry.articles) > 1:
                groups.append(entry.event)
            articles += entry.articles
        missing = tuple(each for each in articles if again or each not in self._cards)
        unknown = tuple(each for each in groups if again or each not in self._events)
        if missing or unknown:
            self.post_message(CardsWanted(missing, unknown))
