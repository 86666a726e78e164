"""How much each term weighs: rare terms tell events apart, common ones don't.

Weights rest on how common words are in English news at large, not on the library. So how alike two articles are depends
on these two alone: an addition changes no other pair, and the same articles come to the same events whatever order they
came in. Only what a third of a library has weighs nothing in it: what its topic is, and the function words of other
languages.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
import numpy.typing as npt

from reader.analysis.events.commonwords import SHARES
from reader.analysis.events.terms import Hashes, Terms, hash_word

Floats = npt.NDArray[np.float64]

BACKGROUND_ARTICLES = 1000
"""Shares of news articles count as shares of so many. On ECB+, all 982 articles, weights from these shares alone give
B³ F1 .940, weights from the articles themselves .926 at best; on BASIL, undated, .965 and .960."""

RARE = 2
"""Terms of so few articles all weigh the same (DESIGN, "Events"); and so does every term that is not common."""

UBIQUITY_FROM = 50
UBIQUITY = 1 / 3
"""From so many articles on, a term that more than this share of them has weighs nothing. In a library of English news
no term has."""

NONE: Hashes = np.empty(0, dtype=np.uint32)


def inverse_frequency(hashes: Hashes) -> Floats:
    """ln((1 + n) / (1 + max(df, 2))) for each term, df being its share of n news articles."""
    known, weights = _common_words()
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.where(known[at] == hashes, weights[at], _weight(0.0))


def weigh(terms: Terms, ubiquitous: Hashes = NONE) -> Floats:
    """(1 + ln tf) × inverse frequency of each term of an article; 0 for terms that a library is full of."""
    weights: Floats = (1 + np.log(terms.counts.astype(np.float64))) * inverse_frequency(terms.hashes)
    if len(ubiquitous):
        at = np.minimum(np.searchsorted(ubiquitous, terms.hashes), len(ubiquitous) - 1)
        weights[ubiquitous[at] == terms.hashes] = 0.0
    return weights


def find_ubiquitous(articles: Iterable[Terms]) -> Hashes:
    """The terms, ascending, that are in more than a third of some articles, unless these are few."""
    every = [terms.hashes for terms in articles]
    if len(every) < UBIQUITY_FROM:
        return NONE
    hashes, counts = np.unique(np.concatenate(every), return_counts=True)
    return hashes[counts > len(every) * UBIQUITY].astype(np.uint32)


@cache
def _common_words() -> tuple[Hashes, Floats]:
    """The common words as ascending hashes, and their weights."""
    shares = {hash_word(word): share for word, share in SHARES.items()}
    hashes = np.array(sorted(shares), dtype=np.uint32)
    return hashes, np.array([_weight(shares[int(term)]) for term in hashes], dtype=np.float64)


def _weight(share: float) -> float:
    return float(np.log((1 + BACKGROUND_ARTICLES) / (1 + max(share * BACKGROUND_ARTICLES, RARE))))
