"""Sentences that one article says twice (a standfirst and the body's first sentence) count as one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from reader.analysis.alignment.similarity import Matrix
from reader.analysis.alignment.statements import Statement

REPEAT_COSINE = 0.8
"""A quick test before the exact one: statements with a smaller cosine are never one."""

REPEAT_SEQUENCE = 0.8
"""Share of stems that two statements must have in the same order. Words alone do not do: "the port as well as the
rail and road links were closed" and "closing the rail, port and road links" are two."""

MOST_WORDS = 100
"""Words by which two statements are told apart: comparing sequences costs the square of their length."""


def repeat_groups(statements: Sequence[Statement], cosine: Matrix) -> tuple[tuple[int, ...], ...]:
    """The numbers of the statements, grouped: each group one thing that one article says, first occurrence first.

    A statement joins the earliest group whose first member it repeats; so groups never grow by chaining.
    """
    groups: list[list[int]] = []
    of_source: dict[int, list[list[int]]] = {}
    for number, statement in enumerate(statements):
        own = of_source.setdefault(statement.source, [])
        home = next((group for group in own if _repeats(statements, cosine, group[0], number)), None)
        if home is None:
            home = []
            own.append(home)
            groups.append(home)
        home.append(number)
    return tuple(tuple(group) for group in groups)


def _repeats(statements: Sequence[Statement], cosine: Matrix, first: int, number: int) -> bool:
    if statements[first].text == statements[number].text:
        return True
    if float(cosine[first, number]) < REPEAT_COSINE:
        return False
    one, other = ([word.stem for word in statements[which].words[:MOST_WORDS]] for which in (first, number))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= REPEAT_SEQUENCE
