"""What an article is looked up by: its heaviest words and its week, so that few others have to be compared with it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from reader.analysis.events.terms import Hashes, Terms
from reader.analysis.events.weights import NONE, weigh

KEY_TERMS = 30
"""An article is found by so many of its heaviest words. B³ F1 on ECB+ is .942 with 30, if one of them is enough to be
compared (.938 with 40 and two), and .945 if every article is compared with every other one."""

READ_WORDS = 60
"""So many words and pairs say what an article is about."""

DAYS_A_WEEK = 7


def key_terms(terms: Terms, ubiquitous: Hashes = NONE) -> tuple[tuple[int, float], ...]:
    """The heaviest words of an article with their weights, heaviest first; pairs of words are not among them."""
    words = terms.hashes % 2 == 0
    hashes, weights = terms.hashes[words], weigh(terms, ubiquitous)[words]
    order = np.lexsort((hashes, -weights))[:KEY_TERMS]
    return tuple((int(hashes[at]), float(weights[at])) for at in order if weights[at] > 0)


def heaviest_words(terms: Terms, written: Mapping[int, str]) -> tuple[str, ...]:
    """The heaviest words and pairs of words of an article as written, heaviest first, for a person to read."""
    order = np.lexsort((terms.hashes, -weigh(terms)))[:READ_WORDS]
    return tuple(written[int(terms.hashes[at])] for at in order)


def week_of(day: int) -> int:
    """The number of the week of a day (an ordinal)."""
    return day // DAYS_A_WEEK
