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
    whole = Strip(segments).adjust_cell_length(max(0, width), ground)
    return Strip(_joined(whole), whole.cell_length)


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """The segments, blanks taken into their neighbour where that looks the same.

    A style is 35 bytes on the way to the terminal, and a line of the list had seven; this sends half as much.
    """
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if last is None or not _alike_blank(last, segment):
            joined.append(segment)
        else:
            style = segment.style if last.text.isspace() else last.style
            joined[-1] = Segment(last.text + segment.text, style)
    return joined


def _alike_blank(left: Segment, right: Segment) -> bool:
    """Whether two neighbours look the same in the style of the one that is not blank."""
    one, other = left.style, right.style
    if one is None or other is None or not (left.text.isspace() or right.text.isspace()):
        return False
    return one == other or (one.bgcolor == other.bgcolor and not _marks_blanks(one) and not _marks_blanks(other))


def _marks_blanks(style: Style) -> bool:
    return bool(style.underline or style.underline2 or style.reverse or style.strike or style.overline)


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
