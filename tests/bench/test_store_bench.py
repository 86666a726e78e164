"""What the library costs: CPU ratios inside one run, and the size of the file against the texts."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import process_time

import pytest

from reader.library import Library
from reader.models.annotations import Kind
from reader.models.article import Article
from reader.models.entities import Alias
from reader.store.store import Store
from tests.store.making import Named, analyse, make_article, put, put_id

pytestmark = pytest.mark.bench

SYLLABLES = ["ba", "ke", "lin", "dor", "mo", "ra", "ti", "su", "ven", "hal", "jo", "pe", "gri", "ost", "ner", "wa"]


def invented(number: int, seed: int = 5) -> list[Article]:
    """Articles of some 600 words each, their words as unevenly frequent as real ones (Zipf)."""
    rng = random.Random(seed)  # noqa: S311 (the same articles every time)
    words = ["".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 2, 3, 3, 4)))) for _ in range(20_000)]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    made = []
    for index in range(number):
        text = rng.choices(words, weights, k=600)
        paragraphs = tuple(" ".join(text[start : start + 50]).capitalize() + "." for start in range(0, 600, 50))
        day = f"2024-{index % 12 + 1:02}-{index % 28 + 1:02}T{index % 24:02}:{index % 60:02}"
        made.append(make_article((f"Report {index}", *paragraphs), f"/news/{index}.txt", published=day))
    return made


def cpu(work: Callable[[], object], times: int = 1) -> float:
    """CPU seconds of doing it so often, at best of three."""
    best = float("inf")
    for _ in range(3):
        start = process_time()
        for _ in range(times):
            work()
        best = min(best, process_time() - start)
    return best


def filled(path: Path, articles: list[Article]) -> Path:
    """A library of these articles, written in one transaction: only what is read from it is measured."""
    with Store.open(path) as store, store.transaction():
        for article in articles:
            put(store, article)
    return path


def test_the_first_page_of_a_long_list_costs_what_that_of_a_short_one_costs(tmp_path: Path) -> None:
    short = [make_article((f"Report {index}", "Nothing new."), f"/{index}.txt") for index in range(20_000)]
    small, large = filled(tmp_path / "small.db", short[:1000]), filled(tmp_path / "large.db", short)

    def first_page(path: Path) -> None:
        with closing(Library.open(path)) as library:
            library.counts()
            page = library.outline(limit=200)
            library.cards([article for entry in page[:50] for article in entry.articles])

    first_page(small)
    ratio = cpu(lambda: first_page(large), 20) / cpu(lambda: first_page(small), 20)
    print(f"first page, 20,000 articles against 1,000: {ratio:.2f}×")  # noqa: T201 (a figure for the record)
    assert ratio <= 1.5


def test_the_newest_articles_of_a_busy_entity_cost_what_those_of_a_rare_one_cost(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Store.open(path) as store, store.transaction():
        busy = store.add_entity("Lindholm", Kind.PLACE, [Alias("lindholm", "Lindholm", "same name")])
        rare = store.add_entity("Orsa", Kind.PLACE, [Alias("orsa", "Orsa", "same name")])
        for index in range(5000):
            place = "Orsa" if index % 100 == 0 else "Lindholm"
            number = put_id(store, make_article((f"Report {index}", f"{place}: nothing new."), f"/{index}.txt"))
            analyse(store, number, Named("Lindholm", busy.id, Kind.PLACE), Named("Orsa", rare.id, Kind.PLACE))
    with closing(Library.open(path)) as library:
        assert len(library.entity_articles(busy.id)) == len(library.entity_articles(rare.id)) == 50
        few = cpu(lambda: library.entity_articles(rare.id), 200)
        many = cpu(lambda: library.entity_articles(busy.id), 200)
    print(f"newest 50 of 4,950 mentions against newest 50 of 50: {many / few:.2f}×, {many / 200 * 1e6:.0f} µs")  # noqa: T201
    assert many <= 1.5 * few


def test_storing_takes_no_longer_in_a_full_library_and_the_file_stays_small(tmp_path: Path) -> None:
    articles = invented(1500)
    text = sum(len(article.text.encode()) for article in articles)
    path = tmp_path / "library.db"
    with Store.open(path) as store:
        start = process_time()
        for article in articles[:500]:
            put(store, article)
        first = process_time() - start
        for article in articles[500:1000]:
            put(store, article)
        start = process_time()
        for article in articles[1000:]:
            put(store, article)
        last = process_time() - start
        store.database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    size = path.stat().st_size / text
    print(f"stored {500 / last:.0f} articles per CPU second; last 500 against first 500: {last / first:.2f}×; "  # noqa: T201
          f"file {size:.2f}× the text")  # fmt: skip
    assert last <= 1.5 * first
    assert size <= 1.6


def test_storing_costs_at_most_twice_what_indexing_and_compressing_alone_cost(tmp_path: Path) -> None:
    """The yardstick for "400 articles per CPU second": full-text indexing and compression alone, without our tables."""
    import sqlite3
    import zlib

    articles = invented(300)
    bare = sqlite3.connect(tmp_path / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0)")
    bare.execute("CREATE TABLE body (id INTEGER PRIMARY KEY, text BLOB)")
    start = process_time()
    for index, article in enumerate(articles):
        bare.execute("BEGIN")
        bare.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (index, article.text))
        bare.execute("INSERT INTO body VALUES (?, ?)", (index, zlib.compress(article.text.encode())))
        bare.execute("COMMIT")
    least = process_time() - start
    bare.close()
    with Store.open(tmp_path / "library.db") as store:
        start = process_time()
        for article in articles:
            put(store, article)
        ours = process_time() - start
    print(f"storing against indexing and compressing alone: {ours / least:.2f}×")  # noqa: T201
    assert ours <= 2 * least
