"""A sentence as words with offsets and stems: the first step of the alignment."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.analysis.alignment.stemming import stem
from reader.analysis.alignment.stopwords import STOP_WORDS

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’‘ʼ]s$")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ")
MAX_WORD = 40
"""Longer runs of letters are encoded junk, not words; they are cut so that no step pays for their length."""


@dataclass(frozen=True, slots=True)
class Word:
    """A content word ``text[start:end]`` and its stem."""

    start: int
    end: int
    stem: str


def content_words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of ``text[start:end]`` that carry content, in order: no stop words, no single letters."""
    return tuple(
        Word(match.start(), match.end(), stemmed)
        for match in _WORD.finditer(text, start, end)
        if (stemmed := _content(match.group())) is not None
    )


def _content(surface: str) -> str | None:
    """The stem of a word, or None if it carries no content."""
    folded = surface[:MAX_WORD].casefold()
    bare = _POSSESSIVE.sub("", folded).translate(_APOSTROPHES)
    if bare in STOP_WORDS or folded.translate(_APOSTROPHES) in STOP_WORDS or (len(bare) < 2 and not bare.isdigit()):
        return None
    return stem(bare)
