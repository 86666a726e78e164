"""The marks beside the sentences of an article: what the other sources of its event do with them. Pure.

They are read off the rows of the stored comparison, so that a mark never says anything else than the row that it
opens.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from reader.models.comparison import Comparison, Row
from reader.models.signs import SERIOUSNESS, sign_of

Unit = tuple[int, int]


def signs_of(comparison: Comparison | None, article: int, units: Sequence[Unit]) -> dict[int, str]:
    """The sign of each sentence, by its index in ``units`` (ascending); sentences in no row have none."""
    signs: dict[int, str] = {}
    if comparison is None or len(comparison.articles) <= 1:
        return signs
    order = sorted(range(len(units)), key=lambda index: units[index])
    starts = [units[index][0] for index in order]
    for row in comparison.rows:
        sign = sign_of(row)
        for reading in row.readings:
            if reading.article != article:
                continue
            found = bisect_right(starts, reading.start) - 1
            if found < 0 or units[order[found]][1] <= reading.start:
                continue
            index = order[found]
            known = signs.get(index)
            if known is None or SERIOUSNESS.index(sign) < SERIOUSNESS.index(known):
                signs[index] = sign
    return signs


def row_at(comparison: Comparison, article: int, unit: Unit) -> Row | None:
    """The row that a sentence's sign comes from, the most serious of those that hold it; else the nearest one."""
    rows = [
        row
        for row in comparison.rows
        if any(reading.article == article and unit[0] <= reading.start < unit[1] for reading in row.readings)
    ]
    if rows:
        return min(rows, key=lambda row: SERIOUSNESS.index(sign_of(row)))
    near = [
        (abs(reading.start - unit[0]), number)
        for number, row in enumerate(comparison.rows)
        for reading in row.readings
        if reading.article == article
    ]
    return comparison.rows[min(near)[1]] if near else None


def new_in(
    comparison: Comparison | None, article: int, known: Collection[int], units: Sequence[Unit]
) -> tuple[int, ...]:
    """The sentences of an article that say what no article of those ``known`` says, by their index in ``units``."""
    if comparison is None:
        return ()
    starts = [
        reading.start
        for row in comparison.rows
        if not any(reading.article in known for reading in row.readings)
        for reading in row.readings
        if reading.article == article
    ]
    return tuple(index for index, (start, end) in enumerate(units) if any(start <= place < end for place in starts))


def differences(signs: dict[int, str]) -> tuple[int, ...]:
    """The sentences that "next difference" visits: what sources disagree in."""
    return tuple(sorted(index for index, sign in signs.items() if sign in "!?"))
