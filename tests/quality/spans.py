"""How a label refers to a text: by its words, which resolve to offsets or fail. The labels stay readable, and honest.

A reference is the words themselves; ``{braces}`` mark the part that is meant inside words that only help to find it,
and ``@2`` at the end takes the second place of several, without it every place is meant::

    Wednesday                   every "Wednesday"
    Wednesday@2                 the second one
    between the {two} countries the "two" of these words
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PLACE = re.compile(r"@(\d+)\Z")


class LabelError(ValueError):
    """A label that does not resolve, or not as it should."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch ``text[start:end]``."""

    start: int
    end: int

    def overlap(self, other: Span) -> int:
        """The number of characters that both share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: Span) -> bool:
        """Whether this one covers at least half of the other."""
        return 2 * self.overlap(other) >= other.end - other.start


def places(text: str, reference: str) -> tuple[Span, ...]:
    """Every place a reference means, as whole words, in reading order.

    Raises:
        LabelError: there is no such place.
    """
    number = _PLACE.search(reference)
    words = reference[: number.start()] if number else reference
    found = tuple(_occurrences(text, words))
    if number:
        nth = int(number[1])
        found = found[nth - 1 : nth]
    if not found:
        raise LabelError(f"“{reference}” is not in the text")
    return found


def place(text: str, reference: str) -> Span:
    """The one place a reference means.

    Raises:
        LabelError: there is none, or there are several.
    """
    found = places(text, reference)
    if len(found) > 1:
        raise LabelError(f"“{reference}” is in the text {len(found)} times: add @1 or more words")
    return found[0]


def is_contextual(reference: str) -> bool:
    """Whether a reference needs words around the part that it means."""
    return "{" in reference


def _occurrences(text: str, words: str) -> Iterator[Span]:
    before, brace, rest = words.partition("{")
    meant, _, after = rest.partition("}") if brace else (before, "", "")
    if not brace:
        before = ""
    whole = before + meant + after
    at = text.find(whole)
    while at >= 0:
        if _is_whole(text, at, at + len(whole)):
            start = at + len(before)
            yield Span(start, start + len(meant))
        at = text.find(whole, at + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at either end."""
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not (cut_before or cut_after)
