"""What a person has said of pairs of articles: on one event, whatever their words are, or never on one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class HandLinks:
    """Pairs of article ids, the lower first. A pair is in one of the two at most."""

    together: frozenset[Pair] = field(default_factory=frozenset)
    apart: frozenset[Pair] = field(default_factory=frozenset)

    def kept_apart(self) -> Mapping[int, frozenset[int]]:
        """The articles that each article must not share an event with."""
        found: dict[int, set[int]] = {}
        for first, second in self.apart:
            found.setdefault(first, set()).add(second)
            found.setdefault(second, set()).add(first)
        return {article: frozenset(others) for article, others in found.items()}


NO_LINKS = HandLinks()


def pairs(first: Iterable[int], second: Iterable[int]) -> frozenset[Pair]:
    """Every pair of one article of each group."""
    others = set(second)
    return frozenset((min(a, b), max(a, b)) for a in set(first) for b in others if a != b)
