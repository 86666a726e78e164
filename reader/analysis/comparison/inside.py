"""Annotations of one article, sentence by sentence: what figures and dates are read together with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from reader.analysis.alignment.statements import Statement
from reader.models.annotations import Clause, Figure, Mention, TimeExpression

Spanned = TypeVar("Spanned", Figure, TimeExpression, Clause, Mention)


def inside(spans: Sequence[Spanned], statements: Sequence[Statement]) -> list[list[Spanned]]:
    """For each statement of one article, in order, the spans that start inside it."""
    waiting = sorted(spans, key=lambda span: -span.start)
    found: list[list[Spanned]] = []
    for statement in statements:
        own: list[Spanned] = []
        while waiting and waiting[-1].start < statement.passage.end:
            span = waiting.pop()
            if span.start >= statement.passage.start:
                own.append(span)
        found.append(own)
    return found
