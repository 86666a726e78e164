"""The best sequence of labels from the scores of single tokens, and the spans it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

KINDS = ("PERSON", "ORG", "PLACE", "GROUP", "OTHER")
"""The kinds that the head tells apart. Label 0 is no name; kind k begins with label 2k + 1 and goes on with 2k + 2."""

LABELS = 2 * len(KINDS) + 1

_NEVER = -1e9


def best_labels(scores: NDArray[np.float32]) -> list[int]:
    """The labels of the highest sum in which every name that goes on has begun (Viterbi).

    Args:
        scores: a row of ``LABELS`` logarithms for each token.
    """
    greedy: list[int] = scores.argmax(1).tolist()
    if _is_whole(greedy):
        return greedy
    inside = np.arange(2, LABELS, 2)
    total = scores[0].copy()
    total[inside] = _NEVER
    back: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        best = int(total.argmax())
        origin = np.full(LABELS, best)
        begun = np.where(total[inside - 1] >= total[inside], inside - 1, inside)
        origin[inside] = begun
        total = total[origin] + row
        back.append(origin)
    label = int(total.argmax())
    labels = [label]
    for origin in reversed(back):
        label = int(origin[label])
        labels.append(label)
    return labels[::-1]


def _is_whole(labels: Sequence[int]) -> bool:
    """Whether every name that goes on has begun: then no sequence is better than the best labels one by one."""
    return all(
        label == 0 or label % 2 or label in {before, before + 1}
        for before, label in zip((0, *labels), labels, strict=False)
    )


def spans_of(labels: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """The names in a sequence of labels: first token, the token after the last, kind."""
    start = 0
    for at, label in enumerate((*labels, 0)):
        goes_on = label and label % 2 == 0
        if at and labels[at - 1] and not goes_on:
            yield start, at, KINDS[(labels[at - 1] - 1) // 2]
        if label % 2 == 1:
            start = at
