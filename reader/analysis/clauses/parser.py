"""The dependency parser: sentences in, plain tokens out. In the worker only, and only for articles to be compared.

spaCy is loaded when the first sentence is parsed, without the parts that Reader does not need here (names are found
before, stems are our own): about as much CPU for an article as its names take, 20 to 30 ms. Its documents are
turned into tokens at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from reader.analysis.clauses.tokens import Token
from reader.analysis.entities.words import fold_quotes
from reader.analysis.language_model import DEFAULT_PIPELINE, load_model

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 64
"""Sentences the model works on together."""

_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")


class Parser(Protocol):
    """What finds the grammar of sentences."""

    def parse(self, sentences: Sequence[str]) -> Iterator[tuple[Token, ...]]:
        """For each sentence its tokens, in reading order; offsets count from its start."""
        ...


class SpacyParser:
    """The parser of a spaCy pipeline. A pipeline without one finds nothing."""

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self._pipeline = pipeline
        self._loaded: Language | None = None

    def parse(self, sentences: Sequence[str]) -> Iterator[tuple[Token, ...]]:
        """For each sentence its tokens; linear in their length."""
        nlp = self._load()
        for doc in nlp.pipe(map(fold_quotes, sentences), batch_size=BATCH):
            if not doc.has_annotation("DEP"):
                yield ()
                continue
            yield tuple(
                Token(word.idx, word.idx + len(word), word.lower_, word.tag_, word.dep_, word.head.i) for word in doc
            )

    def _load(self) -> Language:
        if self._loaded is None:
            self._loaded = load_model(self._pipeline, exclude=_UNUSED)
            _multiply_by_numpy(self._loaded)
        return self._loaded


def _multiply_by_numpy(nlp: Language) -> None:
    """Let numpy multiply the matrices: it takes two thirds of the CPU of spaCy's own library, for the same tokens."""
    from thinc.api import NumpyOps  # noqa: PLC0415 (comes with spaCy: only the worker pays)

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for layer in component.model.walk() if hasattr(component, "model") else ():
            layer.ops = ops
