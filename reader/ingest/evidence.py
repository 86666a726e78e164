"""Metadata values with the line and the rule they come from."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ingest.lines import TextLine
from reader.models.article import Evidence, LineLabel, Metadatum, Status

Labelled = Sequence[tuple[TextLine, LineLabel]]
"""The lines of an article with their labels."""


def stated(value: str, line: TextLine, rule: str) -> Metadatum[str]:
    """A value that the line says of the article."""
    return Metadatum(value, Status.STATED, Evidence(line.number, rule))


def inferred(value: str, line: TextLine, rule: str) -> Metadatum[str]:
    """A value that the line suggests."""
    return Metadatum(value, Status.INFERRED, Evidence(line.number, rule))
