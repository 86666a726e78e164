"""A number with its unit or currency: what stands before and after the number in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.analysis.figures.currencies import (
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    LETTERS,
    SIGN_PREFIXES,
    SINGLE_LETTERS,
    national_currency,
)
from reader.analysis.figures.designations import is_designation
from reader.analysis.figures.numbers import Form, Number, lower_at
from reader.analysis.figures.tokens import Token
from reader.analysis.figures.units import (
    COUNT,
    LETTER_UNITS,
    NAMED,
    PERCENT,
    SPEEDS,
    UNITS,
    Unit,
    area_of,
)
from reader.models.annotations import FigureKind


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit: tokens from ``first`` up to ``last``."""

    number: Number
    unit: Unit
    first: int
    last: int


_OWN_FORMS: Final = {
    Form.ORDINAL: Unit("", FigureKind.ORDINAL),
    Form.SCORE: Unit("", FigureKind.OTHER),
    Form.SHARE: PERCENT,
}
"""What numbers of these forms measure, whatever stands beside them."""
_LARGEST_MAGNITUDE: Final = 11
"""No earthquake was, or can be, as strong; stars and disasters "of a magnitude" are no measure."""
_TWO_WORDS: Final = {
    ("per", "cent"): PERCENT,
    ("percentage", "point"): NAMED["point"],
    ("percentage", "points"): NAMED["point"],
    ("basis", "point"): NAMED["basis point"],
    ("basis", "points"): NAMED["basis point"],
    ("metric", "ton"): UNITS["tonne"],
    ("metric", "tons"): UNITS["tonne"],
    ("metric", "tonnes"): UNITS["tonne"],
    ("short", "tons"): UNITS["ton"],
    ("nautical", "mile"): UNITS["nmi"],
    ("nautical", "miles"): UNITS["nmi"],
    ("degrees", "celsius"): UNITS["celsius"],
    ("degrees", "fahrenheit"): UNITS["fahrenheit"],
    ("pounds", "sterling"): Unit("GBP", FigureKind.MONEY),
    ("cubic", "metres"): NAMED["m³"],
    ("cubic", "meters"): NAMED["m³"],
    ("cubic", "feet"): NAMED["ft³"],
}
_LETTER_TEMPERATURES: Final = {"C": NAMED["°C"], "F": NAMED["°F"]}
_PER_TIME: Final = frozenset(
    {("/", "h"), ("/", "hr"), ("/", "s"), ("per", "hour"), ("an", "hour"), ("per", "second"), ("a", "second")}
)
"""What makes a speed of a length."""


def with_unit(tokens: list[Token], number: Number) -> Measured | None:
    """The number with its unit or currency; None if it is part of a code after all ("4K")."""
    first, last = number.first, number.last
    if number.form in _OWN_FORMS:
        return Measured(number, _OWN_FORMS[number.form], first, last)
    money = _currency_before(tokens, first)
    if money is not None:
        return Measured(
            number, Unit(money[0], FigureKind.MONEY), money[1], last + (lower_at(tokens, last) in CURRENCY_WORDS)
        )
    unit, end = _unit_after(tokens, number)
    if unit is not None:
        return Measured(number, unit, first, end)
    if is_designation(tokens, number):
        return None
    follower = tokens[last] if last < len(tokens) else None
    if follower is not None and follower.glued and follower.is_word and tokens[last - 1].is_number:
        return None
    return Measured(number, COUNT, first, last)


def _currency_before(tokens: list[Token], first: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands before a number, and its first token ("US$")."""
    sign = tokens[first - 1].text if first else ""
    if sign in CURRENCY_SIGNS:
        prefix = tokens[first - 2].text if first > 1 and tokens[first - 1].glued else ""
        if prefix in SIGN_PREFIXES:
            return SIGN_PREFIXES[prefix], first - 2
        return CURRENCY_SIGNS[sign], first - 1
    if sign == "." and first > 1 and tokens[first - 2].text in LETTERS:
        return LETTERS[tokens[first - 2].text], first - 2
    if sign in LETTERS:
        return LETTERS[sign], first - 1
    if sign in SINGLE_LETTERS and tokens[first].glued and not tokens[first - 1].glued:
        return SINGLE_LETTERS[sign], first - 1
    return (sign, first - 1) if sign in CURRENCY_CODES else None


def _unit_after(tokens: list[Token], number: Number) -> tuple[Unit | None, int]:
    """The unit after a number and the token after it; hyphens join them ("670-kilometer")."""
    at = number.last
    near = lower_at(tokens, number.first - 1)
    measures = near == "magnitude" or (near == "of" and lower_at(tokens, number.first - 2) == "magnitude")
    if measures and number.value < _LARGEST_MAGNITUDE:
        return NAMED["magnitude"], at
    if lower_at(tokens, at) in {"-", "–"} and at + 1 < len(tokens) and tokens[at + 1].glued:
        at += 1
    at += number.form is Form.VAGUE and lower_at(tokens, at) == "of"
    word, after = lower_at(tokens, at), lower_at(tokens, at + 1)
    if (word, after) in _TWO_WORDS:
        return _TWO_WORDS[word, after], at + 2
    capital = _unit_with_capital(tokens, at) if at == number.last else None
    if capital is not None:
        return capital
    if word in {"square", "sq"}:
        at += 1 + (after == ".")
        length = UNITS.get(lower_at(tokens, at))
        return (area_of(length), at + 1) if length and length.kind is FigureKind.LENGTH else (None, at)
    unit = _unit_named(tokens, number, word, after)
    if unit is not None and unit.name in SPEEDS and (after, lower_at(tokens, at + 2)) in _PER_TIME:
        return SPEEDS[unit.name], at + 3
    return unit, at + 1


def _unit_with_capital(tokens: list[Token], at: int) -> tuple[Unit, int] | None:
    """A nation's money ("Kenyan shillings") or a temperature ("1,300C") at ``tokens[at]``, and the token after it."""
    if at >= len(tokens) or not tokens[at].text[0].isupper():
        return None
    currency = national_currency(tokens[at].text, lower_at(tokens, at + 1))
    if currency is not None:
        return Unit(currency, FigureKind.MONEY), at + 2
    if tokens[at].glued and tokens[at].text in _LETTER_TEMPERATURES and tokens[at - 1].is_number:
        return _LETTER_TEMPERATURES[tokens[at].text], at + 1
    return None


def _unit_named(tokens: list[Token], number: Number, word: str, after: str) -> Unit | None:
    """The unit that one word after a number names."""
    if word in {"%", "percent", "pct"}:
        return PERCENT
    if word in {"pound", "pounds"}:
        return Unit("GBP", FigureKind.MONEY) if number.scaled and not _is_of_force(tokens, number) else UNITS["lb"]
    if word == "won" or (word in LETTER_UNITS and not tokens[number.last - 1].is_number):
        return None
    if word in CURRENCY_WORDS:
        return Unit(CURRENCY_WORDS[word], FigureKind.MONEY)
    unit = UNITS.get(word)
    if unit is None or (word == "second" and number.value != 1) or (unit.name == "degree" and after in {"in", "from"}):
        return None
    return unit


def _is_of_force(tokens: list[Token], number: Number) -> bool:
    """Whether a number of pounds is of force: "5 million pounds of liftoff thrust"."""
    following = [token.lower for token in tokens[number.last + 1 : number.last + 6]]
    return following[:1] == ["of"] and bool({"thrust", "force"} & set(following))
