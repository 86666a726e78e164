"""Groups of things that are pairwise the same: linking that needs no order and never chains."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def whole_groups(
    items: Sequence[Item], pairs: Iterable[tuple[int, int]], agree: Callable[[Sequence[Item]], bool]
) -> list[list[Item]]:
    """The items in groups; connected ones share a group if ``agree`` says so of all of them, else each stays alone.

    Args:
        items: what is grouped.
        pairs: indexes of items that may be the same.
        agree: whether all the members of a group may be one.
    """
    parent = list(range(len(items)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    groups: dict[int, list[Item]] = {}
    for at, item in enumerate(items):
        groups.setdefault(root(at), []).append(item)
    split: list[list[Item]] = []
    for group in groups.values():
        split.extend([group] if len(group) == 1 or agree(group) else [[item] for item in group])
    return split
