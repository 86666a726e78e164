"""What comes out of decoding an input, before anything is labelled: readable text, and what its form said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.models.article import Evidence, Link, Metadatum, Status


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
class Claim:
    """How the form of an input knows the value that stands in a line.

    Attributes:
        rule: what it stands in, fit to be shown: "JSON-LD", "feed", "mail header".
        status: stated, or inferred where the form only suggests it.
    """

    rule: str
    status: Status = Status.STATED


FRONT_MATTER = Claim("front matter")
"""The claim of a field that stands before a Markdown text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A readable text with the hints of its markup.

    Attributes:
        text: decoded, sanitised; without marks of its markup, fields of its form first, one a line.
        hints: by line number, counted from 1.
        language: the language that the markup states, or "".
        claims: how the form knows the field in a line, by line number; a field without one is front matter.
        links: the links of the text, in order, with offsets into it.
    """

    text: str
    hints: Mapping[int, Hint] = field(default_factory=dict)
    language: str = ""
    claims: Mapping[int, Claim] = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    def known(self, value: str, line: int) -> Metadatum[str]:
        """The value of a field that stands in this line."""
        claim = self.claims.get(line, FRONT_MATTER)
        return Metadatum(value, claim.status, Evidence(line, claim.rule))
