"""How two places relate: the same, one inside the other, apart, or not known. From tables and from the texts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from reader.analysis.comparison.facts.places import Place
from reader.analysis.comparison.facts.sizes import Size, size_of

STEPS = 2
"""Steps from a place outwards: "the port of Dalby" lies in Dalby, Dalby in Norland."""

_OPPOSITE = (("north", "south"), ("east", "west"))


class Nearness(Enum):
    """How two places relate; ``UNKNOWN`` are two of which nothing says whether they are apart: streets, say."""

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
        """How two places relate; ``INSIDE`` too where one may well lie in the other: any street in any town."""
        first, second = one.names[0], other.names[0]
        if first.key == second.key or _are_initials(first.name, second.name) or _are_initials(second.name, first.name):
            return _nearness_of_parts(one, other)
        outwards, others = self._outwards(one), self._outwards(other)
        if second.key in outwards or first.key in others:
            return Nearness.INSIDE
        countries = _countries(outwards), _countries(others)
        if all(countries) and not countries[0] & countries[1]:
            return Nearness.APART
        size = size_of(first)
        if size is not size_of(second):
            return Nearness.INSIDE
        return Nearness.UNKNOWN if size is Size.SMALL or one.is_near or other.is_near else Nearness.APART

    def _outwards(self, place: Place) -> set[str]:
        """The keys of a place and of everything that it is known to lie in."""
        found = {name.key for name in place.names}
        for _ in range(STEPS):
            found |= {key for each in tuple(found) for key in self._around.get(each, ())}
        return found | {f"={name.country}" for name in place.names if name.country}


def _nearness_of_parts(one: Place, other: Place) -> Nearness:
    """How two parts of one place relate, its north and its south, or a part and the whole."""
    if any((a in one.part and b in other.part) or (b in one.part and a in other.part) for a, b in _OPPOSITE):
        return Nearness.APART
    return Nearness.SAME if one.part == other.part and one.is_near == other.is_near else Nearness.INSIDE


def _are_initials(short: str, name: str) -> bool:
    """Whether a name is written by its initials: "N.Y." of New York."""
    initials = "".join(word[0] for word in name.split() if word[:1].isupper())
    return len(initials) > 1 and short.replace(".", "") == initials


def _countries(keys: set[str]) -> set[str]:
    return {key for key in keys if key.startswith("=")}
