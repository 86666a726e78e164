"""Measures told in two units, one of which is a part of the other: "one minute and 14 seconds", "5 feet 10 inches"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reader.analysis.figures.measured import Measured, with_unit
from reader.analysis.figures.numbers import Form, Number, lower_at
from reader.analysis.figures.reading import number_at
from reader.analysis.figures.tokens import Token
from reader.analysis.figures.units import LETTER_UNITS, UNITS

_PARTS: Final = {
    "year": ("month", 12),
    "month": ("day", 31),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "foot": ("inch", 12),
    "lb": ("ounce", 16),
}
"""The unit in which the rest of a measure is told, and how many of it make one of the larger."""

_ONE: Final = frozenset({"a", "an", "one"})


def with_rest(tokens: list[Token], measured: Measured) -> Measured:
    """The measure together with the rest that follows in the next smaller unit, in which it then is given."""
    part = _PARTS.get(measured.unit.name)
    if part is None or measured.number.form is not Form.PLAIN or not measured.number.value.is_integer():
        return measured
    smaller, most = part
    at = measured.last
    at += lower_at(tokens, at) == ","
    at += lower_at(tokens, at) == "and"
    number = number_at(tokens, at) if at < len(tokens) else None
    rest = with_unit(tokens, number) if number is not None and number.form is Form.PLAIN else None
    if rest is None or rest.first != at or rest.unit.name != smaller or rest.number.value >= most:
        return measured
    value = measured.number.value * round(measured.unit.size / rest.unit.size) + rest.number.value
    return Measured(replace(measured.number, value=value), rest.unit, measured.first, rest.last)


def unit_and_a_half(tokens: list[Token], at: int) -> Measured | None:
    """The form "a year and a half", "an hour and a half" at ``tokens[at]``."""
    if tokens[at].lower not in _ONE:
        return None
    unit, *rest = (lower_at(tokens, at + step) for step in range(1, 5))
    if unit not in UNITS or unit in LETTER_UNITS or rest != ["and", "a", "half"]:
        return None
    return Measured(Number(at, at + 5, 1.5, 0.0), UNITS[unit], at, at + 5)
