"""Number words and digits read as values; what both figures and durations are made of.

Stands under ``figures`` and ``temporal``, which find numbers in sentences. Pure functions over single words.
"""

from __future__ import annotations

import re
from typing import Final

from reader.analysis.wordlists import numbered

UNITS: Final = numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS: Final = {
    word: 10 * value for word, value in numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()
}
SCALES: Final = {
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
SHORT_SCALES: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
"""Scales glued to digits ("$1.7bn", "30k"); "m" and "b" only beside money."""

ORDINALS: Final = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}

FRACTIONS: Final = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
"""Denominators of fractions in words; ordinals in the singular are fractions only after "a" or "one"."""

NUMBER_WORD: Final = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
SCALE_WORD: Final = "|".join(SCALES)

DIGIT_LIMIT: Final = 18
"""Longest run of digits read as a number: a quintillion. Longer ones are codes."""

_DIGITS = re.compile(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?")


def digits_value(written: str) -> float | None:
    """The value of a number written in digits ("1,900", "1.7"); None for a code of too many digits or no number."""
    if len(written) > 2 * DIGIT_LIMIT or not _DIGITS.fullmatch(written):
        return None
    plain = written.replace(",", "")
    if len(plain.partition(".")[0]) > DIGIT_LIMIT or not plain.isascii():
        return None
    return float(plain)


def words_value(words: list[str]) -> float | None:
    """The value of number words in lower case, hyphens split ("two hundred and five" → 205); None if they are none."""
    total = 0.0
    group = 0.0
    seen = False
    for word in words:
        if word in UNITS:
            group += UNITS[word]
        elif word in TENS:
            group += TENS[word]
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in SCALES:
            total += (group or 1) * SCALES[word]
            group = 0.0
        elif word == "and" and seen:
            continue
        else:
            return None
        seen = True
    return total + group if seen else None
