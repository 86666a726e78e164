"""How alike two articles are: the cosine of their weighted terms, and its decay with the days between them."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import numpy as np

from reader.analysis.events.terms import Terms
from reader.analysis.events.weights import Floats, TermStatistics

EVENT_DECAY_DAYS = 5.0
"""An event is news for some days: e-fold decay of a score with the days between two articles (DESIGN, "Events")."""

STORY_DECAY_DAYS = 45.0
"""A story lasts for weeks: a first report on an accident six weeks after it still belongs to it."""


def similarities(article: Terms, others: Sequence[Terms], statistics: TermStatistics) -> Floats:
    """The cosine, 0 to 1, of an article with each of some others."""
    if not others or not len(article.hashes):
        return np.zeros(len(others))
    own = statistics.weigh(article)
    length = float(np.sqrt(own @ own))
    hashes = np.concatenate([terms.hashes for terms in others])
    counts = np.concatenate([terms.counts for terms in others])
    owners = np.repeat(np.arange(len(others)), [len(terms.hashes) for terms in others])
    weights = statistics.weigh(Terms(hashes, counts))
    lengths = np.sqrt(np.bincount(owners, weights * weights, len(others)))
    at = np.minimum(np.searchsorted(article.hashes, hashes), len(article.hashes) - 1)
    shared = article.hashes[at] == hashes
    products = np.bincount(owners[shared], (own[at] * weights)[shared], len(others))
    scale = length * lengths
    return np.divide(products, scale, out=np.zeros(len(others)), where=scale > 0)


def decayed(cosine: float, first_day: int | None, second_day: int | None, decay_days: float) -> float:
    """A cosine weakened by the days between two stated dates (ordinals); an unknown or inferred one never separates."""
    if first_day is None or second_day is None:
        return cosine
    return cosine * exp(-abs(first_day - second_day) / decay_days)
