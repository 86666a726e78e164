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
SHORT_SCALES: Final = {
    "k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12
}  # fmt: skip
"""Scales behind digits ("$1.7bn", "30k")."""
MONEY_SCALES: Final = frozenset({"k", "m", "mm", "b"})
"""Those of them that are other things too (metre, millimetre): scales only beside money."""

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

FRACTION_SIGNS: Final = {
    sign: value / 1000 for sign, value in zip("½⅓⅔¼¾⅛⅜⅝⅞", (500, 333, 667, 250, 750, 125, 375, 625, 875), strict=True)
}
MIXED: Final = r"\d{1,3}[ -](?:1/2|[12]/3|[13]/4|[1357]/8)(?![\d/])"
"""A whole number and a fraction with a stroke ("2 1/2"); without the number it is a name or a date ("9/11")."""
# Groups repeat without "+" (possessively): Python before 3.11.3 matches such repeats wrongly.
DIGITS: Final = (
    rf"{MIXED}|(?:\d{{1,3}} ?)?[{''.join(FRACTION_SIGNS)}]"
    r"|[1-9]\d{0,2}(?:\.\d{3}(?!\d)){2,}(?!\.\d)"
    r"|[1-9]\d{0,2}(?:(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))+|(?:[’']\d{3}(?!\d))+)(?:\.\d++(?!\.\d))?"
    r"|\d++(?:,\d{3}(?!\d))*(?:\.\d++(?!\.\d))?"
)
"""A number in digits as the countries write it: thousands apart by commas, blanks, apostrophes or, from millions on,
full stops."""
_DIGITS = re.compile(DIGITS)
_MARKS = re.compile(r"[,’' \u00a0\u2009\u202f]")


def plain_digits(written: str) -> str:
    """A number in digits without its thousands marks, with fractions as decimals ("2½" → "2.5")."""
    if written[-1] in FRACTION_SIGNS:
        return f"{int(written[:-1] or 0) + FRACTION_SIGNS[written[-1]]}"
    if "/" in written:
        whole, above, below = (int(part) for part in re.split(r"[ /-]", written))
        return f"{whole + round(above / below, 3)}"
    return _MARKS.sub("", written.replace(".", "") if written.count(".") > 1 else written)


def digits_value(written: str) -> float | None:
    """The value of a number in digits (``DIGITS``: "1,900", "1.7"); None for a code of too many digits or no number."""
    if len(written) > 2 * DIGIT_LIMIT or not _DIGITS.fullmatch(written):
        return None
    plain = plain_digits(written)
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
