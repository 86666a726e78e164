"""What an article is looked up by: its heaviest words and its week, so that few others have to be compared with it."""

from __future__ import annotations

import numpy as np

from reader.analysis.events.terms import Terms
from reader.analysis.events.weights import TermStatistics

KEY_TERMS = 30
"""An article is found by so many of its heaviest words (DESIGN, "Events")."""

DAYS_A_WEEK = 7


def key_terms(terms: Terms, statistics: TermStatistics) -> tuple[tuple[int, float], ...]:
    """The heaviest words of an article with their weights, heaviest first; pairs of words are not among them."""
    words = terms.hashes % 2 == 0
    hashes, weights = terms.hashes[words], statistics.weigh(terms)[words]
    order = np.lexsort((hashes, -weights))[:KEY_TERMS]
    return tuple((int(hashes[at]), float(weights[at])) for at in order if weights[at] > 0)


def week_of(day: int) -> int:
    """The number of the week of a day (an ordinal)."""
    return day // DAYS_A_WEEK
