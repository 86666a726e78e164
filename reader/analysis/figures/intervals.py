"""The values that a hedged figure allows, as an interval in the base unit of its kind (DESIGN.md, "Figures")."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Final

from reader.analysis.numerals import plain_digits
from reader.models.annotations import Bound, FigureKind

ABOUT_LOW: Final = 0.88
ABOUT_HIGH: Final = 1.12
"""How far "about" reaches: chosen so that "around 30%" and "about 40%" are apart, "about 100" and "110" are not."""
HALF_SHARE: Final = 2.0
"""Percentage points by which a fraction in words ("half", "a third") may be off."""
UNIT_SLACK: Final = 0.5
"""Share of a unit by which a whole number of lengths, areas or masses may be off."""
DURATION_SLACK: Final = 0.4
"""The same for durations, less than half by choice: two weeks may be 12 days, but four days are never five."""
DECIMAL_SLACK: Final = 0.05
"""The same where a decimal is given ("19.3 km")."""
MEASURED: Final = frozenset({FigureKind.LENGTH, FigureKind.MASS, FigureKind.AREA, FigureKind.DURATION})
"""Kinds whose values are rounded to the unit: ± half a unit (12 miles and 19 km are one distance)."""

VAGUE: Final = {
    "dozens": (20.0, 300.0),
    "scores": (20.0, 300.0),
    "tens": (20.0, 100.0),
    "hundreds": (100.0, 2_500.0),
    "thousands": (1_000.0, 25_000.0),
    "tens of thousands": (10_000.0, 100_000.0),
    "hundreds of thousands": (100_000.0, 1_000_000.0),
    "millions": (1e6, 2.5e7),
    "tens of millions": (1e7, 1e8),
    "hundreds of millions": (1e8, 1e9),
    "billions": (1e9, 2.5e10),
    "tens of billions": (1e10, 1e11),
    "hundreds of billions": (1e11, 1e12),
    "several hundred": (200.0, 1_000.0),
    "several thousand": (2_000.0, 10_000.0),
    "several dozen": (24.0, 120.0),
    "several million": (2e6, 1e7),
    "several billion": (2e9, 1e10),
    "a few hundred": (200.0, 900.0),
    "a few thousand": (2_000.0, 9_000.0),
    "a few dozen": (24.0, 100.0),
    "a few million": (2e6, 9e6),
    "a couple of hundred": (150.0, 300.0),
    "a couple of thousand": (1_500.0, 3_000.0),
    "a couple of dozen": (20.0, 36.0),
}
"""What vague plurals allow, and their lower end is the value they are shown with."""


def rounding(written: str, scale: float) -> float:
    """Half of the last digit of a number with a scale word: "1.7" billion is exact to 50 million."""
    digits = Decimal(plain_digits(written))
    exponent = digits.as_tuple().exponent
    return float(Decimal(10) ** int(exponent)) / 2 * scale if isinstance(exponent, int) else 0.0


def unit_slack(value: float, kind: FigureKind, *, converts: bool = False) -> float:
    """How far a measure may be off by rounding, in its unit; ``converts``: it is often given in another unit too."""
    if kind not in MEASURED and not converts:
        return 0.0
    if not value.is_integer():
        return DECIMAL_SLACK
    return DURATION_SLACK if kind is FigureKind.DURATION else UNIT_SLACK


def interval(value: float, slack: float, bound: Bound, *, nearly: bool, strict: bool = False) -> tuple[float, float]:
    """Lowest and highest value that a hedge allows around ``value`` (base unit), which itself is known ± ``slack``.

    ``nearly`` closes "about" from above ("almost thirty"); ``strict`` opens a bound ("more than", "fewer than").
    """
    low, high = value - slack, value + slack
    match bound:
        case Bound.ABOUT:
            return min(low, value * ABOUT_LOW), value if nearly else max(high, value * ABOUT_HIGH)
        case Bound.AT_LEAST:
            return (value if strict else low), math.inf
        case Bound.AT_MOST:
            return min(0.0, high), (value if strict else high)
        case Bound.EXACT:
            return low, high
