"""Which articles are one event, and which events one story: average linkage within rules that prevent chains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reader.analysis.events.joining import Group, Joining
from reader.analysis.events.linkage import Cluster, Linkage
from reader.analysis.events.links import NO_LINKS, HandLinks
from reader.analysis.events.scores import COPY_THRESHOLD, MAXIMUM_SPAN_DAYS

EVENT_THRESHOLD: Final = 0.09
"""Mean score from which two groups are one event: two outlets that lead with different sides of it share few words. B³
F1 on ECB+, BASIL and BASIL without dates differs by less than .003 from .07 to .10."""

COHESION: Final = ((3, 0.8, 0.25), (2, 0.6, 0.20))
"""Two groups of so many members or more join only if they are as near to each other as this share of what holds the
looser one together; the last figure is near enough for any. B³ F1 on ECB+, BASIL, BASIL without dates, and on 80
libraries of 4 to 40 articles from ECB+: .940, .998, .976, .903; without the rule for pairs .940, .998, .965, .886; with
.8 and .25 for pairs too .931, .998, .976, .907; with .6 for all .908, .998, .938, .891."""

RIM_MEMBERS: Final = 3
RIM: Final = 0.55
RIM_CEILING: Final = 0.30
"""The same for a single article and a group of three or more, the share sinking with the fourth root of its members: a
large group is looser at its rim. Small libraries gain (.904 to .913): often they hold but a neighbour in one story."""

STORY_THRESHOLD: Final = 0.06
"""Mean score from which events are related (DESIGN, "Events")."""


@dataclass(frozen=True, slots=True)
class Node:
    """An article to be linked: its number in the library, a key of its content, and the ordinal of its stated day."""

    id: int
    key: str
    day: int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """How likely two articles belong together, ``first`` < ``second``."""

    first: int
    second: int
    score: float


def link_events(nodes: Sequence[Node], edges: Iterable[Edge], links: HandLinks = NO_LINKS) -> tuple[Group, ...]:
    """Events as tuples of article ids in the order of the articles' keys; every node is in exactly one.

    Neither the ids nor the order of nodes and edges matters. What a person said of pairs holds, whatever the scores.
    """
    ordered = sorted(nodes, key=lambda node: (node.key, node.id))
    index = {node.id: at for at, node in enumerate(ordered)}
    days = {index[node.id]: node.day for node in ordered}
    scores = _scores(edges, index)
    apart = {
        index[article]: frozenset(index[other] for other in others if other in index)
        for article, others in links.kept_apart().items()
        if article in index
    }
    linkage = Linkage(
        Cluster(set(group), 1, days=_span(group, days), barred=apart.get(group[0], frozenset()))
        for group in _copies(days, scores, apart.keys())
    )
    for (first, second), score in scores:
        linkage.add_score(first, second, score)
    for first, second in sorted(sorted((index[a], index[b])) for a, b in links.together if a in index and b in index):
        linkage.join_items(first, second)
    return tuple(tuple(ordered[at].id for at in group) for group in linkage.run(EVENT_THRESHOLD, _may_join))


def link_stories(events: Sequence[Sequence[Node]], edges: Iterable[Edge]) -> tuple[tuple[int, ...], ...]:
    """Stories of two or more related events, as indices into ``events``."""
    place = {node.id: at for at, event in enumerate(events) for node in event}
    linkage = Linkage(Cluster({node.id for node in event}, len(event)) for event in events)
    for edge in sorted(edges, key=lambda edge: (edge.first, edge.second)):
        if edge.first in place and edge.second in place:
            linkage.add_score(edge.first, edge.second, edge.score)
    groups = linkage.run(STORY_THRESHOLD, lambda _, __, ___: True)
    stories = (tuple(sorted({place[article] for article in group})) for group in groups)
    return tuple(story for story in stories if len(story) > 1)


def find_copies(groups: Iterable[Sequence[int]], edges: Iterable[Edge]) -> frozenset[int]:
    """The articles that are near-copies of another one of their group; of each set the first of the group is none."""
    members = [(article, at) for at, group in enumerate(groups) for article in group]
    place = {article: number for number, (article, _) in enumerate(members)}
    joining = Joining(dict.fromkeys(range(len(members))))
    for edge in edges:
        one, other = place.get(edge.first), place.get(edge.second)
        if one is None or other is None or edge.score < COPY_THRESHOLD:
            continue
        if members[one][1] == members[other][1]:
            joining.join(one, other)
    return frozenset(members[number][0] for copies in joining.groups() for number in copies[1:])


def _scores(edges: Iterable[Edge], index: Mapping[int, int]) -> list[tuple[tuple[int, int], float]]:
    """The scores between items, by ascending pairs."""
    found = {
        (min(one, other), max(one, other)): edge.score
        for edge in edges
        if (one := index.get(edge.first)) is not None and (other := index.get(edge.second)) is not None
    }
    return sorted(found.items())


def _copies(
    days: Mapping[int, int | None], scores: Iterable[tuple[tuple[int, int], float]], apart: Iterable[int]
) -> list[tuple[int, ...]]:
    """The items as sets of copies of one text; those that a person has taken from another are not counted together."""
    single = set(apart)
    joining = Joining(days)
    for (first, second), score in scores:
        is_copy = score >= COPY_THRESHOLD and first not in single and second not in single
        if is_copy and joining.span(first, second) <= MAXIMUM_SPAN_DAYS:
            joining.join(first, second)
    return joining.groups()


def _span(group: Iterable[int], days: Mapping[int, int | None]) -> tuple[int, int] | None:
    known = [day for item in group if (day := days[item]) is not None]
    return (min(known), max(known)) if known else None


def _may_join(one: Cluster, other: Cluster, mean: float) -> bool:
    if not one.barred.isdisjoint(other.members):
        return False
    span = one.span_with(other)
    if span and span[1] - span[0] > MAXIMUM_SPAN_DAYS:
        return False
    return mean >= _bar(*sorted((one, other), key=lambda cluster: cluster.size))


def _bar(smaller: Cluster, larger: Cluster) -> float:
    """The mean score from which two groups are as near to each other as their members are."""
    if smaller.size == 1:
        share = RIM * (RIM_MEMBERS / larger.size) ** 0.25
        return min(RIM_CEILING, share * larger.cohesion()) if larger.size >= RIM_MEMBERS else 0.0
    share, ceiling = next((share, ceiling) for members, share, ceiling in COHESION if smaller.size >= members)
    return min(ceiling, share * min(smaller.cohesion(), larger.cohesion()))
