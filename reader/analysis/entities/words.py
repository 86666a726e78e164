"""The words of an article's lines, with offsets: what every rule for names reads. First step of ``find_mentions``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.wordlists import words as word_list

_QUOTES = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u0060": "'", "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\t": " ",
    }
)  # fmt: skip

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|(?!(?<=[^\W_]')[sS]\b)[^\W_]+(?:'(?![sS]\b)[^\W_]+)*", re.UNICODE)

_GAPS = frozenset({" ", "-", "' "})

_ABBREVIATED = word_list(
    "St Mt Mr Mrs Ms Dr Prof Gen Lt Col Sgt Capt Maj Adm Sen Rep Gov Rev Hon Jr Sr Pres Amb Insp Supt Cpl"
)


class Word(NamedTuple):
    """A word ``text[start:end]``: letters and digits, an inner apostrophe included, a possessive "'s" not."""

    start: int
    end: int
    text: str


def fold_quotes(text: str) -> str:
    """The text with one shape of quote mark, apostrophe, hyphen and blank; every offset stays as it is."""
    return text.translate(_QUOTES)


def words_in(folded: str, start: int, end: int) -> Iterator[Word]:
    """The words of ``folded[start:end]`` in order."""
    for match in _WORD.finditer(folded, start, end):
        yield Word(match.start(), match.end(), match.group())


def are_joined(folded: str, left: Word, right: Word) -> bool:
    """Whether two neighbouring words may belong to one name: one blank or hyphen apart ("St. Petersburg" too)."""
    gap = folded[left.end : right.start]
    return gap in _GAPS or (gap == ". " and (left.text in _ABBREVIATED or len(left.text) == 1))


def is_capital(word: str) -> bool:
    """Whether a word is written like part of a name: its first letter is a capital one ("al-Sisi": "Sisi")."""
    return word[0].isupper()


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """A word's key: lower case, without accents, dots and apostrophes ("Shi’ite" and "SHIITE" are one)."""
    if word.isascii():
        return word.lower().replace(".", "").replace("'", "")
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(
        _LETTERS.get(letter, letter)
        for letter in plain
        if not unicodedata.combining(letter) and letter not in ".'\u2018\u2019\u02bc"
    )


_LETTERS = {
    "\u0131": "i", "\u0142": "l", "\u00f8": "o", "\u00e6": "ae", "\u0153": "oe", "\u0111": "d",
    "\u0259": "a", "\u00f0": "d",
}  # fmt: skip
"""Letters that do not decompose into a plain one and an accent."""


def key_of(words: Sequence[Word]) -> str:
    """The key of a name: its folded words, one blank apart."""
    return " ".join(fold_word(word.text) for word in words)


def name_key(surface: str) -> str:
    """The key of a name as written, in any shape of quotes and hyphens."""
    folded = fold_quotes(surface)
    return key_of(list(words_in(folded, 0, len(folded))))
