"""How well groups match labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence


def b_cubed(groups: Iterable[Sequence[int]], labels: Mapping[int, str]) -> tuple[float, float, float]:
    """F1, precision and recall by B³ (Bagga and Baldwin, 1998), averaged over the items."""
    sizes = Counter(labels.values())
    precision = recall = 0.0
    for group in groups:
        for label, count in Counter(labels[item] for item in group).items():
            precision += count * count / len(group)
            recall += count * count / sizes[label]
    precision /= len(labels)
    recall /= len(labels)
    return 2 * precision * recall / (precision + recall), precision, recall
