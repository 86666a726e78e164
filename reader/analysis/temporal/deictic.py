"""Readers of what is said from the day of publication: weekdays, "yesterday", "next month", "two days ago".

A weekday is the latest such day before or on the day of publication, or the next one after a future verb (DESIGN.md,
"Dates").
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from reader.analysis.temporal.judge import is_future, is_weekday_name
from reader.analysis.temporal.lengths import amount_of, singular_unit
from reader.analysis.temporal.names import DAY_PARTS, UNIT_CODES, UNIT_FACTORS, WEEKDAYS
from reader.analysis.temporal.reading import UNRESOLVED, Reading

_NEWSPAPER = re.compile(r"\b[A-Z]\w{1,20} $")
"""A capitalised word before "Today" makes it a newspaper or a broadcast ("USA Today")."""

_DAYS: Final = {"the day before yesterday": -2, "yesterday": -1, "last": -1, "tomorrow": 1, "the day after tomorrow": 2}


def weekday(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    """The form "Wednesday night", "last Tuesday"."""
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


def deictic_day(match: re.Match[str], words: str, anchor: date | None) -> Reading | None:
    """The form "yesterday", "tonight", "this morning"."""
    if match["day"] == "Today" and _NEWSPAPER.search(words, max(0, match.start("span") - 22), match.start("span")):
        return None
    if anchor is None:
        return UNRESOLVED
    word = (match["day"] or match["lead"] or "this").lower()
    shift = _DAYS.get(word, 0)
    part = "night" if word == "tonight" else (match["part"] or match["part2"])
    return Reading((anchor + timedelta(days=shift)).isoformat() + _hour(part), stated=False)


def deictic_unit(match: re.Match[str], _words: str, anchor: date | None) -> Reading | None:
    """The form "last week", "next month"."""
    lead, unit = match["lead"].lower(), match["unit"].lower()
    if unit == "day" and not lead.startswith("the"):
        return None
    if anchor is None or lead.startswith("the"):
        return UNRESOLVED
    return _shifted_unit(unit, {"this": 0, "last": -1, "next": 1}[lead], anchor)


def _shifted_unit(unit: str, shift: int, anchor: date) -> Reading:
    """The week, month, year, … that lies ``shift`` of them after the anchor's."""
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


def stage_of_unit(match: re.Match[str], _words: str, anchor: date | None) -> Reading | None:
    """The form "the end of the year"."""
    if anchor is None:
        return UNRESOLVED
    shift = {"the": 0, "this": 0, "next": 1, "last": -1}[match["lead"].lower()]
    return _shifted_unit(match["unit"].lower(), shift, anchor)


def time_ago(match: re.Match[str], _words: str, anchor: date | None) -> Reading | None:
    """The form "two days ago"; "three days later" stays unresolved."""
    written, unit = match["n"].lower(), singular_unit(match["unit"])
    amount = 1.0 if written in {"a", "an"} else amount_of(written)
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
