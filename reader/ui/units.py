"""Figures in a common unit, so that values written in miles and in kilometres can be compared at a glance. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from reader.models.annotations import FigureKind
from reader.models.comparison import FigureValue

_SIZES: dict[FigureKind, dict[str, float]] = {
    FigureKind.LENGTH: {
        "km": 1000.0,
        "m": 1.0,
        "cm": 0.01,
        "mm": 0.001,
        "mile": 1609.344,
        "nautical mile": 1852.0,
        "yard": 0.9144,
        "foot": 0.3048,
        "inch": 0.0254,
    },
    FigureKind.MASS: {"tonne": 1000.0, "kg": 1.0, "g": 0.001, "lb": 0.45359237, "ounce": 0.028349523},
    FigureKind.AREA: {"km²": 1e6, "sq km": 1e6, "hectare": 1e4, "m²": 1.0, "acre": 4046.8564224},
    FigureKind.DURATION: {
        "year": 31557600.0,
        "month": 2629800.0,
        "week": 604800.0,
        "day": 86400.0,
        "hour": 3600.0,
        "minute": 60.0,
        "second": 1.0,
        "decade": 315576000.0,
        "century": 3155760000.0,
    },
}
"""Sizes of units in the base unit of their kind; metric and calendar units first."""

_COMMON = frozenset({"km", "m", "tonne", "kg", "km²", "hectare", "year", "month", "week", "day", "hour", "minute"})
"""The units that others are turned into."""

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))

_PLURALS = frozenset(
    {"tonne", "hectare", "year", "month", "week", "day", "hour", "minute", "second", "decade", "mile", "acre"}
)

_SCALE_WORDS = {"trillion": "trillion", "tn": "trillion", "billion": "billion", "bn": "billion", "million": "million"}


def in_common_unit(kind: FigureKind, values: Sequence[FigureValue], written: Sequence[str]) -> tuple[str, ...]:
    """Each value in one unit for all ("19.3 km"), or "" for those that are written in it.

    All are "" where the sources write in the same unit and scale, or where a unit is not known.

    Args:
        kind: what the figures measure.
        values: of the sources.
        written: their words, in the same order.
    """
    units = {value.unit for value in values}
    sizes = _SIZES.get(kind, {})
    if len(units) > 1:
        if not units <= set(sizes):
            return ("",) * len(values)
        target = _target(values, sizes)
        return tuple(
            "" if value.unit == target else _amount(value.value * sizes[value.unit] / sizes[target], target)
            for value in values
        )
    scales = {_scale(words) for words in written}
    if len(scales) > 1:
        return tuple(_scaled(value.value, value.unit) for value in values)
    return ("",) * len(values)


def _target(values: Sequence[FigureValue], sizes: dict[str, float]) -> str:
    """The common unit that a source uses itself; without one, the metric unit nearest in size."""
    used = [value.unit for value in values if value.unit in _COMMON]
    if used:
        return used[0]
    size = sizes[values[0].unit]
    return min((unit for unit in sizes if unit in _COMMON), key=lambda unit: abs(size - sizes[unit]))


def _scale(words: str) -> str:
    lowered = words.casefold().rstrip(".").split()
    return next((_SCALE_WORDS[word] for word in lowered if word in _SCALE_WORDS), "")


def _scaled(value: float, unit: str) -> str:
    for size, name in _SCALES:
        if abs(value) >= size and isfinite(value):
            return f"{value / size:,.4g} {name} {unit}".rstrip()
    return _amount(value, unit)


def _amount(value: float, unit: str) -> str:
    number = f"{value:,.1f}".rstrip("0").rstrip(".") if abs(value) < 1000 else f"{value:,.0f}"
    plural = "s" if unit in _PLURALS and number != "1" else ""
    return f"{number} {unit}{plural}".rstrip()
