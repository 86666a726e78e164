"""How two places relate: the same, one inside the other, apart, or not known. From tables and from the texts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from reader.analysis.comparison.facts.places import Place

STEPS = 2
"""Steps from a place outwards: "the port of Dalby" lies in Dalby, Dalby in Norland."""


class Nearness(Enum):
    """How two places relate; ``UNKNOWN`` are two of which nothing says whether one lies in the other."""

    SAME = auto()
    INSIDE = auto()
    UNKNOWN = auto()
    APART = auto()


class Geography:
    """Which places lie in which, as far as the compared articles say it ("Oran, Norland") and the tables know it."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Take every place that the articles name."""
        self._around: dict[str, set[str]] = {}
        for place in places:
            for number, inner in enumerate(place.names):
                self._around.setdefault(inner.key, set()).update(outer.key for outer in place.names[number + 1 :])

    def nearness(self, one: Place, other: Place) -> Nearness:
        """How two places relate."""
        first, second = one.names[0], other.names[0]
        if first.key == second.key:
            return Nearness.SAME
        outwards, others = self._outwards(one), self._outwards(other)
        if second.key in outwards or first.key in others:
            return Nearness.INSIDE
        countries = _countries(outwards), _countries(others)
        if all(countries) and not countries[0] & countries[1]:
            return Nearness.APART
        # A town of which nobody says in which country it lies may well lie in the one that the other source names.
        return Nearness.INSIDE if first.is_country or second.is_country else Nearness.UNKNOWN

    def _outwards(self, place: Place) -> set[str]:
        """The keys of a place and of everything that it is known to lie in."""
        found = {name.key for name in place.names}
        for _ in range(STEPS):
            found |= {key for each in tuple(found) for key in self._around.get(each, ())}
        return found | {f"={name.country}" for name in place.names if name.country}


def _countries(keys: set[str]) -> set[str]:
    """Those of some keys that are countries: their names are written as in the tables."""
    return {key for key in keys if key.startswith("=") and key[1:2].isupper()}
