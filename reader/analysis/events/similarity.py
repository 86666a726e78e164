"""How alike two articles are: the cosine of their weighted terms."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.analysis.events.terms import Hashes, Terms
from reader.analysis.events.weights import NONE, Floats, weigh


def similarities(article: Terms, others: Sequence[Terms], ubiquitous: Hashes = NONE) -> Floats:
    """The cosine, 0 to 1, of an article with each of some others."""
    if not others or not len(article.hashes):
        return np.zeros(len(others))
    own = weigh(article, ubiquitous)
    hashes = np.concatenate([terms.hashes for terms in others])
    counts = np.concatenate([terms.counts for terms in others])
    owners = np.repeat(np.arange(len(others)), [len(terms.hashes) for terms in others])
    weights = weigh(Terms(hashes, counts), ubiquitous)
    lengths = np.sqrt(np.bincount(owners, weights * weights, len(others)))
    at = np.minimum(np.searchsorted(article.hashes, hashes), len(article.hashes) - 1)
    shared = article.hashes[at] == hashes
    products = np.bincount(owners[shared], (own[at] * weights)[shared], len(others))
    scale = np.sqrt(own @ own) * lengths
    cosines: Floats = np.divide(products, scale, out=np.zeros(len(others)), where=scale > 0)
    return cosines
