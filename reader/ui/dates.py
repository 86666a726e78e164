"""Dates as the interface writes them: short, and with a tilde where they are inferred."""

from __future__ import annotations

from datetime import date

from reader.export.days import MONTHS, UNDATED, long_day, parse_day, tilde
from reader.models.kinds import Status

__all__ = ["day_in_words", "long_day", "reading_time", "short_day", "weekday"]

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

WORDS_A_MINUTE = 230
"""Reading speed of adults for English prose, silent (Brysbaert 2019: 238)."""


def short_day(day: str | None, status: Status, today: date) -> str:
    """Day and month, "19 Apr", the year unless it is this one, "~" if inferred; "undated" if there is none."""
    parsed = parse_day(day)
    if parsed is None or status is Status.UNKNOWN:
        return UNDATED
    year = "" if parsed.year == today.year else f" {parsed.year}"
    return f"{tilde(status)}{parsed.day} {MONTHS[parsed.month - 1]}{year}"


def reading_time(words: int) -> str:
    """How long reading takes, "3 min", at least one; "23 h 38 min" for what takes longer than an hour."""
    hours, minutes = divmod(max(1, round(words / WORDS_A_MINUTE)), 60)
    return f"{hours:,} h {minutes} min" if hours else f"{minutes} min"


def day_in_words(value: str) -> str:
    """An ISO date of any precision, or a range of them, as a person writes it: "19 Apr 2023", "Mar 2023", "2023"."""
    if "/" in value:
        return " – ".join(day_in_words(part) for part in value.split("/", maxsplit=1))
    year, _, rest = value.partition("T")[0].partition("-")
    month, _, day = rest.partition("-")
    if month.isdecimal() and 1 <= int(month) <= len(MONTHS):
        parts = [str(int(day))] if day.isdecimal() else []
        return " ".join([*parts, MONTHS[int(month) - 1], year])
    return value


def weekday(value: str) -> str:
    """The day of the week and a blank, "Wed ", of an ISO date that is a day; "" of any other."""
    parsed = parse_day(value) if len(value) == len("2023-04-19") else None
    return f"{WEEKDAYS[parsed.weekday()]} " if parsed is not None else ""
