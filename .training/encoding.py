"""Sentences as the network's numbers: windows of pieces, shapes and targets."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from records import KINDS, Sentence

from reader.analysis.entities.words import fold_quotes
from reader.analysis.naming.pieces import Pieces
from reader.analysis.naming.tokens import tokens_in

LABELS = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))
"""What the head tells apart, in the order of its scores."""

NOTHING = 0
"""The target of a piece of which nothing is learnt; other targets are sets of labels, as bits."""

OUTSIDE = 1 << LABELS.index("O")
UNLABELLED = OUTSIDE | 1 << LABELS.index("B-OTHER") | 1 << LABELS.index("I-OTHER")
"""Targets of words outside of names: where OTHER is not labelled, they may be that too."""

WINDOW = 128
"""Pieces that the network sees at once, at most."""

LONG = 3
"""Letters of the small words that may stand inside a work's or an event's name ("of", "the"), at most."""

PARAGRAPH = 0.3
"""Share of the sentences that are begun as a new line."""


@dataclass(slots=True)
class Window:
    """What the network sees at once; ``first`` marks the first piece of each token by its sentence and token."""

    pieces: list[int]
    shapes: list[int]
    targets: list[int] = field(default_factory=list)
    first: list[tuple[int, int, int]] = field(default_factory=list)


def encoded(sentence: Sentence, pieces: Pieces) -> tuple[Window, list[tuple[int, int]]]:
    """One sentence's pieces, with the offsets of its tokens."""
    text = fold_quotes(sentence.text)
    targets = _Targets(sentence)
    window = Window([], [])
    offsets = []
    for number, token in enumerate(tokens_in(text, 0, len(text))):
        numbers = pieces.of(text[token.start : token.end])
        window.first.append((0, number, len(window.pieces)))
        window.pieces.extend(numbers)
        window.shapes.extend([token.shape] * len(numbers))
        window.targets.extend([targets.of(text, token.start, token.end), *[NOTHING] * (len(numbers) - 1)])
        offsets.append((token.start, token.end))
    return window, offsets


class _Targets:
    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._outside = OUTSIDE if sentence.others_known else UNLABELLED

    def of(self, text: str, start: int, end: int) -> int:
        for name in self._sentence.names:
            if name.start < end and start < name.end:
                mark = "B" if start <= name.start else "I"
                return 1 << LABELS.index(f"{mark}-{name.kind}")
        if any(name.start < end and start < name.end for name in self._sentence.doubtful):
            return NOTHING
        small = end - start > LONG and text[start:end].islower()
        return OUTSIDE if small else self._outside


def windows(
    sentences: Sequence[Sentence], pieces: Pieces, chance: random.Random, longest: int = WINDOW
) -> Iterator[Window]:
    """Neighbouring sentences of one source together in windows of at most ``longest`` pieces; long ones are cut."""
    current: Window | None = None
    source = ""
    for number, sentence in enumerate(sentences):
        one, _ = encoded(sentence, pieces)
        if current is not None and (sentence.source != source or len(current.pieces) + len(one.pieces) + 2 > longest):
            yield current
            current = None
        source = sentence.source
        if current is None:
            current = Window([pieces.first], [0], [NOTHING])
        elif chance.random() < PARAGRAPH:
            _add(current, Window([pieces.between], [0], [NOTHING]), number)
        _add(current, one, number)
        while len(current.pieces) > longest:
            rest = longest
            while rest > longest // 2 and current.targets[rest] == NOTHING:
                rest -= 1
            yield _cut(current, 0, rest)
            tail = _cut(current, rest, len(current.pieces))
            current = Window([pieces.first], [0], [NOTHING])
            _add(current, tail, number)
    if current is not None:
        yield current


def _add(window: Window, more: Window, number: int) -> None:
    at = len(window.pieces)
    window.pieces.extend(more.pieces)
    window.shapes.extend(more.shapes)
    window.targets.extend(more.targets)
    window.first.extend((number, token, at + place) for _, token, place in more.first)


def _cut(window: Window, start: int, end: int) -> Window:
    first = [(number, token, place - start) for number, token, place in window.first if start <= place < end]
    return Window(window.pieces[start:end], window.shapes[start:end], window.targets[start:end], first)
