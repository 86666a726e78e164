"""Dates as Reader writes them for people: day, month, year, and a tilde where they are inferred."""

from __future__ import annotations

from datetime import date

from reader.models.kinds import Status

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Month names of our own: the machine's locale has no say in what is written."""

UNDATED = "undated"


def long_day(day: str | None, status: Status) -> str:
    """Day, month and year, "~19 Apr 2023", or "undated"."""
    parsed = parse_day(day)
    if parsed is None or status is Status.UNKNOWN:
        return UNDATED
    return f"{tilde(status)}{parsed.day} {MONTHS[parsed.month - 1]} {parsed.year}"


def tilde(status: Status) -> str:
    """The mark of an inferred date, or nothing."""
    return "~" if status is Status.INFERRED else ""


def parse_day(day: str | None) -> date | None:
    """The day of an ISO date or datetime, or None."""
    if not day:
        return None
    try:
        return date.fromisoformat(day[:10])
    except ValueError:
        return None
