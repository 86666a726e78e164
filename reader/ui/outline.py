"""The article list as lines: which entry, and which part of it, stands on which line. Pure; the widget paints it.

An entry of one article takes two lines. An event of several takes two lines for its header and, unless it is folded,
one line for each source. A *spot* is what the cursor can stand on: an entry (part 0), or a source of a group (part 1,
2, …).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from reader.models.library import OutlineEntry

HEADER_LINES = 2
"""Lines of a single article, and of a group's header: one for date and outlet, one for the title."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the cursor: the entry's index, and 0 or the number of the source inside it."""

    entry: int
    part: int = 0


class Outline:
    """The entries loaded so far, in order, with what is folded.

    Positions of lines are prefix sums, so that a line is found in logarithmic time among 100,000 entries.
    """

    def __init__(self, entries: Iterable[OutlineEntry] = (), folded: frozenset[int] = frozenset()) -> None:
        self.entries: list[OutlineEntry] = list(entries)
        self.folded = set(folded)
        self._starts: list[int] = []
        self._height = 0
        self._measure()

    def extend(self, entries: Iterable[OutlineEntry]) -> None:
        """Append the next page."""
        added = list(entries)
        self.entries.extend(added)
        for entry in added:
            self._starts.append(self._height)
            self._height += self._lines(entry)

    def toggle(self, event: int) -> None:
        """Fold or unfold an event."""
        self.folded ^= {event}
        self._measure()

    @property
    def height(self) -> int:
        """Number of lines of everything loaded."""
        return self._height

    def is_group(self, index: int) -> bool:
        """Whether the entry at ``index`` is an event of several sources."""
        return len(self.entries[index].articles) > 1

    def place(self, line: int) -> tuple[Spot, int]:
        """The spot that a line belongs to, and the number of the line inside it (0 or 1)."""
        index = max(0, bisect_right(self._starts, line) - 1)
        inside = line - self._starts[index]
        if inside < HEADER_LINES:
            return Spot(index), inside
        return Spot(index, inside - HEADER_LINES + 1), 0

    def lines_of(self, spot: Spot) -> tuple[int, int]:
        """The first and the last line of a spot."""
        if spot.entry >= len(self.entries):
            return 0, 0
        start = self._starts[spot.entry]
        if spot.part == 0:
            return start, start + HEADER_LINES - 1
        line = start + HEADER_LINES + spot.part - 1
        return line, line

    def parts(self, index: int) -> int:
        """Number of spots below the header of an entry: its sources, if it is an unfolded group."""
        entry = self.entries[index]
        return len(entry.articles) if self.is_group(index) and entry.event not in self.folded else 0

    def step(self, spot: Spot, by: int) -> Spot:
        """The spot ``by`` places further on, stopping at the ends."""
        if not self.entries:
            return spot
        entry, part = spot.entry, spot.part
        for _ in range(abs(by)):
            if by > 0 and part < self.parts(entry):
                part += 1
            elif by > 0 and entry + 1 < len(self.entries):
                entry, part = entry + 1, 0
            elif by < 0 and part > 0:
                part -= 1
            elif by < 0 and entry > 0:
                entry -= 1
                part = self.parts(entry)
            else:
                break
        return Spot(entry, part)

    def article_at(self, spot: Spot) -> int | None:
        """The article that a spot stands for: a header stands for the first of its event."""
        if spot.entry >= len(self.entries):
            return None
        articles = self.entries[spot.entry].articles
        return articles[max(0, min(spot.part, len(articles)) - 1)]

    def find(self, article: int, *, header: bool = False) -> Spot | None:
        """The spot of an article, linear in the entries; with ``header`` that of its event's header."""
        for index, entry in enumerate(self.entries):
            if article in entry.articles:
                inside = self.parts(index) and not header
                return Spot(index, entry.articles.index(article) + 1 if inside else 0)
        return None

    def articles_between(self, first: int, last: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Ids of the articles, and of the events of several sources, on the lines ``first`` to ``last``."""
        if not self.entries:
            return (), ()
        start = self.place(max(0, first))[0].entry
        stop = self.place(max(0, min(last, self._height - 1)))[0].entry
        chosen = self.entries[start : stop + 1]
        articles = tuple(article for entry in chosen for article in entry.articles)
        return articles, tuple(entry.event for entry in chosen if len(entry.articles) > 1)

    def _lines(self, entry: OutlineEntry) -> int:
        count = len(entry.articles)
        return HEADER_LINES + (count if count > 1 and entry.event not in self.folded else 0)

    def _measure(self) -> None:
        heights = [self._lines(entry) for entry in self.entries]
        sums = list(accumulate(heights, initial=0))
        self._height = sums.pop()
        self._starts = sums
