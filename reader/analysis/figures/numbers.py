"""Plain numbers among the tokens of a sentence, in digits and in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reader.analysis.figures.currencies import CURRENCY_SIGNS, LETTERS, SINGLE_LETTERS
from reader.analysis.figures.intervals import rounding
from reader.analysis.figures.tokens import Token
from reader.analysis.numerals import MONEY_SCALES, SCALES, SHORT_SCALES, TENS, UNITS, digits_value, words_value
from reader.analysis.wordlists import words


class Form(StrEnum):
    """How a number is written, as far as it decides what it can measure."""

    PLAIN = "plain"
    VAGUE = "vague"
    SHARE = "share"
    ORDINAL = "ordinal"
    SCORE = "score"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``tokens[first:last]``: its value, the slack of its last digit, and the ends that it allows.

    ``low`` and ``high`` are None unless the form itself says them (ranges, vague plurals, shares).
    """

    first: int
    last: int
    value: float
    slack: float
    form: Form = Form.PLAIN
    low: float | None = None
    high: float | None = None
    scaled: bool = False


DASHES: Final = frozenset("-–—‑")
_NOT_BEFORE_ONE: Final = words("no this that the any every some each which another")
_NOT_AFTER_ONE: Final = words(
    "of another can must should is was would could has had will who whom that which to in on at and or but day by as "
    "from for with may might cannot about if when where thing more's"
)
_ORDINAL_SUFFIXES: Final = words("st nd rd th")


def lower_at(tokens: list[Token], at: int) -> str:
    """The token at an index in lower case; "" outside of the sentence."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def digits_at(tokens: list[Token], at: int) -> Number | None:
    """A number in digits, with its scale ("1.7bn") or as an ordinal ("75th"); None for codes ("B52")."""
    value = digits_value(tokens[at].text)
    if value is None or _is_code(tokens, at):
        return None
    if at + 1 < len(tokens) and tokens[at + 1].glued and lower_at(tokens, at + 1) in _ORDINAL_SUFFIXES:
        return Number(at, at + 2, value, 0.0, Form.ORDINAL)
    scale, last = scale_after(tokens, at, money=at > 0 and is_money_sign(tokens[at - 1].text))
    if scale == 1.0:
        return Number(at, last, value, 0.0)
    while last < len(tokens) and tokens[last].lower in SCALES:
        scale, last = scale * SCALES[tokens[last].lower], last + 1
    return Number(at, last, value * scale, rounding(tokens[at].text, scale), scaled=True)


def scale_after(tokens: list[Token], at: int, *, money: bool) -> tuple[float, int]:
    """The scale behind the digits at ``at`` ("1.7bn", "4-million", beside money "4 m"), and the token after it."""
    after = lower_at(tokens, at + 1)
    if after in DASHES and lower_at(tokens, at + 2) in SCALES:
        return SCALES[lower_at(tokens, at + 2)], at + 3
    if after not in MONEY_SCALES:
        scale = SCALES.get(after) or SHORT_SCALES.get(after)
        return (scale, at + 2) if scale else (1.0, at + 1)
    counts = after == "k" or (after == "m" and _counts_many(tokens, at + 2))
    return (SHORT_SCALES[after], at + 2) if money or (tokens[at + 1].glued and counts) else (1.0, at + 1)


def _counts_many(tokens: list[Token], at: int) -> bool:
    """Whether a plural noun follows "m", by itself or behind a name: "1.5m customers", "3.2m Delta passengers"."""
    owned = at < len(tokens) and tokens[at].text[0].isupper()
    return _counts_people_or_things(lower_at(tokens, at)) or (
        owned and _counts_people_or_things(lower_at(tokens, at + 1))
    )


def is_money_sign(sign: str) -> bool:
    """Whether it stands before amounts of money ("$", "Rs", "R")."""
    return sign in CURRENCY_SIGNS or sign in LETTERS or sign in SINGLE_LETTERS


def _counts_people_or_things(word: str) -> bool:
    """Whether a plural noun follows "m", which then is million and not metre ("1.5m customers")."""
    return word in {"people", "men", "women", "children"} or (len(word) > 3 and word.endswith("s") and word[-2] != "s")


def _is_code(tokens: list[Token], at: int) -> bool:
    """Whether digits hang on letters ("B52", "F-16", "Covid-19")."""
    if at == 0 or not tokens[at].glued:
        return False
    before = tokens[at - 1]
    if before.text in LETTERS or (before.text in SINGLE_LETTERS and not before.glued and _is_large_amount(tokens, at)):
        return False
    if before.is_word or before.text in "_/\\":
        return True
    return before.text in DASHES and before.glued and at > 1 and tokens[at - 2].is_word


def _is_large_amount(tokens: list[Token], at: int) -> bool:
    """Whether digits have a scale or thousands, as amounts of money have and codes have not."""
    return "," in tokens[at].text or lower_at(tokens, at + 1) in SCALES or lower_at(tokens, at + 1) in SHORT_SCALES


def words_at(tokens: list[Token], at: int) -> Number | None:
    """A number in words ("two hundred and five"); the pronoun "one" is none."""
    if _is_name(tokens, at):
        return None
    words: list[str] = []
    last = reach = at
    while reach < len(tokens) and reach - at < 12:
        word = lower_at(tokens, reach)
        if word in UNITS or word in TENS or (word in SCALES and words):
            words.append(word)
            last = reach = reach + 1
        elif (word == "and" and words and words[-1] in SCALES and lower_at(tokens, reach + 1) in {**UNITS, **TENS}) or (
            word in DASHES and words and tokens[reach].glued
        ):
            reach += 1
        else:
            break
    if last - at == 1 and words == ["one"] and not _is_counting_one(tokens, at):
        return None
    if at > 0 and tokens[at].glued and tokens[at - 1].text in DASHES:
        return None
    value = words_value(words)
    if value is None:
        return None
    scaled = any(word in SCALES and SCALES[word] >= 1e6 for word in words)
    slack = 0.5 * SCALES[words[-1]] if scaled and words[-1] in SCALES else 0.0
    return Number(at, last, value, slack, scaled=scaled)


def _is_name(tokens: list[Token], at: int) -> bool:
    """Whether a number word inside a sentence is part of a name ("the Four Courts")."""
    if not tokens[at].text[0].isupper() or tokens[at].text.isupper() or at == 0 or not tokens[at - 1].is_word:
        return False
    return at + 1 < len(tokens) and tokens[at + 1].text[0].isupper() and tokens[at - 1].text.islower()


def _is_whole(word: str) -> bool:
    """Whether a word after "one in" begins the number of a group."""
    return word in UNITS or word in TENS or word in {"of", "every"} or word[:1].isdigit()


def _is_counting_one(tokens: list[Token], at: int) -> bool:
    if [lower_at(tokens, at + step) for step in (1, 2, 3)] == ["and", "a", "half"]:
        return True
    if lower_at(tokens, at + 1) in {"in", "out"} and _is_whole(lower_at(tokens, at + 2)):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or lower_at(tokens, at - 1) in _NOT_BEFORE_ONE:
        return False
    if following.text in DASHES:
        return False
    return following.is_word and following.text.islower() and following.lower not in _NOT_AFTER_ONE
