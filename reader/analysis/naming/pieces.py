"""Word pieces: a token as the numbers of the longest pieces of the vocabulary that it is made of."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

LONGEST_WORD = 60
"""Letters of a token that is taken apart; a longer one is unknown, as no name is so long."""

KEPT = 20_000
"""Tokens whose pieces are remembered: a language's frequent words, some 4 MB."""


class Pieces:
    """The vocabulary: one piece a line, its number the line's; pieces inside a word begin with ``##``."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(lines)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.unknown = self._numbers["[UNK]"]
        self.first = self._numbers["[CLS]"]
        self.between = self._numbers["[SEP]"]

    def of(self, token: str) -> tuple[int, ...]:
        """The numbers of a token's pieces, at least one; linear in practice, quadratic at worst in ``LONGEST_WORD``."""
        found = self._known.get(token)
        if found is None:
            found = self._taken_apart(folded(token))
            if len(self._known) >= KEPT:
                self._known.clear()
            self._known[token] = found
        return found

    def _taken_apart(self, word: str) -> tuple[int, ...]:
        if not word or len(word) > LONGEST_WORD:
            return (self.unknown,)
        numbers: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(mark + word[start:end])
                if number is not None:
                    numbers.append(number)
                    start = end
                    break
            else:
                return (self.unknown,)
        return tuple(numbers)


def folded(token: str) -> str:
    """A token in small letters and without accents, as the vocabulary has it."""
    if token.isascii():
        return token.lower()
    return "".join(c for c in unicodedata.normalize("NFD", token.lower()) if not unicodedata.combining(c))
