"""Articles with their clauses: the step between the annotation of single articles and their comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.analysis.clauses.find import clauses_of
from reader.analysis.clauses.headlines import in_sentence_case
from reader.analysis.clauses.parser import Parser
from reader.models.annotations import NAMED_KINDS, AnalysedArticle, Clause
from reader.models.article import STORY_LABELS, LineLabel

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
    names = _words_of_names(analysed)
    parsed = parser.parse(
        [
            in_sentence_case(text[sentence.start : sentence.end], names)
            if sentence.label is LineLabel.TITLE
            else text[sentence.start : sentence.end]
            for sentence in read
        ]
    )
    for sentence, tokens in zip(read, parsed, strict=True):
        near = [(start, end) for start, end in quotations if start < sentence.end and end > sentence.start]
        yield from clauses_of(tokens, sentence.start, near)


def _words_of_names(analysed: AnalysedArticle) -> set[str]:
    """The words that are names, or parts of them, anywhere in an article's running text."""
    text = analysed.article.text
    titles = [line for line in analysed.article.lines if line.label is LineLabel.TITLE]
    return {
        word
        for mention in analysed.annotations.mentions
        if mention.kind in NAMED_KINDS and not any(line.start <= mention.start < line.end for line in titles)
        for word in text[mention.start : mention.end].split()
    }
