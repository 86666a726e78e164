"""Title and first sentence of each source, and which of their words no other source has in its own."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.alignment.words import content_words
from reader.analysis.comparison.wording import Spans, Term, joined, terms_in
from reader.models.annotations import AnalysedArticle
from reader.models.article import LineLabel
from reader.models.comparison import Head

_Span = tuple[int, int]


def heads_of(articles: Sequence[AnalysedArticle]) -> tuple[Head, ...]:
    """The head of every article, titles compared with titles and first sentences with first sentences."""
    titles = [_title(analysed) for analysed in articles]
    leads = [_lead(analysed) for analysed in articles]
    title_words, lead_words = _own_words(articles, titles), _own_words(articles, leads)
    return tuple(
        Head(analysed.article.id, titles[place], leads[place], title_words[place], lead_words[place])
        for place, analysed in enumerate(articles)
    )


def _title(analysed: AnalysedArticle) -> _Span | None:
    """The first title line."""
    title = next((line for line in analysed.article.lines if line.label is LineLabel.TITLE), None)
    return (title.start, title.end) if title else None


def _lead(analysed: AnalysedArticle) -> _Span | None:
    """The first sentence of the body; an article without a body opens with its standfirst."""
    return next(
        (
            (sentence.start, sentence.end)
            for label in (LineLabel.BODY, LineLabel.STANDFIRST)
            for sentence in analysed.annotations.sentences
            if sentence.label is label
        ),
        None,
    )


def _own_words(articles: Sequence[AnalysedArticle], spans: Sequence[_Span | None]) -> list[Spans]:
    """Of each span the stretches whose content words are in no other span, neither so nor by another form of a name.

    A headline's capitals mislead the search for names: what is taken for part of one still counts as a word.
    """
    words = [_terms(analysed, span, named=False) for analysed, span in zip(articles, spans, strict=True)]
    names = [_terms(analysed, span, named=True) for analysed, span in zip(articles, spans, strict=True)]
    said = [{term.meaning for term in (*of_words, *of_names)} for of_words, of_names in zip(words, names, strict=True)]
    if sum(map(bool, said)) < 2:  # nothing to differ from
        return [()] * len(articles)
    found: list[Spans] = []
    for place, analysed in enumerate(articles):
        elsewhere = set[str]().union(*(each for other, each in enumerate(said) if other != place))
        own = [
            word
            for word, name in zip(words[place], names[place], strict=True)
            if not {word.meaning, name.meaning} & elsewhere
        ]
        found.append(joined(own, analysed.article.text))
    return found


def _terms(analysed: AnalysedArticle, span: _Span | None, *, named: bool) -> tuple[Term, ...]:
    if span is None:
        return ()
    start, end = span
    mentions = [each for each in analysed.annotations.mentions if named and each.start < end and each.end > start]
    return terms_in(content_words(analysed.article.text, start, end), sorted(mentions, key=lambda each: each.start))
