"""Word lists written as running text: how the rules of the analysis keep their vocabulary readable."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of a text, separated by blanks."""
    return frozenset(listed.split())


def in_order(listed: str) -> list[str]:
    """The words of a text in their order."""
    return listed.split()


def numbered(listed: str, start: int = 0) -> dict[str, int]:
    """The words of a text with their place in it, counted from ``start``."""
    return {word: place for place, word in enumerate(listed.split(), start)}
