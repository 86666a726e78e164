"""The number that begins at a token, whatever its form; stands between the tokens and their units."""

from __future__ import annotations

from reader.analysis.figures.joined import range_or_score, share_of_group
from reader.analysis.figures.numbers import Number, digits_at, words_at
from reader.analysis.figures.tokens import Token
from reader.analysis.figures.wordforms import dozen_at, ordinal_at, share_at, vague_at


def number_at(tokens: list[Token], at: int) -> Number | None:
    """The number that begins at ``tokens[at]``, as long as it goes; None if there is none."""
    token = tokens[at]
    if token.is_number:
        single = digits_at(tokens, at)
    elif token.is_word:
        single = share_at(tokens, at) or vague_at(tokens, at) or dozen_at(tokens, at) or ordinal_at(tokens, at)
        single = single or words_at(tokens, at)
    else:
        return None
    if single is None:
        return None
    return share_of_group(tokens, single) or range_or_score(tokens, single) or single
