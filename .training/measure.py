"""How many of the names found are right: exact stretch and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from records import KINDS, Name, Sentence

Counts = Mapping[str, tuple[int, int, int]]
"""For each kind the numbers of right, found and labelled names."""


def counts(sentences: Sequence[Sentence], found: Iterable[Sequence[Name]]) -> Counts:
    """The counts over some sentences; names that touch a doubtful one don't count."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    for sentence, names in zip(sentences, found, strict=True):
        counted = [n for n in names if not any(n.touches(doubtful) for doubtful in sentence.doubtful)]
        if not sentence.others_known:
            counted = [n for n in counted if n.kind != "OTHER"]
        right.update(n.kind for n in counted if n in sentence.names)
        seen.update(n.kind for n in counted)
        labelled.update(n.kind for n in sentence.names)
    return {kind: (right[kind], seen[kind], labelled[kind]) for kind in KINDS}


def f1(right: int, seen: int, labelled: int) -> float:
    """The harmonic mean of precision and recall, 0 without names."""
    return 2 * right / (seen + labelled) if seen + labelled else 0.0


def table(parts: Mapping[str, Counts]) -> str:
    """A line a part: F1 of all names but OTHER, then of each kind, with the number of names."""
    lines = ["| part | all | " + " | ".join(KINDS) + " |", "|---|" + "---|" * (len(KINDS) + 1)]
    for part, kinds in parts.items():
        four = [kinds[kind] for kind in KINDS if kind != "OTHER"]
        cells = [tuple(map(sum, zip(*four, strict=True))), *(kinds[kind] for kind in KINDS)]
        lines.append(f"| {part} | " + " | ".join(f"{100 * f1(*cell):.1f} ({cell[2]})" for cell in cells) + " |")
    return "\n".join(lines)
