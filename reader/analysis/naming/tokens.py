"""The tokens of a text as the encoder reads them: words and single marks, with offsets, and the shape of each.

The encoder's words are folded to small letters without accents; what capitals, digits and blanks tell is the shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+|[^\w\s]|_|\S")

SHAPES = 24
"""Number of shapes: twelve kinds of token, each after a blank or not."""


class Token(NamedTuple):
    """A run of letters, a run of digits or a single mark: ``text[start:end]``, with its shape (0 to ``SHAPES`` - 1)."""

    start: int
    end: int
    shape: int


def tokens_in(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` in order; linear."""
    before = -1
    for match in _TOKEN.finditer(text, start, end):
        glued = match.start() == before
        yield Token(match.start(), match.end(), 2 * _kind(match.group()) + glued)
        before = match.end()


def _kind(word: str) -> int:
    """The kind of a token, 0 to 11, by its letters' case, its digits or its mark."""
    first = word[0]
    if first.isalpha():
        return _case(word)
    if first.isdigit():
        return 6 if len(word) == 4 else 7
    return {"'": 8, "-": 9, ".": 10}.get(first, 11)


def _case(word: str) -> int:
    if word.islower():
        return 0
    if len(word) == 1:
        return 1 if word.isupper() else 5
    if word.isupper():
        return 2
    if word[0].isupper():
        return 3 if word[1:].islower() else 4
    return 5
