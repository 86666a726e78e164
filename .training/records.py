"""The labelled sentences that are trained and measured on: their record, their reading, the held-out parts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

KINDS = ("PERSON", "ORG", "PLACE", "GROUP", "OTHER")

BLOCK = 20
"""Neighbouring sentences that stay together when a part is held out, so that no article is on both sides."""

HELD_OUT_EVERY = 12
"""Of so many blocks of each source one is held out."""

DEVELOPMENT = "uner_pud"
"""The source that is held out as a whole: newswire and encyclopaedia, labelled by people."""


@dataclass(frozen=True, slots=True)
class Name:
    """``text[start:end]`` of a sentence and what it names (``KINDS``)."""

    start: int
    end: int
    kind: str

    def touches(self, other: Name) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its names.

    Nothing is learnt of the stretches of ``doubtful`` names, on which opinions differ; where ``others_known`` is
    false, words outside of names may still be of the kind OTHER, which that source does not label.
    """

    source: str
    text: str
    names: tuple[Name, ...]
    doubtful: tuple[Name, ...] = ()
    others_known: bool = False

    def words_of(self, name: Name) -> str:
        """The text of one of its names."""
        return self.text[name.start : name.end]


def read_sentences(path: Path) -> list[Sentence]:
    """The sentences of a file of JSON lines, gzipped; a name on which a second opinion differs is doubtful."""
    sentences = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            names = tuple(Name(*name) for name in row["names"])
            second = tuple(Name(*name) for name in row.get("second", row["names"]))
            sentences.append(agreed(row["source"], row["text"], names, second))
    return sentences


def agreed(source: str, text: str, names: Sequence[Name], second: Sequence[Name]) -> Sentence:
    """A sentence with the names on which two opinions agree; the others are doubtful."""
    both = tuple(name for name in names if name in second)
    return Sentence(source, text, both, tuple(name for name in (*names, *second) if name not in both))


def parted(sentences: Iterable[Sentence]) -> tuple[list[Sentence], dict[str, list[Sentence]]]:
    """The sentences to train on, and those held out by source."""
    training: list[Sentence] = []
    held_out: dict[str, list[Sentence]] = {}
    counts: dict[str, int] = {}
    for sentence in sentences:
        number = counts[sentence.source] = counts.get(sentence.source, -1) + 1
        if sentence.source == DEVELOPMENT or number // BLOCK % HELD_OUT_EVERY == HELD_OUT_EVERY - 1:
            part = "cross" if sentence.source.startswith("cross") else sentence.source
            held_out.setdefault(part, []).append(sentence)
        else:
            training.append(sentence)
    return training, held_out
