"""Text broken into rows of a measure, with a way from offsets to cells and back. Pure; painting is done elsewhere.

A row is ``text[start:end]``. Blanks at a break belong to no row. All of it is linear in the text: a row looks at no
more characters than fit into it, times a small constant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

NARROW = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u2013\u2014\u2018-\u201d\u2026]*")
"""Characters that are certainly one cell wide and stand alone: the fast path, nearly all of Western prose."""

PIECE_FACTOR = 4
"""Characters looked at for a row, in measures: combining marks and joiners rarely need more."""

LONGEST_CLUSTER = 32
"""Code points of one grapheme that are kept together; real ones have at most about a dozen, hostile ones a million."""

_BREAK_AFTER = frozenset(" \u2013\u2014\u3000")
_WIDE = 2


def wrap(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The rows of ``text[start:end]`` at ``width`` cells (at least 1), as (start, end); none for blank text.

    Breaks at blanks, after dashes and between wide (East Asian) characters; a word longer than a row is cut.
    """
    width = max(1, width)
    position = _skip_blanks(text, start, end)
    while position < end:
        stop = _row_end(text, position, end, width)
        row_end = stop
        while row_end > position and text[row_end - 1] == " ":
            row_end -= 1
        if row_end > position:
            yield position, row_end
        position = _skip_blanks(text, stop, end)


def cells_between(text: str, start: int, offset: int) -> int:
    """The number of cells that ``text[start:offset]`` takes on a row."""
    return cell_len(text[start:offset])


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """The offset of the character that covers ``cell`` of the row ``text[start:end]``; ``end`` behind its last one."""
    passed = 0
    for first, _, cells in split_graphemes(text[start:end])[0]:
        passed += cells
        if passed > cell:
            return start + first
    return end


def fit(text: str, width: int) -> str:
    """The text cut to ``width`` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    return text[: offset_at(text, 0, min(len(text), width * PIECE_FACTOR), width - 1)].rstrip() + "…"


def fit_name(name: str, width: int) -> str:
    """A name cut to ``width`` cells; a file's name at its end, which tells sources of one outlet apart, stays whole.

    What ends on a word without a capital letter ends on the name of a file.
    """
    first, blank, last = name.rpartition(" ")
    room = width - cell_len(blank + last)
    if cell_len(name) <= width or last[:1].isupper() or room < width // 2:
        return fit(name, width)
    return fit(first, room) + blank + last


def row_index(starts: list[int], offset: int) -> int:
    """The index of the row that holds ``offset``, by the ascending starts of the rows; 0 before the first."""
    return max(0, bisect_right(starts, offset) - 1)


def _skip_blanks(text: str, position: int, end: int) -> int:
    while position < end and text[position] == " ":
        position += 1
    return position


def _row_end(text: str, start: int, end: int, width: int) -> int:
    """Where the row that starts at ``start`` ends, trailing blanks included."""
    piece = text[start : min(end, start + width + 1)]
    narrow = NARROW.match(piece)
    if narrow is not None and narrow.end() == len(piece):
        if len(piece) <= width:
            return start + len(piece)
        return start + _narrow_break(piece, width)
    return _mixed_end(text, start, end, width)


def _narrow_break(piece: str, width: int) -> int:
    """Where to break a piece of ``width + 1`` narrow characters."""
    blank = piece.rfind(" ", 0, width + 1)
    dash = max(piece.rfind("–", 0, width), piece.rfind("—", 0, width)) + 1
    return max(blank, dash) if max(blank, dash) > 0 else width


def _mixed_end(text: str, start: int, end: int, width: int) -> int:
    """Where the row ends if characters of several widths, combining marks or joiners are in it."""
    reach = width * PIECE_FACTOR + LONGEST_CLUSTER
    piece = text[start : min(end, start + reach)]
    cells = 0
    last_break = 0
    index = 0
    for first, last, size in _clusters(piece):
        if cells + size > width:
            if piece[first] == " ":
                return start + first
            if size == _WIDE:
                last_break = first
            return start + (last_break or first or last)
        cells += size
        index = last
        if piece[first] in _BREAK_AFTER or size == _WIDE:
            last_break = last
    return start + max(index, 1)


def _clusters(piece: str) -> Iterator[tuple[int, int, int]]:
    """The graphemes of a piece as (start, end, cells), over-long ones cut."""
    for first, last, size in split_graphemes(piece)[0]:
        if last - first <= LONGEST_CLUSTER:
            yield first, last, size
            continue
        for cut in range(first, last, LONGEST_CLUSTER):
            stop = min(cut + LONGEST_CLUSTER, last)
            yield cut, stop, max(1, cell_len(piece[cut:stop]))
