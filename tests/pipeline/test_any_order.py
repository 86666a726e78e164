"""The same articles come to the same events, in whatever order and in however many additions they come."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.analysis.annotate import annotate_article
from reader.models.annotations import Annotations
from reader.models.article import Article
from reader.pipeline.grouping import group
from reader.store.store import Store
from tests.analysis.events.family_files import read_families
from tests.analysis.events.reports import REPORTS, Report, as_article

ORDERS = int(os.environ.get("READER_ORDERS", "10"))
"""Each takes most of a second; READER_ORDERS=50 tries as many as an issue promised."""

ARTICLES = 200

Events = frozenset[frozenset[str]]
Found = tuple[Article, Annotations]


def some_reports() -> list[Report]:
    """Reports of every kind, dated and not, and copies of them: events that pull at each other from all sides."""
    rng = Random(7)  # noqa: S311 a choice, no secret
    reports = [*REPORTS, *(report for family in read_families() for report in family.reports)]
    while len(reports) < ARTICLES:
        one, other = rng.choice(reports), rng.choice(reports)
        mixed = f"{one.text}\n{other.text}" if rng.random() < 0.5 else f"{one.text} Agency {len(reports)}."
        day = rng.choice((one.day, other.day, ""))
        reports.append(Report("mixed", day, one.headline, mixed, rng.choice((one.outlet, other.outlet, ""))))
    return reports[:ARTICLES]


@pytest.fixture(scope="module")
def articles() -> list[Found]:
    found = [as_article(report, number) for number, report in enumerate(some_reports(), 1)]
    return [(article, annotate_article(article, ())) for article in found]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library.db") as store:
        yield store


def add(store: Store, articles: Sequence[Found]) -> None:
    ids = []
    with store.transaction():
        for article, annotations in articles:
            text = replace(article, id=0)
            outcome = store.put_article(text, b"", size=0, mtime_ns=0, added_at="2025-01-01T00:00:00")
            assert outcome.id is not None
            store.put_annotations(outcome.id, annotations)
            ids.append(outcome.id)
    group(store, ids)


def events(store: Store) -> Events:
    """The events as sets of origins."""
    found: dict[int, set[str]] = defaultdict(set)
    for event, origin in store.database.rows("SELECT event_id, origin FROM article"):
        found[event].add(origin)
    return frozenset(frozenset(members) for members in found.values())


def test_any_order_and_any_batches_come_to_one_result(store: Store, articles: list[Found]) -> None:
    rng = Random(3)  # noqa: S311 an order, no secret
    add(store, articles)
    at_once = events(store)
    assert sum(len(members) > 1 for members in at_once) > 30
    for _ in range(ORDERS):
        store.keep_only(())
        left = rng.sample(articles, len(articles))
        while left:
            size = rng.choice((1, 4, 4, 30, 120))
            add(store, left[:size])
            left = left[size:]
        assert events(store) == at_once
