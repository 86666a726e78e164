"""Grouping must not slow down as a library grows: CPU time of the same work at two sizes, compared inside one run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
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

SMALL, LARGE, ADDED = 300, 1800, 40
FIRST_DAY = date(2024, 1, 1)
ARTICLES_A_DAY = 40

AN_ARTICLE = 1.4
"""What an article may cost in the large library, as a multiple of what it costs in the small one. Measured were 1.15 to
1.3, the more the busier the machine: the large one has more to read, which others push out of the cache."""

ONE_MORE = 1.5
"""The same for an article that comes alone. Most of what that costs is the same in any library: seven transactions."""


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


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Libraries of both sizes, with a few articles more, in which nothing is grouped."""
    paths = {size: tmp_path_factory.mktemp("bench") / f"{size}.db" for size in (SMALL, LARGE)}
    for size, path in paths.items():
        with closing(Store.open(path)) as store, store.transaction():
            for number, report in enumerate(reports(size + ADDED, 5), 1):
                store.put_article(as_article(report, number), b"", size=0, mtime_ns=0, added_at="2024-01-01T00:00:00")
    return paths


def costs(stored: Path, size: int, times: int) -> tuple[float, float]:
    """CPU seconds an article for grouping ``size`` at once, and for those that come one by one; the best of some."""
    found = []
    for _ in range(times):
        with closing(Store.open(Path(shutil.copy(stored, stored.with_suffix(".copy"))))) as store:
            start = process_time()
            group(store, range(1, size + 1))
            middle = process_time()
            for number in range(size + 1, size + ADDED + 1):
                group(store, [number])
            found.append(((middle - start) / size, (process_time() - middle) / ADDED))
    return min(one for one, _ in found), min(other for _, other in found)


def test_an_article_costs_as_much_in_a_large_library_as_in_a_small_one(stored: dict[int, Path]) -> None:
    small, large = costs(stored[SMALL], SMALL, 4), costs(stored[LARGE], LARGE, 2)
    assert large[0] <= AN_ARTICLE * small[0]
    assert large[1] <= ONE_MORE * small[1]
