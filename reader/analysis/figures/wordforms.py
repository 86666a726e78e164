"""Numbers that are written in a way of their own: dozens, vague plurals, fractions and ordinals."""

from __future__ import annotations

from typing import Final

from reader.analysis.figures.intervals import HALF_SHARE, VAGUE
from reader.analysis.figures.numbers import DASHES, Form, Number, lower_at
from reader.analysis.figures.tokens import Token
from reader.analysis.numerals import FRACTIONS, ORDINALS, SCALES, TENS, UNITS
from reader.analysis.wordlists import words

ROUND_PART: Final = 0.06
"""Share by which part of a round number may be off: 240,000 homes are "a quarter of a million", 220,000 are not."""
_SHARE_FOLLOWERS: Final = words("of the its their his her our all")


def dozen_at(tokens: list[Token], at: int) -> Number | None:
    """Dozens and round numbers: "a dozen", "two dozen", "half a dozen", "a hundred", "half a million"."""
    first, factor, reach = at, 1.0, at + 1
    word = lower_at(tokens, at)
    if word == "half" and lower_at(tokens, at + 1) in {"a", "an"}:
        factor, reach = 0.5, at + 2
    elif word not in {"a", "an"}:
        count = UNITS.get(word) or TENS.get(word)
        if count is None or lower_at(tokens, at + 1) != "dozen":
            return None
        factor = float(count)
    scale = lower_at(tokens, reach)
    if factor == 0.5 and scale in {"percentage", "percent"}:
        return Number(first, reach, 0.5, 0.0)
    if scale == "dozen":
        return Number(first, reach + 1, 12 * factor, 0.0)
    if scale in SCALES and (word != "a" or lower_at(tokens, reach + 1) != "times"):
        value = SCALES[scale] * factor
        slack = value / 2 if factor == 1 and value >= 1e6 else value * ROUND_PART if factor < 1 else 0.0
        return Number(first, reach + 1, value, slack, scaled=value >= 1e5)
    return None


def vague_at(tokens: list[Token], at: int) -> Number | None:
    """Vague plurals: "dozens", "tens of thousands"."""
    word, last = lower_at(tokens, at), at + 1
    if word in {"a", "several"}:
        return _some_at(tokens, at)
    if word not in VAGUE:
        return None
    if lower_at(tokens, at + 1) == "of" and f"{word} of {lower_at(tokens, at + 2)}" in VAGUE:
        word, last = f"{word} of {lower_at(tokens, at + 2)}", at + 3
    if word in {"tens", "scores", "millions", "billions"} and lower_at(tokens, last) not in {"of", "more"}:
        return None
    low, high = VAGUE[word]
    return Number(at, last, low, 0.0, Form.VAGUE, low, high)


def _some_at(tokens: list[Token], at: int) -> Number | None:
    """A few of a round number: "several hundred", "a couple of thousand"."""
    for length in (2, 3, 4):
        words_read = " ".join(lower_at(tokens, at + step) for step in range(length))
        if words_read in VAGUE:
            low, high = VAGUE[words_read]
            return Number(at, at + length, low, 0.0, Form.VAGUE, low, high)
    return None


def _part_of_scale(tokens: list[Token], at: int) -> Number | None:
    """Part of a round number: "a quarter of a million", "two-thirds of a billion"."""
    word = lower_at(tokens, at)
    above = 1 if word in {"a", "one"} else UNITS.get(word, 0)
    reach = at + 1 + (lower_at(tokens, at + 1) in DASHES)
    below, scale = FRACTIONS.get(lower_at(tokens, reach), 0), SCALES.get(lower_at(tokens, reach + 3))
    joined = (lower_at(tokens, reach + 1), lower_at(tokens, reach + 2)) == ("of", "a")
    if not above or above >= below or not joined or scale is None:
        return None
    value = scale * above / below
    return Number(at, reach + 4, value, value * ROUND_PART, scaled=True)


def share_at(tokens: list[Token], at: int) -> Number | None:
    """Fractions: "half of", "a third", "two-thirds", "three quarters" as per cent."""
    if lower_at(tokens, at) == "half":
        return _half_at(tokens, at)
    return _part_of_scale(tokens, at) or _fraction_at(tokens, at)


def _half_at(tokens: list[Token], at: int) -> Number | None:
    before, after = lower_at(tokens, at - 1), lower_at(tokens, at + 1)
    if before in DASHES or before in {"first", "second", "other", "a"} or after in {"a", "an"}:
        return None
    hedged = before in {"nearly", "almost", "about", "over", "than", "around", "least"}
    return _share(at, at + 1, 50.0) if hedged or after in _SHARE_FOLLOWERS else None


def _fraction_at(tokens: list[Token], at: int) -> Number | None:
    word = lower_at(tokens, at)
    above = 1 if word in {"a", "one"} else UNITS.get(word, 0)
    reach = at + 1 + (lower_at(tokens, at + 1) in DASHES)
    part = lower_at(tokens, reach)
    if not above or part == "half" or (above > 1) != part.endswith("s") or above >= FRACTIONS.get(part, 0):
        return None
    if [lower_at(tokens, reach + step) for step in (1, 2, 3)] == ["of", "a", "percentage"]:
        return Number(at, reach + 3, above / FRACTIONS[part], 0.0)
    if word == "a" and lower_at(tokens, reach + 1) not in {"of", "the", "", ",", ".", "and", ";", "to"}:
        return None
    return _share(at, reach + 1, 100.0 * above / FRACTIONS[part])


def _share(first: int, last: int, value: float) -> Number:
    return Number(first, last, value, HALF_SHARE, Form.SHARE, value - HALF_SHARE, value + HALF_SHARE)


def ordinal_at(tokens: list[Token], at: int) -> Number | None:
    """Ordinals in words: "first", "twenty-first"; not in names ("First Lady") or as adverbs ("at first")."""
    word, last = lower_at(tokens, at), at + 1
    base = 0
    if word in TENS and lower_at(tokens, at + 1) in DASHES:
        base, word, last = TENS[word], lower_at(tokens, at + 2), at + 3
    value = ORDINALS.get(word)
    if value is None or (base and value > 9):
        return None
    following = tokens[last] if last < len(tokens) else None
    if tokens[at].text[0].isupper() and following is not None and following.text[0].isupper():
        return None
    if word == "first" and following is not None and following.lower == "of" and lower_at(tokens, last + 1) == "all":
        return None
    if word in {"first", "second"} and (
        lower_at(tokens, at - 1) in {"at", "per", "split"} or (following and at == 0 and following.text == ",")
    ):
        return None
    if word == "second" and lower_at(tokens, at - 1) in {"a", "one"} and (following is None or not following.is_word):
        return None
    return Number(at, last, float(base + value), 0.0, Form.ORDINAL)
