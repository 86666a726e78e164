"""Which lines repeat words of other lines: standfirsts, pull quotes and doubled captions do.

A line is looked up by its runs of four words in an index of the longer lines; linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, repeat

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
_SIGNS = "’‘“”–—…\u00a0"
_ONLY_WORDS = {sign: " " for sign in range(128) if not (chr(sign).isalnum() or chr(sign) == "_")}


def runs_of(text: str) -> list[tuple[str, ...]]:
    """The runs of ``RUN`` words in the text, in order, case folded; a shorter text is one run."""
    words = _words(text[:INDEXED_CHARACTERS].lower())
    if len(words) <= RUN:
        return [tuple(words)]
    return list(zip(*(words[shift:] for shift in range(RUN)), strict=False))


def _words(text: str) -> list[str]:
    """As ``_WORD`` finds them; where only the quotes are not ASCII, as in most English lines, four times as fast."""
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    return text.translate(_ONLY_WORDS).split() if text.isascii() else _WORD.findall(text)


class RepeatIndex:
    """The runs of words of an article's lines, to look up how much of a line another one repeats; built when asked."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._runs: dict[tuple[str, ...], tuple[int, ...]] | None = None
        self._runs_of: dict[int, list[tuple[str, ...]]] = {}

    def coverage(self, index: int) -> float:
        """The share (0 to 1) of the runs of line ``index`` that stand in one longer line, the best one.

        A line of ``INTERRUPTED`` runs or more counts as whole if it only lacks the runs that one insertion breaks:
        paragraphs put "she said" into the middle of a quotation.
        """
        if self._runs is None:
            self._runs = self._indexed()
        runs = self._runs_of.get(index) or runs_of(self._lines[index].text)
        words = self._lines[index].words
        holders = chain.from_iterable(map(self._runs.get, runs, repeat(())))
        shared = Counter(other for other in holders if other != index and self._lines[other].words > words)
        best = max(shared.values(), default=0)
        return 1.0 if len(runs) >= INTERRUPTED and len(runs) - best < RUN else best / len(runs)

    def _indexed(self) -> dict[tuple[str, ...], tuple[int, ...]]:
        found: dict[tuple[str, ...], tuple[int, ...]] = {}
        for index, line in enumerate(self._lines):
            if line.words < SHORTEST_INDEXED:
                continue
            runs = self._runs_of[index] = runs_of(line.text)
            here = dict.fromkeys(runs, (index,))
            if here.keys().isdisjoint(found.keys()):
                found |= here
            else:
                found |= {run: (*found.get(run, ()), index)[:KEPT] for run in here}
        return found
