"""Part of the grouping: which events are of one story. Related events are shown together, never compared as one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from reader.analysis.events.linking import STORY_THRESHOLD, Edge, Node, link_stories
from reader.analysis.events.scores import story_score
from reader.store.grouping import GroupingTables, Membership
from reader.store.store import Store

RELINKED_EVENTS: Final = 60
"""An addition links the events of larger stories no more, it only adds to them."""

SAMPLED_EVENTS: Final = 20
"""So many of the latest events of a large story stand for it."""


def relink_stories(store: Store, tables: GroupingTables, events: Collection[int]) -> None:
    """Link the stories of these events anew, with the events that are near to them."""
    members: dict[int, list[Membership]] = {}
    for membership in tables.members(_near_events(tables, events)):
        members.setdefault(membership.event, []).append(membership)
    blocks = _story_blocks(members)
    sampled = {
        event: [each.article for each in members[event]] for block in blocks for event in block[-SAMPLED_EVENTS:]
    }
    places = tables.places({number for numbers in sampled.values() for number in numbers})
    nodes = [
        [
            Node(number, places[number][1], places[number][0])
            for event in block
            for number in sampled.get(event, ())
            if number in places
        ]
        for block in blocks
    ]
    kept = [index for index, found in enumerate(nodes) if found]
    stories = link_stories([nodes[index] for index in kept], _story_edges(tables, places))
    joined = [[kept[index] for index in story] for story in stories]
    alone = set(range(len(blocks))) - {index for story in joined for index in story}
    with store.transaction():
        store.put_stories(
            [[event for index in story for event in blocks[index]] for story in joined]
            + [blocks[index] for index in sorted(alone)]
        )


def _story_blocks(members: Mapping[int, Sequence[Membership]]) -> list[Sequence[int]]:
    """What is linked as one: a single event, or a story that has grown too large to be taken apart each time."""
    stories: dict[int, list[int]] = {}
    for event in sorted(members):
        story = members[event][0].story
        if story is not None:
            stories.setdefault(story, []).append(event)
    large = [events for _, events in sorted(stories.items()) if len(events) > RELINKED_EVENTS]
    inside = {event for events in large for event in events}
    return [*([event] for event in sorted(members) if event not in inside), *large]


def _near_events(tables: GroupingTables, events: Collection[int]) -> set[int]:
    """These events, those of their stories, and those that an article of theirs is related to."""
    own = tables.members(events)
    stories = {membership.story for membership in own if membership.story is not None}
    articles = {membership.article for membership in own}
    related: dict[int, float] = {}
    for edge in _story_edges(tables, articles):
        for number in {edge.first, edge.second} - articles:
            if edge.score >= STORY_THRESHOLD:
                related[number] = max(related.get(number, 0.0), edge.score)
    nearest = sorted(related, key=lambda number: (-related[number], number))[:RELINKED_EVENTS]
    found = tables.memberships(nearest)
    stories |= {membership.story for membership in found if membership.story is not None}
    return {*events, *(membership.event for membership in found), *tables.events_of_stories(stories)}


def _story_edges(tables: GroupingTables, articles: Collection[int]) -> list[Edge]:
    """How likely articles are of one story with those near to them."""
    edges = tables.edges(articles)
    places = tables.places({number for edge in edges for number in (edge.first, edge.second)})
    return [
        Edge(edge.first, edge.second, story_score(edge.cosine, places[edge.first][0], places[edge.second][0]))
        for edge in edges
    ]
