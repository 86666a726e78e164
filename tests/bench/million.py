"""What a library of a million articles costs more than one of a hundred thousand, in CPU.

``python -m tests.bench.million [FOLDER] [ARTICLES] [TIMES]``: libraries of so many articles and ten times as many are
made in the folder if they are not there, and asked the same questions.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import process_time

from reader.library import Library
from reader.store.store import Store
from tests.bench.big_library import make_library
from tests.store.making import make_article, put

TIMES = 10
"""How much more the larger library has."""

WORDS = 60


def measure(path: Path, repeats: int) -> dict[str, float]:
    """Milliseconds of CPU of each thing that is done with a library; the least of some repeats."""
    with closing(Library.open(path)) as books:
        size = books.list_size()
        names = [hit.name for hit in books.find_entities("", 40)]
        found = {
            "opens": _least(lambda _: _opened(path), repeats),
            "lists the newest": _least(lambda _: books.outline(limit=50), repeats),
            "lists from the middle": _least(lambda _: books.window(size // 2, 50, size), repeats),
            "finds a name": _least(lambda turn: books.find_entities(names[turn][:-1], 20, 50), repeats),
            "finds a name with a typo": _least(lambda turn: books.find_entities(f"{names[turn]}x", 20, 50), repeats),
            "finds words": _least(lambda turn: books.search(names[turn], 50), repeats),
            "filters": _least(lambda turn: books.outline(f'entity:"{names[turn]}"', limit=50), repeats),
        }
    with Store.open(path) as store:
        serial = store.database.number("SELECT max(id) FROM article")
        found["adds"] = _least(lambda turn: _added(store, serial + turn), repeats)
    return found


def _opened(path: Path) -> None:
    with closing(Library.open(path)) as books:
        books.counts()
        entries = books.outline(limit=50)
        books.cards([article for entry in entries for article in entry.articles])


def _added(store: Store, serial: int) -> None:
    put(
        store,
        make_article((f"Report {serial}", f"Something new was seen {serial} times in Lindholm."), f"/new/{serial}"),
    )


def _least(work: Callable[[int], object], repeats: int) -> float:
    spent = []
    for turn in range(repeats):
        started = process_time()
        work(turn)
        spent.append(process_time() - started)
    return 1000 * min(spent)


def main(folder: Path, articles: int, repeats: int) -> None:
    """Make the two libraries and say what they cost."""
    costs = []
    for count in (articles, TIMES * articles):
        path = folder / f"{count}.db"
        if not path.exists():
            make_library(path, count, WORDS)
        costs.append(measure(path, repeats))
        sys.stdout.write(f"{count:,} articles, {path.stat().st_size / 1e6:,.0f} MB\n")
        sys.stdout.flush()
    for name, small in costs[0].items():
        large = costs[1][name]
        sys.stdout.write(f"{name:<26} {small:8.2f} ms {large:8.2f} ms  {large / max(small, 0.01):5.2f} times\n")


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary), *(sizes + [100_000, 12][len(sizes) :]))
