"""Paragraphs that somebody's mail program or editor has broken into lines of one width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.ingest.lines import TextLine
from reader.models.article import LineLabel

NARROWEST, WIDEST = 45, 100
"""Characters of a broken line: programs wrap at 60 to 80, 100 leaves room for editors."""

SLACK = 18
"""Characters by which a full line may stay below the widest: the next line's first word did not fit."""

FEWEST = 3
"""Lines that make a broken paragraph; two lines under each other are often a headline and its byline."""


def wrapped_paragraphs(lines: Sequence[TextLine], labels: Sequence[LineLabel | None]) -> Iterator[int]:
    """The indexes of unlabelled lines that belong to broken paragraphs."""
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].gap:
            if (
                index - first >= FEWEST
                and is_wrapped([len(line.text) for line in lines[first:index]])
                and _is_prose(lines[first:index])
            ):
                yield from (at for at in range(first, index) if labels[at] is None)
            first = index


def is_wrapped(lengths: Sequence[int]) -> bool:
    """Whether lines of these lengths are one paragraph broken at a width."""
    full = lengths[:-1]
    widest = max(full)
    return (
        NARROWEST <= widest <= WIDEST
        and min(full) >= max(NARROWEST - SLACK, widest - SLACK)
        and lengths[-1] <= widest + 1
    )


def _is_prose(block: Sequence[TextLine]) -> bool:
    """Whether most of the block's breaks fall inside a sentence, and the block ends as one."""
    return block[-1].stopped and sum(line.stopped for line in block[:-1]) * 2 <= len(block)
