"""What is stored is what was read; revisions, duplicates and dates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.models.article import UNKNOWN, Status
from reader.models.listing import AddStatus
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, HARVEST, analyse, make_article, put, put_id, stated


def test_an_article_comes_back_as_it_was_with_its_bytes_and_an_id(store: Store) -> None:
    article = make_article()
    raw = article.text.replace("“", '"').encode("cp1250", "replace")
    outcome = put(store, article, raw=raw)
    assert outcome.status is AddStatus.ADDED
    assert outcome.id is not None
    assert store.article(outcome.id) == replace(article, id=outcome.id)
    assert store.raw(outcome.id) == raw
    assert store.article(outcome.id + 1) is None


@settings(max_examples=20)
@given(st.text(max_size=300), st.binary(max_size=200))
def test_any_text_and_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, text: str, raw: bytes) -> None:
    with Store.open(tmp_path_factory.mktemp("any") / "library.db") as store:
        article = replace(make_article((text,)), title=UNKNOWN)
        number = put(store, article, raw=raw).id
        assert number is not None
        assert store.article(number) == replace(article, id=number)
        assert store.raw(number) == raw
        assert store.integrity_problems([number]) == ()


def test_an_article_is_there_for_others_as_soon_as_it_is_acknowledged(store: Store, library_path: Path) -> None:
    number = put_id(store, make_article())
    with Store.open(library_path) as other:
        assert other.article(number) is not None


def test_an_origin_is_known_by_its_bytes(store: Store) -> None:
    assert store.known("/news/bridge.txt") is None
    article = make_article()
    number = put_id(store, article)
    known = store.known("/news/bridge.txt")
    assert known is not None
    assert (known.article, known.size, known.mtime_ns) == (number, len(article.text.encode()), 7)
    assert not known.duplicate


def test_reading_the_same_again_changes_nothing(store: Store) -> None:
    first = put(store, make_article())
    store.set_analysis_version(1)
    assert first.id is not None
    analyse(store, first.id)
    again = put(store, make_article(), raw=b"other bytes, same text")
    assert (again.status, again.id) == (AddStatus.UNCHANGED, first.id)
    assert store.raw(first.id) == b"other bytes, same text"
    assert store.pending(10) == ()


def test_a_text_from_a_second_origin_is_skipped_and_says_why(store: Store) -> None:
    first = put(store, make_article())
    copy = put(store, make_article(origin="/copies/bridge.txt"))
    assert (copy.status, copy.id) == (AddStatus.SKIPPED, first.id)
    assert copy.reason is not None
    assert "/news/bridge.txt" in copy.reason
    known = store.known("/copies/bridge.txt")
    assert known is not None
    assert known.duplicate


def test_a_revised_article_keeps_its_id_and_its_earlier_text(store: Store) -> None:
    number = put_id(store, make_article())
    analyse(store, number)
    revised = make_article((*BRIDGE, "The barge has since been towed away."))
    outcome = put(store, revised)
    assert (outcome.status, outcome.id) == (AddStatus.UPDATED, number)
    assert store.article(number) == replace(revised, id=number)
    assert store.annotations(number) is None, "what was found points into a text that is gone"
    assert store.pending(10) == (number,)
    earlier = store.database.rows("SELECT digest FROM revision WHERE article_id = ?", (number,))
    assert [row[0] for row in earlier] == [make_article().digest]


def test_when_an_article_is_revised_its_former_copies_are_articles_of_their_own_again(store: Store) -> None:
    number = put_id(store, make_article())
    put(store, make_article(origin="/copies/bridge.txt"))
    put(store, make_article((*BRIDGE, "More.")))
    assert store.known("/copies/bridge.txt") is None
    copy = put(store, make_article(origin="/copies/bridge.txt"))
    assert copy.status is AddStatus.ADDED
    assert copy.id != number


def test_better_understood_metadata_update_an_article_without_a_revision(store: Store) -> None:
    number = put_id(store, make_article(outlet=None))
    outcome = put(store, make_article(outlet="Lindholm Courier"))
    assert (outcome.status, outcome.id) == (AddStatus.UPDATED, number)
    assert store.database.number("SELECT count(*) FROM revision") == 0


def test_the_full_text_index_follows_a_revision(store: Store) -> None:
    number = put_id(store, make_article())
    put(store, make_article(HARVEST))
    for word, hits in (("barge", []), ("wheat", [number])):
        rows = store.database.rows("SELECT rowid FROM fulltext WHERE fulltext MATCH ?", (word,))
        assert [row[0] for row in rows] == hits


def test_an_inferred_date_moves_an_article_and_is_kept_when_it_is_read_again(store: Store) -> None:
    number = put_id(store, make_article(published=None))
    store.infer_published(number, "2024-05-14", "date of the event")
    article = store.article(number)
    assert article is not None
    assert (article.published.value, article.published.status) == ("2024-05-14", Status.INFERRED)
    assert _sort_at(store, number) == "2024-05-14T00:00:00"
    assert put(store, make_article(published=None)).status is AddStatus.UNCHANGED
    assert _sort_at(store, number) == "2024-05-14T00:00:00"


def test_a_stated_date_is_never_replaced_by_an_inferred_one(store: Store) -> None:
    number = put_id(store, make_article())
    store.infer_published(number, "2020-01-01", "date of the event")
    article = store.article(number)
    assert article is not None
    assert article.published == stated("2024-05-14", "published line")


@pytest.mark.parametrize(
    ("published", "sort_at"),
    [
        ("2024-05-14", "2024-05-14T00:00:00"),
        ("2024-05-14T15:05", "2024-05-14T15:05:00"),
        ("2024-05-14T01:30:00+04:00", "2024-05-13T21:30:00"),
        ("2024-05", "2024-05-01T00:00:00"),
        ("2024", "2024-01-01T00:00:00"),
        ("yesterday", "2024-06-01T08:00:00"),
        (None, "2024-06-01T08:00:00"),
    ],
)
def test_lists_are_ordered_by_the_date_published_else_added(store: Store, published: str | None, sort_at: str) -> None:
    assert _sort_at(store, put_id(store, make_article(published=published))) == sort_at


def test_articles_whose_files_are_gone_are_removed_and_copies_take_over(store: Store) -> None:
    bridge = put_id(store, make_article())
    put(store, make_article(origin="/copies/bridge.txt"))
    ferry = put_id(store, make_article(FERRY, "/news/ferry.txt"))
    removed = store.keep_only(["/copies/bridge.txt"])
    assert removed == (ferry,)
    assert store.article(ferry) is None
    article = store.article(bridge)
    assert article is not None
    assert article.origin == "/copies/bridge.txt"


def test_a_path_that_is_no_valid_text_can_be_stored_found_and_kept(store: Store) -> None:
    origin = "/news/caf\udce9.txt"
    number = put_id(store, make_article(origin=origin))
    known = store.known(origin)
    assert known is not None
    assert known.article == number
    assert store.keep_only([origin]) == ()


def _sort_at(store: Store, number: int) -> str:
    row = store.database.row("SELECT sort_at FROM article WHERE id = ?", (number,))
    assert row is not None
    return str(row[0])
