"""How much each term weighs: rare terms tell events apart, common ones don't."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.analysis.events.background import BACKGROUND_ARTICLES, news_background
from reader.analysis.events.terms import Hashes, Terms

Floats = npt.NDArray[np.float64]

RARE = 2
"""Terms of so few articles all weigh the same (DESIGN, "Events")."""

UBIQUITY_FROM = 50
"""From so many articles on, a term in more than half of them weighs nothing (DESIGN, "Events")."""


@dataclass(frozen=True, slots=True)
class TermStatistics:
    """In how many articles of a library terms occur.

    Attributes:
        articles: number of articles counted.
        hashes: terms that occur in more than ``RARE`` articles, ascending; all others weigh the same.
        frequencies: number of articles that have each.
    """

    articles: int
    hashes: Hashes
    frequencies: npt.NDArray[np.uint32]

    def inverse_frequency(self, hashes: Hashes) -> Floats:
        """ln((1 + n) / (1 + max(df, 2))) + 1 for each term, the background's articles included; 0 if ubiquitous."""
        own = _look_up(self.hashes, self.frequencies.astype(np.float64), hashes)
        background = news_background()
        df = own + BACKGROUND_ARTICLES * _look_up(background.hashes, background.shares, hashes)
        n = self.articles + BACKGROUND_ARTICLES
        weights: Floats = np.log((1 + n) / (1 + np.maximum(df, RARE))) + 1
        if self.articles >= UBIQUITY_FROM:
            weights[own > self.articles / 2] = 0.0
        return weights

    def to_bytes(self) -> tuple[int, bytes, bytes]:
        """Articles, terms and frequencies, for storing; ``from_bytes`` is the inverse."""
        return self.articles, self.hashes.astype("<u4").tobytes(), self.frequencies.astype("<u4").tobytes()

    @classmethod
    def from_bytes(cls, articles: int, hashes: bytes, frequencies: bytes) -> TermStatistics:
        """The statistics that ``to_bytes`` wrote."""
        return cls(articles, np.frombuffer(hashes, "<u4"), np.frombuffer(frequencies, "<u4"))

    def weigh(self, terms: Terms) -> Floats:
        """(1 + ln tf) × inverse frequency of each term of an article."""
        return (1 + np.log(terms.counts.astype(np.float64))) * self.inverse_frequency(terms.hashes)


def _look_up(keys: Hashes, values: Floats, wanted: Hashes) -> Floats:
    if not len(keys):
        return np.zeros(len(wanted))
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, values[at], 0.0)


def count_articles(articles: Iterable[Terms]) -> TermStatistics:
    """Statistics over the articles of a library."""
    every = [terms.hashes for terms in articles]
    if not every:
        return TermStatistics(0, np.empty(0, np.uint32), np.empty(0, np.uint32))
    hashes, frequencies = np.unique(np.concatenate(every), return_counts=True)
    kept = frequencies > RARE
    return TermStatistics(len(every), hashes[kept], frequencies[kept].astype(np.uint32))
