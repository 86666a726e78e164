"""Whether two quotations are one utterance, and how their versions relate; used by the comparison.

Common blocks of at least two words (difflib) that cover at least half of the shorter quotation make one utterance
(measured: P 1.0, R .91; DESIGN.md, "Quotes").
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
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
    first, second = sorted((_words(a), _words(b)), key=lambda words: (len(words), words))
    if not first:
        return None
    if first == second:
        return QuoteRelation.IDENTICAL
    if len(first) >= BLOCK_WORDS and _holds(second, first):
        return QuoteRelation.CONTAINED
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    covered = sum(block.size for block in blocks if block.size >= BLOCK_WORDS)
    return QuoteRelation.VARIANT if covered >= COVERED_SHARE * len(first) else None


def _words(quotation: str) -> list[str]:
    words: list[str] = []
    for match in _WORD.finditer(quotation):
        words.append(match.group().lower().replace("’", "'"))
        if len(words) == COMPARED_WORDS:
            break
    return words


def _holds(longer: list[str], shorter: list[str]) -> bool:
    """Whether the shorter quotation stands in the longer one word for word."""
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "
