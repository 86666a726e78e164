"""A few telling words of a sentence: who does what, or the quotation; for lines that stand for many sentences. Pure."""

from __future__ import annotations

from bisect import bisect_left

from reader.models.annotations import AGENT, PATIENT, Clause
from reader.models.comparison import Passage
from reader.ui.sources import ComparedSource

PRONOUNS = frozenset({"He", "She", "It", "They", "We", "I", "You", "This", "That", "There", "What", "Who"})
"""Who does it is not told by these."""

LONGEST = 46
"""Characters of a telling phrase; beyond, the sentence is cut at a word within them."""


def telling(source: ComparedSource, place: Passage) -> str:
    """The sentence, if it is short; else the first clause in which somebody named does something, or its first words.

    Args:
        source: with the clauses of its article.
        place: the sentence.
    """
    text = source.source.text
    if place.end - place.start <= LONGEST:
        return text[place.start : place.end]
    at = bisect_left(source.clauses, place.start, key=lambda clause: clause.start)
    for clause in source.clauses[at:]:
        if clause.start >= place.end:
            break
        start, end = _extent(clause)
        is_named = text[start : start + 1].isupper() and text[start:end].partition(" ")[0] not in PRONOUNS
        if is_named and place.start <= start < end <= min(place.end, start + LONGEST):
            return text[start:end]
    return text[place.start : _last_word(text, place)].rstrip(" ,;:–—-") + "…"


def _last_word(text: str, place: Passage) -> int:
    """Where the last whole word of a line ends."""
    return max(text.rfind(" ", place.start, place.start + LONGEST), place.start + 1)


def _extent(clause: Clause) -> tuple[int, int]:
    """From the agent to the end of what it is done to; nothing where nothing is done to anything."""
    agents = [each.start for each in clause.arguments if each.role == AGENT and each.start < clause.start]
    patients = [each.end for each in clause.arguments if each.role == PATIENT and each.end > clause.end]
    start = min([clause.start, *agents])
    return start, max(patients, default=start)
