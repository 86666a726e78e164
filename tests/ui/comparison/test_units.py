"""Figures in a common unit."""

from __future__ import annotations

import pytest

from reader.models.annotations import Bound, FigureKind
from reader.models.comparison import FigureValue
from reader.ui.units import in_common_unit


def common(kind: FigureKind, *values: tuple[float, str, str]) -> tuple[str, ...]:
    figures = [
        FigureValue(number, 0, len(words), value, unit, Bound.EXACT)
        for number, (value, unit, words) in enumerate(values, 1)
    ]
    return in_common_unit(kind, figures, [words for _, _, words in values])


def test_miles_are_told_in_the_kilometres_of_the_other_source() -> None:
    assert common(FigureKind.LENGTH, (12, "mile", "12 miles"), (20, "km", "20 km")) == ("19.3 km", "")


def test_two_foreign_units_are_told_in_a_metric_one() -> None:
    assert common(FigureKind.LENGTH, (2, "yard", "2 yards"), (6, "foot", "six feet")) == ("1.8 m", "1.8 m")


def test_the_same_unit_needs_no_other() -> None:
    assert common(FigureKind.LENGTH, (12, "mile", "12 miles"), (15, "mile", "15 miles")) == ("", "")


def test_millions_and_billions_are_told_in_one_scale() -> None:
    assert common(FigureKind.MONEY, (1.2e9, "EUR", "€1.2 billion"), (1.7e9, "EUR", "1,700 million euros")) == (
        "1.2 billion EUR",
        "1.7 billion EUR",
    )


@pytest.mark.parametrize("unit", ["furlong", "USD"])
def test_units_that_are_not_known_are_left_as_they_are(unit: str) -> None:
    assert common(FigureKind.LENGTH, (1, unit, "one"), (2, "km", "2 km")) == ("", "")


def test_days_and_weeks() -> None:
    assert common(FigureKind.DURATION, (10, "day", "ten days"), (2, "week", "two weeks")) == ("", "14 days")
