"""Titles stand above the rows of a comparison, and are none themselves. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.models.comparison import Comparison, Reading, Row


def without_titles(comparison: Comparison, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without those that hold titles only, and without the titles of sources that say more in their row.

    A title in which something is at issue stays where it is.
    """
    titles = {head.article: head.title for head in comparison.heads if head.title is not None}

    def is_title(reading: Reading) -> bool:
        start, end = titles.get(reading.article, (0, 0))
        return start <= reading.start < end

    kept: list[Row] = []
    for row in rows:
        bodies = {reading.article for reading in row.readings if not is_title(reading)}
        if bodies:
            readings = tuple(
                each for each in row.readings if each.disputed or each.article not in bodies or not is_title(each)
            )
            kept.append(row if len(readings) == len(row.readings) else replace(row, readings=readings))
    return tuple(kept)
