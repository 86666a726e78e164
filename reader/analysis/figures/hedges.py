"""Words before (and after) a number that say how exactly it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.models.annotations import Bound


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge: its bound, whether it excludes the number above ("nearly"), and whether it excludes it ("over")."""

    bound: Bound
    nearly: bool = False
    strict: bool = False


EXACT: Final = Hedge(Bound.EXACT)
_ABOUT: Final = Hedge(Bound.ABOUT)
_NEARLY: Final = Hedge(Bound.ABOUT, nearly=True)
_OVER: Final = Hedge(Bound.AT_LEAST, strict=True)
_AT_LEAST: Final = Hedge(Bound.AT_LEAST)
_UNDER: Final = Hedge(Bound.AT_MOST, strict=True)
_UP_TO: Final = Hedge(Bound.AT_MOST)

BEFORE: Final[dict[tuple[str, ...], Hedge]] = {
    tuple(words.split()): hedge
    for hedge, phrases in (
        (
            _ABOUT,
            "about|around|some|roughly|approximately|circa|an estimated|estimated|close to|an average of|approx|~",
        ),
        (_NEARLY, "nearly|almost|just under|just short of|just below|not quite|virtually"),
        (
            _OVER,
            "over|more than|above|just over|well over|slightly more than|a little over|exceeding|in excess of|beyond|>",
        ),
        (_AT_LEAST, "at least|no fewer than|no less than|a minimum of|not less than"),
        (_UNDER, "fewer than|less than|under|below|well under|<"),
        (_UP_TO, "up to|at most|no more than|not more than|a maximum of|at the most|as many as|as much as"),
        (EXACT, "just|only|exactly|precisely|a total of|some total of|a record|an additional|another|all|all of"),
    )
    for words in phrases.split("|")
}
OUTSIDE: Final = frozenset(
    {
        ("just",),
        ("only",),
        ("exactly",),
        ("precisely",),
        ("a", "total", "of"),
        ("another",),
        ("all",),
        ("all", "of"),
        ("an", "additional"),
        ("a", "record"),
    }
)
"""Words that stress a number without changing it; they are not part of the figure's span."""

LONGEST: Final = max(len(words) for words in BEFORE)

AFTER: Final[dict[tuple[str, ...], Hedge]] = {
    ("or", "more"): _AT_LEAST,
    ("or", "so"): _ABOUT,
    ("or", "less"): _UP_TO,
    ("or", "fewer"): _UP_TO,
}
"""Hedges after a number ("ten or more"); "+" glued to digits is "at least"."""
