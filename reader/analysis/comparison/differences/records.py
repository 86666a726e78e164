"""How every kind of difference is put into a record: stable key, short passages, one sentence for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.analysis.comparison.keys import key_of
from reader.models.comparison import Confidence, Difference, Passage, Topic

MOST_CHARACTERS = 320
"""A reading is a phrase or a sentence at issue, never a paragraph."""

NOTE_CHARACTERS = 200


def difference(
    kind: Topic, confidence: Confidence, readings: Sequence[Passage], note: str, texts: Mapping[int, str]
) -> Difference:
    """A difference between passages of the articles whose ``texts`` are given by id."""
    shown = tuple(
        Passage(reading.article, reading.start, min(reading.end, reading.start + MOST_CHARACTERS))
        for reading in readings
    )
    key = key_of(
        [kind, *(f"{reading.start}:{texts[reading.article][reading.start : reading.end]}" for reading in shown)]
    )
    return Difference(key, kind, confidence, shown, note[:NOTE_CHARACTERS])


def shown(text: str, start: int, end: int) -> str:
    """A passage on one line, for a note."""
    return " ".join(text[start:end].split())
