"""Average linkage over sparse scores: the nearest groups join first, down to a threshold, within given rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush


@dataclass(slots=True)
class Cluster:
    """A group while linking: its members, how many count, what its pairs sum up to, and its stated days.

    Attributes:
        members: numbers of the items.
        size: how many of them count; copies count once.
        within: sum of the scores inside.
        days: first and last stated day; None without one.
        barred: items that must not join it.
        near: sums of the scores to other clusters, by their number.
    """

    members: set[int]
    size: int
    within: float = 0.0
    days: tuple[int, int] | None = None
    barred: frozenset[int] = frozenset()
    near: dict[int, float] = field(default_factory=dict)

    def cohesion(self) -> float:
        """The mean score of its pairs; it has two members or more that count."""
        return self.within / (self.size * (self.size - 1) / 2)

    def span_with(self, other: Cluster) -> tuple[int, int] | None:
        """The first and last stated day of both."""
        spans = [span for span in (self.days, other.days) if span]
        return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None


MayJoin = Callable[[Cluster, Cluster, float], bool]
"""Whether two clusters of some mean score may become one."""


class Linkage:
    """Agglomeration over sparse sums of scores, with a heap of pairs; work is about edges × log(edges).

    Clusters go by the number of their lowest item, which decides between equal means: number the items by what they
    are, and the result does not depend on where they come from.
    """

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self.clusters = {min(cluster.members): cluster for cluster in clusters}
        self._place = {item: number for number, cluster in self.clusters.items() for item in cluster.members}

    def add_score(self, first: int, second: int, score: float) -> None:
        """Count the score of two items. Between sets of copies the mean of the pairs counts, as of one item."""
        low, high = self._place[first], self._place[second]
        if low == high:
            return
        one, other = self.clusters[low], self.clusters[high]
        share = score * one.size * other.size / (len(one.members) * len(other.members))
        one.near[high] = other.near[low] = one.near.get(high, 0.0) + share

    def join_items(self, first: int, second: int) -> None:
        """Put the clusters of two items together, whatever their score is."""
        low, high = sorted((self._place[first], self._place[second]))
        if low != high:
            self._join(low, high)

    def run(self, threshold: float, may_join: MayJoin) -> list[tuple[int, ...]]:
        """Join clusters down to the threshold, the nearest first; the items of each, ascending."""
        heap = [
            (-self._mean(number, other), number, other, cluster.size, self.clusters[other].size)
            for number, cluster in self.clusters.items()
            for other in cluster.near
            if number < other and self._mean(number, other) >= threshold
        ]
        heapify(heap)
        while heap:
            negative, number, other, size, other_size = heappop(heap)
            one, two = self.clusters.get(number), self.clusters.get(other)
            if one is None or two is None or (one.size, two.size) != (size, other_size):
                continue  # one of them has grown since
            if not may_join(one, two, -negative):
                continue
            self._join(number, other)
            for third in one.near:
                low, high = sorted((number, third))
                mean = self._mean(low, high)
                if mean >= threshold:
                    heappush(heap, (-mean, low, high, self.clusters[low].size, self.clusters[high].size))
        return sorted(tuple(sorted(cluster.members)) for cluster in self.clusters.values())

    def _mean(self, number: int, other: int) -> float:
        one, two = self.clusters[number], self.clusters[other]
        # Rounded, so that the order of additions can't decide between equal means.
        return round(one.near.get(other, 0.0) / (one.size * two.size), 9)

    def _join(self, number: int, other: int) -> None:
        """Take the second cluster into the first."""
        one, two = self.clusters[number], self.clusters.pop(other)
        one.days = one.span_with(two)
        one.within += two.within + one.near.pop(other, 0.0)
        two.near.pop(number, None)
        one.members |= two.members
        one.barred |= two.barred
        one.size += two.size
        self._place.update(dict.fromkeys(two.members, number))
        for third, total in two.near.items():
            one.near[third] = one.near.get(third, 0.0) + total
            self.clusters[third].near.pop(other, None)
        for third, total in one.near.items():
            self.clusters[third].near[number] = total
