"""The quotations of all sources, each with what is needed to tell whether two are one utterance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.words import content_words
from reader.analysis.comparison.effort import Effort
from reader.analysis.quotes.utterances import words_of
from reader.models.annotations import AnalysedArticle, Quotation, Sentence
from reader.models.article import NOISE_LABELS, LineLabel
from reader.models.comparison import Part, Passage

SHORT_STEM = 4
"""Letters of a stem that may still end in two consonants, one of which a verb's ending has added."""

_WRITTEN = re.compile(
    r"\b(?:(?:re)?tweet(?:s|ed|ing)?|[Tt]witter|[Ff]acebook|[Ii]nstagram|posted|wrote|writes|writing)\b"
)
WRITTEN_REACH = 160
"""Characters before and after a quotation in which its sentence says that it was written."""

MOST_QUOTATIONS = 600
"""Quotations are compared in pairs: of more, each article takes part with an even share of its first ones."""


@dataclass(frozen=True, slots=True)
class Version:
    """One quotation.

    Attributes:
        source: number of its article in canonical order.
        label: the label of its line; a pull quote repeats the text.
        words: as they are compared; ``stems`` those of its content words, each once.
        is_written: whether it was written or posted: what is copied keeps its words.
        day: ISO day on which its article was published, or "".
    """

    source: int
    passage: Passage
    text: str
    label: LineLabel
    words: tuple[str, ...]
    stems: frozenset[str]
    quotation: Quotation
    is_written: bool
    day: str


def versions_of(alignment: Alignment, effort: Effort) -> tuple[Version, ...]:
    """Every quotation outside of noise, in canonical order."""
    share = MOST_QUOTATIONS // len(alignment.articles)
    found: list[Version] = []
    count = 0
    for source, analysed in enumerate(alignment.articles):
        own = _versions_in(source, analysed)
        count += len(own)
        found.extend(own[:share])
    effort.leave_out(Part.QUOTES, count - len(found), count)
    return tuple(found)


def _versions_in(source: int, analysed: AnalysedArticle) -> list[Version]:
    text, article = analysed.article.text, analysed.article.id
    published = analysed.article.published.value or ""
    sentences = analysed.annotations.sentences
    found: list[Version] = []
    at = 0
    for quotation in sorted(analysed.annotations.quotes, key=lambda quote: (quote.start, quote.end)):
        while at < len(sentences) and sentences[at].end <= quotation.start:
            at += 1
        label = _label(sentences, at, quotation)
        if label in NOISE_LABELS:
            continue
        found.append(
            Version(
                source=source,
                passage=Passage(article, quotation.start, quotation.end),
                text=text[quotation.start : quotation.end],
                label=label,
                words=words_of(text[quotation.start : quotation.end]),
                stems=frozenset(single(word.stem) for word in content_words(text, quotation.start, quotation.end)),
                quotation=quotation,
                is_written=_is_written(text, sentences, at, quotation),
                day=published[:10],
            )
        )
    return found


def _label(sentences: Sequence[Sentence], at: int, quotation: Quotation) -> LineLabel:
    """The label of the line that the quotation stands in."""
    inside = at < len(sentences) and sentences[at].start < quotation.end
    return sentences[at].label if inside else LineLabel.BODY


def _is_written(text: str, sentences: Sequence[Sentence], at: int, quotation: Quotation) -> bool:
    """Whether the sentence around a quotation speaks of writing, outside of the quoted words."""
    if at >= len(sentences):
        return False
    before, after = min(sentences[at].start, quotation.start), max(sentences[at].end, quotation.end)
    return any(
        _WRITTEN.search(text, max(first, last - WRITTEN_REACH) if last == quotation.start else first, last)
        for first, last in ((before, quotation.start), (quotation.end, min(after, quotation.end + WRITTEN_REACH)))
    )


def single(stem: str) -> str:
    """A stem without a doubled consonant at its end, which short ones keep ("digg" of "digging")."""
    return stem[:-1] if len(stem) == SHORT_STEM and stem[-1] == stem[-2] else stem
