"""A comparison as a list to walk on: its rows in the order wanted, what only one source says folded into runs. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from reader.models.comparison import Comparison, Relation, Row, Topic
from reader.models.signs import SERIOUSNESS, sign_of

TOPIC_GLYPHS = {Topic.FIGURE: "#", Topic.DATE: "@", Topic.PLACE: "^", Topic.ROLE: "&", Topic.QUOTE: "”"}
"""The second mark of a row: what it is about. The first that holds is shown."""


class Listing(StrEnum):
    """Which rows are listed, and in which order; the value is what the screen says of it."""

    READING = ""
    SHARED = "only what sources share, those shared by most first"
    CONFLICTS = "conflicts first"
    SINGLE = "only what is not matched elsewhere"


@dataclass(frozen=True, slots=True)
class RowItem:
    """One row."""

    row: Row


@dataclass(frozen=True, slots=True)
class RunItem:
    """Rows in succession with sentences of the same one source only, folded into one line."""

    article: int
    rows: tuple[Row, ...]

    @property
    def sign(self) -> str:
        """The most serious sign of its rows: "◦" only if nothing in it has a possible match."""
        return min((sign_of(row) for row in self.rows), key=SERIOUSNESS.index)


Item = RowItem | RunItem


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows are shared by sources, differ, and stand in one source only; possible matches are in none."""

    shared: int
    differing: int
    single: int


def tally(comparison: Comparison) -> Tally:
    """The counts for the head of the screen; agreement comes first."""
    signs = [sign_of(row) for row in comparison.rows]
    return Tally(sum(sign in "=≈" for sign in signs), sum(sign in "!?" for sign in signs), signs.count("◦"))


def topic_glyph(row: Row) -> str:
    """The mark of what a row is about, or a blank."""
    return next((glyph for topic, glyph in TOPIC_GLYPHS.items() if topic in row.topics), " ")


def is_difference(row: Row) -> bool:
    """Whether the sources disagree in this row, surely or likely."""
    return sign_of(row) in "!?"


def dispute_order(sign: str) -> int:
    """Where a sign stands if conflicts come first: sure differences, likely ones, then all else alike."""
    return "!?".find(sign) % len("!? ")


def columns_of(comparison: Comparison, reference: int | None) -> tuple[int, ...]:
    """The articles as columns, the reference first."""
    if reference is None or reference == comparison.articles[0]:
        return comparison.articles
    return (reference, *(article for article in comparison.articles if article != reference))


def rows_in_order(comparison: Comparison, columns: Sequence[int]) -> tuple[Row, ...]:
    """The rows in reading order: the first column's, then every row after the one that precedes it in its source."""
    if tuple(columns) == comparison.articles:
        return comparison.rows
    places: dict[int, list[tuple[int, int]]] = {article: [] for article in columns}
    for index, row in enumerate(comparison.rows):
        for reading in row.readings:
            places.setdefault(reading.article, []).append((reading.start, index))
    followers: dict[int, list[int]] = {-1: []}
    placed: set[int] = set()
    for article, of_article in places.items():
        last = next(iter(followers[-1]), -1)
        for _, index in sorted(of_article):
            if index not in placed:
                placed.add(index)
                # The reference's own rows form one chain; what others have alone hangs on the row before it.
                followers.setdefault(-1 if article == columns[0] else last, []).append(index)
            last = index
    return tuple(comparison.rows[index] for index in _walk(followers))


def _walk(followers: dict[int, list[int]]) -> Iterator[int]:
    waiting = list(reversed(followers[-1]))
    while waiting:
        index = waiting.pop()
        yield index
        waiting.extend(reversed(followers.get(index, ())))


def items_of(rows: Sequence[Row], opened: frozenset[str], listing: Listing) -> tuple[Item, ...]:
    """What the screen lists.

    Args:
        rows: in reading order.
        opened: keys of rows whose run the person has unfolded.
        listing: which rows, in which order; what stands in one source only is unfolded where it alone is listed.
    """
    if listing is Listing.SINGLE:
        return tuple(RowItem(row) for row in rows if row.relation is Relation.SINGLE)
    if listing is Listing.SHARED:
        shared = [row for row in rows if len(_sources_of(row)) > 1]
        return tuple(RowItem(row) for row in sorted(shared, key=lambda row: -len(_sources_of(row))))
    if listing is Listing.CONFLICTS:
        rows = sorted(rows, key=lambda row: dispute_order(sign_of(row)))
    items: list[Item] = []
    for article, run in groupby(rows, key=_alone_in):
        several = tuple(run)
        if article is None or several[0].key in opened:
            items += [RowItem(row) for row in several]
        else:
            items.append(RunItem(article, several))
    return tuple(items)


def _alone_in(row: Row) -> int | None:
    """The one source whose sentences a row holds, or None if there are several or it is a difference."""
    return None if is_difference(row) else source_alone(row)


def source_alone(row: Row) -> int | None:
    """The one source whose sentences a row holds, or None if there are several."""
    sources = _sources_of(row)
    return sources.pop() if len(sources) == 1 else None


def _sources_of(row: Row) -> set[int]:
    return {reading.article for reading in row.readings}
