"""Which articles belong together: average linkage over the scores between articles, with rules that prevent chains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from reader.analysis.events.joining import Group, Joining
from reader.analysis.events.similarity import EVENT_DECAY_DAYS, STORY_DECAY_DAYS, decayed

EVENT_THRESHOLD = 0.12
"""Mean score from which two groups are one event. Set on ECB+ (982 undated texts on 43 pairs of similar events): B³ F1
.912 over 144 libraries of 2 to 40 of them, .884 on all at once; .10 gives .910 and .884, .14 .910 and .877."""

MAXIMUM_SPAN_DAYS = 10
"""Stated dates of one event lie at most so many days apart (DESIGN, "Events")."""

COHESION_MEMBERS = 3
COHESION = 0.6
COHESION_CEILING = 0.20
"""Two groups of three or more members, both with stated dates, join only if they are as near to each other as this
share of what holds the looser one together; the ceiling is near enough for any (DESIGN, "Events")."""

UNDATED_COHESION = 0.65
UNDATED_CEILING = 0.30
"""Where a group has no stated date, the rule starts with a pair, and is stricter: background that a story repeats looks
like one event. With it, F1 on the small libraries from ECB+ rises from .889 to .912, and precision from .83 to .92: a
false split is better than a false merge."""

CONTRAST = 0.85
"""Two groups of which one has no stated date join only if they are not much farther from each other than from a third
one: else they are but neighbours in one story. Cosines without decay are compared, since a date that keeps the third
group away says nothing about these two. On ECB+ anything from .8 to .9 changes F1 by less than .001."""

COPY_THRESHOLD = 0.85
"""Articles so alike are copies of one text and count as one while linking (DESIGN, "Events")."""

STORY_THRESHOLD = 0.06
"""Mean score from which events are related (DESIGN, "Events"). In 80 undated libraries from ECB+ it joins 445 of 616
pairs of similar events, and 25 pairs that have nothing in common."""


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


@dataclass(slots=True)
class _Cluster:
    """A group while linking: its members, how many count, what its pairs sum up to, and its stated days."""

    members: list[int]
    size: int
    within: float = 0.0
    days: tuple[int, int] | None = None
    near: dict[int, float] = field(default_factory=dict)
    """Sums of the scores to other clusters, by their number."""
    alike: dict[int, float] = field(default_factory=dict)
    """As ``near``, of the cosines without decay."""

    def cohesion(self) -> float | None:
        """The mean score of its pairs; None for a single article."""
        pairs = self.size * (self.size - 1) // 2
        return self.within / pairs if pairs else None


def link_events(nodes: Sequence[Node], edges: Iterable[Edge]) -> tuple[Group, ...]:
    """Events as ascending tuples of article ids, ordered by their first; every node is in exactly one.

    Average linkage: the nearest groups join while their mean score is at least ``EVENT_THRESHOLD``, within the rules of
    span, cohesion and contrast. The order of nodes and edges does not matter.
    """
    days = {node.id: node.day for node in nodes}
    known = [edge for edge in edges if edge.first in days and edge.second in days]
    copies = [(edge.first, edge.second) for edge in known if edge.cosine >= COPY_THRESHOLD]
    joining = Joining(days)
    for first, second in sorted(copies):
        if joining.span(first, second) <= MAXIMUM_SPAN_DAYS:
            joining.join(first, second)
    linkage = _Linkage(joining.groups(), days)
    linkage.set_scores(known, days, EVENT_DECAY_DAYS)
    return linkage.run(EVENT_THRESHOLD, guarded=True)


def link_stories(events: Sequence[Sequence[Node]], edges: Iterable[Edge]) -> tuple[tuple[int, ...], ...]:
    """Stories of two or more related events, as indices into ``events``, by the same scores with a slower decay."""
    days = {node.id: node.day for event in events for node in event}
    linkage = _Linkage([tuple(sorted(node.id for node in event)) for event in events], days, counted=True)
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
    joining = Joining(dict.fromkeys(place))
    for first, second in pairs:
        joining.join(first, second)
    return frozenset(article for group in joining.groups() for article in group[1:])


class _Linkage:
    """Agglomeration over sparse sums of scores, with a heap of pairs; work is about edges × log(edges)."""

    def __init__(self, groups: Iterable[Group], days: Mapping[int, int | None], *, counted: bool = False) -> None:
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
            share = one.size * other.size / (len(one.members) * len(other.members))
            one.near[second] = other.near[first] = one.near.get(second, 0.0) + score * share
            one.alike[second] = other.alike[first] = one.alike.get(second, 0.0) + edge.cosine * share

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
        held = [cohesion for cluster in (one, two) if (cohesion := cluster.cohesion()) is not None]
        if one.days and two.days:
            if max(one.days[1], two.days[1]) - min(one.days[0], two.days[0]) > MAXIMUM_SPAN_DAYS:
                return False
            large = min(one.size, two.size) >= COHESION_MEMBERS
            return not large or mean >= min(COHESION_CEILING, COHESION * min(held))
        if held and mean < min(UNDATED_CEILING, UNDATED_COHESION * min(held)):
            return False
        return mean >= CONTRAST * self._nearest_third(number, other)

    def _nearest_third(self, number: int, other: int) -> float:
        """The highest mean cosine of a third group to these two taken together."""
        one, two = self._clusters[number], self._clusters[other]
        together = one.size + two.size
        return max(
            (
                (one.alike.get(third, 0.0) + two.alike.get(third, 0.0)) / (together * self._clusters[third].size)
                for third in one.alike.keys() | two.alike.keys()
                if third not in (number, other)
            ),
            default=0.0,
        )

    def _join(self, number: int, other: int) -> None:
        """Take the second group into the first."""
        one, two = self._clusters[number], self._clusters.pop(other)
        one.within += two.within + one.near[other]
        one.members += two.members
        one.size += two.size
        spans = [span for span in (one.days, two.days) if span]
        one.days = (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None
        for mine, theirs in ((one.near, two.near), (one.alike, two.alike)):
            for third, total in theirs.items():
                mine[third] = mine.get(third, 0.0) + total
            del mine[number], mine[other]
        for third, total in one.near.items():
            cluster = self._clusters[third]
            cluster.near.pop(other, None)
            cluster.alike.pop(other, None)
            cluster.near[number], cluster.alike[number] = total, one.alike[third]
