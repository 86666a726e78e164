"""Which clause of a sentence a date or a place belongs to: by the parse, else by what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.models.annotations import AGENT, PATIENT, Clause

_BREAK = re.compile(r"[;:()“”\"—–]|\b(?:but|while|whereas|which|who|that|where|although|because)\b")
"""What ends a clause. A comma ends none: "arrived, safely, in Oran on Monday"."""


NEAR = 2
"""Characters between a phrase and the preposition that hangs on it: a blank, and perhaps a quotation mark."""


def governor_of(text: str, clauses: Sequence[Clause], start: int, end: int, begin: int) -> int | None:
    """The place of the clause, among those of one sentence, that ``text[start:end]`` says when or where of; or None.

    The parser often takes the last of several phrases with a preposition for a part of the one before it. So a phrase
    that it gives to no clause belongs to the one of which it follows who or what takes part ("the plant in Oran
    exploded"), or to the last predicate before it, without one to the first after it, unless something breaks off
    between them.

    Args:
        text: the article's.
        clauses: of the sentence, in reading order.
        start: of the date or place, its preposition included.
        end: of the date or place.
        begin: where the sentence begins.
    """
    parsed = [
        at
        for at, clause in enumerate(clauses)
        for argument in clause.arguments
        if argument.role not in {AGENT, PATIENT} and argument.start < end and start < argument.end
    ]
    if parsed:
        return min(parsed, key=lambda at: abs(clauses[at].start - start))
    hanging = [
        at
        for at, clause in enumerate(clauses)
        if clause.start >= end and any(0 <= start - argument.end <= NEAR for argument in clause.arguments)
    ]
    if hanging:
        return hanging[0]
    before = [at for at, clause in enumerate(clauses) if clause.end <= start]
    if before:
        return None if _BREAK.search(text, clauses[before[-1]].end, start) else before[-1]
    return 0 if clauses and clauses[0].start >= end and not _BREAK.search(text, begin, start) else None
