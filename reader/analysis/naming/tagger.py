"""The tagger of names: plain text in, spans with our kinds out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from reader.analysis.entities.words import fold_quotes
from reader.analysis.naming.decoding import best_labels, spans_of
from reader.analysis.naming.encoder import FOLDER, Encoder
from reader.analysis.naming.pieces import Pieces
from reader.analysis.naming.windows import Window, windows_of
from reader.analysis.tagger import RawSpan, is_prose
from reader.models.annotations import Kind

SHORT = 100
"""Characters of a line that is always tagged: a score, an address; it costs nothing."""


class NameTagger:
    """Names by the encoder of a folder; it is loaded when the first text is tagged."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    def tag(self, texts: Sequence[str]) -> Iterator[tuple[RawSpan, ...]]:
        """For each text its spans; no name goes over the end of a line. Linear, in memory of one window.

        Lines of marks and digits only are left out. What a text's spans are hangs on no other text.

        Raises:
            AnalysisError: the runtime breaks on one of the texts.
            WorkerError: the model cannot be loaded.
        """
        for text in texts:
            folded = fold_quotes(text)
            lines = [(start, end) for start, end in _lines(text) if end - start < SHORT or is_prose(text[start:end])]
            spans: list[RawSpan] = []
            for window in windows_of(folded, lines, self._pieces):
                spans.extend(self._found(folded, window))
            yield tuple(spans)

    def _found(self, folded: str, window: Window) -> Iterator[RawSpan]:
        scores = self._encoder.scores(np.array(window.pieces), np.array(window.shapes))
        for section in window.sections:
            labels = best_labels(scores[[place for _, place in section]])
            for first, last, kind in spans_of(labels):
                start, end = section[first][0].start, section[last - 1][0].end
                if any(map(_is_written_big, folded[start:end])):
                    yield RawSpan(start, end, Kind[kind])

    @cached_property
    def _encoder(self) -> Encoder:
        return Encoder(self._folder)

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces((self._folder / "pieces.txt").read_text(encoding="utf-8").split("\n")[:-1])


def _is_written_big(letter: str) -> bool:
    """Whether a letter shows a name: a capital or a digit; the encoder, which reads small letters, may forget that."""
    return letter.isupper() or letter.isdigit()


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1
