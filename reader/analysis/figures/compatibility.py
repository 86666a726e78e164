"""Whether two figures can both be true: on their intervals alone, whatever they are said about.

Used by the comparison, which first makes sure that two figures speak of the same thing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from reader.analysis.figures.currencies import CURRENCY_SIGNS
from reader.analysis.figures.units import unit_named
from reader.models.annotations import Figure, FigureKind

SLACK: Final = 0.02
"""Relative gap that rounding and conversion may leave between measured values (DESIGN.md, "Figures")."""
_SLACKED: Final = frozenset(
    {
        FigureKind.PERCENT,
        FigureKind.MONEY,
        FigureKind.LENGTH,
        FigureKind.AREA,
        FigureKind.MASS,
        FigureKind.DURATION,
    }
)
AGE: Final = "age"
"""What the years of somebody's age count: they are whole years, never rounded."""
_OWN_UNIT: Final = frozenset({FigureKind.MONEY, FigureKind.OTHER})
"""Kinds whose units need not convert: dollars are not euros, degrees not megawatts; miles per hour and knots do."""


def same_measure(a: Figure, b: Figure) -> bool:
    """Whether two figures measure the same kind of thing in units that convert into each other."""
    return a.kind is b.kind and (a.kind not in _OWN_UNIT or a.unit == b.unit or _one_dimension(a.unit, b.unit))


def _one_dimension(a: str, b: str) -> bool:
    one, other = unit_named(a), unit_named(b)
    return bool(one and other and one.dimension and one.dimension == other.dimension)


def compatible(a: Figure, b: Figure) -> bool:
    """Whether some value fits both: same measure and intervals that meet, with 2 % slack where values are measured."""
    if not same_measure(a, b):
        return False
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low <= high:
        return True
    if AGE in {a.counts, b.counts}:
        return False
    return a.kind in _SLACKED and low - high <= SLACK * (abs(low) + abs(high)) / 2


def contradicts(a: Figure, b: Figure) -> bool:
    """Whether no value fits both: same measure, and intervals apart."""
    return same_measure(a, b) and not compatible(a, b)


def in_common_unit(figures: Sequence[Figure]) -> tuple[float, ...] | None:
    """The figures' values in the unit of the first; None if they are no one measure."""
    if not figures or not all(same_measure(figures[0], figure) for figure in figures):
        return None
    return tuple(converted(figure, figures[0].unit) for figure in figures)


def converted(figure: Figure, unit: str) -> float:
    """The figure's value in another unit of its kind."""
    if figure.unit == unit:
        return figure.value
    own, other = unit_named(figure.unit), unit_named(unit)
    return figure.value * own.size / other.size if own and other else math.nan


def label(figure: Figure) -> str:
    """What a figure is of, in a few words: "miles · border", "% · oil", "companies"."""
    sign = next((sign for sign, code in CURRENCY_SIGNS.items() if code == figure.unit), figure.unit)
    parts = [part for part in (sign, figure.counts) if part]
    return " · ".join(parts) or figure.kind.value
