"""Comparisons are of certain texts: they are found as long as those are the texts."""

from __future__ import annotations

import pytest

from reader.models.library import EventGroup
from reader.store.lists import event_card
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, analyse, make_article, make_comparison, put, put_id


@pytest.fixture
def event(store: Store) -> int:
    store.set_analysis_version(1)
    articles = (put_id(store, make_article()), put_id(store, make_article(FERRY, "/news/ferry.txt")))
    (event,) = store.put_events([EventGroup(articles, "Bridge closed")])
    for article in articles:
        analyse(store, article)
    return event


def test_a_comparison_is_found_whatever_the_order_of_the_articles(store: Store, event: int) -> None:
    comparison = make_comparison(2, 1, sure=("aa",), likely=("bb",))
    store.put_comparison(comparison, 1, event)
    assert store.comparison([1, 2]) == comparison
    assert store.comparison([2, 1]) == comparison
    assert store.comparison([1]) is None


def test_sure_differences_are_counted_as_conflicts_and_likely_ones_apart(store: Store, event: int) -> None:
    store.put_comparison(make_comparison(1, 2, sure=("aa", "cc"), likely=("bb",)), 1, event)
    assert _counts(store, event) == (2, 1)


def test_an_event_waits_for_its_comparison_until_all_its_articles_are_analysed(store: Store, event: int) -> None:
    assert store.uncompared(10) == (event,)
    store.set_analysis_version(2)
    analyse(store, 1, version=2)
    assert store.uncompared(10) == ()
    analyse(store, 2, version=2)
    assert store.uncompared(10) == (event,)
    store.put_comparison(make_comparison(1, 2), 2, event)
    assert store.uncompared(10) == ()


def test_a_revised_article_makes_its_events_comparison_wait_again(store: Store, event: int) -> None:
    store.put_comparison(make_comparison(1, 2, sure=("aa",), likely=("bb",)), 1, event)
    put(store, make_article((*BRIDGE, "The bridge reopened.")))
    assert store.comparison([1, 2]) is None
    assert _counts(store, event) == (0, 0)
    analyse(store, 1)
    assert store.uncompared(10) == (event,)


def test_an_event_that_gains_an_article_waits_again_without_conflicts(store: Store, event: int) -> None:
    store.put_comparison(make_comparison(1, 2, sure=("aa",), likely=("bb",)), 1, event)
    third = put_id(store, make_article((*FERRY, "Free."), "/news/free.txt"))
    assert store.put_events([EventGroup((1, 2, third), "Bridge closed")]) == (event,)
    assert _counts(store, event) == (0, 0)
    analyse(store, third)
    assert store.uncompared(10) == (event,)


def test_while_the_same_articles_wait_for_another_version_the_old_numbers_stand(store: Store, event: int) -> None:
    store.put_comparison(make_comparison(1, 2, sure=("aa",), likely=("bb",)), 1, event)
    store.set_analysis_version(2)
    store.set_comparison_version(2)
    for article in (1, 2):
        analyse(store, article, version=2)
    assert store.put_events([EventGroup((1, 2), "Bridge closed")]) == (event,)
    assert store.uncompared(10) == (event,)
    assert _counts(store, event) == (1, 1)


def test_a_new_comparison_of_an_event_replaces_the_old_one(store: Store, event: int) -> None:
    store.put_comparison(make_comparison(1, 2, sure=("aa",)), 1, event)
    store.put_comparison(make_comparison(1, 2, sure=("aa", "bb")), 1, event)
    assert _counts(store, event) == (2, 0)
    assert store.database.number("SELECT count(*) FROM comparison") == 1


def test_comparisons_that_were_asked_for_are_kept_only_so_many(
    store: Store, event: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.comparisons.ASKED_FOR_KEPT", 2)
    third = put_id(store, make_article((*FERRY, "Free."), "/news/free.txt"))
    store.put_comparison(make_comparison(1, 2), 1, event)
    for articles in ((1, third), (2, third), (1, 2, third)):
        store.put_comparison(make_comparison(*articles), 1)
    assert store.comparison([1, third]) is None
    assert store.comparison([2, third]) is not None
    assert store.comparison([1, 2, third]) is not None
    assert store.comparison([1, 2]) is not None, "that of an event stays"


def _counts(store: Store, event: int) -> tuple[int, int]:
    card = event_card(store.database, event)
    assert card is not None
    return card.conflicts, card.doubts
