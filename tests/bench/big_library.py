"""A large library made in seconds: rows as the store writes them, without cleaning, analysis or grouping.

``python -m tests.bench.big_library FILE [ARTICLES] [WORDS]``. The words of the texts are as unevenly frequent as real
ones (Zipf), and every article mentions a few of many names, which are as unevenly frequent.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from reader.models.annotations import Kind
from reader.store.articles import searched_text
from reader.store.codec import details_of, pack_details, pack_text
from reader.store.database import Database
from reader.store.entities import padded
from reader.store.store import Store
from tests.store.making import make_article

SYLLABLES = ["ba", "ke", "lin", "dor", "mo", "ra", "ti", "su", "ven", "hal", "jo", "pe", "gri", "ost", "ner", "wa",
             "the", "an", "er", "con", "s", "pro", "al", "de", "in"]  # fmt: skip
"""What words are made of; some begin many of them."""

VOCABULARY = 40_000
NAMES_EACH = 6
"""Different words in all texts; names that an article mentions."""


def make_library(path: Path, articles: int, words: int = 120, entities: int = 20_000) -> Path:
    """A library of so many articles of so many words each."""
    with Store.open(path) as store:
        store.database.run("PRAGMA synchronous = OFF")
        with store.transaction():
            names = _put_entities(store.database, entities)
            _put_articles(store.database, articles, words, names)
    return path


def vocabulary(rng: random.Random, size: int) -> list[str]:
    """So many different words, the short ones first."""
    found: dict[str, None] = {}
    while len(found) < size:
        longest = 2 if len(found) < 300 else 5
        found["".join(rng.choices(SYLLABLES, k=rng.randint(1, longest)))] = None
    return list(found)


def _put_entities(database: Database, number: int) -> list[str]:
    rng = random.Random(11)  # noqa: S311 (the same names every time)
    parts = [word.capitalize() for word in vocabulary(rng, max(100, number // 4))]
    names = [f"{rng.choice(parts)} {rng.choice(parts)}" for _ in range(number)]
    kinds = [kind.value for kind in (Kind.PERSON, Kind.ORG, Kind.PLACE)]
    database.run_many(
        "INSERT INTO entity(id, name, kind) VALUES (?, ?, ?)",
        ((index, name, kinds[index % 3]) for index, name in enumerate(names, 1)),
    )
    spellings = [(index, name.lower(), name) for index, name in enumerate(names, 1)]
    spellings += [(index, name.split()[1].lower(), name.split()[1]) for index, name in enumerate(names, 1)]
    database.run_many(
        "INSERT OR IGNORE INTO alias(entity_id, key, surface, reason) VALUES (?, ?, ?, 'same name')", spellings
    )
    held = database.rows("SELECT id, surface FROM alias")
    database.run_many(
        "INSERT INTO alias_trigram(rowid, folded) VALUES (?, ?)", ((row[0], padded(row[1])) for row in held)
    )
    return names


def _put_articles(database: Database, number: int, words: int, names: list[str]) -> None:
    rng = random.Random(5)  # noqa: S311 (the same articles every time)
    known = vocabulary(rng, VOCABULARY)
    weights = list(accumulate(1 / (rank + 1) for rank in range(VOCABULARY)))
    fame = list(accumulate(1 / (rank + 1) for rank in range(len(names))))
    mentions: dict[int, int] = {}
    for index in range(1, number + 1):
        text = rng.choices(known, cum_weights=weights, k=words)
        named = set(rng.choices(range(1, len(names) + 1), cum_weights=fame, k=NAMES_EACH)) if names else set()
        paragraphs = [" ".join(text[start : start + 40]).capitalize() + "." for start in range(0, words, 40)]
        paragraphs.append("Named were " + ", ".join(names[entity - 1] for entity in sorted(named)) + ".")
        day = f"{2015 + index % 9}-{index % 12 + 1:02}-{index % 28 + 1:02}T{index % 24:02}:{index % 60:02}:00"
        article = make_article((f"Report {index}", *paragraphs), f"/news/{index}.txt", published=day)
        details = pack_details(details_of(article))
        database.run(
            "INSERT INTO event(id, sort_at, title, size) VALUES (?, ?, ?, 1)", (index, day, paragraphs[0][:60])
        )
        database.run(
            """
            INSERT INTO article(id, sort_at, digest, title, title_status, outlet, published, published_status, words,
                                origin, event_id, added_at)
            VALUES (?, ?, ?, ?, 'stated', ?, ?, 'stated', ?, ?, ?, ?)
            """,
            (index, day, article.digest, f"Report {index}", "Lindholm Courier", day, words, article.origin, index, day),
        )
        database.run("INSERT INTO body VALUES (?, ?, ?)", (index, pack_text(article.text), details))
        database.run("INSERT INTO fulltext(rowid, text) VALUES (?, ?)", (index, searched_text(article.text, "Report")))
        database.run_many("INSERT INTO mention VALUES (?, ?, ?, 1)", _mentions(named, day, index))
        for entity in named:
            mentions[entity] = mentions.get(entity, 0) + 1
    database.run_many("UPDATE entity SET mentions = ? WHERE id = ?", ((n, entity) for entity, n in mentions.items()))


def _mentions(named: set[int], day: str, article: int) -> Iterator[tuple[int, str, int]]:
    return ((entity, day, article) for entity in sorted(named))


if __name__ == "__main__":
    make_library(Path(sys.argv[1]), *map(int, sys.argv[2:]))
