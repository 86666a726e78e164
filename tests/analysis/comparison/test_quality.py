"""How much of what a careful reader puts side by side is found on our own events. The figures may only rise."""

from __future__ import annotations

from itertools import combinations

from reader.analysis.comparison import compare
from reader.models.comparison import Comparison, Passage, Relation, Tier
from tests.analysis.comparison.written import EVENT_NAMES, WrittenEvent, read_event

LINK_PRECISION, LINK_RECALL = 0.97, 0.75
ROW_PRECISION, ROW_RECALL = 0.97, 0.70
MOST_FALSE_LINKS = 2
"""Strong links between articles of different events, of 87 pairs of articles."""

Pair = frozenset[str]


def linked_pairs(event: WrittenEvent, comparison: Comparison) -> set[Pair]:
    return {
        frozenset({event.name(link.a), event.name(link.b)}) for link in comparison.links if link.tier is Tier.STRONG
    }


def pairs_in_rows(event: WrittenEvent, comparison: Comparison) -> set[Pair]:
    pairs: set[Pair] = set()
    for row in comparison.rows:
        if row.relation is not Relation.POSSIBLE:
            passages = [Passage(reading.article, reading.start, reading.end) for reading in row.readings]
            pairs |= {
                frozenset({event.name(one), event.name(other)})
                for one, other in combinations(passages, 2)
                if one.article != other.article
            }
    return pairs


def test_links_and_rows_hold_on_own_events() -> None:
    right = {"links": 0, "rows": 0}
    said = {"links": 0, "rows": 0}
    wanted = 0
    for name in EVENT_NAMES:
        event = read_event(name)
        comparison = compare(event.articles)
        wanted += len(event.same)
        for what, pairs in (("links", linked_pairs(event, comparison)), ("rows", pairs_in_rows(event, comparison))):
            right[what] += len(pairs & event.same)
            said[what] += len(pairs - event.partly)
    assert right["links"] / said["links"] >= LINK_PRECISION
    assert right["links"] / wanted >= LINK_RECALL
    assert right["rows"] / said["rows"] >= ROW_PRECISION
    assert right["rows"] / wanted >= ROW_RECALL


def test_every_difference_said_on_own_events_is_a_real_one() -> None:
    said = {name: [found.note for found in compare(read_event(name).articles).differences] for name in EVENT_NAMES}
    assert {name: notes for name, notes in said.items() if notes} == {
        "merger": ["$1.7bn deal / 1,900 million dollars"],
        "quake": ["“wall any more” / “wall left”"],
        "ruling": ["six years / five years"],
    }


def test_articles_about_different_events_are_not_linked() -> None:
    events = [read_event(name, 100 * place) for place, name in enumerate(EVENT_NAMES, start=1)]
    false = 0
    for one, other in combinations(events, 2):
        for a in one.articles:
            for b in other.articles:
                false += sum(link.tier is Tier.STRONG for link in compare([a, b]).links)
    assert false <= MOST_FALSE_LINKS
