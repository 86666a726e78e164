"""Numbers among the tokens of a sentence, in digits and words, before hedge and unit are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reader.analysis.figures.intervals import HALF_SHARE, VAGUE, rounding
from reader.analysis.figures.tokens import Token
from reader.analysis.numerals import (
    FRACTIONS,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    TENS,
    UNITS,
    digits_value,
    words_value,
)
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


_DASHES: Final = frozenset("-–—‑")
_NOT_BEFORE_ONE: Final = words("no this that the any every some each which another")
_NOT_AFTER_ONE: Final = words(
    "of another can must should is was would could has had will who whom that which to in on at and or but day by as "
    "from for with may might cannot about if when where thing more's"
)
_SHARE_FOLLOWERS: Final = words("of the its their his her our all")
_ORDINAL_SUFFIXES: Final = words("st nd rd th")
_SCORE_CUES: Final = words(
    "win wins won winning beat beats beating lost lose loss defeat defeated defeating victory draw drew drawn score "
    "scored lead led tie tied match vote voted ruling ruled"
)


def number_at(tokens: list[Token], at: int) -> Number | None:
    """The number that begins at ``tokens[at]``, as long as it goes; None if there is none."""
    token = tokens[at]
    if token.is_number:
        single = _digits_at(tokens, at)
    elif token.is_word:
        single = _share_at(tokens, at) or _vague_at(tokens, at) or _dozen_at(tokens, at) or _ordinal_at(tokens, at)
        single = single or _words_at(tokens, at)
    else:
        return None
    if single is None:
        return None
    return _one_in(tokens, single) or _range_or_score(tokens, single) or single


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _is_code(tokens: list[Token], at: int) -> bool:
    """Whether digits hang on letters ("B52", "F-16", "Covid-19")."""
    if at == 0 or not tokens[at].glued:
        return False
    before = tokens[at - 1]
    if before.is_word or before.text in "_/\\":
        return True
    return before.text in _DASHES and before.glued and at > 1 and tokens[at - 2].is_word


def _digits_at(tokens: list[Token], at: int) -> Number | None:
    value = digits_value(tokens[at].text)
    if value is None or _is_code(tokens, at):
        return None
    after, last = _text(tokens, at + 1), at + 1
    glued = last < len(tokens) and tokens[last].glued
    if glued and after in _ORDINAL_SUFFIXES:
        return Number(at, at + 2, value, 0.0, Form.ORDINAL)
    scale = 1.0
    if after in SCALES or (after in SHORT_SCALES and after not in {"m", "b", "k"}):
        scale, last = SCALES.get(after) or SHORT_SCALES[after], at + 2
    elif after in _DASHES and _text(tokens, at + 2) in SCALES:
        scale, last = SCALES[_text(tokens, at + 2)], at + 3
    elif glued and after == "k":
        scale, last = 1e3, at + 2
    elif glued and after in {"m", "b"} and at > 0 and tokens[at - 1].text in "$€£¥₹₽₪":
        scale, last = SHORT_SCALES[after], at + 2
    if scale == 1.0:
        return Number(at, last, value, 0.0)
    return Number(at, last, value * scale, rounding(tokens[at].text, scale), scaled=True)


def _words_at(tokens: list[Token], at: int) -> Number | None:
    words: list[str] = []
    last = reach = at
    while reach < len(tokens) and reach - at < 12:
        word = _text(tokens, reach)
        if word in UNITS or word in TENS or (word in SCALES and words):
            words.append(word)
            last = reach = reach + 1
        elif (word == "and" and words and words[-1] in SCALES and _text(tokens, reach + 1) in {**UNITS, **TENS}) or (
            word in _DASHES and words and tokens[reach].glued
        ):
            reach += 1
        else:
            break
    if last - at == 1 and words == ["one"] and not _is_counting_one(tokens, at):
        return None
    if at > 0 and tokens[at].glued and tokens[at - 1].text in _DASHES:
        return None
    value = words_value(words)
    if value is None:
        return None
    scaled = any(word in SCALES and SCALES[word] >= 1e6 for word in words)
    slack = 0.5 * SCALES[words[-1]] if scaled and words[-1] in SCALES else 0.0
    return Number(at, last, value, slack, scaled=scaled)


def _is_counting_one(tokens: list[Token], at: int) -> bool:
    if _text(tokens, at + 1) in {"in", "out"} and _text(tokens, at + 2) in {**UNITS, **TENS, "of": 0, "every": 0}:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or _text(tokens, at - 1) in _NOT_BEFORE_ONE:
        return False
    if following.text in _DASHES:
        return False
    return following.is_word and following.text.islower() and following.lower not in _NOT_AFTER_ONE


def _dozen_at(tokens: list[Token], at: int) -> Number | None:
    """ "a dozen", "two dozen", "half a dozen", "a hundred", "half a million", "a million and a half"."""
    first, factor, reach = at, 1.0, at + 1
    word = _text(tokens, at)
    if word == "half" and _text(tokens, at + 1) in {"a", "an"}:
        factor, reach = 0.5, at + 2
    elif word not in {"a", "an"}:
        count = UNITS.get(word) or TENS.get(word)
        if count is None or _text(tokens, at + 1) != "dozen":
            return None
        factor = float(count)
    scale = _text(tokens, reach)
    if scale == "dozen":
        return Number(first, reach + 1, 12 * factor, 0.0)
    if scale in SCALES and (word != "a" or _text(tokens, reach + 1) != "times"):
        value = SCALES[scale] * factor
        return Number(first, reach + 1, value, value / 2 if factor == 1 and value >= 1e6 else 0.0, scaled=value >= 1e5)
    return None


def _vague_at(tokens: list[Token], at: int) -> Number | None:
    word, last = _text(tokens, at), at + 1
    if word not in VAGUE:
        return None
    if _text(tokens, at + 1) == "of" and f"{word} of {_text(tokens, at + 2)}" in VAGUE:
        word, last = f"{word} of {_text(tokens, at + 2)}", at + 3
    if word in {"tens", "scores", "millions", "billions"} and _text(tokens, last) not in {"of", "more"}:
        return None
    low, high = VAGUE[word]
    return Number(at, last, low, 0.0, Form.VAGUE, low, high)


def _share_at(tokens: list[Token], at: int) -> Number | None:
    """ "half of", "a third", "two-thirds", "three quarters" as per cent."""
    word = _text(tokens, at)
    if word == "half":
        if at and (tokens[at - 1].text in _DASHES or _text(tokens, at - 1) in {"first", "second", "other", "a"}):
            return None
        hedged = _text(tokens, at - 1) in {"nearly", "almost", "about", "over", "than", "around", "least"}
        if _text(tokens, at + 1) in {"a", "an"} or not (hedged or _text(tokens, at + 1) in _SHARE_FOLLOWERS):
            return None
        return _share(at, at + 1, 50.0)
    above = 1 if word in {"a", "one"} else int(UNITS.get(word, 0))
    reach = at + 1
    if _text(tokens, reach) in _DASHES:
        reach += 1
    part = _text(tokens, reach)
    if not above or part not in FRACTIONS or part == "half" or (above > 1) != part.endswith("s"):
        return None
    if word == "a" and _text(tokens, reach + 1) not in {"of", "the", "", ",", ".", "and", ";", "to"}:
        return None
    if above >= FRACTIONS[part]:
        return None
    return _share(at, reach + 1, 100.0 * above / FRACTIONS[part])


def _share(first: int, last: int, value: float) -> Number:
    return Number(first, last, value, HALF_SHARE, Form.SHARE, value - HALF_SHARE, value + HALF_SHARE)


def _ordinal_at(tokens: list[Token], at: int) -> Number | None:
    word, last = _text(tokens, at), at + 1
    base = 0
    if word in TENS and _text(tokens, at + 1) in _DASHES:
        base, word, last = TENS[word], _text(tokens, at + 2), at + 3
    value = ORDINALS.get(word)
    if value is None or (base and value > 9):
        return None
    following = tokens[last] if last < len(tokens) else None
    if tokens[at].text[0].isupper() and following is not None and following.text[0].isupper():
        return None
    if word in {"first", "second"} and (
        _text(tokens, at - 1) in {"at", "per", "split"} or (following and at == 0 and following.text == ",")
    ):
        return None
    if word == "second" and _text(tokens, at - 1) in {"a", "one"} and (following is None or not following.is_word):
        return None
    return Number(at, last, float(base + value), 0.0, Form.ORDINAL)


def _one_in(tokens: list[Token], single: Number) -> Number | None:
    """ "1 in 5", "one out of every five"."""
    at = single.last
    if single.form is not Form.PLAIN or _text(tokens, at) not in {"in", "out"}:
        return None
    at += 1
    if _text(tokens, at - 1) == "out":
        if _text(tokens, at) != "of":
            return None
        at += 1
    if _text(tokens, at) == "every":
        at += 1
    whole = _digits_at(tokens, at) if at < len(tokens) and tokens[at].is_number else None
    if whole is None and at < len(tokens) and tokens[at].is_word:
        whole = _words_at(tokens, at)
    if whole is None or whole.form is not Form.PLAIN or not single.value < whole.value <= 1000 or single.value > 99:
        return None
    if whole.last < len(tokens) and tokens[whole.last].lower in {
        "years",
        "months",
        "days",
        "weeks",
        "hours",
        "minutes",
        "cities",
        "countries",
        "seconds",
        "decades",
        "games",
    }:
        return None
    share = 100.0 * single.value / whole.value
    return Number(single.first, whole.last, share, 0.5, Form.SHARE, share - 0.5, share + 0.5)


def _range_or_score(tokens: list[Token], single: Number) -> Number | None:
    """ "12-15", "12 to 15", and "3-1"."""
    at = single.last
    joint = _text(tokens, at)
    joints = {*_DASHES, "to", "or"} | ({"and"} if _text(tokens, single.first - 1) == "between" else set())
    if single.form is not Form.PLAIN or joint not in joints or at + 1 >= len(tokens):
        return None
    if joint in _DASHES and tokens[at].glued != tokens[at + 1].glued:
        return None
    if joint in {"to", "or"} and _text(tokens, single.first - 1) in {"from", "rose", "fell", "grew"}:
        return None
    follower = tokens[at + 1]
    other = _digits_at_loose(tokens, at + 1) if follower.is_number else _words_at_loose(tokens, at + 1, joint)
    if other is None or other.form is not Form.PLAIN:
        return None
    low, high = single, other
    if joint in _DASHES and (low.value >= high.value or _is_score(tokens, single.first, other.last)):
        if high.value > 999 or low.value > 999:
            return None
        return Number(single.first, other.last, low.value, 0.0, Form.SCORE)
    factor = 1.0
    if high.scaled and not low.scaled and low.value < 1000:
        factor = _scale_of(tokens, other)
    if low.value * factor >= high.value or (joint == "or" and high.value - low.value > 5):
        return None
    return Number(
        single.first,
        other.last,
        low.value * factor,
        max(low.slack, high.slack),
        Form.RANGE,
        low.value * factor,
        high.value,
        scaled=high.scaled,
    )


def _digits_at_loose(tokens: list[Token], at: int) -> Number | None:
    """Digits after a dash, which elsewhere would make a code of them."""
    value = digits_value(tokens[at].text)
    if value is None:
        return None
    scale = SCALES.get(_text(tokens, at + 1)) or (
        SHORT_SCALES.get(_text(tokens, at + 1)) if _text(tokens, at + 1) in {"bn", "mn", "tn", "mln"} else None
    )
    if scale is None:
        return Number(at, at + 1, value, 0.0)
    return Number(at, at + 2, value * scale, rounding(tokens[at].text, scale), scaled=True)


def _words_at_loose(tokens: list[Token], at: int, joint: str) -> Number | None:
    if joint in _DASHES and _text(tokens, at) not in UNITS:
        return None
    value = UNITS.get(_text(tokens, at)) or TENS.get(_text(tokens, at))
    if value is None:
        return None
    if joint in _DASHES:
        return Number(at, at + 1, float(value), 0.0)
    return _words_at(tokens, at)


def _scale_of(tokens: list[Token], number: Number) -> float:
    word = tokens[number.last - 1].lower
    return SCALES.get(word) or SHORT_SCALES.get(word) or 1.0


def _is_score(tokens: list[Token], first: int, last: int) -> bool:
    around = tokens[max(0, first - 6) : first] + tokens[last : last + 4]
    return any(token.lower in _SCORE_CUES for token in around)
