"""Readers of lengths of time: "four days", "nearly a year", as ISO durations."""

from __future__ import annotations

import re
from datetime import date

from reader.analysis.numerals import digits_value, words_value
from reader.analysis.temporal.names import UNIT_CODES, UNIT_FACTORS
from reader.analysis.temporal.reading import Reading


def amount_of(written: str) -> float | None:
    """The value of a number in digits or words."""
    number = digits_value(written)
    return number if number is not None else words_value(re.split(r"[ -]", written.lower()))


def singular_unit(unit: str) -> str:
    """The singular of a unit of time."""
    unit = unit.lower()
    return unit if unit in UNIT_CODES else unit.removesuffix("s")


def length_of_time(match: re.Match[str], words: str, _anchor: date | None) -> Reading | None:
    """The form "four days", "two-day", "nearly three decades"; ages are none."""
    unit = singular_unit(match["unit"])
    if match["old"] or (match["lead"] and match["lead"].lower() == "first"):
        return None
    if words[match.end("span") : match.end("span") + 4].lower() in {"-old", " old"}:
        return None
    code = UNIT_CODES[unit]
    written = match["n"]
    if match["n2"] or match["n3"]:
        return Reading("", stated=True)
    amount = {"half a": 0.5, "half an": 0.5, "a dozen": 12.0}.get(written.lower()) or amount_of(written)
    if amount is None:
        return Reading("", stated=True)
    return Reading(duration_value(amount, unit, code), stated=True)


_RESTS = {"year": "month", "month": "day", "week": "day", "day": "hour", "hour": "minute", "minute": "second"}
"""The unit of time in which the rest of a longer one is told."""


def length_in_two_units(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    """The form "one minute and 14 seconds": one length, told in two units."""
    unit, smaller = singular_unit(match["unit"]), singular_unit(match["unit2"])
    amount, rest = amount_of(match["n"]), amount_of(match["n2"])
    if amount is None or rest is None or _RESTS.get(unit) != smaller:
        return None
    first, second = duration_value(amount, unit, UNIT_CODES[unit]), duration_value(rest, smaller, UNIT_CODES[smaller])
    tail = second.removeprefix("P").removeprefix("T") if "T" in first else second.removeprefix("P")
    return Reading(first + tail, stated=True)


def duration_value(amount: float, unit: str, code: str) -> str:
    """An ISO 8601 duration: 30 years → "P30Y", 3 decades → "P30Y", 2 hours → "PT2H"."""
    number = f"{amount * UNIT_FACTORS.get(unit, 1):.10g}"
    return f"P{'T' if unit in {'second', 'minute', 'hour'} else ''}{number}{code}"


def hedged_unit(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    """The form "nearly a year"."""
    unit = singular_unit(match["unit"])
    amount = 0.5 if match["hedge"].lower() == "half" else 1.0
    return Reading(duration_value(amount, unit, UNIT_CODES[unit]), stated=True)


def single_unit(match: re.Match[str], _words: str, _anchor: date | None) -> Reading | None:
    """The form "within a week"."""
    unit = match["unit"].lower()
    return Reading(duration_value(1, unit, UNIT_CODES[unit]), stated=True)
