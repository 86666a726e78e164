"""The kind OTHER (works, products, events, prizes) from the fuller labels of WikiGold and CrossNER.

Their files have a word and its label a line and a blank line after each sentence. Sentences are found again by their
letters, whatever their blanks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from records import Name, Sentence

OTHERS = frozenset({"product", "event", "award", "book", "song", "album", "poem"})
"""Labels of CrossNER that are our OTHER."""

UNSURE = frozenset({"election", "conference", "astronomicalobject", "magazine", "academicjournal", "musicalinstrument"})
"""Labels of CrossNER on which our guideline and theirs differ: nothing is learnt of them."""

Labels = list[tuple[int, int, str]]
"""Stretches (in letters, blanks not counted) with their label."""


def with_others(sentences: Iterable[Sentence], files: Iterable[Path]) -> Iterator[Sentence]:
    """The sentences, with their names of the kind OTHER where one of the files labels them."""
    known = {letters: labels for path in files for letters, labels in _labelled(path)}
    for sentence in sentences:
        labels = known.get("".join(sentence.text.split()))
        yield sentence if labels is None else _completed(sentence, labels)


def _completed(sentence: Sentence, labels: Labels) -> Sentence:
    places = [at for at, letter in enumerate(sentence.text) if not letter.isspace()]
    names = list(sentence.names)
    doubtful = list(sentence.doubtful)
    for first, last, label in labels:
        start, end = places[first], places[last - 1] + 1
        if any(start < name.end and name.start < end for name in sentence.names):
            continue
        text = sentence.text[start:end]
        if label in OTHERS or (label == "MISC" and " " in text and text[0].isupper()):
            names.append(Name(start, end, "OTHER"))
        elif label in UNSURE or label in {"MISC", "misc"}:
            doubtful.append(Name(start, end, "OTHER"))
    names.sort(key=lambda name: name.start)
    return replace(sentence, names=tuple(names), doubtful=tuple(doubtful), others_known=True)


def _labelled(path: Path) -> Iterator[tuple[str, Labels]]:
    """Each sentence of a file: its letters and its labels."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines()]
        rows = [row for row in rows if len(row) == 2]
        if rows:
            yield "".join(row[0] for row in rows), _stretches(rows)


def _stretches(rows: Sequence[Sequence[str]]) -> Labels:
    found: Labels = []
    at = 0
    before = "O"
    for word, tag in rows:
        mark, _, label = tag.partition("-")
        if label and mark == "I" and before == label:
            start, _, _ = found.pop()
            found.append((start, at + len(word), label))
        elif label:
            found.append((at, at + len(word), label))
        before = label
        at += len(word)
    return found
