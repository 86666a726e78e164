"""The verb that a figure depends on, found without a parser: the word before it, or the verb after what it counts."""

from __future__ import annotations

import re

from reader.analysis.comparison.figures.things import thing_named
from reader.models.annotations import Figure

_BEFORE = re.compile(
    r"([^\W\d_]+)\s+(?:(?:the|a|an|just|only|already|also|now|still|by|to|at|for|as|than|then|up|down) )*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:(?:were|was|are|is|have|has|had|been|being|be|also|reportedly) )+([^\W\d_]+)",
    re.IGNORECASE,
)
_BEING = re.compile(r"(?:is|are|was|were|be|been|being|lies|lay|stands|stood)", re.IGNORECASE)
_NO_GOVERNOR = frozenset({"of", "and", "or", "a", "an", "its", "his", "her", "their", "our", "that", "like", "but"})
"""Words before a figure that do not say what is done: "a range of 12", "and 30 others"."""

_NEAR = 60
"""Characters beside the figure that are looked at."""


def governor_of(text: str, figure: Figure, base: int) -> str:
    """The canonical name of the verb that governs a figure of the sentence ``text`` that starts at ``base``; or "".

    "killing 15 people" and "15 people were killed" are governed by the same verb. All forms of "to be" are one.
    """
    start, end = figure.start - base, max(figure.end, figure.counts_end) - base
    after = _AFTER.match(text, end, end + _NEAR)
    if after is not None:
        return thing_named(after[1].casefold())
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    if before is None or before[1].casefold() in _NO_GOVERNOR:
        return ""
    return "be" if _BEING.fullmatch(before[1]) else thing_named(before[1].casefold())
