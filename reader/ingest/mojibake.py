"""Text that was decoded once too often in the wrong encoding ("CafÃ©", "РџРѕСЂС‚"), mended where it shows.

UTF-8 read as an encoding of one byte a letter leaves a lead character with its number of followers, which no text has
by itself. Each such sequence is encoded back and read as what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

MOST_ROUNDS = 3
"""How many wrong decodings on top of each other are undone; feeds of feeds have two."""

SHARE = 0.6
"""Share of a line's letters beyond ASCII that are in such sequences, from which Cyrillic ones are taken for them:
words like «Сім» have one by chance."""

_BEYOND_ASCII = re.compile("[^\x00-\x7f]")

_ENCODINGS = ("cp1252", "cp1251")
"""What UTF-8 is taken for in practice: the encodings of western and of Cyrillic Windows."""


def mend(text: str) -> str:
    """The text with such sequences read as they were meant; any other text unchanged, at the cost of a search."""
    for _ in range(MOST_ROUNDS):
        mended = _mend_once(text)
        if mended == text:
            break
        text = mended
    return text


def _mend_once(text: str) -> str:
    if text.isascii():
        return text
    beyond = frozenset(_BEYOND_ASCII.findall(text))
    for encoding in _ENCODINGS:
        sequences, lonely = _patterns(encoding)
        if not beyond.isdisjoint(_leads(encoding)) and sequences.search(text):
            mended = "\n".join(_mended_line(line, encoding) for line in text.split("\n"))
            if mended != text:
                return lonely.sub("”", mended)
    return text


def _mended_line(line: str, encoding: str) -> str:
    if line.isascii():
        return line
    sequences, _ = _patterns(encoding)
    if encoding != "cp1252":
        covered = sum(len(found[0]) for found in sequences.finditer(line))
        if covered < SHARE * sum(not letter.isascii() for letter in line):
            return line
    return sequences.sub(_decoder(encoding), line)


@cache
def _leads(encoding: str) -> frozenset[str]:
    """The letters with which a sequence begins."""
    return frozenset(_letter(byte, encoding) for byte in range(0xC2, 0xF5))


@cache
def _patterns(encoding: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a sequence looks like in this encoding, and what is left of a closing quote that has lost its last byte."""
    follower = "[" + "".join(re.escape(_letter(byte, encoding)) for byte in range(0x80, 0xC0)) + "]"
    two, three, four = (
        "[" + "".join(re.escape(_letter(byte, encoding)) for byte in leads) + "]"
        for leads in (range(0xC2, 0xE0), range(0xE0, 0xF0), range(0xF0, 0xF5))
    )
    sequences = re.compile(f"{four}{follower}{{3}}|{three}{follower}{{2}}|{two}{follower}")
    return sequences, re.compile(_letter(0xE2, encoding) + _letter(0x80, encoding) + "(?![\x80-\x9f])")


@cache
def _decoder(encoding: str) -> Callable[[re.Match[str]], str]:
    back = {_letter(byte, encoding): byte for byte in range(0x80, 0x100)}

    def decoded(found: re.Match[str]) -> str:
        try:
            return bytes(back[letter] for letter in found[0]).decode("utf-8")
        except UnicodeDecodeError:
            return found[0]

    return decoded


def _letter(byte: int, encoding: str) -> str:
    """The letter of a byte; the bytes that the encoding leaves out are control characters, as browsers read them."""
    try:
        return bytes((byte,)).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)
