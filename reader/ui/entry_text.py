"""How an entry of the article list reads, as styled runs. Pure: cards in, text and styles out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style

from reader.export.names import NO_OUTLET, file_stem, outlet_name
from reader.models.article import Status
from reader.models.listing import ArticleCard, EventCard
from reader.ui.dates import short_day
from reader.ui.layout import fit
from reader.ui.text import ui_plain

Runs = list[tuple[str, Style]]

CURSOR_BAR = "▎"
UNREAD = "●"
STAR = "★"
MARKED = "◆"
CHANGED = "changed"
UNFOLDED = "▾"
FOLDED = "▸"
LOADING = "…"

TITLE_CELLS = 16
"""Cells below which the beginning of a title says nothing: two or three words. Half of that still tells the articles
of one outlet apart."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of one line, already on its ground."""

    ground: Style
    muted: Style
    faint: Style
    accent: Style
    unread: Style
    title: Style
    bar: Style


@dataclass(frozen=True, slots=True)
class EntryPainter:
    """Writes the lines of entries for one width; ``here`` if the cursor stands on them."""

    FOLD_CELLS: ClassVar[int] = 3
    """Cells at the left of a group's header in which a click folds it."""

    looks: Looks
    today: date
    width: int
    here: bool

    def single(self, card: ArticleCard | None, line: int, *, marked: bool) -> Runs:
        """Line 0 (date and outlet) or 1 (title) of an entry of one article."""
        looks = self.looks
        if card is None:
            return [self._bar(), (LOADING if line == 0 else "", looks.faint)]
        title = looks.muted if card.read and not self.here else looks.title
        if line == 1:
            return [self._bar(), *self._filled([("  ", looks.ground), (ui_plain(card.title), title)], [])]
        left = [
            self._unread(unread=not card.read),
            (" ", looks.ground),
            (short_day(card.published, card.published_status, self.today), looks.muted),
            ("  ", looks.ground),
            (_outlet(card, ()), looks.muted),
        ]
        return [self._bar(), *self._filled(left, self._signs(card, marked=marked))]

    def group(
        self, event: EventCard | None, cards: Sequence[ArticleCard], sources: int, line: int, *, unfolded: bool
    ) -> Runs:
        """Line 0 (day and number of sources) or 1 (title) of an event of several sources."""
        looks = self.looks
        unread = any(not card.read for card in cards)
        if line == 1:
            title = event.title if event is not None else ""
            style = looks.title if unread or self.here else looks.muted
            return [self._bar(), *self._filled([("  ", looks.ground), (ui_plain(title), style)], [])]
        newest = max(cards, key=lambda card: card.sort_at, default=None)
        day, status = (event.day, Status.STATED) if event is not None else (None, Status.UNKNOWN)
        if day is None and newest is not None:
            day, status = newest.published, newest.published_status
        left = [
            (UNFOLDED if unfolded else FOLDED, looks.accent if unread else looks.muted),
            (" ", looks.ground),
            (short_day(day, status, self.today), looks.muted),
            ("  ", looks.ground),
        ]
        right = []
        if event is not None and event.conflicts:
            right.append((f"!{event.conflicts}", looks.accent))
        if event is not None and event.doubts:
            right.append((f"?{event.doubts}", looks.muted))
        told = f"{sources} sources"
        # Where there is no room for the word, the number still stands whole.
        has_room = _cells(left) + cell_len(told) <= self._room_beside(right)
        left.append((told if has_room else f"×{sources}", looks.muted))
        return [self._bar(), *self._filled(left, right)]

    def source(
        self, card: ArticleCard | None, siblings: Sequence[ArticleCard], event: EventCard | None, *, marked: bool
    ) -> Runs:
        """The one line of a source inside a group: its outlet, and its title where that is another one and has room."""
        looks = self.looks
        if card is None:
            return [self._bar(), ("    " + LOADING, looks.faint)]
        inferred = "~ " if card.published_status is Status.INFERRED else ""
        left = [
            ("  ", looks.ground),
            self._unread(unread=not card.read),
            (" ", looks.ground),
            (inferred + _outlet(card, siblings), looks.muted),
        ]
        room = self.width - 2 - _cells(left)
        is_one_of_several = sum(1 for other in siblings if other.outlet == card.outlet) > 1
        needed = TITLE_CELLS // 2 if is_one_of_several else TITLE_CELLS
        if room >= needed and (event is None or event.title != card.title):
            left += [(" · ", looks.faint), (ui_plain(card.title), looks.muted if card.read else looks.ground)]
        return [self._bar(), *self._filled(left, self._signs(card, marked=marked))]

    def _bar(self) -> tuple[str, Style]:
        return (CURSOR_BAR if self.here else " "), self.looks.bar

    def _unread(self, *, unread: bool) -> tuple[str, Style]:
        return (UNREAD if unread else " "), self.looks.unread

    def _signs(self, card: ArticleCard, *, marked: bool) -> Runs:
        signs = [(CHANGED, self.looks.accent)] if card.changed else []
        signs += [(STAR, self.looks.accent)] if card.starred else []
        return signs + ([(MARKED, self.looks.accent)] if marked else [])

    def _room_beside(self, right: Runs) -> int:
        """Cells that runs at the right edge leave to those at the left."""
        return max(0, self.width - 1 - sum(cell_len(text) + 1 for text, _ in right))

    def _filled(self, left: Runs, right: Runs) -> Runs:
        """The left runs cut so that the right ones stand at the right edge."""
        free = self._room_beside(right)
        runs: Runs = []
        for text, style in left:
            if free <= 0:
                break
            piece = fit(text, free)
            free -= cell_len(piece)
            runs.append((piece, style))
            if piece != text:
                break  # what comes after something cut would be a second ellipsis
        if right:
            runs.append((" " * max(0, free), self.looks.ground))
            for text, style in right:
                runs += [(" ", self.looks.ground), (text, style)]
        return runs


def _cells(runs: Runs) -> int:
    return sum(cell_len(text) for text, _ in runs)


def _outlet(card: ArticleCard, siblings: Sequence[ArticleCard]) -> str:
    """The outlet; without one its file's name too, where another source of the event has none either."""
    if card.outlet:
        return ui_plain(outlet_name(card.outlet))
    if sum(1 for other in siblings if not other.outlet) < 2:
        return NO_OUTLET
    return f"{NO_OUTLET} {ui_plain(file_stem(card.origin))}"
