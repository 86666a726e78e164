"""Things put together by pairs that belong together, in the order of how much speaks for it, unless two are apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Pair = tuple[int, int, int]
"""How much speaks for it, negative so that the most comes first, and the numbers of the two."""


def grouped(count: int, pairs: Iterable[Pair], are_apart: Callable[[int, int], bool]) -> list[list[int]]:
    """The groups of several numbers below ``count``; none holds two that are apart.

    What was once found apart stays so, whatever joins it: no two numbers are looked at more than once.
    """
    home = list(range(count))
    members = {number: [number] for number in home}
    apart: dict[int, set[int]] = {}
    for _, a, b in sorted(pairs):
        one, other = sorted((home[a], home[b]))
        if one == other or other in apart.get(one, ()):
            continue
        if any(are_apart(x, y) for x in members[one] for y in members[other]):
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
            continue
        for number in members[other]:
            home[number] = one
        members[one] += members.pop(other)
        for each in apart.pop(other, set()):
            apart[each].discard(other)
            apart[each].add(one)
            apart.setdefault(one, set()).add(each)
    return [sorted(several) for several in members.values() if len(several) > 1]
