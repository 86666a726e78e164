"""A document laid out for one measure: rows, and their sentences. Pure; huge texts are laid out bit by bit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.ui.document import Block, BlockKind, Document, Unit
from reader.ui.layout import wrap

LONG_CHARACTERS = 40_000
"""Characters laid out in one go: some 10 ms of CPU; more is done between key presses."""

NO_UNIT = -1


@dataclass(frozen=True, slots=True)
class RowOfText:
    """A row of the page: ``block.source[start:end]``; ``block`` is None for a blank row."""

    block: Block | None
    start: int
    end: int


class Page:
    """The rows of a document so far, and the rows of each of its sentences."""

    def __init__(self, document: Document, measure: int) -> None:
        self.document = document
        self.measure = measure
        self.rows: list[RowOfText] = []
        self.units: tuple[Unit, ...] = document.units
        self._text_order = sorted(range(len(self.units)), key=lambda index: self.units[index])
        self._unit_rows: list[tuple[int, int]] = []
        self._row_units: list[tuple[int, int]] = []
        self._work = self._lay_out()
        self.complete = False

    def extend(self, characters: int = LONG_CHARACTERS) -> bool:
        """Lay out about so many characters more; True once everything is laid out."""
        for done in self._work:
            characters -= done
            if characters <= 0:
                return False
        self.complete = True
        return True

    def extend_to(self, unit: int) -> None:
        """Lay out as much as it takes for a sentence to have its rows."""
        while len(self._unit_rows) <= unit and not self.extend():
            pass

    def rows_of(self, unit: int) -> tuple[int, int]:
        """The first and the last row of a sentence; the last rows of all if it is not laid out yet."""
        if 0 <= unit < len(self._unit_rows):
            return self._unit_rows[unit]
        last = max(0, len(self.rows) - 1)
        return last, last

    def units_on(self, row: int) -> tuple[int, ...]:
        """The sentences that have words on a row, in order."""
        first, last = self._row_units[row]
        return tuple(range(first, last + 1)) if first != NO_UNIT else ()

    def unit_near(self, row: int) -> int | None:
        """The sentence on a row, or else the next one below, or else the last one; None if there is none at all."""
        for index in range(max(0, row), len(self.rows)):
            if self._row_units[index][0] != NO_UNIT:
                return self._row_units[index][0]
        return len(self._unit_rows) - 1 if self._unit_rows else None

    def unit_of(self, offset: int) -> int | None:
        """The sentence that holds an offset of the text, or the last one before it."""
        order = self._text_order
        found = bisect_right(order, offset, key=lambda index: self.units[index][0]) - 1
        return order[found] if found >= 0 else (order[0] if order else None)

    def _lay_out(self) -> Iterator[int]:
        """Append rows; yields now and then how many characters have been laid out since the last time."""
        for number, block in enumerate(self.document.blocks):
            if number:
                self._blank(block, self.document.blocks[number - 1])
            first_unit = unit = len(self._unit_rows)
            done = 0
            for start, end in wrap(block.source, block.start, block.end, self.measure):
                index = len(self.rows)
                self.rows.append(RowOfText(block, start, end))
                unit = self._note_units(block, first_unit, unit, index, (start, end))
                done += end - start
                if done > LONG_CHARACTERS // 4:
                    yield done
                    done = 0
            while len(self._unit_rows) < first_unit + len(block.units):
                last = max(0, len(self.rows) - 1)
                self._unit_rows.append((last, last))
            yield done + 1

    def _note_units(self, block: Block, first_unit: int, unit: int, index: int, row: tuple[int, int]) -> int:
        """Note which sentences of a block stand on a row; returns the first that may stand on the next one."""
        units = block.units
        start, end = row
        while unit - first_unit < len(units) and units[unit - first_unit][1] <= start:
            unit += 1
        first = last = NO_UNIT
        candidate = unit
        while candidate - first_unit < len(units) and units[candidate - first_unit][0] < end:
            if first == NO_UNIT:
                first = candidate
            last = candidate
            if candidate < len(self._unit_rows):
                self._unit_rows[candidate] = (self._unit_rows[candidate][0], index)
            else:
                self._unit_rows.append((index, index))
            candidate += 1
        self._row_units.append((first, last))
        return unit

    def _blank(self, block: Block, before: Block) -> None:
        """A blank row between two blocks, but none between title and the line below it."""
        if block.tight or (block.kind is BlockKind.META and before.kind in {BlockKind.TITLE, BlockKind.DERIVED}):
            return
        self.rows.append(RowOfText(None, 0, 0))
        self._row_units.append((NO_UNIT, NO_UNIT))
