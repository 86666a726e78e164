"""Precision, recall and F1, the measures that every score is made of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things were found rightly, how many were said, and how many there are."""

    right: int
    said: int
    true: int

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.said + other.said, self.true + other.true)

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 0 if nothing was said."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Share of what there is that was found; 0 if there is nothing."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.said + self.true) if self.said + self.true else 0.0


NOTHING = Tally(0, 0, 0)


def tally(said: Collection[object], true: Collection[object]) -> Tally:
    """The tally of two sets."""
    return Tally(len(set(said) & set(true)), len(set(said)), len(set(true)))


def share(hits: Collection[bool]) -> float:
    """The share of hits; 0 if there is nothing to hit."""
    return sum(hits) / len(hits) if hits else 0.0


def pairs(number: int) -> int:
    """How many pairs so many things make."""
    return number * (number - 1) // 2
