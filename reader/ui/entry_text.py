"""How a line of the article list reads, as styled runs. Pure: cards in, text and styles out.

Headline first; what is at the right gives way to it, all but the marks at the edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from rich.style import Style

from reader.export.days import MONTHS, UNDATED, parse_day, tilde
from reader.models.kinds import Status
from reader.models.listing import ArticleCard, EventCard
from reader.ui.layout import fit
from reader.ui.outlet_names import short_outlet
from reader.ui.text import ui_plain

Runs = list[tuple[str, Style]]

CURSOR_BAR = "▎"
UNREAD = "●"
STAR = "★"
MARKED = "◆"
CHANGED = "changed"
SAME_TEXT = "same text · "
UNFOLDED = "▾"
LOADING = "…"

HEADLINE_CELLS = 52
WIDE_HEADLINE_CELLS = 64
"""What a headline keeps, whatever stands right of it; the second from ``WIDE`` columns on."""

WIDE = 100

DAY_CELLS = 9
WIDE_DAY_CELLS = 12
"""Cells of the day: "~22 Mar", "~Mar 2019", and in full "~22 Mar 2019"."""


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
    """Writes lines for one width; ``here`` if the cursor stands on them."""

    looks: Looks
    today: date
    width: int
    here: bool

    def event(self, event: EventCard | None, cards: Sequence[ArticleCard], *, unfolded: bool, marked: bool) -> Runs:
        """An event of several articles, as far as their cards are known."""
        if event is None:
            return self._loading()
        unread = sum(not card.read for card in cards) if len(cards) == len(event.articles) else event.unread
        sign = (UNFOLDED, self.looks.accent) if unfolded else self._unread(unread=unread > 0)
        newest = next(iter(cards), None)
        if event.day is None and newest is not None:
            day = self._day(newest.published, newest.published_status)
        else:
            day = self._day(event.day, Status.STATED)
        read = {card.id for card in cards if card.read}
        new = sum(article not in read for article in event.new)
        fresh = f"+{new}" if new else ""
        starred = any(card.starred for card in cards)
        edge = self._edge(event.conflicts, event.doubts, fresh, starred=starred, marked=marked)
        outlets = [short_outlet(outlet) for outlet in event.outlets] or [f"×{len(event.articles)}"]
        return self._line(sign, day, event.title, outlets, edge, read=not unread)

    def single(self, card: ArticleCard | None, *, marked: bool) -> Runs:
        """An article on its own."""
        if card is None:
            return self._loading()
        edge = self._edge(0, 0, CHANGED if card.changed else "", starred=card.starred, marked=marked)
        outlets = [short_outlet(card.outlet)] if card.outlet else []
        day = self._day(card.published, card.published_status)
        return self._line(self._unread(unread=not card.read), day, card.title, outlets, edge, read=card.read)

    def source(
        self, card: ArticleCard | None, siblings: Sequence[ArticleCard], *, marked: bool, copy: bool = False
    ) -> Runs:
        """An article of an unfolded event: its headline, in full where and when it stood, and if it is a copy."""
        if card is None:
            return self._loading()
        outlet = ui_plain(card.outlet or "", 40)
        day = self._day(card.published, card.published_status).strip()
        alike = [other for other in siblings if other.outlet == card.outlet and other.id != card.id]
        if any((other.published or "")[:10] == (card.published or "")[:10] for other in alike):
            day = _time(card) or day
        edge = [
            (f"{SAME_TEXT if copy else ''}{outlet} {day}".strip(), self.looks.muted),
            *self._edge(0, 0, CHANGED if card.changed else "", starred=card.starred, marked=marked),
        ]
        indent = " " * (self._day_cells - 5)
        return self._line(self._unread(unread=not card.read), "", card.title, [], edge, read=card.read, indent=indent)

    def _line(
        self,
        sign: tuple[str, Style],
        day: str,
        title: str,
        outlets: Sequence[str],
        edge: Runs,
        *,
        read: bool,
        indent: str | None = None,
    ) -> Runs:
        looks = self.looks
        head: Runs = [((CURSOR_BAR if self.here else " "), looks.bar)]
        if indent is None:
            head += [sign, (day, looks.muted), ("  ", looks.ground)]
        else:
            head += [(indent, looks.ground), sign, ("  ", looks.ground)]
        room = max(0, self.width - _cells(head) - sum(cell_len(text) + 1 for text, _ in edge) - 1)
        shown = ui_plain(title)
        keeps = min(cell_len(shown), WIDE_HEADLINE_CELLS if self.width >= WIDE else HEADLINE_CELLS)
        names = _fitting(outlets, room - keeps - 2)
        if names:
            room -= cell_len(names) + 2
        piece = fit(shown, room)
        style = looks.muted if read and not self.here else looks.title
        runs = [*head, (piece, style), (" " * max(0, room - cell_len(piece)), looks.ground)]
        if names:
            runs += [("  ", looks.ground), (names, looks.muted)]
        for text, look in edge:
            runs += [(" ", looks.ground), (text, look)]
        return runs

    def _edge(self, sure: int, likely: int, fresh: str, *, starred: bool, marked: bool) -> Runs:
        """What stands at the right edge, each in a column of its own so that the eye runs down it."""
        looks = self.looks
        conflicts, doubts = f"!{sure}" if sure else "", f"?{likely}" if likely else ""
        signs = (STAR if starred else "") + (MARKED if marked else "") + fresh
        runs = [(conflicts, looks.accent), (f"{doubts:<3}" if doubts or self.width >= WIDE else "", looks.muted)]
        if self.width >= WIDE:
            return [(f"{signs:>3}", looks.accent), (f"{conflicts:>3}", looks.accent), runs[1]]
        kept = [run for run in [(signs, looks.accent), *runs] if run[0]]
        return kept or [("", looks.muted)]

    @property
    def _day_cells(self) -> int:
        return WIDE_DAY_CELLS if self.width >= WIDE else DAY_CELLS

    def _day(self, day: str | None, status: Status) -> str:
        """The day, right-aligned; of another year, and where there is little room, the month alone."""
        parsed = parse_day(day)
        if parsed is None or status is Status.UNKNOWN:
            return f"{UNDATED:>{self._day_cells}}"
        number = "" if parsed.year != self.today.year and self._day_cells == DAY_CELLS else f"{parsed.day} "
        year = "" if parsed.year == self.today.year else f" {parsed.year}"
        return f"{f'{tilde(status)}{number}{MONTHS[parsed.month - 1]}{year}':>{self._day_cells}}"

    def _loading(self) -> Runs:
        return [(CURSOR_BAR if self.here else " ", self.looks.bar), (" " * 3 + LOADING, self.looks.faint)]

    def _unread(self, *, unread: bool) -> tuple[str, Style]:
        return (UNREAD if unread else " "), self.looks.unread


def _fitting(names: Iterable[str], room: int) -> str:
    """As many names as fit, and how many more there are."""
    listed = list(names)
    for kept in range(len(listed), 0, -1):
        more = kept < len(listed)
        line = " ".join(listed[:kept]) + (" …" if more else "")
        if cell_len(line) <= room:
            return line
    return f"×{len(listed)}" if len(listed) > 1 and room >= len(f"×{len(listed)}") else ""


def _time(card: ArticleCard) -> str:
    """The time of day at which an article was published, "14:05"; "" if only the day is known."""
    clock = (card.published or "").partition("T")[2][:5]
    return clock if len(clock) == len("14:05") else ""


def _cells(runs: Runs) -> int:
    return sum(cell_len(text) for text, _ in runs)
