"""``NO_COLOR``: the screen without any colour, by the terminal's own ink, bold, underline and reverse alone."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

STANDS_OUT = 0.08
"""Difference in brightness from which a background says something: a hit, a selection, a cursor; lines have marks."""


class Colourless(LineFilter):
    """Takes all colours away; what its background made stand out is reversed."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colours; ``background`` is what they stand on."""
        return [Segment(text, style and _plain(style, background), control) for text, style, control in segments]


def _plain(style: Style, background: Color) -> Style:
    ground = style.bgcolor
    stands_out = (
        ground is not None
        and not ground.is_default
        and abs(Color.from_rich_color(ground).brightness - background.brightness) > STANDS_OUT
    )
    return Style(
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=bool(style.reverse) != stands_out,
        meta=style.meta,
    )
