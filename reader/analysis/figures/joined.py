"""Numbers made of two: ranges ("12-15"), scores ("3-1") and shares ("one in five")."""

from __future__ import annotations

from typing import Final

from reader.analysis.figures.currencies import CURRENCY_SIGNS
from reader.analysis.figures.intervals import rounding
from reader.analysis.figures.numbers import (
    DASHES,
    Form,
    Number,
    digits_at,
    is_money_sign,
    lower_at,
    scale_after,
    words_at,
)
from reader.analysis.figures.tokens import Token
from reader.analysis.numerals import SCALES, SHORT_SCALES, TENS, UNITS, digits_value
from reader.analysis.wordlists import words

_SCORE_CUES: Final = words(
    "win wins won winning beat beats beating lost lose loss defeat defeated defeating victory draw drew drawn score "
    "scored lead led tie tied match vote voted ruling ruled"
)

LARGEST_SCORE: Final = 999
"""Points beyond which two joined numbers are no score of any game."""
NEAR_ALTERNATIVE: Final = 5
"""How far apart two numbers joined by "or" may be to be one guess ("four or five")."""
_SPANS: Final = words("years months days weeks hours minutes cities countries seconds decades games")
"""After "one in five" they say where or when, not a share of a group ("one in five years")."""


def share_of_group(tokens: list[Token], single: Number) -> Number | None:
    """Shares: "1 in 5", "one out of every five" as per cent."""
    at = single.last + 1
    joint = lower_at(tokens, single.last)
    if single.form is not Form.PLAIN or joint not in {"in", "out"} or single.value > 99:
        return None
    if joint == "out":
        if lower_at(tokens, at) != "of":
            return None
        at += 1
    at += lower_at(tokens, at) == "every"
    whole = digits_at(tokens, at) or words_at(tokens, at) if at < len(tokens) else None
    if whole is None or whole.form is not Form.PLAIN or not single.value < whole.value <= 1000:
        return None
    if lower_at(tokens, whole.last) in _SPANS:
        return None
    share = 100.0 * single.value / whole.value
    return Number(single.first, whole.last, share, 0.5, Form.SHARE, share - 0.5, share + 0.5)


def range_or_score(tokens: list[Token], single: Number) -> Number | None:
    """The range or score that a number opens: "12-15", "12 to 15", "between 12 and 15", "3-1"."""
    percent = lower_at(tokens, single.last) == "%"
    at = single.last + percent
    at += lower_at(tokens, at) in DASHES and lower_at(tokens, at + 1) in {"to", "or"}  # "40- to 60-hour"
    sign = tokens[single.first - 1].text if single.first else ""
    signed = sign in CURRENCY_SIGNS and at + 1 < len(tokens) and tokens[at + 1].text == sign
    if single.form is not Form.PLAIN or not _joins(tokens, single.first - (sign in CURRENCY_SIGNS), at):
        return None
    money = single.first > 0 and is_money_sign(sign)
    other = _second(tokens, at + signed, tokens[at].lower, money=money)
    if other is None or other.form is not Form.PLAIN or (percent and lower_at(tokens, other.last) != "%"):
        return None
    dashed = tokens[at].text in DASHES
    if dashed and (single.value >= other.value or _is_score(tokens, single.first, other.last)):
        if max(single.value, other.value) > LARGEST_SCORE:
            return None
        return Number(single.first, other.last, single.value, 0.0, Form.SCORE)
    shares_scale = other.scaled and not single.scaled and single.value < 1000
    low = single.value * (_scale_of(tokens, other) if shares_scale else 1.0)
    from_one = lower_at(tokens, single.first - 1 - (sign in CURRENCY_SIGNS)) == "from"
    is_change = from_one and not shares_scale
    if is_change or low >= other.value or (tokens[at].lower == "or" and other.value - low > NEAR_ALTERNATIVE):
        return None
    slack = max(single.slack, other.slack)
    return Number(single.first, other.last, low, slack, Form.RANGE, low, other.value, scaled=other.scaled)


def _joins(tokens: list[Token], first: int, at: int) -> bool:
    """Whether the token at ``at`` joins the number that begins at ``first`` to another one."""
    if at + 1 >= len(tokens):
        return False
    joint, before = tokens[at].lower, lower_at(tokens, first - 1)
    if joint in DASHES:
        return tokens[at].glued == tokens[at + 1].glued
    if joint == "and":
        return before == "between"
    return joint in {"to", "or"} and before not in {"rose", "fell", "grew"}


def _second(tokens: list[Token], at: int, joint: str, *, money: bool) -> Number | None:
    """The number after the joint, which stands at ``at`` or before the currency sign there."""
    if at + 1 >= len(tokens):
        return None
    if tokens[at + 1].is_number:
        return _digits_at_loose(tokens, at + 1, money=money)
    return _words_at_loose(tokens, at + 1, joint)


def _digits_at_loose(tokens: list[Token], at: int, *, money: bool) -> Number | None:
    """Digits after a dash, which elsewhere would make a code of them."""
    value = digits_value(tokens[at].text)
    if value is None:
        return None
    scale, last = scale_after(tokens, at, money=money)
    if scale == 1.0:
        return Number(at, last, value, 0.0)
    return Number(at, last, value * scale, rounding(tokens[at].text, scale), scaled=True)


def _words_at_loose(tokens: list[Token], at: int, joint: str) -> Number | None:
    if joint in DASHES and lower_at(tokens, at) not in UNITS:
        return None
    value = UNITS.get(lower_at(tokens, at)) or TENS.get(lower_at(tokens, at))
    if value is None:
        return None
    if joint in DASHES:
        return Number(at, at + 1, float(value), 0.0)
    return words_at(tokens, at)


def _scale_of(tokens: list[Token], number: Number) -> float:
    word = tokens[number.last - 1].lower
    return SCALES.get(word) or SHORT_SCALES.get(word) or 1.0


def _is_pair(tokens: list[Token], at: int) -> bool:
    """Whether two joined numbers stand at ``tokens[at]``, a comma apart from others: sets are told in a row."""
    if at < 0 or at + 2 >= len(tokens) or not tokens[at].is_number or not tokens[at + 2].is_number:
        return False
    beside = lower_at(tokens, at + 3) == "," or lower_at(tokens, at - 1) == ","
    return tokens[at + 1].text in DASHES and beside


def _is_score(tokens: list[Token], first: int, last: int) -> bool:
    around = tokens[max(0, first - 6) : first] + tokens[last : last + 4]
    if _is_pair(tokens, first - 4) or _is_pair(tokens, last + 1):
        return True
    return any(token.lower in _SCORE_CUES for token in around)
