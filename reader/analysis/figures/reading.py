"""The number that begins at a token, whatever its form; stands between the tokens and their units."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reader.analysis.figures.intervals import VAGUE
from reader.analysis.figures.joined import range_or_score, share_of_group
from reader.analysis.figures.numbers import Form, Number, digits_at, lower_at, words_at
from reader.analysis.figures.tokens import Token
from reader.analysis.figures.wordforms import dozen_at, ordinal_at, share_at, vague_at
from reader.analysis.numerals import ORDINALS, SCALES, TENS, UNITS

_OPENING_WORDS: Final = frozenset(
    {"a", "an", "half", "several", *UNITS, *TENS, *ORDINALS, *(words.split()[0] for words in VAGUE)}
)
"""Words with which a number can begin; nothing else need be looked at."""


def number_at(tokens: list[Token], at: int) -> Number | None:
    """The number that begins at ``tokens[at]``, as long as it goes; None if there is none."""
    token = tokens[at]
    if not token.is_number and token.lower not in _OPENING_WORDS:
        return None
    if token.is_number:
        single = digits_at(tokens, at)
    else:
        single = share_at(tokens, at) or vague_at(tokens, at) or dozen_at(tokens, at) or ordinal_at(tokens, at)
        single = single or words_at(tokens, at)
    if single is None:
        return None
    if single.form is Form.PLAIN and [lower_at(tokens, single.last + step) for step in range(3)] == [
        "and",
        "a",
        "half",
    ]:
        scale = SCALES.get(lower_at(tokens, single.last + 3))
        value, last = single.value + 0.5, single.last + 3
        if scale is None:
            return replace(single, last=last, value=value)
        return replace(single, last=last + 1, value=value * scale, slack=scale / 20, scaled=True)
    return share_of_group(tokens, single) or range_or_score(tokens, single) or single
