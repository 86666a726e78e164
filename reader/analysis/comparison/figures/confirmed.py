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
    """The values that one article gives, each with its claims: finding one again costs the same, however many."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims: dict[Value, list[Claim]] = {}
        self._numbers: set[float] = set()
        self._bare: set[float] = set()
        for claim in claims:
            self._claims.setdefault(_value(claim.figure), []).append(claim)
            self._numbers.add(claim.figure.value)
            if _is_bare(claim.figure):
                self._bare.add(claim.figure.value)

    def confirms(self, sought: Sought) -> bool:
        """Whether the article gives a claim's value again.

        It may be of the same noun, or of none, or a long one; or it is a bare decimal ("the agency had given 6.4").
        """
        claim = sought.claim
        value = claim.figure.value
        if value in self._bare or (sought.is_bare and value in self._numbers):
            return True
        if sought.is_telling:
            return sought.value in self._claims
        return any(
            claim.thing == other.thing or not claim.thing or not other.thing or {claim.thing, other.thing} & GENERAL
            for other in self._claims.get(sought.value, ())
        )


def _is_bare(figure: Figure) -> bool:
    return figure.kind is FigureKind.COUNT and not figure.counts and not figure.value.is_integer()


def _value(figure: Figure) -> Value:
    unit = unit_named(figure.unit)
    size = unit.size if unit else 1.0
    measure = figure.kind.value
    if figure.kind in _OWN_UNITS:
        measure += unit.dimension if unit and unit.dimension else figure.unit
    return measure, f"{figure.value * size:.9g}"
