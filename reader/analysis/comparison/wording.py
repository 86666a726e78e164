"""What one source's sentence says in words that the other sources' sentences of the same row lack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.alignment.statements import Statement
from reader.analysis.alignment.words import Word
from reader.models.annotations import Mention

Spans = tuple[tuple[int, int], ...]


MOSTLY_SHARED = 0.4
"""Share of a sentence's content words that may be its own for it to say the same in nearly the same words."""


@dataclass(frozen=True, slots=True)
class Term:
    """A content word ``text[start:end]`` and what it stands for: its stem, or the entity that it names."""

    start: int
    end: int
    meaning: str


def terms_of(statement: Statement, mentions: Sequence[Mention]) -> tuple[Term, ...]:
    """The terms of a sentence; ``mentions`` are those of its article that overlap it, in reading order."""
    return terms_in(statement.words, mentions)


def terms_in(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Term, ...]:
    """What the content words stand for; those inside a mention of a known entity stand for the entity.

    Args:
        words: of a stretch of one article.
        mentions: the mentions that overlap the stretch, in reading order.
    """
    named = [mention for mention in mentions if mention.entity is not None]
    terms: list[Term] = []
    at = 0
    for word in words:
        while at < len(named) and named[at].end <= word.start:
            at += 1
        inside = at < len(named) and named[at].start < word.end
        terms.append(Term(word.start, word.end, f"@{named[at].entity}" if inside else word.stem))
    return tuple(terms)


def differing_spans(
    readings: Sequence[Sequence[Term]], sources: Sequence[int], texts: Mapping[int, str], telling: Sequence[Spans]
) -> list[Spans]:
    """For each reading, the stretches whose words no other source's reading has; neighbouring words are joined.

    Of a reading that is mostly in words of its own only names, figures and verbs differ: all else would only be noise.

    Args:
        readings: the terms of each sentence of a row.
        sources: which article each reading stands in.
        texts: the articles' texts.
        telling: where the names, figures and verbs of each reading stand.
    """
    said = _said(readings, sources)
    elsewhere = {
        source: frozenset[str]().union(*(words for other, words in said.items() if other != source)) for source in said
    }
    found: list[Spans] = []
    for terms, source, marked in zip(readings, sources, telling, strict=True):
        own = [term for term in terms if term.meaning not in elsewhere[source]]
        if len(own) > MOSTLY_SHARED * len(terms):
            own = [term for term in own if any(start <= term.start < end for start, end in marked)]
        found.append(joined(own, texts[source]))
    return found


def says_the_same(readings: Sequence[Sequence[Term]], sources: Sequence[int]) -> bool:
    """Whether all sources of a row use the same content words."""
    said = list(_said(readings, sources).values())
    return all(words == said[0] for words in said)


def _said(readings: Sequence[Sequence[Term]], sources: Sequence[int]) -> dict[int, set[str]]:
    """What each source says in the row."""
    said: dict[int, set[str]] = {}
    for terms, source in zip(readings, sources, strict=True):
        said.setdefault(source, set()).update(term.meaning for term in terms)
    return said


def joined(terms: Sequence[Term], text: str) -> Spans:
    """The terms' spans, joined where nothing but a blank or a hyphen stands between them."""
    spans: list[tuple[int, int]] = []
    for term in terms:
        if spans and text[spans[-1][1] : term.start] in {"", " ", "-", "‐"}:
            spans[-1] = (spans[-1][0], term.end)
        else:
            spans.append((term.start, term.end))
    return tuple(spans)
