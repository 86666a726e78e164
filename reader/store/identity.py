"""Which of the groups found anew is which of the groups known before: the largest overlap keeps the id. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who after a re-grouping.

    Attributes:
        kept: for each group found anew, the id it keeps; None if it is new.
        gone: ids that no group keeps, each with the index of the group that has most of its members.
    """

    kept: tuple[int | None, ...]
    gone: tuple[tuple[int, int], ...]


def identify(groups: Sequence[Collection[int]], before: Mapping[int, int]) -> Identities:
    """Match groups of members with the ids that their members had before.

    Pairs of an old and a new group are taken by decreasing overlap, the older id first, so that the result does not
    depend on the order of members, and every id goes to one group at most.
    """
    overlaps: Counter[tuple[int, int]] = Counter()
    for index, group in enumerate(groups):
        for member in set(group):
            if member in before:
                overlaps[before[member], index] += 1
    ranked = sorted(overlaps, key=lambda pair: (-overlaps[pair], pair))
    kept: dict[int, int] = {}
    taken: set[int] = set()
    for old, index in ranked:
        if index not in kept and old not in taken:
            kept[index] = old
            taken.add(old)
    gone: dict[int, int] = {}
    for old, index in ranked:
        if old not in taken:
            gone.setdefault(old, index)
    return Identities(tuple(kept.get(index) for index in range(len(groups))), tuple(sorted(gone.items())))
