"""Word by word, where the versions of one utterance differ. Pure; ``difflib`` over words, as in ``diff``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

LONGEST = 400
"""Words of a version that are compared; comparing is quadratic at worst, and no utterance in the news is longer."""

SHARED = 0.4
"""Share of its words from which a version is one of the reference; other parts of the statement are only shown."""

Stretches = tuple[tuple[int, int], ...]

_WORD = re.compile(r"[^\W_]+(?:['’`\-][^\W_]+)*")
_APOSTROPHES = str.maketrans("’`ʼ‘", "''''")


@dataclass(frozen=True, slots=True)
class _Version:
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> _Version:
        found = [match for _, match in zip(range(LONGEST), _WORD.finditer(text), strict=False)]
        words = tuple(match.group().casefold().translate(_APOSTROPHES).replace("'", "") for match in found)
        return cls(words, tuple(match.span() for match in found))


def differing_words(versions: Sequence[str], reference: int) -> tuple[Stretches, ...]:
    """The words in which each version differs from the reference, and the reference from any of the others.

    Case, punctuation and apostrophes don't count; nor do words before the first and after the last shared ones: a
    version that quotes less of the statement does not differ in it.

    Args:
        versions: the texts of the versions.
        reference: index of the one that all others are compared with.
    """
    read = [_Version.of(version) for version in versions]
    base = read[reference]
    in_base: set[int] = set()
    found: list[Stretches] = []
    for index, version in enumerate(read):
        if index == reference:
            found.append(())
            continue
        mine, its = _differing(base, version)
        in_base |= mine
        found.append(_stretches(version, its))
    found[reference] = _stretches(base, in_base)
    return tuple(found)


def _differing(base: _Version, version: _Version) -> tuple[set[int], set[int]]:
    """Indexes of the words that differ, in the base and in the version."""
    matcher = SequenceMatcher(None, base.words, version.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if sum(block.size for block in blocks) < SHARED * min(len(base.words), len(version.words)) or not blocks:
        return set(), set()
    mine: set[int] = set()
    its: set[int] = set()
    for left, right in pairwise(blocks):
        mine |= set(range(left.a + left.size, right.a))
        its |= set(range(left.b + left.size, right.b))
    return mine, its


def _stretches(version: _Version, words: set[int]) -> Stretches:
    """The words as stretches of the text; neighbours are one stretch."""
    found: list[tuple[int, int]] = []
    last = -2
    for index in sorted(words):
        start, end = version.spans[index]
        if index == last + 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        last = index
    return tuple(found)
