"""Which values another article gives as well: such a figure is confirmed there, and no candidate for a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.comparison.figures.alike import TELLING_DIGITS, digits
from reader.analysis.comparison.figures.records import Claim
from reader.analysis.comparison.figures.things import GENERAL
from reader.analysis.figures.units import unit_named
from reader.models.annotations import Figure, FigureKind

Value = tuple[str, str]
"""A measure and a value in its base unit, or "bare" and a number without a unit."""

_OWN_UNITS = frozenset({FigureKind.MONEY, FigureKind.OTHER})


@dataclass(frozen=True, slots=True)
class Sought:
    """A claim that is looked for in other articles.

    Attributes:
        value: its value, in which figures of one measure are equal.
        is_bare: whether it is a decimal without a unit or noun.
        is_telling: whether its value alone is enough to know it by.
    """

    claim: Claim
    value: Value
    is_bare: bool
    is_telling: bool

    @classmethod
    def of(cls, claim: Claim) -> Sought:
        """The claim with what it is known by."""
        figure = claim.figure
        telling = figure.kind is not FigureKind.COUNT or digits(figure.value) >= TELLING_DIGITS
        return cls(claim, _value(figure), _is_bare(figure), telling)


class Given:
    """The values that articles give, each with its sources: finding them again costs the same, however many."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._things: dict[Value, dict[int, set[str]]] = {}
        self._numbers: dict[float, set[int]] = {}
        self._bare: dict[float, set[int]] = {}
        self._of_thing: dict[tuple[Value, str], frozenset[int]] = {}
        for claim in claims:
            figure, source = claim.figure, claim.source
            self._things.setdefault(_value(figure), {}).setdefault(source, set()).add(claim.thing)
            self._numbers.setdefault(figure.value, set()).add(source)
            if _is_bare(figure):
                self._bare.setdefault(figure.value, set()).add(source)

    def sources(self, sought: Sought) -> frozenset[int]:
        """The articles that give a claim's value, perhaps its own among them.

        It may be of the same noun, or of none, or a long one; or it is a bare decimal ("the agency had given 6.4").
        """
        value = sought.claim.figure.value
        found = frozenset(self._bare.get(value, ())) | (self._numbers[value] if sought.is_bare else frozenset())
        if sought.is_telling:
            return found | self._things[sought.value].keys()
        return found | self._sources_of(sought.value, sought.claim.thing)

    def _sources_of(self, value: Value, thing: str) -> frozenset[int]:
        """The articles that give a value of a thing, or of nothing that it could not be."""
        if (value, thing) not in self._of_thing:
            self._of_thing[value, thing] = frozenset(
                source
                for source, things in self._things[value].items()
                if not thing or thing in GENERAL or thing in things or "" in things or things & GENERAL
            )
        return self._of_thing[value, thing]


def _is_bare(figure: Figure) -> bool:
    return figure.kind is FigureKind.COUNT and not figure.counts and not figure.value.is_integer()


def _value(figure: Figure) -> Value:
    unit = unit_named(figure.unit)
    size = unit.size if unit else 1.0
    measure = figure.kind.value
    if figure.kind in _OWN_UNITS:
        measure += unit.dimension if unit and unit.dimension else figure.unit
    return measure, f"{figure.value * size:.9g}"
