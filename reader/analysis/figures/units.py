"""Units of measure: names, kinds, and their size in the base unit of the kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.analysis.wordlists import words
from reader.models.annotations import FigureKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name as shown, what it measures, and its size in the kind's base unit.

    The base units are metre, square metre, kilogram, second, per cent, one unit of the currency, and one. ``dimension``
    tells apart what units of kind "other" measure.
    """

    name: str
    kind: FigureKind
    size: float = 1.0
    dimension: str = ""


_LENGTHS: Final = {
    "km": (1e3, "km kms kilometer kilometers kilometre kilometres"),
    "m": (1.0, "m meter meters metre metres"),
    "cm": (0.01, "cm centimeter centimeters centimetre centimetres"),
    "mm": (0.001, "mm millimeter millimeters millimetre millimetres"),
    "mile": (1609.344, "mile miles mi"),
    "yard": (0.9144, "yard yards yd yds"),
    "foot": (0.3048, "foot feet ft"),
    "inch": (0.0254, "inch inches"),
    "nautical mile": (1852.0, "nmi"),
}
_MASSES: Final = {
    "kg": (1.0, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    "g": (0.001, "g gram grams gramme grammes"),
    "tonne": (1e3, "tonne tonnes ton tons"),
    "lb": (0.45359237, "lb lbs"),
    "ounce": (0.028349523, "oz ounce ounces"),
}
_AREAS: Final = {"hectare": (1e4, "hectare hectares ha"), "acre": (4046.8564224, "acre acres")}
_DURATIONS: Final = {
    "second": (1.0, "second seconds sec secs"),
    "minute": (60.0, "minute minutes min mins"),
    "hour": (3600.0, "hour hours hr hrs"),
    "day": (86400.0, "day days"),
    "night": (86400.0, "night nights"),
    "week": (604800.0, "week weeks"),
    "fortnight": (1209600.0, "fortnight fortnights"),
    "month": (2629800.0, "month months"),
    "year": (31557600.0, "year years yr yrs"),
    "decade": (315576000.0, "decade decades"),
    "century": (3155760000.0, "century centuries"),
}
_OTHERS: Final = {
    "temperature": {"°C": (1.0, "°c celsius"), "degree": (1.0, "degree degrees")},
    "temperature in °F": {"°F": (1.0, "°f fahrenheit")},
    "power": {
        "kW": (1e-3, "kw kilowatt kilowatts"),
        "MW": (1.0, "mw megawatt megawatts"),
        "GW": (1e3, "gw gigawatt gigawatts"),
        "horsepower": (7.457e-4, "horsepower hp"),
    },
    "energy": {
        "kWh": (1.0, "kwh"),
        "MWh": (1e3, "mwh"),
        "GWh": (1e6, "gwh"),
        "TWh": (1e9, "twh"),
    },
    "speed": {
        "mph": (0.44704, "mph"),
        "km/h": (1 / 3.6, "kph kmh kmph"),
        "m/s": (1.0, ""),
        "ft/s": (0.3048, ""),
        "knot": (0.514444, "knot knots kt kts"),
    },
    "volume": {
        "millilitre": (1e-3, "ml millilitre millilitres milliliter milliliters"),
        "litre": (1.0, "liter liters litre litres"),
        "gallon": (3.785411784, "gallon gallons"),
        "barrel": (158.987294928, "barrel barrels bbl"),
        "m³": (1e3, ""),
        "ft³": (28.316846592, ""),
    },
    "data": {
        "MB": (1e-3, "mb megabyte megabytes"),
        "GB": (1.0, "gb gigabyte gigabytes"),
        "TB": (1e3, "tb terabyte terabytes"),
        "PB": (1e6, "pb petabyte petabytes"),
    },
    "points": {"point": (1.0, "percentage-point percentage-points"), "basis point": (0.01, "")},
    "magnitude": {"magnitude": (1.0, "magnitude")},
}
"""Units of what has no kind of its own, by what they measure: they convert only within it."""

UNITS: Final = {
    word: Unit(name, kind, size)
    for kind, table in (
        (FigureKind.LENGTH, _LENGTHS),
        (FigureKind.MASS, _MASSES),
        (FigureKind.AREA, _AREAS),
        (FigureKind.DURATION, _DURATIONS),
    )
    for name, (size, words) in table.items()
    for word in words.split()
} | {
    word: Unit(name, FigureKind.OTHER, size, dimension)
    for dimension, others in _OTHERS.items()
    for name, (size, words) in others.items()
    for word in words.split()
}
NAMED: Final = {unit.name: unit for unit in UNITS.values()} | {
    name: Unit(name, FigureKind.OTHER, size, dimension)
    for dimension, others in _OTHERS.items()
    for name, (size, _) in others.items()
}
"""Units by the name they are shown with."""
SPEEDS: Final = {
    "km": NAMED["km/h"],
    "mile": NAMED["mph"],
    "m": NAMED["m/s"],
    "foot": NAMED["ft/s"],
}
"""The speed that a length per hour (of small lengths: per second) is."""
PERCENT: Final = Unit("%", FigureKind.PERCENT)
COUNT: Final = Unit("", FigureKind.COUNT)

LETTER_UNITS: Final = words("m g mi ha min sec mw gw kw hp kt ml mb tb pb won rand lira yard dong")
"""Units that are also ordinary letters or words: read as units only directly after digits."""


def area_of(length: Unit) -> Unit:
    """The square of a unit of length ("sq km")."""
    return Unit(f"sq {length.name}", FigureKind.AREA, length.size**2)


def unit_named(name: str) -> Unit | None:
    """The unit that a stored figure's ``unit`` names; currencies are one of themselves."""
    if name == "%":
        return PERCENT
    if not name:
        return COUNT
    if name.startswith("sq "):
        length = NAMED.get(name[3:])
        return area_of(length) if length else None
    return NAMED.get(name)
