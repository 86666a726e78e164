"""The events of an archive against those of one library: ``python -m tests.archive.grouping [ARTICLES] [SEED]``."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import process_time

from reader.analysis.annotate import ANALYSIS_VERSION
from reader.analysis.tagger import RawSpan
from reader.archive.events import events_of_archive
from reader.pipeline.analysing import annotate_alone
from reader.pipeline.grouping import group
from reader.shards.files import write_shard
from reader.shards.rows import Row, fill
from reader.store.store import Store
from tests.bench.big_library import vocabulary
from tests.store.making import ADDED_AT, make_article

SHARD = 500
WEEKS = 40
OUTLETS = ("Azorean Mail", "Tagus Chronicle", "Northgate Press", "Courier", "Ledger")


class NoNames:
    """A tagger that finds nothing: names say nothing about events."""

    def tag(self, texts: Sequence[str]) -> Iterator[tuple[RawSpan, ...]]:
        for _ in texts:
            yield ()


def rows(count: int, seed: int) -> Iterator[Row]:
    """So many invented articles: events of one to six over some months, one article in ten without a day."""
    rng = Random(seed)  # noqa: S311 words, no secrets
    words = vocabulary(rng, 8000)
    number = 0
    while number < count:
        day = date(2024, 1, 1) + timedelta(rng.randrange(7 * WEEKS))
        own = rng.sample(words, 40)
        for _ in range(min(rng.randint(1, 6), count - number)):
            number += 1
            text = [*rng.sample(own, rng.randint(12, 30)), *rng.choices(words, k=20)]
            rng.shuffle(text)
            paragraphs = (" ".join(rng.sample(own, 6)).capitalize(), f"{' '.join(text).capitalize()} {number}.")
            published = None if rng.random() < 0.1 else (day + timedelta(rng.choice((0, 0, 1, 2, 5)))).isoformat()
            article = make_article(paragraphs, f"/news/{number}.txt", outlet=rng.choice(OUTLETS), published=published)
            annotations = annotate_alone(article, NoNames()).annotations
            row = Row(article.origin, article.origin, len(article.text), 1, analysis=ANALYSIS_VERSION)
            yield fill(row, article, annotations, article.text.encode())


def same(count: int, seed: int, place: Path) -> tuple[int, str]:
    """How many events of several articles an archive has, all as in one library, and what both cost."""
    (place / "archive" / "shards").mkdir(parents=True)
    made = list(rows(count, seed))
    for start in range(0, count, SHARD):
        write_shard(place / "archive" / "shards" / f"00001-{start:06}.parquet", made[start : start + SHARD])
    started = process_time()
    found = {
        frozenset(article.origin for article in event.articles)
        for event in events_of_archive(place / "archive", "", lambda _: None)
    }
    sharded = process_time() - started
    started = process_time()
    expected = _of_a_library(made, place / "library.db")
    whole = process_time() - started
    assert found == expected, (len(found), len(expected), len(found ^ expected))
    return len(found), f"CPU: {sharded:.0f} s week by week, {whole:.0f} s in one library"


def _of_a_library(made: Sequence[Row], path: Path) -> set[frozenset[str]]:
    from reader.shards.rows import annotations_of_row, article_of_row

    with Store.open(path) as store:
        store.database.run("PRAGMA synchronous = OFF")
        with store.transaction():
            for row in made:
                outcome = store.put_article(
                    article_of_row(row), row.text.encode(), size=row.size, mtime_ns=1, added_at=ADDED_AT
                )
                if outcome.id is not None and outcome.reason is None:
                    store.put_annotations(outcome.id, annotations_of_row(row))
        ids = [row[0] for row in store.database.rows("SELECT id FROM article")]
        group(store, ids)
        events: dict[int, set[str]] = {}
        for origin, event in store.database.rows("SELECT origin, event_id FROM article"):
            events.setdefault(event, set()).add(origin)
        return {frozenset(origins) for origins in events.values() if len(origins) > 1}


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    articles, first = numbers + [20_000, 0][len(numbers) :]
    with tempfile.TemporaryDirectory() as folder:
        events, costs = same(articles, first, Path(folder))
    sys.stdout.write(f"{articles:,} articles, {events:,} events of several, the same as in one library; {costs}\n")
