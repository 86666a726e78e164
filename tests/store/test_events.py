"""Events and stories keep their ids through every re-grouping."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.models.library import EventGroup
from reader.store.identity import identify
from reader.store.lists import event_card, merged_event, story
from reader.store.store import Store
from tests.store.making import FERRY, make_article, put_id


def put_many(store: Store, number: int) -> list[int]:
    return [
        put_id(
            store, make_article((*FERRY, f"Note {index}."), f"/news/{index}.txt", published=f"2024-05-{index + 1:02}")
        )
        for index in range(number)
    ]


def group(store: Store, *groups: Sequence[int]) -> tuple[int, ...]:
    return store.put_events([EventGroup(tuple(members), f"Event of {members[0]}") for members in groups])


def test_every_article_begins_as_an_event_of_its_own(store: Store) -> None:
    first, second = put_many(store, 2)
    event = store.event_of(second)
    assert event is not None
    assert store.event_of(first) != event
    assert store.event_articles(event) == (second,)


def test_an_event_takes_title_day_and_place_from_its_group(store: Store) -> None:
    articles = put_many(store, 3)
    (event,) = store.put_events([EventGroup(tuple(articles), "Ferries run", "2024-05-02", copies=(articles[0],))])
    card = event_card(store.database, event)
    assert card is not None
    assert (card.title, card.day, card.sort_at) == ("Ferries run", "2024-05-02", "2024-05-03T00:00:00")
    assert card.articles == tuple(reversed(articles))
    assert card.copies == (articles[0],)
    assert card.outlets == ("Lindholm Courier",)


def test_the_largest_overlap_keeps_the_id_and_the_others_lead_there(store: Store) -> None:
    a, b, c, d, e = put_many(store, 5)
    big, small = group(store, [a, b, c], [d, e])
    (merged,) = group(store, [a, b, c, d, e])
    assert merged == big
    card = merged_event(store.database, small)
    assert card is not None
    assert card.id == big


def test_a_split_event_keeps_its_id_where_most_of_it_is(store: Store) -> None:
    a, b, c, d, e = put_many(store, 5)
    (whole,) = group(store, [a, b, c, d, e])
    few, most = group(store, [a, b], [c, d, e])
    assert most == whole
    assert store.event_articles(few) == (b, a)


def test_ids_that_led_to_an_event_follow_it_when_it_is_merged_too(store: Store) -> None:
    a, b, c, d, e, f = put_many(store, 6)
    first = store.event_of(a)
    group(store, [b, c, a])
    group(store, [d, e, f, b, c, a])
    (last,) = group(store, [d, e, f, b, c, a])
    assert first is not None
    card = merged_event(store.database, first)
    assert card is not None
    assert card.id == last


def test_an_article_that_a_regrouping_leaves_out_gets_an_event_of_its_own(store: Store) -> None:
    a, b, c = put_many(store, 3)
    (event,) = group(store, [a, b, c])
    assert group(store, [a, b]) == (event,)
    alone = store.event_of(c)
    assert alone not in {None, event}


def test_storing_the_same_grouping_again_is_no_news(store: Store) -> None:
    a, b, c = put_many(store, 3)
    group(store, [a, b], [c])
    before = store.database.number("SELECT max(seq) FROM news")
    group(store, [a, b], [c])
    assert store.database.number("SELECT max(seq) FROM news") == before


def test_unknown_articles_in_a_group_are_left_out(store: Store) -> None:
    (a,) = put_many(store, 1)
    (event,) = group(store, [a, 999])
    assert store.event_articles(event) == (a,)


def test_stories_join_events_and_a_single_event_is_no_story(store: Store) -> None:
    articles = put_many(store, 4)
    events = [store.event_of(article) or 0 for article in articles]
    joined, alone = store.put_stories([events[:3], events[3:]])
    assert alone == 0
    card = story(store.database, joined)
    assert card is not None
    assert card.events == (events[2], events[1], events[0])
    assert store.put_stories([[events[0], events[1]], [events[2], events[3]]])[0] == joined
    assert store.put_stories([[events[0]], [events[1]]]) == (0, 0)
    assert story(store.database, joined) is None


def test_a_story_whose_second_event_is_merged_away_is_no_story_any_more(store: Store) -> None:
    a, b = put_many(store, 2)
    (joined,) = store.put_stories([[store.event_of(a) or 0, store.event_of(b) or 0]])
    group(store, [a, b])
    assert story(store.database, joined) is None
    card = merged_event(store.database, store.event_of(a) or 0)
    assert card is not None
    assert card.story is None


def test_an_event_follows_the_place_in_time_of_its_newest_article(store: Store) -> None:
    number = put_id(store, make_article(published=None))
    store.infer_published(number, "2020-02-02", "date of the event")
    card = event_card(store.database, store.event_of(number) or 0)
    assert card is not None
    assert card.sort_at == "2020-02-02T00:00:00"


partitions = st.lists(st.integers(0, 4), min_size=8, max_size=8)


@settings(max_examples=15)
@given(st.lists(partitions, min_size=1, max_size=4))
def test_after_any_regroupings_every_article_has_one_event_and_every_old_id_leads_to_one(
    tmp_path_factory: pytest.TempPathFactory, history: list[list[int]]
) -> None:
    with Store.open(tmp_path_factory.mktemp("events") / "library.db") as store, store.transaction():
        articles = put_many(store, 8)
        seen = {store.event_of(article) for article in articles}
        for labels in history:
            groups = [
                [article for article, label in zip(articles, labels, strict=True) if label == wanted]
                for wanted in sorted(set(labels))
            ]
            ids = group(store, *groups)
            seen |= set(ids)
            assert len(set(ids)) == len(ids)
            for event, members in zip(ids, groups, strict=True):
                card = event_card(store.database, event)
                assert card is not None
                assert set(card.articles) == set(members)
                row = store.database.row("SELECT size FROM event WHERE id = ?", (event,))
                assert row is not None
                assert row[0] == len(members)
            for old in seen:
                assert old is not None
                assert merged_event(store.database, old) is not None
        assert store.integrity_problems(articles) == ()


@given(
    st.lists(st.lists(st.integers(0, 20), max_size=6, unique=True), max_size=6),
    st.dictionaries(st.integers(0, 20), st.integers(1, 5)),
)
def test_every_id_known_before_is_kept_by_one_group_or_leads_to_one(
    groups: list[list[int]], before: dict[int, int]
) -> None:
    disjoint = [[member for member in each if all(member not in other for other in groups[:index])]
                for index, each in enumerate(groups)]  # fmt: skip
    found = identify(disjoint, before)
    kept = [old for old in found.kept if old is not None]
    gone = [old for old, _ in found.gone]
    touched = {before[member] for each in disjoint for member in each if member in before}
    assert sorted(kept + gone) == sorted(touched)
    assert identify([list(reversed(each)) for each in disjoint], before) == found
