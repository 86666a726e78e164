"""Case, accents and typographic marks folded away, character by character, so that offsets stay what they are."""

from __future__ import annotations

import re
from unicodedata import combining, decomposition, normalize

_MARKS = str.maketrans("‘’‛ʼ`´“”„«»–—‐‑\u00a0\u202f", "''''''\"\"\"\"\"----  ")

_SPELLED = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H",
    "ŧ": "t", "Ŧ": "T", "ı": "i", "ŋ": "n", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
    "þ": "th", "Þ": "TH",
    "ĸ": "k", "ŀ": "l", "ſ": "s",
})  # fmt: skip
"""Letters that are no letter with an accent, and how they are typed where keyboards lack them."""

_TO_SPELL = re.compile(f"[{''.join(map(chr, _SPELLED))}]")
"""These letters: most texts have few of them, and looking for them is far faster than translating every character."""

PAIRS = {"ss": "ß", "ae": "æ", "oe": "œ", "th": "þ"}
"""What two folded letters may stand for in a text."""

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


_FOLDING = _Folding(
    {code: chr(mark) for code, mark in _MARKS.items()}
    | {code: letters.lower() for code, letters in _SPELLED.items() if len(letters) == 1}
)


def words_of(text: str) -> list[str]:
    """The words of what someone typed, as the full-text index cuts them; accents are one character each."""
    return WORD.findall(spelled(normalize("NFC", text)))


def spelled(text: str) -> str:
    """The text as the full-text index has it: letters of few languages in those that every keyboard has."""
    return text if text.isascii() else _TO_SPELL.sub(lambda found: _SPELLED[ord(found[0])], text)


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain quote marks, dashes and blanks; of the same length."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)
