"""Dates as the interface writes them: short, and with a tilde where they are inferred."""

from __future__ import annotations

from datetime import date

from reader.export.days import MONTHS, UNDATED, long_day, parse_day, tilde
from reader.models.article import Status

__all__ = ["long_day", "reading_time", "short_day"]

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
    """How long reading takes, "3 min", at least one."""
    return f"{max(1, round(words / WORDS_A_MINUTE))} min"
