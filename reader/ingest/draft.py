"""What comes out of decoding a file, before anything is labelled: readable text, and what the markup said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Hint(StrEnum):
    """What markup says a line is. Plain text says nothing."""

    TITLE = "title"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    CAPTION = "caption"
    AUTHORS = "authors"
    OUTLET = "outlet"
    DATE = "date"
    LINK = "link"
    EMPHASIS = "emphasis"
    CELLS = "cells"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Draft:
    """A readable text with the hints of its markup.

    Attributes:
        text: decoded, sanitised; for Markdown without its marks, fields of the front matter first, one a line.
        hints: by line number, counted from 1.
        language: the language that the markup states, or "".
    """

    text: str
    hints: Mapping[int, Hint] = field(default_factory=dict)
    language: str = ""
