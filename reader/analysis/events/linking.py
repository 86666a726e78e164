"""Which articles belong together: average linkage over the scores between articles, with rules that prevent chains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import combinations

from reader.analysis.events.similarity import EVENT_DECAY_DAYS, STORY_DECAY_DAYS, decayed

EVENT_THRESHOLD = 0.15
"""Mean score from which two groups are one event. Best B³ F1 (.928) on 144 small libraries drawn from ECB+."""

MAXIMUM_SPAN_DAYS = 10
"""Stated dates of one event lie at most so many days apart (DESIGN, "Events")."""

COHESION = 0.65
"""A group that joins another must be as near to it as this share of what holds the looser one together (DESIGN)."""

COHESION_CEILING = 0.30
"""So near is near enough, however tight the groups are. With ``CONTRAST`` it costs 1.3 points of F1 on ECB+ and gains
2.6 of precision: a false split is better than a false merge, most of all inside a story, where background is shared."""

CONTRAST = 0.85
"""Two groups that join are not much farther from each other than from a third one: else they are only neighbours in
one story. On ECB+ (.8 to .9) it changes F1 by less than .001."""

COPY_THRESHOLD = 0.85
"""Articles so alike are copies of one text and count as one while linking (DESIGN, "Events")."""

STORY_THRESHOLD = 0.06
"""Mean score from which events are related (DESIGN, "Events")."""


@dataclass(frozen=True, slots=True)
class Node:
    """An article to be linked: its number in the library and the ordinal of its stated day, None without one."""

    id: int
    day: int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """The cosine between two articles, ``first`` < ``second``."""

    first: int
    second: int
    cosine: float


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person has said about the grouping: pairs of articles that belong, or don't belong, to one event."""

    together: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()


NO_WISHES = Wishes()
Group = tuple[int, ...]


@dataclass(slots=True)
class _Cluster:
    """A group while linking: its members, how many count, what its pairs sum up to, and its stated days."""

    members: list[int]
    size: int
    within: float = 0.0
    days: tuple[int, int] | None = None
    near: dict[int, float] = field(default_factory=dict)
    """Sums of the scores to other clusters, by their number."""

    def cohesion(self) -> float | None:
        """The mean score of its pairs; None for a single article."""
        pairs = self.size * (self.size - 1) // 2
        return self.within / pairs if pairs else None


def link_events(nodes: Sequence[Node], edges: Iterable[Edge], wishes: Wishes = NO_WISHES) -> tuple[Group, ...]:
    """Events as ascending tuples of article ids, ordered by their first; every node is in exactly one.

    Average linkage: the nearest groups join while their mean score is at least ``EVENT_THRESHOLD``, within the rules of
    span, cohesion and contrast. The order of nodes and edges does not matter.
    """
    days = {node.id: node.day for node in nodes}
    known = [edge for edge in edges if edge.first in days and edge.second in days]
    copies = [(edge.first, edge.second) for edge in known if edge.cosine >= COPY_THRESHOLD]
    fixed = [pair for pair in wishes.together if pair[0] in days and pair[1] in days]
    groups = join_pairs(days, [*fixed, *_allowed_copies(copies, days, wishes)])
    linkage = _Linkage(groups, days, wishes)
    linkage.set_scores(known, days, EVENT_DECAY_DAYS)
    return linkage.run(EVENT_THRESHOLD, guarded=True)


def link_stories(events: Sequence[Sequence[Node]], edges: Iterable[Edge]) -> tuple[tuple[int, ...], ...]:
    """Stories of two or more related events, as indices into ``events``, by the same scores with a slower decay."""
    days = {node.id: node.day for event in events for node in event}
    linkage = _Linkage([tuple(sorted(node.id for node in event)) for event in events], days, NO_WISHES, counted=True)
    linkage.set_scores((edge for edge in edges if edge.first in days and edge.second in days), days, STORY_DECAY_DAYS)
    place = {node.id: index for index, event in enumerate(events) for node in event}
    stories = (tuple(sorted({place[article] for article in group})) for group in linkage.run(STORY_THRESHOLD))
    return tuple(story for story in stories if len(story) > 1)


def find_copies(groups: Iterable[Group], edges: Iterable[Edge]) -> frozenset[int]:
    """The articles that are near-copies of another one of their group; of each set the lowest id is none."""
    place = {article: index for index, group in enumerate(groups) for article in group}
    pairs = [
        (edge.first, edge.second)
        for edge in edges
        if edge.cosine >= COPY_THRESHOLD and edge.first in place and place[edge.first] == place.get(edge.second)
    ]
    return frozenset(article for group in join_pairs(place, pairs) for article in group[1:])


def join_pairs(articles: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[Group]:
    """The groups that pairs connect, each ascending, ordered by their first article."""
    parent = {article: article for article in articles}

    def root(article: int) -> int:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for first, second in pairs:
        low, high = sorted((root(first), root(second)))
        parent[high] = low
    groups: dict[int, list[int]] = {}
    for article in sorted(parent):
        groups.setdefault(root(article), []).append(article)
    return [tuple(group) for group in groups.values()]


def _allowed_copies(
    copies: Iterable[tuple[int, int]], days: Mapping[int, int | None], wishes: Wishes
) -> Iterable[tuple[int, int]]:
    for first, second in copies:
        one, other = days[first], days[second]
        if (first, second) in wishes.apart:
            continue
        if one is None or other is None or abs(one - other) <= MAXIMUM_SPAN_DAYS:
            yield first, second


class _Linkage:
    """Agglomeration over sparse sums of scores, with a heap of pairs; work is about edges × log(edges)."""

    def __init__(
        self, groups: Iterable[Group], days: Mapping[int, int | None], wishes: Wishes, *, counted: bool = False
    ) -> None:
        self._apart = wishes.apart
        self._clusters: dict[int, _Cluster] = {}
        self._place: dict[int, int] = {}
        for group in groups:
            known = [day for article in group if (day := days[article]) is not None]
            span = (min(known), max(known)) if known else None
            self._clusters[group[0]] = _Cluster(list(group), len(group) if counted else 1, days=span)
            self._place.update(dict.fromkeys(group, group[0]))

    def set_scores(self, edges: Iterable[Edge], days: Mapping[int, int | None], decay_days: float) -> None:
        """Sum up the scores between groups. Between sets of copies the mean of the pairs counts, as of one article."""
        for edge in sorted(edges, key=lambda edge: (edge.first, edge.second)):
            first, second = self._place[edge.first], self._place[edge.second]
            if first == second:
                continue
            one, other = self._clusters[first], self._clusters[second]
            score = decayed(edge.cosine, days[edge.first], days[edge.second], decay_days)
            score *= one.size * other.size / (len(one.members) * len(other.members))
            one.near[second] = one.near.get(second, 0.0) + score
            other.near[first] = one.near[second]

    def run(self, threshold: float, *, guarded: bool = False) -> tuple[Group, ...]:
        """Join groups down to the threshold, the nearest first; ties go to the groups with the lowest ids."""
        heap = [
            (-self._mean(number, other), number, other, cluster.size, self._clusters[other].size)
            for number, cluster in self._clusters.items()
            for other in cluster.near
            if number < other
        ]
        heapify(heap)
        while heap and -heap[0][0] >= threshold:
            negative, number, other, size, other_size = heappop(heap)
            one, two = self._clusters.get(number), self._clusters.get(other)
            if one is None or two is None or (one.size, two.size) != (size, other_size):
                continue  # one of them has grown since
            if guarded and not self._may_join(number, other, -negative):
                continue
            self._join(number, other)
            for third in one.near:
                low, high = sorted((number, third))
                entry = (-self._mean(low, high), low, high, self._clusters[low].size, self._clusters[high].size)
                heappush(heap, entry)
        return tuple(sorted(tuple(sorted(cluster.members)) for cluster in self._clusters.values()))

    def _mean(self, number: int, other: int) -> float:
        one, two = self._clusters[number], self._clusters[other]
        # Rounded, so that the order of additions can't decide between equal means.
        return round(one.near.get(other, 0.0) / (one.size * two.size), 9)

    def _may_join(self, number: int, other: int, mean: float) -> bool:
        one, two = self._clusters[number], self._clusters[other]
        if one.days and two.days and max(one.days[1], two.days[1]) - min(one.days[0], two.days[0]) > MAXIMUM_SPAN_DAYS:
            return False
        if self._apart and any(
            tuple(sorted((first, second))) in self._apart for first in one.members for second in two.members
        ):
            return False
        held = [cohesion for cluster in (one, two) if (cohesion := cluster.cohesion()) is not None]
        if held and mean < min(COHESION_CEILING, COHESION * min(held)):
            return False
        return mean >= CONTRAST * self._nearest_third(number, other)

    def _nearest_third(self, number: int, other: int) -> float:
        """The highest mean score of a third group to these two taken together."""
        one, two = self._clusters[number], self._clusters[other]
        together = one.size + two.size
        return max(
            (
                (one.near.get(third, 0.0) + two.near.get(third, 0.0)) / (together * self._clusters[third].size)
                for third in one.near.keys() | two.near.keys()
                if third not in (number, other)
            ),
            default=0.0,
        )

    def _join(self, number: int, other: int) -> None:
        """Take the second group into the first."""
        one, two = self._clusters[number], self._clusters.pop(other)
        one.within += two.within + one.near.pop(other)
        del two.near[number]
        one.members += two.members
        one.size += two.size
        spans = [span for span in (one.days, two.days) if span]
        one.days = (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None
        for third, total in two.near.items():
            one.near[third] = one.near.get(third, 0.0) + total
        for third in two.near:
            self._clusters[third].near.pop(other)
        for third, total in one.near.items():
            self._clusters[third].near[number] = total


def all_pairs(articles: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Every pair of some articles, the lower id first."""
    return combinations(sorted(articles), 2)
