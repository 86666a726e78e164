"""Sentences that one article says twice (a standfirst and the body's first sentence) count as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from reader.analysis.alignment.statements import Statement
from reader.analysis.alignment.vectors import Vectors

REPEAT_COSINE = 0.8
"""A quick test before the exact one: statements with a smaller cosine are never one."""

REPEAT_SEQUENCE = 0.8
"""Share of stems that two statements must have in the same order. Words alone do not do: "the port as well as the
rail and road links were closed" and "closing the rail, port and road links" are two."""

MOST_WORDS = 100
"""Words by which two statements are told apart: comparing sequences costs the square of their length."""


def repeat_groups(statements: Sequence[Statement], vectors: Vectors) -> tuple[tuple[int, ...], ...]:
    """The numbers of the statements, grouped: each group one thing that one article says, first occurrence first.

    A statement joins the earliest group whose first member it repeats; so groups never grow by chaining.
    """
    groups: list[list[int]] = []
    for _, numbers in groupby(range(len(statements)), key=lambda number: statements[number].source):
        own = list(numbers)
        groups.extend(_groups_within(statements, own, vectors.cosines(own[0], own[-1] + 1) >= REPEAT_COSINE))
    return tuple(tuple(group) for group in groups)


def _groups_within(
    statements: Sequence[Statement], numbers: Sequence[int], alike: NDArray[np.bool_]
) -> Iterable[list[int]]:
    """The groups of one article, of which ``alike`` says which statements may be one."""
    groups: dict[int, list[int]] = {}
    first_with: dict[str, int] = {}
    for place, number in enumerate(numbers):
        text = statements[number].text
        maybe = {numbers[other] for other in np.nonzero(alike[place, :place])[0].tolist()} & groups.keys()
        if text in first_with:
            maybe.add(first_with[text])
        home = next((first for first in sorted(maybe) if _repeats(statements[first], statements[number])), number)
        groups.setdefault(home, []).append(number)
        if home == number:
            first_with.setdefault(text, number)
    return groups.values()


def _repeats(first: Statement, statement: Statement) -> bool:
    """Whether two statements that may be one are."""
    if first.text == statement.text:
        return True
    one, other = ([word.stem for word in each.words[:MOST_WORDS]] for each in (first, statement))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= REPEAT_SEQUENCE
