"""The article list as lines: which entry, and which part of it, stands on which line. Pure; the widget paints it.

An entry takes one line; an event that is unfolded takes one more for each of its articles. A *spot* is what the cursor
can stand on: an entry (part 0), or an article of an unfolded event (part 1, 2, …). Only the pages that were looked at
are known; the rest is a number of lines.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.models.library import OutlineEntry

PAGE = 128
"""Entries of a page: more than a screen shows, 1 ms to read."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the cursor: the entry's number, and 0 or the number of the article inside it."""

    entry: int
    part: int = 0


class Outline:
    """A list of a known size, of which some pages are known."""

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self._pages: dict[int, tuple[OutlineEntry, ...]] = {}
        self._unfolded: set[int] = set()
        self._open: list[tuple[int, int]] = []
        """Number and articles of each unfolded entry that is known, in order: a few among 100,000."""

    @classmethod
    def of(cls, entries: Iterable[OutlineEntry]) -> Outline:
        """A list of which everything is known."""
        everything = tuple(entries)
        outline = cls(len(everything))
        for start in range(0, len(everything), PAGE):
            outline.put(start, everything[start : start + PAGE])
        return outline

    def put(self, start: int, entries: Iterable[OutlineEntry]) -> None:
        """A page that was read; ``start`` is a multiple of ``PAGE``."""
        page = tuple(entries)
        self._pages[start] = page
        for number, entry in enumerate(page, start):
            if entry.event in self._unfolded:
                self._set_open(number, entry)

    def unfold(self, events: Iterable[int]) -> None:
        """Unfold these events too."""
        self._unfolded |= set(events)
        for start, page in list(self._pages.items()):
            self.put(start, page)

    def unfold_like(self, other: Outline) -> None:
        """Unfold what is unfolded in another list."""
        self.unfold(other._unfolded)

    @property
    def height(self) -> int:
        """Number of lines."""
        return self.size + sum(parts for _, parts in self._open)

    @property
    def unfolded(self) -> frozenset[int]:
        """The events that are unfolded."""
        return frozenset(self._unfolded)

    def entry(self, number: int) -> OutlineEntry | None:
        """An entry; None if it is not known."""
        start = number - number % PAGE
        page = self._pages.get(start, ())
        return page[number - start] if 0 <= number - start < len(page) else None

    def entries(self) -> Iterator[tuple[int, OutlineEntry]]:
        """What is known, with its numbers."""
        for start in sorted(self._pages):
            yield from enumerate(self._pages[start], start)

    def missing(self, first: int, last: int) -> tuple[int, ...]:
        """The starts of the pages that are not known and hold the lines ``first`` to ``last``."""
        if not self.size:
            return ()
        start, stop = self.place(first).entry, self.place(last).entry
        return tuple(page for page in range(start - start % PAGE, stop + 1, PAGE) if page not in self._pages)

    def is_group(self, number: int) -> bool:
        """Whether an entry is an event of several articles."""
        entry = self.entry(number)
        return entry is not None and len(entry.articles) > 1

    def toggle(self, number: int) -> None:
        """Fold or unfold an event."""
        entry = self.entry(number)
        if entry is None or len(entry.articles) < 2:
            return
        if entry.event in self._unfolded:
            self._unfolded.discard(entry.event)
            self._open = [each for each in self._open if each[0] != number]
        else:
            self._unfolded.add(entry.event)
            self._set_open(number, entry)

    def toggle_all(self) -> None:
        """Unfold every event that is known, or fold all if any is unfolded."""
        if self._open:
            self._unfolded, self._open = set(), []
            return
        for number, _ in list(self.entries()):
            self.toggle(number)

    def parts(self, number: int) -> int:
        """Number of lines below an entry: its articles, if it is unfolded."""
        place = bisect_right(self._open, number, key=lambda each: each[0]) - 1
        return self._open[place][1] if place >= 0 and self._open[place][0] == number else 0

    def place(self, line: int) -> Spot:
        """The spot on a line."""
        passed = 0
        for number, parts in self._open:
            above = number + passed
            if line <= above:
                break
            if line <= above + parts:
                return Spot(number, line - above)
            passed += parts
        return Spot(max(0, min(self.size - 1, line - passed)))

    def line_of(self, spot: Spot) -> int:
        """The line of a spot."""
        above = sum(parts for number, parts in self._open if number < spot.entry)
        return spot.entry + above + min(spot.part, self.parts(spot.entry))

    def step(self, spot: Spot, by: int) -> Spot:
        """The spot ``by`` places further on, stopping at the ends."""
        return self.place(max(0, min(self.height - 1, self.line_of(spot) + by))) if self.size else spot

    def article_at(self, spot: Spot) -> int | None:
        """The article that a spot stands for: a whole event stands for the first of its articles."""
        entry = self.entry(spot.entry)
        return entry.articles[max(0, min(spot.part, len(entry.articles)) - 1)] if entry is not None else None

    def find(self, article: int, *, header: bool = False) -> Spot | None:
        """The spot of an article that is known; with ``header`` that of its event."""
        for number, entry in self.entries():
            if article in entry.articles:
                inside = self.parts(number) and not header
                return Spot(number, entry.articles.index(article) + 1 if inside else 0)
        return None

    def between(self, first: int, last: int) -> tuple[OutlineEntry, ...]:
        """The entries that are known on the lines ``first`` to ``last``."""
        if not self.size:
            return ()
        start, stop = self.place(max(0, first)).entry, self.place(min(max(0, last), self.height - 1)).entry
        return tuple(entry for number in range(start, stop + 1) if (entry := self.entry(number)) is not None)

    def _set_open(self, number: int, entry: OutlineEntry) -> None:
        if len(entry.articles) > 1:
            self._open = [each for each in self._open if each[0] != number]
            insort(self._open, (number, len(entry.articles)))
