"""A page of a comparison laid out in lines, side by side or stacked. Pure; a line is a few placed pieces of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len

from reader.ui.layout import fit, fit_name, wrap
from reader.ui.views.page import Block, Mark, Page, Words

GUTTER = 5
"""Cells left of the text: cursor bar, two marks, blanks."""

RULE = " │ "

MEASURE = 84
"""Cells of a line of full-width text at most."""

LABEL_CELLS = 22
"""Cells of the names of the sources in the stacked form."""

LISTED_CELLS = 26
"""Cells of the titles at the left of a list: most names of people, and a question mark."""

FOLDED_CELLS = 36
"""Cells of what a folded line is called, where that is no source's name: "25 only Wall Street Journal ▸"."""

FEW = 6
"""Sources that are all shown, below each other where their columns are not all in view; of more some are counted."""

STACKED_SHARE = 3
"""So many times as wide is a line of the stacked form, more or less, and so many times fewer lines are enough."""

GAP = "·"
RAIL, RAIL_START, RAIL_BRANCH = "│", "╷", "├"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text on a line: ``source[start:end]`` at the cell ``x``.

    Attributes:
        style: name of its style.
        marks: stretches of the source that are painted in a style of their own.
        column: index of the column it stands in.
    """

    x: int
    source: str
    start: int
    end: int
    style: str
    marks: tuple[Mark, ...] = ()
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


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of all blocks.

    Attributes:
        lines: the pieces of each line, from left to right.
        block_on: the block that each line belongs to, or stands over.
        lines_of: the first and the last line of each block.
    """

    lines: tuple[tuple[Piece, ...], ...]
    block_on: tuple[int, ...]
    lines_of: tuple[tuple[int, int], ...]


def columns_that_fit(page: Page, width: int, count: int) -> int:
    """How many columns stand side by side; fewer than two means that blocks are stacked."""
    if not page.column_cells or width < page.stacked_below:
        return 1
    return max(1, min(count, (width - GUTTER - page.label_cells - 2 + len(RULE)) // (page.column_cells + len(RULE))))


def place_columns(page: Page, width: int, count: int, first: int) -> Columns:
    """The reference and a window of the other columns, of which the first shown is ``first`` (1 or more)."""
    several = columns_that_fit(page, width, count)
    left = GUTTER + page.label_cells
    cells = (width - left - 1 - len(RULE) * (several - 1)) // several
    cells = min(cells, page.widest_column or cells)
    first = max(1, min(first, count - several + 1))
    indexes = [0, *range(first, first + several - 1)]
    return Columns(tuple((index, left + place * (cells + len(RULE))) for place, index in enumerate(indexes)), cells)


def lay_out(
    page: Page, place_of: Mapping[int, int], names: Mapping[int, str], width: int, columns: Columns | None
) -> Grid:
    """The grid of a page.

    Args:
        page: its blocks, in the order of display.
        place_of: the column of each article, the reference's is 0.
        names: of the sources, by article.
        width: cells of a line.
        columns: where the columns stand; None for the stacked form.
    """
    painter = _Painter(page, place_of, names, width, columns)
    lines: list[tuple[Piece, ...]] = []
    block_on: list[int] = []
    lines_of: list[tuple[int, int]] = []
    section = ""
    for number, block in enumerate(page.blocks):
        if block.section != section:
            section = block.section
            lines += painter.heading(section, is_first=not lines)
        elif lines and not _is_close(page, number):
            lines.append(())
        first = len(lines)
        lines += painter.lines(block)
        block_on += [number] * (len(lines) - len(block_on))
        lines_of.append((first, max(first, len(lines) - 1)))
    return Grid(tuple(lines), tuple(block_on), tuple(lines_of))


def _is_close(page: Page, number: int) -> bool:
    """Whether no blank line stands between a block and the one before it, of the same section."""
    block = page.blocks[number]
    return page.is_tight or block.is_close or (block.is_folded and page.blocks[number - 1].is_folded)


@dataclass(frozen=True, slots=True)
class _Painter:
    page: Page
    place_of: Mapping[int, int]
    names: Mapping[int, str]
    width: int
    columns: Columns | None

    def lines(self, block: Block) -> list[tuple[Piece, ...]]:
        """The lines of a block, at least one, its marks in front of the first."""
        if block.is_folded:
            lines = [self._one_line(block)]
        elif block.is_listed:
            lines = self._listed(block)
        elif self.columns is None or not self._shows_enough(block):
            lines = self._stacked(block)
        elif self.page.label_cells:
            columns = self.columns
            shows_one = any(self.place_of[words.article] in dict(columns.shown) for words in block.words)
            cells = self._side_by_side(block, columns) if shows_one else [self._in_one_line(block)]
            lines = self._beside(self._label(block), cells, has_rules=shows_one)
        else:
            lines = [*self._titled(block), *self._side_by_side(block, self.columns)]
        style = "sign-loud" if block.sign in "!?" else "sign"
        marks = (_literal(1, block.sign, style), _literal(2, block.glyph, "sign"))
        rail = (_literal(1, RAIL, "rule"),) if self.page.has_rail else ()
        return [(*marks, *(lines[0] if lines else ())), *((*rail, *line) for line in lines[1:])]

    def heading(self, section: str, *, is_first: bool) -> list[tuple[Piece, ...]]:
        """A heading, with a blank line before all but the first."""
        style = "label" if self.page.has_rail else "section"
        text = _literal(3 if self.page.has_rail else 1, fit(section, max(0, self.width - 4)), style)
        if not self.page.has_rail:
            return [(text,)] if is_first else [(), (text,)]
        branch = _literal(1, RAIL_START if is_first else RAIL_BRANCH, "rule")
        return [(branch, text)] if is_first else [(_literal(1, RAIL, "rule"),), (branch, text)]

    def _shows_enough(self, block: Block) -> bool:
        """Whether the visible columns show what a block is about: two of its sources, all if they are few or disagree.

        Any other block is stacked, so that a screen of many sources is not full of gaps, nor what is said half hidden.
        """
        if self.columns is None:
            return True
        sources = {self.place_of[words.article] for words in block.words}
        visible = sources & {index for index, _ in self.columns.shown}
        if block.is_paged:
            return bool(visible or self.page.label_cells)
        if visible != sources and (block.differs or len(sources) <= FEW):
            return False
        return len(visible) > 1 and 2 * len(visible) >= len(self.columns.shown)

    def _titled(self, block: Block) -> list[tuple[Piece, ...]]:
        """The title on a line of its own."""
        pieces, x = [], GUTTER
        for text, style in block.title:
            words = fit(text, max(0, self.width - x - 1))
            pieces.append(_literal(x, words, style))
            x += cell_len(words) + 2
        return [tuple(pieces)] if pieces else []

    def _label(self, block: Block) -> list[Piece]:
        """The title in the label column, as many lines as it needs."""
        cells = self.page.label_cells - 2
        return [
            Piece(GUTTER, text, start, end, style)
            for text, style in block.title
            for start, end in wrap(text, 0, len(text), cells)
        ]

    def _listed(self, block: Block) -> list[tuple[Piece, ...]]:
        """The title at the left, and beside it a line for each source: its name and the beginning of what it has."""
        label = min(LISTED_CELLS, self.width // 3)
        titles = [_literal(GUTTER, fit(text, label), style) for text, style in block.title[:1]]
        x = GUTTER + label + 1
        name = min(LABEL_CELLS, max(8, (self.width - x) // 2))
        lines = []
        for words in sorted(block.words, key=lambda words: self.place_of[words.article]):
            column = self.place_of[words.article]
            told = fit(words.text[words.start : words.end], max(0, self.width - x - name - 2))
            source = _literal(x, fit_name(self.names[words.article], name), "name", column)
            lines.append((*titles, source, _literal(x + name + 1, told, words.style, column)))
            titles = []
        return lines

    def _one_line(self, block: Block) -> tuple[Piece, ...]:
        """The source, the beginning of what it has, and how much more there is."""
        tail = f"  {block.tail}" if block.tail else ""
        end = min(self.width - 1, GUTTER + MEASURE + LABEL_CELLS) - cell_len(tail)
        pieces, x = [], GUTTER
        for text, style in block.title:
            is_name = style == "name"
            room = self._names_width if is_name else FOLDED_CELLS
            title = fit_name(text, max(0, min(room, end - x)))
            pieces.append(_literal(x, title, style))
            x += self._names_width + 1 if is_name else cell_len(title) + 2
        for words in block.words[:1]:
            text = fit(words.text[words.start : words.end], max(0, end - x))
            pieces.append(_literal(x, text, "run", self.place_of.get(words.article, -1)))
            x += cell_len(text)
        return (*pieces, _literal(x, tail, "muted"))

    @property
    def _names_width(self) -> int:
        """Cells of the names at the left of the stacked form."""
        return min(LABEL_CELLS, max(8, self.width // 5))

    def _stacked(self, block: Block) -> list[tuple[Piece, ...]]:
        """The sources below each other, each with its name at the left."""
        label = self._names_width
        x = GUTTER + label + 1
        measure = max(1, min(MEASURE, self.width - x - 1))
        lines = self._titled(block)
        named = None
        for words in sorted(block.words, key=lambda words: self.place_of[words.article]):
            column = self.place_of[words.article]
            at_most = words.stacked_lines or (max(2, words.lines // STACKED_SHARE) if words.lines > 1 else words.lines)
            for piece in _rows(words, x, measure, column, at_most):
                if named != column:
                    name = _literal(GUTTER, fit_name(self.names[words.article], label), "name", column)
                    lines.append((name, *piece))
                    named = column
                else:
                    lines.append(piece)
        return lines

    def _side_by_side(self, block: Block, columns: Columns) -> list[tuple[Piece, ...]]:
        """The sources in their columns, all cells as high as the highest."""
        cells: list[list[tuple[Piece, ...]]] = []
        for index, x in columns.shown:
            cell = [
                line
                for words in block.words
                if self.place_of[words.article] == index
                for line in _rows(words, x, columns.width, index, words.lines)
            ]
            cells.append(cell or [(_literal(x, GAP, "gap", index),)])
        lines = []
        for line in range(max(len(cell) for cell in cells)):
            pieces: list[Piece] = []
            for cell, (index, x) in zip(cells, columns.shown, strict=True):
                if index:
                    pieces.append(_literal(x - len(RULE), RULE, "rule"))
                if line < len(cell):
                    pieces += cell[line]
            lines.append(tuple(pieces))
        shown = {index for index, _ in columns.shown}
        hidden = len({self.place_of[words.article] for words in block.words} - shown)
        if hidden and not block.is_paged:
            lines.append((_literal(columns.shown[0][1], f"+ {hidden} more source{'s' * (hidden > 1)}", "muted"),))
        return lines

    def _in_one_line(self, block: Block) -> tuple[Piece, ...]:
        """What the sources say of it that have no column in view, each with its name, instead of a line of gaps."""
        x = GUTTER + self.page.label_cells
        told = " · ".join(
            f"{self.names[words.article]} {words.text[words.start : words.end]}"
            for words in sorted(block.words, key=lambda words: self.place_of[words.article])
        )
        return (_literal(x, fit(told, max(1, self.width - x - 1)), "muted"),)

    def _beside(
        self, label: list[Piece], lines: list[tuple[Piece, ...]], *, has_rules: bool
    ) -> list[tuple[Piece, ...]]:
        """The label column at the left of the cells."""
        height = max(len(label), len(lines))
        rules = (
            tuple(_literal(x - len(RULE), RULE, "rule") for index, x in self.columns.shown if index)
            if self.columns is not None and has_rules
            else ()
        )
        filled = [*lines, *[rules] * (height - len(lines))]
        return [(*label[number : number + 1], *pieces) for number, pieces in enumerate(filled)]


def _rows(words: Words, x: int, measure: int, column: int, at_most: int) -> list[tuple[Piece, ...]]:
    """The lines of some words, cut to as many as they may take."""
    rows: list[tuple[Piece, ...]] = []
    for start, end in wrap(words.text, words.start, words.end, measure):
        if at_most and len(rows) == at_most:
            last = rows[-1][0]
            stop = last.start + len(fit(words.text[last.start : end], measure)) - 1
            blank = words.text.rfind(" ", last.start + 1, stop + 1)
            cut_at = blank if blank > last.start else max(last.start, stop)
            cut = Piece(x, words.text, last.start, cut_at, words.style, words.marks, column)
            rows[-1] = (cut, _literal(x + cell_len(words.text[cut.start : cut.end]), "…", words.style, column))
            break
        rows.append((Piece(x, words.text, start, end, words.style, words.marks, column),))
    return rows


def _literal(x: int, text: str, style: str, column: int = -1) -> Piece:
    return Piece(x, text, 0, len(text), style, (), column)
