"""What a view of a comparison is made of: blocks, each a stop of the cursor, with the words of the sources in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from reader.models.comparison import Passage

Run = tuple[str, str]
"""A text and the name of its style."""


class View(IntEnum):
    """The views, by the key that shows them."""

    OVERVIEW = 1
    FACTS = 2
    QUOTES = 3
    WHO = 4
    TIME = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch ``text[start:end]`` of some words that is painted in a style on top of theirs."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Words:
    """``text[start:end]`` in the cell of a source; it begins on a new line of the cell.

    Attributes:
        article: the source.
        text: what is painted: the source's text, or words about it.
        place: the sentence that it is, or that it is taken from: where ``Enter`` leads.
        lines: lines at most, the last one cut; 0 for as many as are needed.
        stacked_lines: the same where sources stand below each other; 0 for what follows from ``lines``.
    """

    article: int
    text: str
    start: int
    end: int
    style: str = "text"
    marks: tuple[Mark, ...] = ()
    place: Passage | None = None
    lines: int = 0
    stacked_lines: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that a view lists.

    Attributes:
        key: its name, unique in the view.
        signs: a sign for each row that it stands for (several where it is folded); "" if it is left out of the map.
        glyph: the second mark: what it is about.
        title: what stands in the label column, or on a line of its own.
        words: of the sources, each source's in reading order.
        tail: what ends the one line of a folded block.
        section: the heading over it; shown where it changes.
        is_folded: it is one line across, and ``Enter`` unfolds it.
        differs: sources disagree in it; such a block is never shown half.
        is_paged: it stays in its columns even if only some of its sources are in view.
        is_listed: its title stands at the left of a line for each source.
        is_close: no blank line parts it from the block before.
        differences: keys of the differences that it shows.
        entity: id of the entity that it counts.
    """

    key: str
    signs: str = ""
    glyph: str = " "
    title: tuple[Run, ...] = ()
    words: tuple[Words, ...] = ()
    tail: str = ""
    section: str = ""
    is_folded: bool = False
    differs: bool = False
    is_paged: bool = False
    is_listed: bool = False
    is_close: bool = False
    differences: tuple[str, ...] = ()
    entity: int | None = None

    @property
    def sign(self) -> str:
        """The sign in front of it: the first, which is the most serious."""
        return self.signs[:1] or " "

    @property
    def places(self) -> tuple[Passage, ...]:
        """The sentences that it shows, each once."""
        return tuple(dict.fromkeys(words.place for words in self.words if words.place is not None))


@dataclass(frozen=True, slots=True)
class Page:
    """One view, ready to be laid out.

    Attributes:
        column_cells: cells that a column needs; 0 if the view has no columns.
        widest_column: cells that a column takes at most; 0 for all there is room for.
        label_cells: cells of the label column; 0 if titles stand above their cells.
        stacked_below: width in cells below which the blocks are stacked.
        has_rail: a line runs down beside the blocks, from the first heading to the last block.
        is_tight: no blank lines between blocks of one section.
        empty: what to say where there is no block.
        legend: what the marks of this view mean, for the bottom line.
    """

    blocks: tuple[Block, ...]
    column_cells: int
    label_cells: int = 0
    widest_column: int = 0
    stacked_below: int = 0
    is_tight: bool = False
    has_rail: bool = False
    empty: str = ""
    legend: str = ""
