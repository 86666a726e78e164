"""Articles with their clauses: the step between the annotation of single articles and their comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.analysis.clauses.find import clauses_of
from reader.analysis.clauses.parser import Parser
from reader.models.annotations import AnalysedArticle, Clause
from reader.models.article import STORY_LABELS

LONGEST = 800
"""Characters of a sentence that is parsed: a longer one is a list or a table without a full stop."""

MOST_SENTENCES = 400
"""Sentences of one article that are parsed: some ten times the usual report, half a second of CPU."""


def with_clauses(articles: Sequence[AnalysedArticle], parser: Parser) -> Iterator[AnalysedArticle]:
    """The articles in the order given, those that have no clauses yet parsed."""
    for analysed in articles:
        if analysed.annotations.clauses is not None:
            yield analysed
        else:
            yield replace(
                analysed, annotations=replace(analysed.annotations, clauses=tuple(_clauses(analysed, parser)))
            )


def _clauses(analysed: AnalysedArticle, parser: Parser) -> Iterator[Clause]:
    text = analysed.article.text
    read = [
        sentence
        for sentence in analysed.annotations.sentences
        if sentence.label in STORY_LABELS and sentence.end - sentence.start <= LONGEST
    ][:MOST_SENTENCES]
    quotations = [(quotation.start, quotation.end) for quotation in analysed.annotations.quotes]
    parsed = parser.parse([text[sentence.start : sentence.end] for sentence in read])
    for sentence, tokens in zip(read, parsed, strict=True):
        near = [(start, end) for start, end in quotations if start < sentence.end and end > sentence.start]
        yield from clauses_of(tokens, sentence.start, near)
