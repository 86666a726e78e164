from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.events.linking import (
    Edge,
    Node,
    find_copies,
    link_events,
    link_stories,
)
from reader.analysis.events.scores import MAXIMUM_SPAN_DAYS


def undated(*articles: int) -> list[Node]:
    return [Node(article, str(article), None) for article in articles]


def full(scores: dict[tuple[int, int], float]) -> list[Edge]:
    return [Edge(first, second, score) for (first, second), score in scores.items()]


def test_articles_without_links_stay_alone() -> None:
    assert link_events(undated(3, 1), []) == ((1,), (3,))


def test_alike_articles_are_one_event() -> None:
    assert link_events(undated(1, 2, 3), [Edge(1, 2, 0.4), Edge(1, 3, 0.4), Edge(2, 3, 0.3)]) == ((1, 2, 3),)


def test_a_chain_does_not_make_an_event() -> None:
    chain = [Edge(number, number + 1, 0.3) for number in range(1, 6)]
    assert max(len(group) for group in link_events(undated(*range(1, 7)), chain)) == 2


def test_stated_dates_far_apart_separate_the_same_words() -> None:
    nodes = [Node(1, "1", 100), Node(2, "2", 100 + MAXIMUM_SPAN_DAYS + 1)]
    assert link_events(nodes, [Edge(1, 2, 0.84)]) == ((1,), (2,))
    assert link_events([Node(1, "1", 100), Node(2, "2", None)], [Edge(1, 2, 0.84)]) == ((1, 2),)


def test_an_undated_article_does_not_bring_two_distant_days_together() -> None:
    nodes = [Node(1, "1", 100), Node(2, "2", None), Node(3, "3", 130)]
    assert link_events(nodes, [Edge(1, 2, 0.6), Edge(2, 3, 0.5)]) == ((1, 2), (3,))


def test_two_pairs_that_are_tighter_inside_than_between_stay_two_events() -> None:
    inside = {(1, 2): 0.5, (3, 4): 0.4}
    between = {(1, 3): 0.18, (1, 4): 0.18, (2, 3): 0.18, (2, 4): 0.18}
    assert link_events(undated(1, 2, 3, 4), full({**inside, **between})) == ((1, 2), (3, 4))
    nearer = dict.fromkeys(between, 0.21)
    assert link_events(undated(1, 2, 3, 4), full({**inside, **nearer})) == ((1, 2, 3, 4),)


def test_copies_count_as_one_article() -> None:
    wire = {(1, 2): 0.99, (1, 3): 0.99, (2, 3): 0.99}
    other = {(1, 4): 0.2, (2, 4): 0.2, (3, 4): 0.2}
    groups = link_events(undated(1, 2, 3, 4), full({**wire, **other}))
    assert groups == ((1, 2, 3, 4),)
    assert find_copies(groups, full({**wire, **other})) == {2, 3}


def test_a_copy_without_a_date_does_not_bring_two_months_together() -> None:
    nodes = [Node(1, "1", 100), Node(2, "2", None), Node(3, "3", 140)]
    assert link_events(nodes, full({(1, 2): 0.95, (1, 3): 0.95, (2, 3): 0.95})) == ((1, 2), (3,))


def test_copies_of_different_months_are_not_one_event() -> None:
    nodes = [Node(1, "1", 100), Node(2, "2", 140)]
    assert link_events(nodes, [Edge(1, 2, 0.95)]) == ((1,), (2,))


def test_related_events_are_a_story_and_stay_events() -> None:
    events = [[Node(1, "1", 100), Node(2, "2", 100)], [Node(3, "3", 114)], [Node(4, "4", 100)]]
    edges = [Edge(1, 2, 0.4), Edge(1, 3, 0.2), Edge(2, 3, 0.15), Edge(1, 4, 0.06)]
    assert link_stories(events, edges) == ((0, 1),)


days = st.one_of(st.none(), st.integers(0, 40))
graphs = st.integers(2, 9).flatmap(
    lambda size: st.tuples(
        st.lists(days, min_size=size, max_size=size),
        st.dictionaries(
            st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda pair: pair[0] < pair[1]),
            st.sampled_from([0.05, 0.1, 0.16, 0.2, 0.3, 0.3, 0.5, 0.9]),
        ),
    )
)


@given(graphs, st.randoms())
def test_the_order_of_articles_and_links_does_not_matter(
    graph: tuple[list[int | None], dict[tuple[int, int], float]], shuffle: Random
) -> None:
    nodes = [Node(number, str(number), day) for number, day in enumerate(graph[0])]
    edges = full(graph[1])
    groups = link_events(nodes, edges)
    shuffle.shuffle(nodes)
    shuffle.shuffle(edges)
    assert link_events(nodes, edges) == groups


@given(graphs)
def test_every_article_is_in_one_event_and_no_event_spans_more_than_allowed(
    graph: tuple[list[int | None], dict[tuple[int, int], float]],
) -> None:
    groups = link_events([Node(number, str(number), day) for number, day in enumerate(graph[0])], full(graph[1]))
    assert sorted(article for group in groups for article in group) == list(range(len(graph[0])))
    for group in groups:
        known = [day for article in group if (day := graph[0][article]) is not None]
        if known:
            assert max(known) - min(known) <= MAXIMUM_SPAN_DAYS
