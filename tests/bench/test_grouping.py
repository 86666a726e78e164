"""Grouping must not slow down as a library grows: CPU time of the same work at two sizes, compared inside one run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from time import process_time

import pytest

from reader.pipeline.grouping import group
from reader.store.store import Store
from tests.analysis.events.reports import Report, as_article

pytestmark = pytest.mark.bench

SMALL, LARGE, ADDED = 400, 4000, 60
FIRST_DAY = date(2024, 1, 1)
ARTICLES_A_DAY = 40


def reports(count: int, seed: int) -> Iterator[Report]:
    """Made-up reports in the shape of news: words by Zipf's law, two in three on an event of several sources."""
    rng = Random(seed)  # noqa: S311 made-up words, no secrets
    syllables = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]
    words = list(dict.fromkeys("".join(rng.choices(syllables, k=rng.choice((2, 3, 4)))) for _ in range(30_000)))
    shares = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    made = 0
    while made < count:
        topic = rng.choices(words[300:], k=25)
        for _ in range(rng.choice((1, 1, 2, 3, 4))):
            day = FIRST_DAY + timedelta(days=made // ARTICLES_A_DAY)
            text = rng.choices(words, cum_weights=shares, k=150) + rng.choices(topic, k=60)
            rng.shuffle(text)
            yield Report(f"event-{made}", day.isoformat(), " ".join(rng.choices(topic, k=7)), " ".join(text))
            made += 1


def cpu_of_adding(path: Path, size: int) -> float:
    """CPU seconds for grouping some articles that come one by one into a library of ``size`` articles."""
    store = Store.open(path)
    articles = [as_article(report, number) for number, report in enumerate(reports(size + ADDED, 5), 1)]
    ids: list[int] = []
    with store.transaction():
        for article in articles:
            outcome = store.put_article(article, b"", size=0, mtime_ns=0, added_at="2024-01-01T00:00:00")
            assert outcome.id is not None
            ids.append(outcome.id)
    group(store, ids[:size])
    start = process_time()
    for number in ids[size : size + ADDED]:
        group(store, [number])
    spent = process_time() - start
    store.close()
    return spent


def test_adding_at_ten_times_the_size_costs_at_most_three_times_as_much(tmp_path: Path) -> None:
    assert cpu_of_adding(tmp_path / "large.db", LARGE) <= 3 * cpu_of_adding(tmp_path / "small.db", SMALL)
