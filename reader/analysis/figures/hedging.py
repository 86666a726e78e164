"""The hedge of a figure in its sentence: which of the words before and after it qualify the number."""

from __future__ import annotations

from typing import Final

from reader.analysis.figures.hedges import AFTER, BEFORE, EXACT, LONGEST, OUTSIDE, Hedge
from reader.analysis.figures.measured import Measured
from reader.analysis.figures.numbers import Form, lower_at
from reader.analysis.figures.tokens import Token
from reader.analysis.figures.units import COUNT
from reader.analysis.wordlists import words
from reader.models.annotations import FigureKind

_WEAK_HEDGES: Final = words("over under above below beyond around")
"""Prepositions of place that hedge only measured or larger numbers ("over two countries" hedges nothing)."""
_TOPIC_WORDS: Final = words(
    "talk talks talked talking speak spoke speaking spoken ask asked worry worried know knows knew think hear heard "
    "learn learned concerned concerns complained complain told write wrote questions information details "
    "charged arrested sued row dispute clash clashed anger protest protests protested criticised criticized fight "
    "fought investigated accused tried jailed resign resigned apologised apologized argue argued outrage lawsuit "
    "convicted fined sanctions sanctioned warned"
)
"""After them "about" and "over" are prepositions ("asked about 30 companies", "charged over 17 deaths")."""
_HEDGED_FROM: Final = 10


EXACT_DIGITS: Final = 4
"""Significant digits from which "over" before a number is a preposition; hedged numbers are round."""


def hedge_before(tokens: list[Token], measured: Measured, floor: int) -> tuple[Hedge, int]:
    """The hedge before a figure and its first token; words that only stress it stay outside."""
    first = measured.first
    if lower_at(tokens, first - 1) == "between" and measured.number.form is Form.RANGE:
        return EXACT, first - 1
    for length in range(min(LONGEST, first), 0, -1):
        words = tuple(token.lower for token in tokens[first - length : first])
        hedge = BEFORE.get(words)
        if hedge is None or tokens[first - length].start < floor:
            continue
        if words in OUTSIDE:
            return hedge, first
        if not _is_hedging(tokens, first - length, words, measured):
            continue
        return hedge, first - length
    return EXACT, first


_AFTER_AMOUNT: Final = words(
    "in of for to from on at by with a an the and or per each every worth more less so last this next since when while "
    "was were is are has have had will would could may as annually yearly monthly that which who if but into through "
    "during after before between among against over under than"
)
"""Words after an amount of money that are no noun which the amount qualifies."""


def _is_to_the_digit(value: float) -> bool:
    """Whether a number is given so exactly that nobody says "over" of it ("a bill over €1,846")."""
    return value.is_integer() and len(f"{value:.0f}".rstrip("0")) >= EXACT_DIGITS


def _is_cause(tokens: list[Token], after: int) -> bool:
    """Whether a noun follows an amount of money: "over" then tells of what it is about ("over €36m pension fraud")."""
    word = lower_at(tokens, after)
    return word.isalpha() and word not in _AFTER_AMOUNT and tokens[after].text.islower()


def _is_hedging(tokens: list[Token], at: int, words: tuple[str, ...], measured: Measured) -> bool:
    if words in {("about",), ("over",)} and lower_at(tokens, at - 1) in _TOPIC_WORDS:
        return False
    if words == ("over",) and measured.unit.kind is FigureKind.MONEY and _is_cause(tokens, measured.last):
        return False
    if measured.number.form is Form.ORDINAL or (words == ("over",) and _is_to_the_digit(measured.number.value)):
        return False
    small = measured.unit is COUNT and measured.number.form is Form.PLAIN and measured.number.value < _HEDGED_FROM
    return not (small and len(words) == 1 and words[0] in _WEAK_HEDGES)


def hedge_after(tokens: list[Token], measured: Measured, hedge: Hedge) -> tuple[Hedge, int]:
    """The hedge after a figure ("or more", "+") instead of ``hedge``, and the token after it."""
    last = measured.last
    pair = (lower_at(tokens, last), lower_at(tokens, last + 1))
    if pair in AFTER:
        return AFTER[pair], last + 2
    if pair[0] == "+" and tokens[last].glued:
        return AFTER["or", "more"], last + 1
    return hedge, last
