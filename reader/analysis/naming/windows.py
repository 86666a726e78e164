"""Windows: an article's tokens in stretches that the encoder sees at once, cut where a line or a sentence ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.analysis.naming.pieces import Pieces
from reader.analysis.naming.tokens import Token, tokens_in

LENGTH = 128
"""Pieces of a window at most, as in training; the encoder's time is nearly the same a word for any length below 250."""

_ENDS = frozenset(".?!")


@dataclass(slots=True)
class Window:
    """Pieces with their shapes; ``sections`` are the tokens of each line with the place of each one's first piece."""

    pieces: list[int]
    shapes: list[int]
    sections: list[list[tuple[Token, int]]] = field(default_factory=list)


def windows_of(folded: str, lines: Sequence[tuple[int, int]], pieces: Pieces) -> Iterator[Window]:
    """The windows of the text's ``lines`` (start, end): as many lines, or sentences of a long line, as fit.

    A mark between two lines tells the encoder where one ends. Linear.
    """
    window = Window([pieces.first], [0])
    for start, end in lines:
        for section, size in _sections(folded, start, end, pieces):
            if window.sections and len(window.pieces) + size + 1 > LENGTH:
                yield window
                window = Window([pieces.first], [0])
            if window.sections:
                window.pieces.append(pieces.between)
                window.shapes.append(0)
            _add(window, section)
    if window.sections:
        yield window


_Section = list[tuple[Token, tuple[int, ...]]]
"""Tokens, each with the numbers of its pieces."""


def _add(window: Window, section: _Section) -> None:
    placed = []
    for token, numbers in section:
        placed.append((token, len(window.pieces)))
        window.pieces.extend(numbers)
        window.shapes.extend([token.shape] * len(numbers))
    window.sections.append(placed)


def _sections(folded: str, start: int, end: int, pieces: Pieces) -> Iterator[tuple[_Section, int]]:
    """The tokens of a line with the number of their pieces, cut before the first that does not fit into a window.

    The cut is after the last sentence that fits, or else before that token.
    """
    section: _Section = []
    size = 0
    for token in tokens_in(folded, start, end):
        numbers = pieces.of(folded[token.start : token.end])
        if section and size + len(numbers) + 1 > LENGTH:
            at = _cut(folded, section)
            cut = sum(len(each) for _, each in section[:at])
            yield section[:at], cut
            section, size = section[at:], size - cut
        section.append((token, numbers))
        size += len(numbers)
    if section:
        yield section, size


def _cut(folded: str, section: _Section) -> int:
    """After the last sentence of which the next one's first word is known; the whole if no sentence ends."""
    for at in range(len(section) - 1, 1, -1):
        before, token = section[at - 1][0], section[at][0]
        if folded[before.start] in _ENDS and token.start > before.end:
            return at
    return len(section)
