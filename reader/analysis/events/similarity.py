"""How alike two articles are: the cosine of their weighted terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.events.terms import Hashes, Terms
from reader.analysis.events.weights import NONE, Floats, weigh

_PART = np.uint32(0xFFFF)


@dataclass(frozen=True, slots=True)
class Vector:
    """The terms of an article as ascending hashes, and their weights as a vector of length 1 (0 without terms)."""

    hashes: Hashes
    weights: Floats


def vector_of(terms: Terms, ubiquitous: Hashes = NONE) -> Vector:
    """The weighted terms of an article, for comparing it with many."""
    weights = weigh(terms, ubiquitous)
    length = np.sqrt(weights @ weights)
    return Vector(terms.hashes, weights / length if length else weights)


def similarities(article: Vector, others: Sequence[Vector]) -> Floats:
    """The cosine, 0 to 1, of an article with each of some others."""
    if not others or not len(article.hashes):
        return np.zeros(len(others))
    hashes = np.concatenate([other.hashes for other in others])
    # Nine in ten terms of others are told to be strangers by a part of their hash, which is cheaper than to look.
    familiar = np.zeros(_PART + 1, dtype=bool)
    familiar[article.hashes & _PART] = True
    maybe = np.flatnonzero(familiar[hashes & _PART])
    at = np.minimum(np.searchsorted(article.hashes, hashes[maybe]), len(article.hashes) - 1)
    is_shared = article.hashes[at] == hashes[maybe]
    shared, at = maybe[is_shared], at[is_shared]
    weights = np.concatenate([other.weights for other in others])[shared]
    owners = np.searchsorted(np.cumsum([len(other.hashes) for other in others]), shared, "right")
    return np.bincount(owners, article.weights[at] * weights, len(others)).astype(np.float64, copy=False)
