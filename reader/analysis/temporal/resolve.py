"""From the words of a date to its ISO value: one reader per pattern of ``patterns``.

A weekday is the latest such day before or on the day of publication, or the next one after a future verb; a month
without a year likewise (DESIGN.md, "Dates").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from reader.analysis.numerals import digits_value, words_value
from reader.analysis.temporal.judge import is_future, is_month_name, is_weekday_name, is_year
from reader.analysis.temporal.names import (
    DAY_PARTS,
    MONTH_NUMBERS,
    SEASONS,
    UNIT_CODES,
    UNIT_FACTORS,
    WEEKDAYS,
)

_NEWSPAPER = re.compile(r"\b[A-Z]\w{1,20} $")
"""A capitalised word before "Today" makes it a newspaper or a broadcast ("USA Today")."""
MONTH_NUMBER_OF_DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: its ISO value ("" if it can't be resolved), and whether the words alone say it."""

    value: str
    stated: bool


Reader = Callable[[re.Match[str], str, date | None], Reading | None]
UNRESOLVED: Final = Reading("", stated=False)


def read(name: str, match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    """The meaning of a match of the pattern ``name``; None if the words are no date after all."""
    return READERS[name](match, words, anchor)


def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= MONTH_NUMBER_OF_DECEMBER and 1 <= year <= date.max.year):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def _number(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _month_of(written: str) -> int:
    return MONTH_NUMBERS[written.rstrip(".").lower()]


def _iso(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is None:
        return None
    return Reading(day.isoformat() + (f"T{match['h']}:{match['min']}" if match["h"] else ""), stated=True)


def _numeric(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == 2:  # two digits: this century or the last
        year += 2000 if year < 50 else 1900
    if match["sep"] == "." and len(match["y"]) == 2 and second > MONTH_NUMBER_OF_DECEMBER:
        return None
    by_day, by_month = _day(year, second, first), _day(year, first, second)
    if by_day is None and by_month is None:
        return None
    if match["sep"] == ".":
        return Reading(by_day.isoformat(), stated=True) if by_day else None
    if by_day and by_month and by_day != by_month:
        return UNRESOLVED
    return Reading((by_day or by_month or date.min).isoformat(), stated=True)


def _year_for(month: int, day: int, words: str, match: re.Match[str], anchor: date) -> int | None:
    """The year of a day (or of a month, ``day`` 0) without one: nearest in the past, or in the future as the verb says."""
    now = (anchor.month, anchor.day if day else 0)
    that = (month, day)
    if is_future(words, match.start("span"), match.end("span")):
        return anchor.year + (that < now)
    return anchor.year - (that > now)


def _calendar_day(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    if match["m"].lower() == "may" and match["m"].islower():
        return None
    groups = match.groupdict()
    month, day = _month_of(match["m"]), _number(match["d"])
    year, stated = _stated_year(match, anchor)
    if year is None and anchor is not None:
        year, stated = _year_for(month, day, words, match, anchor), False
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


def _month(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    month = _month_of(match["m"])
    year, stated = _stated_year(match, anchor)
    if year is None and not is_month_name(match, words):
        return None
    if match["m2"]:
        last = f"{match['y2']}-{_month_of(match['m2']):02}"
        return Reading(f"{year or match['y2']}-{month:02}/{last}", stated=True)
    if year is None and anchor is not None:
        lead = (match["lead"] or "").lower()
        year = anchor.year if lead == "this" else _year_for(month, 0, words, match, anchor)
        if lead == "last" and month == anchor.month:
            year = anchor.year - 1
        if lead == "next":
            year = anchor.year + (month <= anchor.month)
    return Reading(f"{year}-{month:02}", stated) if year else UNRESOLVED


def _years(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    first, last = match["y"], match["y2"]
    if len(last) == 2:
        last = first[:2] + last
    return Reading(f"{first}/{last}", stated=True) if int(first) < int(last) else None


def _decade(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    written = match["y"].lstrip("’'")
    first = int(written) if len(written) > 2 else 1900 + int(written)
    return Reading(f"{first}/{first + 9}", stated=True)


def _season(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
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


def _year(match: re.Match[str], words: str, _anchor: date | None) -> Reading | None:
    return Reading(match["y"], stated=True) if is_year(match, words) else None


def _weekday(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    if not is_weekday_name(match, words):
        return None
    if anchor is None:
        return UNRESOLVED
    lead = (match["lead"] or "").lower()
    back = (anchor.weekday() - WEEKDAYS[match["wd"].lower()]) % 7
    ahead = lead in {"next", "this coming"} or (
        lead in {"", "this"} and back and is_future(words, match.start("span"), match.end("span"))
    )
    if ahead:
        day = anchor + timedelta(days=7 - back)
    else:
        day = anchor - timedelta(days=back or (7 if lead in {"last", "this past"} else 0))
    return Reading(day.isoformat() + _hour(match["part"]), stated=False)


def _hour(part: str | None) -> str:
    return f"T{DAY_PARTS[part.lower()]}" if part else ""


def _deictic_day(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    if match["day"] == "Today" and _NEWSPAPER.search(words, max(0, match.start("span") - 22), match.start("span")):
        return None
    if anchor is None:
        return UNRESOLVED
    word = (match["day"] or match["lead"] or "this").lower()
    shift = {"yesterday": -1, "tomorrow": 1, "last": -1}.get(word, 0)
    part = "night" if word == "tonight" else (match["part"] or match["part2"])
    return Reading((anchor + timedelta(days=shift)).isoformat() + _hour(part), stated=False)


def _deictic_unit(match: re.Match[str], _words: str, anchor: date | None) -> Reading | None:
    lead, unit = match["lead"].lower(), match["unit"].lower()
    if unit == "day" and not lead.startswith("the"):
        return None
    if anchor is None or lead.startswith("the"):
        return UNRESOLVED
    shift = {"this": 0, "last": -1, "next": 1}[lead]
    match unit:
        case "year":
            value = str(anchor.year + shift)
        case "month":
            year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
            value = f"{year}-{month + 1:02}"
        case "week" | "weekend":
            monday = anchor + timedelta(days=7 * shift - anchor.weekday())
            first = monday + timedelta(days=5 if unit == "weekend" else 0)
            value = f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        case "decade":
            first_year = anchor.year // 10 * 10 + 10 * shift
            value = f"{first_year}/{first_year + 9}"
        case _:
            return UNRESOLVED
    return Reading(value, stated=False)


def _amount(written: str) -> float | None:
    number = digits_value(written)
    return number if number is not None else words_value(re.split(r"[ -]", written.lower()))


def _singular(unit: str) -> str:
    unit = unit.lower()
    return unit if unit in UNIT_CODES else unit.removesuffix("s")


def _ago(match: re.Match[str], _words: str, anchor: date | None) -> Reading | None:
    written, unit = match["n"].lower(), _singular(match["unit"])
    amount = 1.0 if written in {"a", "an"} else _amount(written)
    if anchor is None or amount is None or match["way"].lower() != "ago" or amount > 5000:
        return UNRESOLVED
    count = int(amount * UNIT_FACTORS.get(unit, 1))
    match UNIT_CODES[unit]:
        case "Y" if unit != "quarter":
            value = str(anchor.year - count) if count < anchor.year else ""
        case "M" if unit in {"month", "quarter"}:
            year, month = divmod(anchor.year * 12 + anchor.month - 1 - count, 12)
            value = f"{year}-{month + 1:02}" if year > 0 else ""
        case "W":
            value = (anchor - timedelta(weeks=count)).isoformat()
        case "D":
            value = (anchor - timedelta(days=count)).isoformat()
        case _:
            value = anchor.isoformat()
    return Reading(value, stated=False)


def _span(match: re.Match[str], words: str, _anchor: date | None) -> Reading | None:
    unit = _singular(match["unit"])
    if match["old"] or (match["lead"] and match["lead"].lower() == "first"):
        return None
    if words[match.end("span") : match.end("span") + 4].lower() in {"-old", " old"}:
        return None
    code = UNIT_CODES[unit]
    written = match["n"]
    if match["n2"] or match["n3"]:
        return Reading("", stated=True)
    amount = {"half a": 0.5, "half an": 0.5, "a dozen": 12.0}.get(written.lower()) or _amount(written)
    if amount is None:
        return Reading("", stated=True)
    return Reading(duration_value(amount, unit, code), stated=True)


def duration_value(amount: float, unit: str, code: str) -> str:
    """An ISO 8601 duration: 30 years → "P30Y", 3 decades → "P30Y", 2 hours → "PT2H"."""
    number = f"{amount * UNIT_FACTORS.get(unit, 1):.10g}"
    return f"P{'T' if unit in {'second', 'minute', 'hour'} else ''}{number}{code}"


def _hedged_span(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    unit = _singular(match["unit"])
    amount = 0.5 if match["hedge"].lower() == "half" else 1.0
    return Reading(duration_value(amount, unit, UNIT_CODES[unit]), stated=True)


def _clock(match: re.Match[str], words: str, _anchor: date | None) -> Reading | None:
    written = match["h"]
    digits = re.match(r"(\d{1,2})(?:[:.](\d{2}))?", written)
    if digits is None or re.match(r" ?(?:wins?|victory|defeat|lead|draw|loss)\b", words[match.end("span") :][:12]):
        return None
    hour, minute = int(digits[1]), digits[2]
    half = re.search(r"([ap])\.?m", written, re.IGNORECASE)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[1].lower() == "p" else 0)
    return Reading(f"T{hour:02}" + (f":{minute}" if minute else ""), stated=True)


def _military(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    return Reading(f"T{match['h'][:2]}:{match['h'][2:]}", stated=True)


def _point(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    return Reading("T00" if match["span"].lower() == "midnight" else "T12", stated=True)


READERS: Final[dict[str, Reader]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month-day": _calendar_day,
    "day-month": _calendar_day,
    "month": _month,
    "years": _years,
    "between": _years,
    "decade": _decade,
    "season": _season,
    "year": _year,
    "weekday": _weekday,
    "deictic-day": _deictic_day,
    "deictic-unit": _deictic_unit,
    "ago": _ago,
    "span": _span,
    "hedged-span": _hedged_span,
    "clock": _clock,
    "military": _military,
    "point": _point,
}
