"""A comparison laid out in lines: side by side, or stacked. Pure; every line is a few placed pieces of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.models.comparison import Reading, Row
from reader.ui.comparison_items import Item, RowItem, RunItem, is_difference, topic_glyph
from reader.ui.gutter import sign_of
from reader.ui.layout import fit, wrap

GUTTER = 5
"""Cells left of the text: cursor bar, two marks, blanks."""

RULE = " │ "
COLUMN_CELLS = 34
"""Cells that a column needs (UI.md): below, a sentence becomes a tower of words."""

SIDE_BY_SIDE_CELLS = 100
"""Width below which rows are stacked (UI.md)."""

MEASURE = 84
"""Cells of a line of full-width text at most."""

LABEL_CELLS = 20
"""Cells of the names of the sources in the stacked form."""

GAP = "·"

REPEATED = 0.9
"""Share of words from which a source's second sentence in a row is a repetition (a standfirst of its paragraph)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text on a line: ``source[start:end]`` at the cell ``x``.

    Attributes:
        style: name of its style.
        reading: the reading it is part of, whose differing and disputed stretches are marked.
        column: index of the column it stands in.
    """

    x: int
    source: str
    start: int
    end: int
    style: str
    reading: Reading | None = None
    column: int = -1


@dataclass(frozen=True, slots=True)
class Source:
    """One source as the screen shows it: its name and its text as it is painted."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Which sources stand side by side, and where.

    Attributes:
        shown: (index of the column, its first cell) of the visible ones.
        width: cells of each.
    """

    shown: tuple[tuple[int, int], ...]
    width: int


def columns_that_fit(width: int, count: int) -> int:
    """How many columns stand side by side; fewer than two means that rows are stacked."""
    return min(count, (width - 7) // COLUMN_CELLS) if width >= SIDE_BY_SIDE_CELLS else 1


def place_columns(width: int, count: int, first: int) -> Columns:
    """The reference and a window of the other columns, of which the first shown is ``first`` (1 or more)."""
    several = columns_that_fit(width, count)
    cells = (width - GUTTER - 1 - len(RULE) * (several - 1)) // several
    indexes = [0, *range(first, first + several - 1)]
    return Columns(tuple((index, GUTTER + place * (cells + len(RULE))) for place, index in enumerate(indexes)), cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of all items.

    Attributes:
        lines: the pieces of each line, from left to right.
        items_on: the item each line belongs to.
        lines_of: the first and the last line of each item.
    """

    lines: tuple[tuple[Piece, ...], ...]
    items_on: tuple[int, ...]
    lines_of: tuple[tuple[int, int], ...]


def lay_out(
    items: Sequence[Item], order: Sequence[int], sources: Mapping[int, Source], width: int, columns: Columns | None
) -> Grid:
    """The grid of the items.

    Args:
        items: rows and runs, in the order of display.
        order: the articles as columns, the reference first.
        sources: their names and texts, by article.
        width: cells of a line.
        columns: where the columns stand; None for the stacked form.
    """
    lines: list[tuple[Piece, ...]] = []
    items_on: list[int] = []
    lines_of: list[tuple[int, int]] = []
    place_of = {article: index for index, article in enumerate(order)}
    for number, item in enumerate(items):
        if number:
            lines.append(())
            items_on.append(number)
        first = len(lines)
        if isinstance(item, RunItem):
            lines += _run(item, sources, place_of, width)
        elif columns is None or not _shows_enough(item.row, order, columns):
            lines += _stacked(item, sources, place_of, width)
        else:
            lines += _side_by_side(item, order, sources, columns)
        items_on += [number] * (len(lines) - first)
        lines_of.append((first, len(lines) - 1))
    return Grid(tuple(lines), tuple(items_on), tuple(lines_of))


def _shows_enough(row: Row, order: Sequence[int], columns: Columns) -> bool:
    """Whether the visible columns show what a row is about: two of its sources, and all that disagree.

    Any other row is stacked, so that a screen with many sources is not full of gaps, nor a disagreement half hidden.
    """
    sources = {reading.article for reading in row.readings}
    visible = sources & {order[index] for index, _ in columns.shown}
    return len(visible) > 1 and (visible == sources or not is_difference(row))


def _marks(sign: str, glyph: str) -> tuple[Piece, ...]:
    style = "sign-loud" if sign in "!?" else "sign"
    return Piece(1, sign, 0, 1, style), Piece(2, glyph, 0, 1, "sign")


def _literal(x: int, text: str, style: str, column: int = -1) -> Piece:
    return Piece(x, text, 0, len(text), style, None, column)


def _run(
    item: RunItem, sources: Mapping[int, Source], place_of: Mapping[int, int], width: int
) -> list[tuple[Piece, ...]]:
    """One line: the source, the beginning of what it alone says, and how much more there is."""
    source, first = sources[item.article], item.rows[0].readings[0]
    more = f"  + {len(item.rows) - 1} more" if len(item.rows) > 1 else ""
    name = fit(source.name, LABEL_CELLS)
    column = place_of[item.article]
    free = min(width - GUTTER - 1, MEASURE + LABEL_CELLS) - cell_len(name) - 2 - cell_len(more)
    words = fit(source.text[first.start : first.end], max(0, free))
    x = GUTTER
    pieces = [*_marks(item.sign, " "), _literal(x, name, "name", column)]
    x += cell_len(name) + 2
    pieces += [_literal(x, words, "run", column), _literal(x + cell_len(words), more, "muted", column)]
    return [tuple(pieces)]


def _stacked(
    item: RowItem, sources: Mapping[int, Source], place_of: Mapping[int, int], width: int
) -> list[tuple[Piece, ...]]:
    """The readings below each other, each with the name of its source at the left."""
    label = min(LABEL_CELLS, max(8, width // 5))
    x = GUTTER + label + 1
    measure = max(1, min(MEASURE, width - x - 1))
    lines: list[tuple[Piece, ...]] = []
    named = None
    for reading in item.row.readings:
        source, column = sources[reading.article], place_of[reading.article]
        for start, end in _rows(source.text, reading, item.row, measure):
            pieces = [Piece(x, source.text, start, end, "text", reading, column)]
            if named != column:
                pieces.insert(0, _literal(GUTTER, fit(source.name, label), "name", column))
                named = column
            lines.append(tuple(pieces))
    return _marked(item, lines)


def _side_by_side(
    item: RowItem, order: Sequence[int], sources: Mapping[int, Source], columns: Columns
) -> list[tuple[Piece, ...]]:
    """The readings in their columns, all cells as high as the highest."""
    cells: list[list[Piece]] = []
    for index, x in columns.shown:
        article = order[index]
        text = sources[article].text
        cell = [
            Piece(x, text, start, end, "text", reading, index)
            for reading in item.row.readings
            if reading.article == article
            for start, end in _rows(text, reading, item.row, columns.width)
        ]
        cells.append(cell or [_literal(x, GAP, "gap", index)])
    height = max(len(cell) for cell in cells)
    lines = []
    for line in range(height):
        pieces: list[Piece] = []
        for cell, (_, x) in zip(cells, columns.shown, strict=True):
            if x > GUTTER:
                pieces.append(_literal(x - len(RULE), RULE, "rule"))
            if line < len(cell):
                pieces.append(cell[line])
        lines.append(tuple(pieces))
    return _marked(item, lines)


def _rows(text: str, reading: Reading, row: Row, measure: int) -> Iterator[tuple[int, int]]:
    """The lines of a reading; none if the same source has said the same in this row before."""
    words = _words(text, reading)
    for earlier in row.readings:
        if earlier is reading:
            break
        if earlier.article == reading.article:
            known = _words(text, earlier)
            if len(words & known) >= REPEATED * len(words | known):
                return
    yield from wrap(text, reading.start, reading.end, measure)


def _words(text: str, reading: Reading) -> frozenset[str]:
    return frozenset(text[reading.start : reading.end].casefold().translate(_PUNCTUATION).split())


_PUNCTUATION = str.maketrans("", "", ".,;:!?\"'“”‘’()")


def _marked(item: RowItem, lines: list[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """The lines with the row's marks in front of the first."""
    first = lines[0] if lines else ()
    return [(*_marks(sign_of(item.row), topic_glyph(item.row)), *first), *lines[1:]]
