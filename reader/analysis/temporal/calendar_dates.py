"""Readers of days, months, seasons and years of the calendar.

What lacks its year takes the nearest one in the past, or in the future after a future verb (DESIGN.md, "Dates").
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

from reader.analysis.temporal.judge import is_future, is_month_name, is_past, is_year
from reader.analysis.temporal.names import MONTH_NUMBERS, SEASONS
from reader.analysis.temporal.reading import UNRESOLVED, Reading

DECEMBER: Final = 12
SOON: Final = 92
"""Days ahead within which a day without a year and without a verb in the past is announced, not remembered."""


def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= DECEMBER and 1 <= year <= date.max.year):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _month_of(written: str) -> int:
    return MONTH_NUMBERS[written.rstrip(".").lower()]


def iso_day(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    """The form "2023-04-19", with a time of day or without."""
    day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is None:
        return None
    return Reading(day.isoformat() + (f"T{match['h']}:{match['min']}" if match["h"] else ""), stated=True)


def numeric_day(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    """The form "25/12/2020" and "03.06.2022"; unresolved where day and month could change places."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == 2:  # two digits: this century or the last
        year += 2000 if year < 50 else 1900
    if match["sep"] == "." and len(match["y"]) == 2 and second > DECEMBER:
        return None
    by_day, by_month = _day(year, second, first), _day(year, first, second)
    if by_day is None and by_month is None:
        return None
    if match["sep"] == ".":
        return Reading(by_day.isoformat(), stated=True) if by_day else None
    if by_day and by_month and by_day != by_month:
        return UNRESOLVED
    return Reading((by_day or by_month or date.min).isoformat(), stated=True)


def nearest_year(month: int, day: int, words: str, match: re.Match[str], anchor: date) -> int:
    """The year of a day (or of a month, ``day`` 0) that lacks it: the nearest one on the verb's side of the anchor.

    With a verb in the present ("Leeds face Derby on 7 September") a day that lies close ahead is meant, not one that
    is nearly a year ago.
    """
    now = (anchor.month, anchor.day if day else 0)
    that = (month, day)
    start, end = match.start("span"), match.end("span")
    if is_future(words, start, end):
        return anchor.year + (that < now)
    ahead = _day(anchor.year + (that < now), month, day) if day else None
    if ahead is not None and (ahead - anchor).days <= SOON and not is_past(words, start, end):
        return ahead.year
    return anchor.year - (that > now)


def calendar_day(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    """A day of a month ("4 March 2021", "Dec. 24", "3-5 May")."""
    if match["m"].lower() == "may" and match["m"].islower():
        return None
    groups = match.groupdict()
    month, day = _month_of(match["m"]), _number(match["d"])
    year, stated = _stated_year(match, anchor)
    if year is None and anchor is not None:
        year, stated = nearest_year(month, day, words, match, anchor), False
    if year is None:
        return UNRESOLVED if _day(2024, month, day) else None
    last = _day(year, month, day)
    if last is None:
        return None
    if groups.get("d2"):
        other = _day(year, _month_of(groups["m2"]) if groups["m2"] else month, _number(groups["d2"]))
        return Reading(f"{last.isoformat()}/{other.isoformat()}", stated) if other and other > last else None
    if groups.get("d1"):
        other = _day(year, _month_of(groups["m1"]) if groups["m1"] else month, _number(groups["d1"]))
        return Reading(f"{other.isoformat()}/{last.isoformat()}", stated) if other and other < last else None
    return Reading(last.isoformat(), stated)


def _stated_year(match: re.Match[str], anchor: date | None) -> tuple[int | None, bool]:
    if match["y"]:
        return int(match["y"]), True
    if match["deictic"] and anchor:
        return anchor.year + {"this": 0, "last": -1, "next": 1}[match["deictic"].split()[0].lower()], False
    return None, False


def month_of_year(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    """A month ("March 2021", "in March", "March of this year")."""
    month = _month_of(match["m"])
    year, stated = _stated_year(match, anchor)
    if year is None and not is_month_name(match, words):
        return None
    if match["m2"]:
        last = f"{match['y2']}-{_month_of(match['m2']):02}"
        return Reading(f"{year or match['y2']}-{month:02}/{last}", stated=True)
    if year is None and anchor is not None:
        lead = (match["lead"] or "").lower()
        year = anchor.year if lead == "this" else nearest_year(month, 0, words, match, anchor)
        if lead == "last" and month == anchor.month:
            year = anchor.year - 1
        if lead == "next":
            year = anchor.year + (month <= anchor.month)
    return Reading(f"{year}-{month:02}", stated) if year else UNRESOLVED


def year_range(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    """The form "2016-2020", "between 2016 and 2020"."""
    first, last = match["y"], match["y2"]
    if len(last) == 2:
        last = first[:2] + last
    return Reading(f"{first}/{last}", stated=True) if int(first) < int(last) else None


def decade(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    """The form "the 1990s"."""
    written = match["y"].lstrip("’'")
    first = int(written) if len(written) > 2 else 1900 + int(written)
    return Reading(f"{first}/{first + 9}", stated=True)


def season(match: re.Match[str], _words: str, anchor: date | None) -> Reading | None:
    """The form "the summer of 2003", "last winter"."""
    if not match["y"] and not match["lead"]:
        return None
    first, last = SEASONS[match["s"].lower()]
    if match["y"]:
        year = int(match["y"])
    elif anchor is None:
        return UNRESOLVED
    else:
        shift = {"this": 0, "last": -1, "next": 1}[match["lead"].lower()]
        year = anchor.year + shift
        if shift < 0 and (anchor.month > last > first):
            year = anchor.year
        if shift > 0 and anchor.month < first:
            year = anchor.year
    return Reading(f"{year}-{first:02}/{year + (last < first)}-{last:02}", stated=bool(match["y"]))


def year_alone(match: re.Match[str], words: str, _anchor: date | None) -> Reading | None:
    """The form "1987", unless it is a number of something."""
    return Reading(match["y"], stated=True) if is_year(match, words) else None
