"""Which lines repeat words of other lines: standfirsts, pull quotes and doubled captions do.

A line is looked up by its runs of four words in an index of the longer lines; linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.ingest.lines import TextLine

RUN = 4
"""Words in a run: three are shared by chance ("the president of"), five break on every changed word."""

INDEXED_CHARACTERS = 20_000
"""Characters indexed of one line: more than any paragraph, so that a one-line article of megabytes costs nothing."""

SHORTEST_INDEXED = 8
"""Words of the shortest line that another one can be said to repeat."""

KEPT = 4
"""Lines kept for one run: a quotation stands in its paragraph, its pull quote, a caption, seldom in more."""

INTERRUPTED = 8
"""Runs of the shortest line that may lack those of one insertion: of fewer, too large a part would be missing."""

_WORD = re.compile(r"\w+")


def runs_of(text: str) -> list[tuple[str, ...]]:
    """The runs of ``RUN`` words in the text, in order, case folded; a shorter text is one run."""
    words = _WORD.findall(text[:INDEXED_CHARACTERS].lower())
    if len(words) <= RUN:
        return [tuple(words)]
    return list(zip(*(words[shift:] for shift in range(RUN)), strict=False))


class RepeatIndex:
    """The runs of words of an article's lines, to look up how much of a line another one repeats; built when asked."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._runs: dict[tuple[str, ...], tuple[int, ...]] | None = None

    def coverage(self, index: int) -> float:
        """The share (0 to 1) of the runs of line ``index`` that stand in one longer line, the best one.

        A line of ``INTERRUPTED`` runs or more counts as whole if it only lacks the runs that one insertion breaks:
        paragraphs put "she said" into the middle of a quotation.
        """
        if self._runs is None:
            self._runs = self._indexed()
        runs = runs_of(self._lines[index].text)
        shared: dict[int, int] = {}
        for run in runs:
            for other in self._runs.get(run, ()):
                if self._lines[other].words > self._lines[index].words:
                    shared[other] = shared.get(other, 0) + 1
        best = max(shared.values(), default=0)
        return 1.0 if len(runs) >= INTERRUPTED and len(runs) - best < RUN else best / len(runs)

    def _indexed(self) -> dict[tuple[str, ...], tuple[int, ...]]:
        found: dict[tuple[str, ...], tuple[int, ...]] = {}
        for index, line in enumerate(self._lines):
            if line.words < SHORTEST_INDEXED:
                continue
            for run in runs_of(line.text):
                known = found.get(run, ())
                if len(known) < KEPT and index not in known:
                    found[run] = (*known, index)
        return found
