"""Sentences that two articles share word for word: wire copy, a statement quoted in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from reader.analysis.alignment.statements import Statement

_WORDS = re.compile(r"[^\W_]+")
EXACT_STEMS = 3
"""Shorter sentences ("He agreed.") are the same only beside a neighbour that is the same too."""


def exact_pairs(statements: Sequence[Statement]) -> tuple[tuple[int, int], ...]:
    """Pairs of statements of different articles with the same words, smaller number first, in order.

    In articles that are word for word the same every statement is paired with its counterpart, however short.
    """
    texts = [" ".join(_WORDS.findall(statement.text.casefold())) for statement in statements]
    same = sorted(_same_texts(statements, texts))
    certain = {pair for pair in same if len(statements[pair[0]].stems) >= EXACT_STEMS}
    whole = _whole_texts(statements, texts)
    pending = [pair for pair in same if pair not in certain]
    for first, second in pending:
        if whole[statements[first].source] == whole[statements[second].source]:
            certain.add((first, second))
    for first, second in pending:
        if (first - 1, second - 1) in certain:
            certain.add((first, second))
    for first, second in reversed(pending):
        if (first + 1, second + 1) in certain:
            certain.add((first, second))
    return tuple(sorted(certain))


def _same_texts(statements: Sequence[Statement], texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of different articles; of a text that an article repeats, the first with the first, and so on.

    With all of one article's repetitions paired with all of another's, a line repeated n times would cost n².
    """
    places: dict[str, dict[int, list[int]]] = {}
    for number, text in enumerate(texts):
        if text:
            places.setdefault(text, {}).setdefault(statements[number].source, []).append(number)
    for of_source in places.values():
        sources = sorted(of_source)
        for one, other in product(sources, sources):
            if one < other:
                yield from zip(of_source[one], of_source[other], strict=False)


def _whole_texts(statements: Sequence[Statement], texts: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """What each article says in all."""
    whole: dict[int, list[str]] = {}
    for statement, text in zip(statements, texts, strict=True):
        whole.setdefault(statement.source, []).append(text)
    return {source: tuple(said) for source, said in whole.items()}
