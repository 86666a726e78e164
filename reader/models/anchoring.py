"""Where words stand in a text that may have changed since: the same words, or the nearest to them. Pure."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

LEAST_LIKENESS = 0.6
"""Of the words of a sentence that was rewritten to those of the one that takes its place, by ``SequenceMatcher``."""

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^\n.!?]*[.!?]*[”\"’)]*")


def single_spaced(text: str) -> str:
    """A text with single blanks between its words."""
    return " ".join(text.split())


def find_again(text: str, quote: str, start: int, end: int) -> tuple[int, int]:
    """Where ``quote`` stands in a text, which once had it at ``start`` to ``end``: an empty range if nowhere.

    The same words are looked for first, the nearest to where they were; then the stretch that is most like them.
    """
    if single_spaced(text[start:end]) == quote:
        return start, end
    pieces = quote.split()
    if not pieces:
        return 0, 0
    same = [found.span() for found in re.finditer(r"\s+".join(map(re.escape, pieces)), text)]
    if same:
        return min(same, key=lambda span: abs(span[0] - start))
    return _nearest(text, quote, start)


def _nearest(text: str, quote: str, start: int) -> tuple[int, int]:
    wanted = _WORD.findall(quote.casefold())
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    best, where = LEAST_LIKENESS, (0, 0)
    found = sorted(_SENTENCE.finditer(text), key=lambda each: abs(each.start() - start))
    for each in found:
        words = _WORD.findall(each[0].casefold())
        if not words or not set(words) & set(wanted):
            continue
        matcher.set_seq1(words)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and (likeness := matcher.ratio()) > best:
            best = likeness
            where = each.start() + len(each[0]) - len(each[0].lstrip()), each.end()
    return where
