"""Whether two quotations are one utterance, and how their versions relate; used by the comparison.

Common blocks of at least two words (difflib) that cover at least half of the shorter quotation make one utterance
(measured: P 1.0, R .91; DESIGN.md, "Quotes").
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from reader.models.comparison import QuoteRelation

BLOCK_WORDS: Final = 2
"""Words from which a common stretch counts: one word in common is chance."""
COVERED_SHARE: Final = 0.5
"""Share of the shorter quotation that common stretches must cover."""
COMPARED_WORDS: Final = 400
"""Words of a quotation that are compared: longer than any sentence quoted in news; bounds the quadratic comparison."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def same_utterance(a: str, b: str) -> QuoteRelation | None:
    """How two quotations relate if they are one utterance: identical, contained or variant; None if they are not.

    Case, punctuation and quote marks don't count. Symmetric.
    """
    return relation_of(words_of(a), words_of(b))


def relation_of(a: tuple[str, ...], b: tuple[str, ...]) -> QuoteRelation | None:
    """The same of the words of two quotations, which are split once however often they are compared."""
    first, second = sorted((a, b), key=lambda words: (len(words), words))
    if not first:
        return None
    if first == second:
        return QuoteRelation.IDENTICAL
    if len(first) >= BLOCK_WORDS and _holds(second, first):
        return QuoteRelation.CONTAINED
    if _most_covered(first, second) < COVERED_SHARE * len(first):
        return None
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    covered = sum(block.size for block in blocks if block.size >= BLOCK_WORDS)
    return QuoteRelation.VARIANT if covered >= COVERED_SHARE * len(first) else None


def words_of(quotation: str) -> tuple[str, ...]:
    """The words of a quotation that are compared, without what does not count."""
    words: list[str] = []
    for match in _WORD.finditer(quotation):
        words.append(match.group().lower().replace("’", "'"))
        if len(words) == COMPARED_WORDS:
            break
    return tuple(words)


def _most_covered(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """How many words of one quotation common stretches can cover at most: those beside a pair that the other has."""
    pairs = set(pairwise(second))
    common = [pair in pairs for pair in pairwise(first)]
    return sum(before or after for before, after in pairwise([False, *common, False]))


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether the shorter quotation stands in the longer one word for word."""
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "
