"""Styled runs of text turned into a line of the terminal. Every string is made safe here, whatever came before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.ui.text import shown


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch ``text[start:end]`` that is painted in a style on top of what lies under it."""

    start: int
    end: int
    style: Style


def strip_of(runs: Iterable[tuple[str, Style]], width: int, ground: Style) -> Strip:
    """A line of exactly ``width`` cells: the runs, cut or filled up with blanks in the style ``ground``."""
    segments = [Segment(shown(text), style) for text, style in runs if text]
    return Strip(segments).adjust_cell_length(max(0, width), ground)


def runs_of(text: str, start: int, end: int, base: Style, spans: Iterable[Span]) -> list[tuple[str, Style]]:
    """``text[start:end]`` in the style ``base``, with every span laid over it, later ones on top."""
    inside = [span for span in spans if span.start < end and span.end > start]
    if not inside:
        return [(text[start:end], base)]
    cuts = {start, end}
    for span in inside:
        cuts.add(max(start, span.start))
        cuts.add(min(end, span.end))
    edges = sorted(cuts)
    runs = []
    for left, right in pairwise(edges):
        style = base
        for span in inside:
            if span.start <= left and span.end >= right:
                style += span.style
        runs.append((text[left:right], style))
    return runs
