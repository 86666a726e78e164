"""How a name sounds, roughly: names that are heard, or romanised in another way, are looked for by it. Pure.

A key in the manner of Soundex (Russell 1918) that keeps vowels and length: it only makes one of the spellings that
languages use for one sound, "Hertsog" and "Herzog", "Zelenskiy" and "Zelensky".
"""

from __future__ import annotations

import re
from itertools import groupby

_ALIKE = {
    "tsch": "c",
    "sch": "s",
    "tch": "c",
    "ch": "c",
    "sh": "s",
    "ph": "f",
    "th": "t",
    "kh": "h",
    "gh": "g",
    "ts": "z",
    "tz": "z",
    "cz": "c",
    "dj": "j",
    "dzh": "j",
    "ck": "k",
    "qu": "kv",
    "q": "k",
    "c": "k",
    "x": "ks",
    "w": "v",
    "y": "i",
    "j": "i",
    "ee": "i",
    "ie": "i",
    "ei": "i",
    "oo": "u",
    "ou": "u",
    "oe": "o",
    "ae": "e",
}
"""Letters that several languages write for one sound; folded, in small letters."""

_SPELT = re.compile("|".join(sorted(_ALIKE, key=len, reverse=True)))


def sound(word: str) -> str:
    """The key of a folded word: words with the same key sound alike; linear in the word."""
    alike = _SPELT.sub(lambda found: _ALIKE[found[0]], word)
    return "".join(letter for letter, _ in groupby(alike))
