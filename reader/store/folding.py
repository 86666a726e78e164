"""Case, accents and typographic marks folded away, character by character, so that offsets stay what they are."""

from __future__ import annotations

import re
from unicodedata import combining, decomposition, normalize

_MARKS = str.maketrans("‘’‛ʼ`´“”„«»–—‐‑\u00a0\u202f", "''''''\"\"\"\"\"----  ")

WORD = re.compile(r"[^\W_]+")
"""A word, as the full-text index cuts them: letters and digits."""


class _Folding(dict[int, str]):
    """What each character is folded to, found out when it is first seen."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = character
        if decomposition(character):
            base = "".join(part for part in normalize("NFKD", character) if not combining(part))
            folded = base if len(base) == 1 else character
        lower = folded.lower()
        self[code] = lower if len(lower) == 1 else folded
        return self[code]


_FOLDING = _Folding({code: chr(mark) for code, mark in _MARKS.items()})


def words_of(text: str) -> list[str]:
    """The words of what someone typed, as the full-text index cuts them; accents are one character each."""
    return WORD.findall(normalize("NFC", text))


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain quote marks, dashes and blanks; of the same length."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)
