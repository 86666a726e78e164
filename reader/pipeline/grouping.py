"""The step after the annotation of articles: which events they belong to, and which stories the events.

Read, compute, then write: terms and keys first, edges and events in one transaction at the end. Whatever ends the
process in between, the next run finds the articles whose edges are missing and goes on with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from reader.analysis.events.days import as_day
from reader.analysis.events.keys import key_terms, week_of
from reader.analysis.events.linking import (
    EVENT_THRESHOLD,
    MAXIMUM_SPAN_DAYS,
    STORY_THRESHOLD,
    Edge,
    Node,
    find_copies,
    link_events,
    link_stories,
)
from reader.analysis.events.similarity import EVENT_DECAY_DAYS, STORY_DECAY_DAYS, decayed, similarities
from reader.analysis.events.terms import Terms, extract_terms
from reader.analysis.events.weights import TermStatistics, count_articles
from reader.models.article import Status
from reader.pipeline.describing import describe_event, infer_dates
from reader.store.grouping import GroupingTables, Membership, StoredStatistics, StoredTerms
from reader.store.store import Store

SMALL_LIBRARY: Final = 64
"""Up to so many articles all are grouped anew with every addition: some tens of milliseconds, and the order in which
they came cannot matter."""

GROWTH: Final = 1.3
"""Statistics, keys and recent edges are made anew when a library has grown by this factor (DESIGN, "Events")."""

REFRESHED: Final = 2000
"""So many of the newest articles get new keys and edges then: more than most libraries take in in a month."""

SHARED_KEYS: Final = 2
POSTINGS: Final = 300
NEIGHBOURS: Final = 50
"""Candidates share two keys; of each key the newest 300 articles are looked at, the best 50 compared (DESIGN)."""

STORY_REACH_DAYS: Final = 60
"""Articles further apart are related only if copied: after so many days a score has sunk to a seventh."""

STORY_NEIGHBOURS: Final = 20
"""Candidates from beyond the days of an event: a story needs a few links only."""

WEAKEST_EDGE: Final = 0.05
"""Edges below are not kept: three in four pairs of unrelated articles, and less than ``STORY_THRESHOLD``."""

RELINKED_ARTICLES: Final = 200
"""An addition re-links the events it touches, the nearest first, up to so many articles (DESIGN, "Events")."""

RELINKED_EVENTS: Final = 60
"""As for stories: an addition links the events of larger ones no more, it only adds to them."""

SAMPLED_EVENTS: Final = 20
"""So many of the latest events of a large story stand for it."""


def group(store: Store, article_ids: Sequence[int]) -> frozenset[int]:
    """Bring events and stories up to date with articles that are new or whose text has changed.

    Ids of the events that now hold these articles or were changed on their account come back. What comes out does not
    depend on the order of ``article_ids``.

    Raises:
        LibraryError: the library cannot be read or written.
    """
    tables = GroupingTables(store.database)
    fresh = _store_terms(store, tables, article_ids) | set(tables.unlinked())
    if not fresh:
        return frozenset()
    statistics, scope = _refresh(store, tables, fresh)
    edges = _find_edges(tables, scope, statistics)
    with store.transaction():
        tables.drop_edges(scope)
        tables.put_edges((edge.first, edge.second, edge.cosine) for edge in edges)
        tables.mark_linked(scope)
    events = _relink(store, tables, fresh, scope, statistics)
    _relink_stories(store, tables, events if scope == fresh else _events_of(tables, scope))
    return events


def _store_terms(store: Store, tables: GroupingTables, article_ids: Sequence[int]) -> set[int]:
    found: list[StoredTerms] = []
    for number in sorted(set(article_ids)):
        article = store.article(number)
        if article is not None:
            day = as_day(article.published.value) if article.published.status is Status.STATED else None
            ordinal = day.toordinal() if day else None
            found.append(StoredTerms(number, ordinal, extract_terms(article).to_bytes()))
    with store.transaction():
        tables.put_terms(found)
    return {terms.article for terms in found}


def _refresh(store: Store, tables: GroupingTables, fresh: set[int]) -> tuple[TermStatistics, set[int]]:
    """The statistics to weigh with, and the articles to be compared anew; their keys are stored."""
    size = tables.count()
    scope = set(fresh)
    stored = tables.statistics()
    if stored is None or size <= SMALL_LIBRARY or size >= stored.articles * GROWTH:
        statistics = count_articles(Terms.from_bytes(terms.terms) for terms in tables.every_terms())
        scope |= set(tables.newest(REFRESHED))
        changed = [StoredStatistics(*statistics.to_bytes())]
    else:
        statistics = TermStatistics.from_bytes(stored.articles, stored.terms, stored.frequencies)
        changed = []
    keys = {
        number: (terms.day, key_terms(Terms.from_bytes(terms.terms), statistics))
        for number, terms in tables.terms(scope).items()
    }
    with store.transaction():
        for statistic in changed:
            tables.put_statistics(statistic)
        for number, (day, found) in keys.items():
            tables.put_keys(number, None if day is None else week_of(day), (term for term, _ in found))
    return statistics, scope


def _find_edges(tables: GroupingTables, scope: set[int], statistics: TermStatistics) -> list[Edge]:
    """How alike the articles of the scope are to each other and to those they share keys with."""
    stored = tables.terms(scope)
    partners = (
        {number: [other for other in stored if other > number] for number in sorted(stored)}
        if len(scope) <= SMALL_LIBRARY and len(scope) == tables.count()
        else {number: _candidates(tables, stored[number], statistics) for number in sorted(stored)}
    )
    wanted = {other for others in partners.values() for other in others} - stored.keys()
    if len(scope) <= SMALL_LIBRARY:
        stored |= tables.terms(wanted)
    found: dict[tuple[int, int], float] = {}
    for number, others in partners.items():
        missing = [other for other in others if other not in stored]
        known = stored | tables.terms(missing) if missing else stored
        compared = [other for other in others if other in known]
        cosines = similarities(
            Terms.from_bytes(known[number].terms),
            [Terms.from_bytes(known[other].terms) for other in compared],
            statistics,
        )
        for other, cosine in zip(compared, cosines.tolist(), strict=True):
            if cosine >= WEAKEST_EDGE:
                found[min(number, other), max(number, other)] = round(cosine, 6)
    return [Edge(first, second, cosine) for (first, second), cosine in sorted(found.items())]


def _candidates(tables: GroupingTables, terms: StoredTerms, statistics: TermStatistics) -> list[int]:
    """The articles that may be in one event, or in one story, with an article."""
    keys = key_terms(Terms.from_bytes(terms.terms), statistics)
    spans: list[tuple[tuple[int, int] | None, int]] = [(None, NEIGHBOURS)]
    if terms.day is not None:
        spans = [
            ((week_of(terms.day - reach), week_of(terms.day + reach)), limit)
            for reach, limit in ((MAXIMUM_SPAN_DAYS, NEIGHBOURS), (STORY_REACH_DAYS, STORY_NEIGHBOURS))
        ]
    found: dict[int, None] = {}
    for weeks, limit in spans:
        # Its own keys make an article the best candidate for itself.
        nearest = tables.candidates(keys, weeks, shared=SHARED_KEYS, depth=POSTINGS, limit=limit + 1)
        found.update(dict.fromkeys(nearest))
    found.pop(terms.article, None)
    return list(found)


def _relink(
    store: Store, tables: GroupingTables, fresh: set[int], scope: set[int], statistics: TermStatistics
) -> frozenset[int]:
    """Link the events touched anew and store those that have changed; the ids of these and of the fresh articles'."""
    before = _touched_members(tables, fresh) if scope == fresh else _whole_events(tables, scope)
    days = tables.days(before)
    edges = [Edge(*edge) for edge in tables.edges(days)]
    nodes = [Node(number, day) for number, day in sorted(days.items())]
    sizes = Counter(before.values())
    changed = [
        members
        for members in link_events(nodes, edges)
        if not fresh.isdisjoint(members)
        or len({before[member] for member in members}) > 1
        or len(members) != sizes[before[members[0]]]
    ]
    copies = find_copies(changed, edges)
    # What reads articles is done before the lock is taken.
    described = [describe_event(store, members, copies, statistics) for members in changed]
    with store.transaction():
        for description in described:
            infer_dates(store, description)
        ids = store.put_events([description.group for description in described])
    return frozenset(ids)


def _whole_events(tables: GroupingTables, articles: Collection[int]) -> dict[int, int]:
    """The event of every article that shares one with these."""
    events = {membership.event for membership in tables.memberships(articles)}
    return {membership.article: membership.event for membership in tables.members(events)}


def _touched_members(tables: GroupingTables, fresh: set[int]) -> dict[int, int]:
    """The articles of the events near to fresh articles, the nearest events first, and of their own."""
    edges = tables.edges(fresh)
    days = tables.days({number for first, second, _ in edges for number in (first, second)})
    strength: dict[int, float] = dict.fromkeys(fresh, 2.0)
    for first, second, cosine in edges:
        score = decayed(cosine, days[first], days[second], EVENT_DECAY_DAYS)
        for number in (first, second):
            if score >= EVENT_THRESHOLD:
                strength[number] = max(strength.get(number, 0.0), score)
    ranked = sorted(strength, key=lambda number: (-strength[number], number))
    event_of = {membership.article: membership.event for membership in tables.memberships(ranked)}
    members: dict[int, list[Membership]] = {}
    for membership in tables.members(set(event_of.values())):
        members.setdefault(membership.event, []).append(membership)
    taken: dict[int, int] = {}
    for event in dict.fromkeys(event_of[number] for number in ranked if number in event_of):
        is_own = any(membership.article in fresh for membership in members[event])
        others = len(taken.keys() - fresh)
        # The nearest event is taken whatever its size: an article must be able to join it.
        if is_own or not others or others + len(members[event]) <= RELINKED_ARTICLES:
            taken.update({membership.article: event for membership in members[event]})
    return taken


def _relink_stories(store: Store, tables: GroupingTables, events: Collection[int]) -> None:
    """Link the stories of these events anew, with the events that are near to them."""
    members: dict[int, list[Membership]] = {}
    for membership in tables.members(_near_events(tables, events)):
        members.setdefault(membership.event, []).append(membership)
    blocks = _story_blocks(members)
    sampled = {
        event: [each.article for each in members[event]] for block in blocks for event in block[-SAMPLED_EVENTS:]
    }
    days = tables.days({number for numbers in sampled.values() for number in numbers})
    nodes = [
        [Node(number, days[number]) for event in block for number in sampled.get(event, ()) if number in days]
        for block in blocks
    ]
    kept = [index for index, found in enumerate(nodes) if found]
    stories = link_stories([nodes[index] for index in kept], [Edge(*edge) for edge in tables.edges(days)])
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
    edges = tables.edges(articles)
    days = tables.days({number for first, second, _ in edges for number in (first, second)})
    related: dict[int, float] = {}
    for first, second, cosine in edges:
        score = decayed(cosine, days[first], days[second], STORY_DECAY_DAYS)
        for number in {first, second} - articles:
            if score >= STORY_THRESHOLD:
                related[number] = max(related.get(number, 0.0), score)
    nearest = sorted(related, key=lambda number: (-related[number], number))[:RELINKED_EVENTS]
    found = tables.memberships(nearest)
    stories |= {membership.story for membership in found if membership.story is not None}
    return {*events, *(membership.event for membership in found), *tables.events_of_stories(stories)}


def _events_of(tables: GroupingTables, articles: Iterable[int]) -> frozenset[int]:
    return frozenset(membership.event for membership in tables.memberships(set(articles)))
