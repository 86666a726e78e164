"""A sentence as words, numbers and signs with their offsets; and the stretches in which no figure is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.analysis.addresses import ADDRESS
from reader.analysis.numerals import DIGITS, FRACTION_SIGNS, MIXED


class Token(NamedTuple):
    """One word, number or sign of a text.

    Attributes:
        glued: nothing, not even a blank, is between it and the one before.
        lower: the word without regard to case.
    """

    start: int
    end: int
    text: str
    glued: bool
    lower: str

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdigit() or self.text[0] in FRACTION_SIGNS

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


_TOKEN = re.compile(rf"{DIGITS}|(?:[A-Z]\.){{2,4}}|[^\W\d_]++(?:[’'](?!s\b)[^\W\d_]++)*|[’']s\b|°[CF]\b|\S")
_CHUNK = re.compile(r"\S+")
_PHONE = re.compile(
    r"(?<![\w.])(?:\+\d{1,3}[ .-]?)?\(?\d{2,4}\)?[ .-]\d{3,4}[ .-]\d{4}(?!\w)|(?<![\w.$-])\d{3}-\d{4}(?!\w)"
)
_VERSION = re.compile(r"(?!\d{1,3}(?:\.\d{3})+(?![\d.]))v?\d{1,9}(?:\.\d{1,9}){2,5}")
_MIXED = re.compile(rf"(?<![\w.,/-]){MIXED}")
_FRACTION = re.compile(r"[^\w$€£]{0,3}\d{1,3}/\d{1,3}[^\w%]{0,3}")
"""Two numbers with a stroke are a name or a date ("24/7", "9/11")."""
_COUNTER = re.compile(r"\b\d{1,3} (?:of )?/ \d{1,3}\b")
"""The place of a picture in its gallery ("3 / 25", "Image 3 of / 25")."""
_HOUR = re.compile(r"\b\d{1,2}(?::\d\d)?(?: (?:to|and|until|till|or) | ?[-–] ?)(?=\d{1,2}(?::\d\d)? ?[ap]\.?m\b)")
"""The first hour of two ("from 10 to 11 a.m."); the second one is read as a time."""


def tokens_of(text: str, start: int, end: int, blocked: Iterable[tuple[int, int]] = ()) -> list[Token]:
    """The tokens of ``text[start:end]`` with offsets into ``text``.

    Codes (streets, web addresses, handles, versions, phone numbers) and the ``blocked`` stretches (dates) are each one
    token "§", so that no figure is read from them or across them.
    """
    masks = sorted([*_codes(text, start, end), *blocked])
    found: list[Token] = []
    at = start
    for first, last in masks:
        if last <= at:
            continue
        _collect(text, at, max(at, first), found)
        begin = max(at, first)
        found.append(Token(begin, last, "§", bool(found) and found[-1].end == begin, "§"))
        at = last
    _collect(text, at, end, found)
    return found


def _collect(text: str, start: int, end: int, found: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        glued = bool(found) and found[-1].end == match.start()
        found.append(Token(match.start(), match.end(), match.group(), glued, match.group().lower()))


def _codes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = [match.span() for code in (_PHONE, _COUNTER, _HOUR, ADDRESS) for match in code.finditer(text, start, end)]
    mixed = {match.end() for match in _MIXED.finditer(text, start, end)}
    for match in _CHUNK.finditer(text, start, end):
        chunk = match.group()
        is_fraction = _FRACTION.fullmatch(chunk) and mixed.isdisjoint(range(match.start(), match.end() + 1))
        if "://" in chunk or "@" in chunk or chunk.startswith(("www.", "#")) or is_fraction:
            spans.append(match.span())
        elif chunk.count(".") >= 2 and (version := _VERSION.match(chunk)):
            spans.append((match.start(), match.start() + version.end()))
    return spans
