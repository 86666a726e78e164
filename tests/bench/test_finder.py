"""What a letter typed in the finder costs: hardly more in a large library than in a small one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from time import process_time

import pytest

from reader.library import Library
from tests.bench.big_library import make_library

pytestmark = pytest.mark.bench

TYPED = ("the", "thest", "cons", "proin", "alde", "bakelin", "kelinx")
"""Words and names, frequent and rare, typed letter by letter."""


def letter(path: Path) -> float:
    """CPU seconds of a letter at the 95th percentile: names from the first, text from the third."""
    with closing(Library.open(path)) as library:
        costs = []
        for typed in TYPED:
            for end in range(1, len(typed) + 1):
                start = process_time()
                library.find_entities(typed[:end], 6, articles=0)
                if end >= 3:
                    library.search(typed[:end], 30)
                costs.append(process_time() - start)
    return sorted(costs)[int(0.95 * len(costs))]


def test_a_letter_in_a_library_of_four_times_the_size_costs_no_twice_as_much(tmp_path: Path) -> None:
    small = make_library(tmp_path / "small.db", 1500, 80, 5000)
    large = make_library(tmp_path / "large.db", 6000, 80, 20_000)
    letter(small)
    few, many = (min(letter(path) for _ in range(3)) for path in (small, large))
    print(f"a letter, 6,000 articles against 1,500: {many / few:.2f}×, {many * 1000:.1f} ms")  # noqa: T201 (for the record)
    assert many <= 2 * few
