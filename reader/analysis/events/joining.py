"""Articles that pairs hold together without any counting: copies of one text."""

from __future__ import annotations

from collections.abc import Mapping

Group = tuple[int, ...]


class Joining:
    """Disjoint sets of articles, with the stated days that each spans."""

    def __init__(self, days: Mapping[int, int | None]) -> None:
        self._parent = {article: article for article in days}
        self._days = {article: (day, day) for article, day in days.items() if day is not None}

    def join(self, first: int, second: int) -> None:
        """Put the sets of two articles together."""
        low, high = sorted((self._root(first), self._root(second)))
        if low != high:
            days = [self._days[root] for root in (low, high) if root in self._days]
            if days:
                self._days[low] = (min(day for day, _ in days), max(day for _, day in days))
            self._parent[high] = low

    def span(self, first: int, second: int) -> int:
        """How many days the sets of two articles would span together; 0 without stated days."""
        days = [self._days[root] for root in {self._root(first), self._root(second)} if root in self._days]
        return max(day for _, day in days) - min(day for day, _ in days) if days else 0

    def groups(self) -> list[Group]:
        """Every set, ascending, ordered by its first article."""
        found: dict[int, list[int]] = {}
        for article in sorted(self._parent):
            found.setdefault(self._root(article), []).append(article)
        return [tuple(group) for group in found.values()]

    def _root(self, article: int) -> int:
        while self._parent[article] != article:
            self._parent[article] = self._parent[self._parent[article]]
            article = self._parent[article]
        return article
