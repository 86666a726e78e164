"""Whether the values of a fact or a figure disagree: only where a difference that stands says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from reader.models.comparison import Confidence, Difference, FactValue, FigureValue, Topic

SURE, LIKELY = "!", "?"


def dispute_mark(topic: Topic, values: Collection[FactValue | FigureValue], differences: Iterable[Difference]) -> str:
    """The mark of the difference between values of two sources or more: sure, likely, or "" if there is none."""
    said = {
        each.confidence
        for each in differences
        if not each.dismissed and each.kind is topic and len(_sources_in(each, values)) > 1
    }
    return SURE if Confidence.SURE in said else LIKELY if said else ""


def _sources_in(difference: Difference, values: Iterable[FactValue | FigureValue]) -> set[int]:
    """The articles of which a difference cites a passage that holds one of the values."""
    return {
        value.article
        for value in values
        for reading in difference.readings
        if value.article == reading.article and reading.start <= value.start < reading.end
    }
