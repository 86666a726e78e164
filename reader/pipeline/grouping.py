"""The step after the annotation of articles: which events they belong to, and which stories the events.

The same articles come to the same events in whatever order and batches they came. How likely two of them belong
together depends on these two alone, and linking never looks at anything else; so an addition can change only events
that it touches. These are linked anew, with every event that touches one that has changed, until none does: what comes
out is what linking all articles at once would give.

Read, compute, then write: terms and keys first, edges and events at the end. Whatever ends the process in between, the
next run finds the articles that are not linked and goes on with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.events.linking import EVENT_THRESHOLD, Edge, Node, find_copies, link_events
from reader.analysis.events.links import HandLinks
from reader.pipeline.describing import describe_event, infer_dates
from reader.pipeline.neighbours import find_edges, store_keys, store_terms
from reader.pipeline.storylines import relink_stories
from reader.pipeline.ubiquity import count_anew, ubiquitous_terms
from reader.store.grouping import GroupingTables, StoredEdge
from reader.store.handlinks import hand_links
from reader.store.store import Store


def group(store: Store, article_ids: Sequence[int]) -> frozenset[int]:
    """Bring events and stories up to date with articles that are new or whose text has changed.

    Ids of the events that now hold these articles or were changed on their account come back.

    Raises:
        LibraryError: the library cannot be read or written.
    """
    tables = GroupingTables(store.database)
    fresh = store_terms(store, tables, article_ids) | set(tables.unlinked())
    if not fresh:
        return frozenset()
    if count_anew(tables, max(fresh)):
        fresh = tables.with_terms()
        tables.mark_linked(fresh, value=False)
        tables.drop_edges()
    ubiquitous = ubiquitous_terms(tables)
    store_keys(store, tables, fresh, ubiquitous)
    edges = find_edges(tables, fresh, ubiquitous)
    with store.transaction():
        tables.put_edges(edges)
    linked = _link_region(tables, fresh, HandLinks(*hand_links(store.database)))
    # What reads articles is done before the lock is taken.
    described = [describe_event(store, members, linked.copies) for members in linked.changed]
    with store.transaction():
        for description in described:
            infer_dates(store, description)
        events = frozenset(store.put_events([description.group for description in described]))
        tables.mark_linked(fresh)
    relink_stories(store, tables, events)
    return events


@dataclass(frozen=True, slots=True)
class _Linked:
    """Events that were found anew: those that differ from before, or hold fresh articles; and the copies in them."""

    changed: tuple[tuple[int, ...], ...]
    copies: frozenset[int]


def _link_region(tables: GroupingTables, fresh: frozenset[int], links: HandLinks) -> _Linked:
    """Link the events that fresh articles touch anew, and those that these touch in turn."""
    region = _whole_events(tables, fresh)
    while True:
        edges = tables.edges(region)
        nodes = [
            # Of copies, and of equal means, the earlier article comes first.
            Node(number, f"{day or 10**7:08}{content}", day)
            for number, (day, content) in tables.places(region).items()
        ]
        inside = [Edge(edge.first, edge.second, edge.score) for edge in edges]
        groups = link_events(nodes, inside, links)
        sizes = Counter(region.values())
        changed = [
            members for members in groups if not fresh.isdisjoint(members) or _has_changed(members, region, sizes)
        ]
        beyond = _touched(edges, {article for members in changed for article in members}, region)
        beyond |= _linked_by_hand(links, region)
        if not beyond:
            alike = [Edge(edge.first, edge.second, edge.cosine) for edge in edges]
            return _Linked(tuple(changed), find_copies(changed, alike))
        region = {**region, **_whole_events(tables, beyond)}


def _has_changed(members: Sequence[int], before: Mapping[int, int], sizes: Mapping[int, int]) -> bool:
    """Whether no event had exactly these members before."""
    return len({before[member] for member in members}) > 1 or len(members) != sizes[before[members[0]]]


def _touched(edges: Sequence[StoredEdge], changed: Collection[int], region: Mapping[int, int]) -> set[int]:
    """The articles outside of the region that might have joined a changed event, or kept others from joining it."""
    return {
        outer
        for edge in edges
        if edge.score >= EVENT_THRESHOLD
        for inner, outer in ((edge.first, edge.second), (edge.second, edge.first))
        if inner in changed and outer not in region
    }


def _linked_by_hand(links: HandLinks, region: Mapping[int, int]) -> set[int]:
    """The articles outside of the region that a person has joined to one inside."""
    return {
        outer
        for first, second in links.together
        for inner, outer in ((first, second), (second, first))
        if inner in region and outer not in region
    }


def _whole_events(tables: GroupingTables, articles: Collection[int]) -> dict[int, int]:
    """The event of every article that shares one with these."""
    events = {membership.event for membership in tables.memberships(articles)}
    return {membership.article: membership.event for membership in tables.members(events)}
