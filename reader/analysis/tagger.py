"""The tagger: texts in, raw spans of names out. Its spans are what our own layer (``entities``) works on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from reader.models.annotations import Kind
from reader.models.article import NOISE_LABELS, Article

LONGEST = 400_000
"""Characters of one article that are given to a tagger, at most: some ten times the longest reports. What comes after
is left to the rules, so that a file of 10 MB takes seconds of the tagger's time and not minutes."""

LETTERS_IN_PROSE = 0.25
"""Share of letters below which a stretch is rows of marks or digits and holds no names. Prose has about .8, a results
table with names .4; a megabyte of quote marks, each of which is a word to the model, took a minute."""


class RawSpan(NamedTuple):
    """A name as the tagger sees it: ``text[start:end]`` and what it names."""

    start: int
    end: int
    kind: Kind


class Tagger(Protocol):
    """What finds names in plain text."""

    def tag(self, texts: Sequence[str]) -> Iterator[tuple[RawSpan, ...]]:
        """For each text its spans, in order and without overlaps; offsets count from the start of that text.

        No span goes over the end of a line, and what a text's spans are hangs on no other text.

        Raises:
            AnalysisError: one of the texts breaks the model.
        """
        ...


def is_prose(text: str) -> bool:
    """Whether a stretch has letters enough to hold names."""
    return sum(map(str.isalpha, text)) >= LETTERS_IN_PROSE * len(text)


def tag_articles(articles: Sequence[Article], tagger: Tagger) -> Iterator[tuple[RawSpan, ...]]:
    """For each article the tagger's spans in its lines that are not noise; offsets into the article's text."""
    return tagger.tag([_without_noise(article) for article in articles])


def _without_noise(article: Article) -> str:
    """The article's text, as far as it is tagged, with line ends in place of all that is in no line or in noise."""
    parts: list[str] = []
    at = 0
    for line in article.lines:
        if line.label not in NOISE_LABELS and line.start < LONGEST:
            end = min(line.end, LONGEST)
            parts.extend(("\n" * (line.start - at), article.text[line.start : end]))
            at = end
    return "".join(parts)
