"""ISO values of dates as intervals of days, and whether two of them exclude each other; used by the comparison."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Final

_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?")
_DECEMBER: Final = 12
_LENGTHS: Final = {4: "year", 7: "month", 10: "day"}


@lru_cache(maxsize=4096)
def date_interval(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO value ("2023", "2023-03", "2023-04-19T20", "2016/2020"); None if it has none."""
    first, _, last = value.partition("/")
    start = _days(first)
    end = _days(last) if last else start
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _days(value: str) -> tuple[date, date] | None:
    """First and last day of a day, month or year."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first
    last_month = month or _DECEMBER
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def granularity(value: str) -> str:
    """How precise an ISO value is: "day", "month", "year", "range", or "" for durations and unresolved ones."""
    if date_interval(value) is None:
        return ""
    return "range" if "/" in value else _LENGTHS.get(len(value.partition("T")[0]), "")


def dates_conflict(a: str, b: str) -> bool:
    """Whether two ISO values exclude each other: both resolved, equally precise, and without a common day."""
    first, second = date_interval(a), date_interval(b)
    if first is None or second is None or granularity(a) != granularity(b):
        return False
    return first[1] < second[0] or second[1] < first[0]
