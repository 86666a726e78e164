"""Readers of parts of a year: seasons, quarters, halves and feasts."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from reader.analysis.temporal.calendar_dates import nearest_year
from reader.analysis.temporal.names import HOLIDAYS, SEASONS
from reader.analysis.temporal.reading import UNRESOLVED, Reading

_ORDER: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_MONTHS: Final = {"quarter": 3, "half": 6}
_GAME = re.compile(r" (?:of (?:the|a) (?:game|match|final|season)|when|and (?:again|then)|(?:goal|penalty|lead|try)\b)")
"""After "half" or "quarter" they say that the half is one of a game."""


def season_of_year(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    """The form "in the autumn": the nearest one on the verb's side of the anchor."""
    first, last = SEASONS[match["s"].lower()]
    if anchor is None:
        return UNRESOLVED
    year = nearest_year(first, 0, words, match, anchor)
    return Reading(f"{year}-{first:02}/{year + (last < first)}-{last:02}", stated=False)


def part_of_year(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    """The form "the third quarter", "Q3 2024", "the first half of this year"; halves of games are none."""
    part = (match["part"] or "quarter").lower()
    dated = match["y"] or match["y2"] or match["deictic"]
    if part == "half" and (not dated or match["n"].lower() in {"third", "fourth", "final"}):
        return None
    if not dated and _GAME.match(words, match.end("span")):
        return None
    number = int(match["q"]) if match["q"] else _ORDER[match["n"].lower()]
    if match["n"] and match["n"].lower() in {"final", "last"} and not dated:
        return None
    number = min(number, 2) if part == "half" else number
    months = _MONTHS[part]
    last = number * months
    year = int(match["y"] or match["y2"] or 0)
    if not year and anchor is None:
        return UNRESOLVED
    if not year and anchor is not None:
        shift = {"this": 0, "the": 0, "last": -1, "next": 1}
        year = (
            anchor.year + shift[match["deictic"].split()[0].lower()]
            if match["deictic"]
            else nearest_year(last, 0, words, match, anchor)
        )
    return Reading(f"{year}-{last - months + 1:02}/{year}-{last:02}", stated=bool(match["y"] or match["y2"]))


def holiday(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    """The form "Christmas", "Boxing Day 2024"; feasts that move stay unresolved."""
    if re.match(
        r" (?:Island|Sunday|Rising|Carol|Party|Market|Act\b)", words[match.end("span") : match.end("span") + 10]
    ):
        return None
    fixed = HOLIDAYS.get(match["name"].lower().replace("’", "'").replace("hallowe'en", "halloween"))
    if fixed is None:
        return UNRESOLVED
    if match["y"]:
        return Reading(f"{match['y']}-{fixed[0]:02}-{fixed[1]:02}", stated=True)
    if anchor is None:
        return UNRESOLVED
    year = nearest_year(*fixed, words, match, anchor)
    return Reading(f"{year}-{fixed[0]:02}-{fixed[1]:02}", stated=False)
