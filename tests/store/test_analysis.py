"""What was found in an article, and which articles are still to be looked at."""

from __future__ import annotations

import pytest

from reader.store.store import Store
from tests.store.making import FERRY, HARVEST, Named, analyse, make_annotations, make_article, put_id


@pytest.fixture
def three(store: Store) -> tuple[int, ...]:
    store.set_analysis_version(1)
    return (
        put_id(store, make_article(published="2024-05-14")),
        put_id(store, make_article(FERRY, "/news/ferry.txt", published="2024-05-16")),
        put_id(store, make_article(HARVEST, "/news/harvest.txt", published="2024-05-15")),
    )


def test_annotations_come_back_as_they_were(store: Store, three: tuple[int, ...]) -> None:
    assert store.annotations(three[0]) is None
    article = store.article(three[0])
    assert article is not None
    annotations = make_annotations(article.text)
    store.put_annotations(three[0], annotations)
    assert store.annotations(three[0]) == annotations
    assert store.is_analysed(three[0])
    assert not store.is_analysed(three[1])


def test_what_is_wanted_first_is_pending_first_then_the_newest(store: Store, three: tuple[int, ...]) -> None:
    bridge, ferry, harvest = three
    assert store.pending(10) == (ferry, harvest, bridge)
    assert store.pending(2, first=(bridge, 99)) == (bridge, ferry)
    analyse(store, ferry)
    assert store.pending(10, first=(ferry,)) == (harvest, bridge)


def test_a_newer_analysis_makes_what_an_older_one_did_pending_but_keeps_it(
    store: Store, three: tuple[int, ...]
) -> None:
    for number in three:
        analyse(store, number)
    assert store.pending(10) == ()
    store.set_analysis_version(2)
    assert set(store.pending(10)) == set(three)
    assert store.annotations(three[0]) is not None
    analyse(store, three[0], version=2)
    assert set(store.pending(10)) == set(three[1:])


def test_annotations_of_an_article_that_is_gone_are_dropped(store: Store, three: tuple[int, ...]) -> None:
    article = store.article(three[0])
    assert article is not None
    store.keep_only([])
    store.put_annotations(three[0], make_annotations(article.text, (Named("Lindholm", 5),)))
    assert store.annotations(three[0]) is None


def test_an_older_reader_neither_repeats_what_a_newer_one_did_nor_works_for_ever(
    store: Store, three: tuple[int, ...]
) -> None:
    store.set_analysis_version(2)
    analyse(store, three[0], version=2)
    store.set_analysis_version(1)
    assert three[0] not in store.pending(10)
    for number in three[1:]:
        analyse(store, number, version=1)
    assert store.pending(10) == ()
    store.set_analysis_version(2)
    assert set(store.pending(10)) == set(three[1:])
