"""A comparison as a list to walk on: its rows in the order wanted, what only one source says folded into runs. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from reader.models.comparison import Comparison, Confidence, Difference, Relation, Row, Topic
from reader.models.dismissals import Disputes, row_differences
from reader.models.signs import SERIOUSNESS, sign_of
from reader.models.titles import without_titles

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


class SectionKind(StrEnum):
    """What the rows of a section have in common: who says them."""

    ALL = "all"
    SEVERAL = "several"
    POSSIBLE = "possible"
    ALONE = "alone"


SECTION_SIGNS = {SectionKind.ALL: "=", SectionKind.SEVERAL: "≈", SectionKind.POSSIBLE: "~", SectionKind.ALONE: "◦"}


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of the overview that fold into one line; ``article`` where it alone says them."""

    kind: SectionKind
    rows: tuple[Row, ...]
    article: int | None = None

    @property
    def key(self) -> str:
        """Its name among the blocks."""
        return f"section {self.kind} {self.article or ''}".rstrip()

    def title(self, sources: int, name: str) -> str:
        """What stands behind its number."""
        if self.kind is SectionKind.ALL:
            return "both say" if sources == 2 else "all say"
        return {SectionKind.SEVERAL: "several say", SectionKind.POSSIBLE: "possibly matched"}.get(
            self.kind, f"only {name}"
        )


def sections_of(comparison: Comparison, rows: Sequence[Row]) -> tuple[Section, ...]:
    """The rows by who says them, in the order of the overview; titles and what a difference shows are in none."""
    found: dict[tuple[SectionKind, int | None], list[Row]] = {}
    disputes = Disputes.of(comparison)
    for row in without_titles(comparison, rows):
        if not (is_difference(row) and row_differences(disputes, row)):
            found.setdefault(_section_of(row, len(comparison.articles)), []).append(row)
    order = {article: place for place, article in enumerate(comparison.articles)}
    kinds = list(SectionKind)
    keys = sorted(found, key=lambda key: (kinds.index(key[0]), order.get(key[1], -1) if key[1] is not None else -1))
    return tuple(Section(kind, tuple(found[kind, article]), article) for kind, article in keys)


def _section_of(row: Row, sources: int) -> tuple[SectionKind, int | None]:
    said = _sources_of(row)
    if len(said) > 1:
        return (SectionKind.ALL if len(said) == sources else SectionKind.SEVERAL), None
    if row.relation is Relation.POSSIBLE:
        return SectionKind.POSSIBLE, None
    return SectionKind.ALONE, next(iter(said))


def place_of_row(comparison: Comparison, row: Row) -> tuple[str, str]:
    """Where the overview shows a row: the key of its difference, or its own key and that of its section."""
    differences = row_differences(Disputes.of(comparison), row)
    if is_difference(row) and differences:
        return differences[0].key, MORE
    for section in sections_of(comparison, comparison.rows):
        if any(each.key == row.key for each in section.rows):
            return row.key, section.key
    return "heads.titles", ""


MORE = "more differences"
"""Key of the line of the overview that stands for the differences beyond the first few."""


def standing(comparison: Comparison) -> tuple[Difference, ...]:
    """The differences that are not set aside, sure ones first: the list's, the header's and those that ``]`` visits."""
    found = [each for each in comparison.differences if not each.dismissed]
    return tuple(sorted(found, key=lambda each: each.confidence is not Confidence.SURE))


def told_counts(comparison: Comparison) -> str:
    """How much differs and how much is shared, for the head of the screen."""
    differing = [each.confidence is Confidence.SURE for each in standing(comparison)]
    sure, likely = sum(differing), len(differing) - sum(differing)
    sizes = {section.kind: len(section.rows) for section in sections_of(comparison, comparison.rows)}
    told = []
    if sure:
        told.append(f"! {sure} differ{'s' * (sure == 1)}")
    if likely:
        told.append(f"? {likely} may differ")
    if not differing:
        told.append("no conflict found")
    told.append(f"= {sizes.get(SectionKind.ALL, 0)} by {'both' if len(comparison.articles) == 2 else 'all'}")
    if len(comparison.articles) > 2:
        told.append(f"≈ {sizes.get(SectionKind.SEVERAL, 0)} by several")
    return "  ".join(told)


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


def items_of(
    rows: Sequence[Row], opened: frozenset[str], listing: Listing, article: int | None = None
) -> tuple[Item, ...]:
    """What the screen lists.

    Args:
        rows: in reading order.
        opened: keys of rows whose run the person has unfolded.
        listing: which rows, in which order; what stands in one source only is unfolded where it alone is listed.
        article: the source whose own rows are listed, where they alone are.
    """
    if listing is Listing.SINGLE:
        return tuple(
            RowItem(row) for row in rows if row.relation is Relation.SINGLE and row.readings[0].article == article
        )
    if listing is Listing.SHARED:
        shared = [row for row in rows if len(_sources_of(row)) > 1]
        return tuple(RowItem(row) for row in sorted(shared, key=lambda row: -len(_sources_of(row))))
    if listing is Listing.CONFLICTS:
        rows = sorted(rows, key=lambda row: dispute_order(sign_of(row)))
    items: list[Item] = []
    for alone, run in groupby(rows, key=_alone_in):
        several = tuple(run)
        if alone is None or several[0].key in opened:
            items += [RowItem(row) for row in several]
        else:
            items.append(RunItem(alone, several))
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
