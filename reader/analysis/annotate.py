"""Everything that is found in single articles, composed: the step between ingest and the comparison of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from reader.analysis.descriptions import find_descriptions
from reader.analysis.entities.find import find_mentions
from reader.analysis.figures import extract_figures
from reader.analysis.quotes import find_quotations
from reader.analysis.segment import rejoined, split_sentences
from reader.analysis.tagger import RawSpan, Tagger, tag_articles
from reader.analysis.temporal import find_dates
from reader.models.annotations import Annotations, Mention
from reader.models.article import Article, Status
from reader.models.extent import ANALYSED_LINES, analysed_end
from reader.models.languages import is_analysed_language

ANALYSIS_VERSION = 7
"""Raised whenever annotations of the same article come out otherwise; the library then analyses again."""


def annotate(articles: Sequence[Article], tagger: Tagger) -> Iterator[Annotations]:
    """The annotations of each article, in the order given; mentions have no entities yet (``aliases`` gives them)."""
    parts = [analysed_part(article) for article in articles]
    tagged = tag_articles([part for part in parts if is_analysed_language(part)], tagger)
    for article in parts:
        yield annotate_article(article, next(tagged) if is_analysed_language(article) else ())


def analysed_part(article: Article) -> Article:
    """The article as far as it is analysed: itself, unless it is enormous."""
    end = analysed_end(article)
    if end == len(article.text):
        return article
    lines = tuple(replace(line, end=min(line.end, end)) for line in article.lines[:ANALYSED_LINES] if line.start < end)
    return replace(article, text=article.text[:end], lines=lines)


def annotate_article(article: Article, spans: Sequence[RawSpan]) -> Annotations:
    """The annotations of an article in which a tagger found ``spans``. Pure.

    The rules know one language. In an article of another one they would take its words for names and figures, so that
    only sentences are found there, and the authors that it states.
    """
    sentences = rejoined(article.text, split_sentences(article), ((span.start, span.end) for span in spans))
    if not is_analysed_language(article):
        found = find_mentions(article, sentences, (), (), ())
        return Annotations(ANALYSIS_VERSION, sentences, _stated(article, found), (), (), ())
    dates = find_dates(article, sentences, publication_day(article))
    figures = extract_figures(article, sentences, dates)
    mentions = find_mentions(article, sentences, dates, figures, spans)
    quotes = find_quotations(article, sentences, mentions)
    described = find_descriptions(article.text, sentences, mentions)
    return Annotations(ANALYSIS_VERSION, sentences, mentions, figures, dates, quotes, described=described)


def _stated(article: Article, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of the names that the article's head states."""
    names = set(article.authors.value or ())
    return tuple(one for one in mentions if article.text[one.start : one.end] in names)


def redated(article: Article, annotations: Annotations) -> Annotations:
    """The annotations with the dates resolved against the day that the article has now, which its event may have given.

    Only values change: which words are a date does not hang on the day.
    """
    if article.published.status is Status.STATED or not is_analysed_language(article):
        return annotations
    dates = find_dates(article, annotations.sentences, publication_day(article))
    return annotations if dates == annotations.dates else replace(annotations, dates=dates)


def publication_day(article: Article) -> date | None:
    """The day an article was published, stated or inferred; None if it is unknown or no whole date."""
    published = article.published.value
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
