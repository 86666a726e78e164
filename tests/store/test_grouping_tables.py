from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store.grouping import GroupingTables, StoredEdge, StoredTerms
from reader.store.store import Store
from tests.analysis.events.reports import Report, as_article

WHOLE = {"depth": 300, "limit": 50}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library.db") as store:
        for number in range(1, 7):
            article = as_article(Report("any", "", "", f"Text number {number}."), number)
            store.put_article(article, b"", size=0, mtime_ns=0, added_at="2025-01-01T00:00:00")
        yield store


@pytest.fixture
def tables(store: Store) -> GroupingTables:
    return GroupingTables(store.database)


def test_candidates_share_keys_within_the_weeks_and_undated_ones_always(tables: GroupingTables) -> None:
    tables.put_keys(1, 100, [10, 12, 14])
    tables.put_keys(2, 101, [10, 12, 16])
    tables.put_keys(3, 120, [10, 12, 14])
    tables.put_keys(4, None, [12, 14])
    tables.put_keys(5, 100, [10, 18])
    keys = [(10, 1.0), (12, 2.0), (14, 4.0)]
    assert tables.candidates(keys, (99, 101), **WHOLE) == (1, 4, 2, 5)
    assert tables.candidates(keys, None, **WHOLE) == (3, 1, 4, 2, 5)
    assert tables.candidates([], None, **WHOLE) == ()


def test_candidates_are_limited_to_the_best_and_postings_to_the_newest(tables: GroupingTables) -> None:
    for number in range(1, 6):
        tables.put_keys(number, 100, [10, 12])
    keys = [(10, 1.0), (12, 1.0)]
    assert tables.candidates(keys, None, depth=300, limit=2) == (5, 4)
    assert tables.candidates(keys, None, depth=1, limit=9) == (5,)


def terms(article: int, day: int | None, packed: bytes) -> StoredTerms:
    return StoredTerms(article, day, "the post", frozenset({738_000, 738_002}), ("ferry fire", "ferry"), packed)


def test_new_terms_take_the_old_keys_and_edges_with_them(tables: GroupingTables) -> None:
    tables.put_terms([terms(1, 738000, b"one"), terms(2, None, b"two")])
    tables.put_keys(1, 100, [10])
    tables.put_edges([StoredEdge(1, 2, 0.5, 0.4), StoredEdge(2, 3, 0.25, 0.25)])
    tables.mark_linked([1, 2])
    tables.put_terms([terms(1, None, b"anew")])
    assert tables.edges([1, 2, 3]) == [StoredEdge(2, 3, 0.25, 0.25)]
    assert tables.candidates([(10, 1.0)], None, depth=9, limit=9) == ()
    assert tables.unlinked() == (1,)
    assert tables.terms([1, 2, 3]) == {1: terms(1, None, b"anew"), 2: terms(2, None, b"two")}


def test_an_article_that_goes_leaves_nothing_behind(store: Store, tables: GroupingTables) -> None:
    tables.put_terms([terms(1, 738000, b"one"), terms(2, None, b"two")])
    tables.put_keys(1, 100, [10])
    tables.put_edges([StoredEdge(1, 2, 0.5, 0.5)])
    store.database.run("DELETE FROM article WHERE id = 1")
    assert tables.terms([1, 2]).keys() == {2}
    assert tables.edges([1, 2]) == []
    assert tables.candidates([(10, 1.0)], None, depth=9, limit=9) == ()
