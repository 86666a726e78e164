"""A value in the words around it: enough of its sentence to see what it is about, on two lines of a column. Pure."""

from __future__ import annotations

from reader.models.comparison import Passage
from reader.ui.views.page import Mark, Words

WORDS_BEFORE = 3
"""Words shown in front of a value: they hold the verb or the hedge ("Turnout was", "killed at least")."""

LINES = 2
"""Lines of an excerpt in a column of some 25 cells: the value and what it counts."""


def excerpt(text: str, place: Passage, start: int, end: int, style: str, *, lines: int = LINES) -> Words:
    """``text[start:end]`` marked in the style, with a few words before it and the rest of its sentence after it.

    Args:
        text: the source's, as painted.
        place: the sentence; an excerpt never leaves it.
        start: of the value.
        end: of the value.
        style: of the mark.
        lines: of a column, at most.
    """
    first = min(place.start, start)
    begin = start
    for _ in range(WORDS_BEFORE):
        blank = text.rfind(" ", first, max(first, begin - 1))
        begin = blank + 1 if blank >= 0 else first
    lead = "… " if begin > place.start else ""
    shown = lead + text[begin : max(end, place.end)]
    shift = len(lead) - begin
    marks = (Mark(start + shift, end + shift, style),)
    return Words(place.article, shown, 0, len(shown), "text", marks, place, lines)
