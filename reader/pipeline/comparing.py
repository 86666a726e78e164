"""The last step: the comparison of an event or of any articles, made once and stored for all that show it."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

from reader.analysis.annotate import ANALYSIS_VERSION
from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import Parser
from reader.analysis.comparison.compare import compare
from reader.models.annotations import AnalysedArticle
from reader.store.store import Store

COMPARISON_VERSION = 7
"""Raised whenever the comparison of the same annotations comes out otherwise; the worker then compares again."""

MADE_BY = ANALYSIS_VERSION * 1000 + COMPARISON_VERSION
"""What a stored comparison was made by: both the analysis and the comparison."""

DEADLINE_SECONDS = 10.0
"""CPU that one comparison may take before it leaves out what is left: a hundred long reports of one event take less."""


def compare_articles(store: Store, parser: Parser, articles: Sequence[int], event: int | None = None) -> bool:
    """Compare these articles, as far as they are analysed, and store what came out, as the event's if one is given.

    What takes longer than ``DEADLINE_SECONDS`` is stored as a partial comparison, which says what it left out.

    Articles that are compared for the first time are parsed; what their sentences say is kept with their analysis.
    False if fewer than two of them can be compared.
    """
    analysed = [record for number in articles if (record := _analysed(store, number))]
    if len(analysed) < 2:
        return False
    analysed = _parsed(store, parser, analysed)
    numbers = {mention.entity for record in analysed for mention in record.annotations.mentions}
    entities = {number: entity for number in numbers if number is not None and (entity := store.entity(number))}
    end = process_time() + DEADLINE_SECONDS
    comparison = compare(analysed, entities=entities, stopped=lambda: process_time() >= end)
    store.put_comparison(comparison, MADE_BY, event)
    return True


def _parsed(store: Store, parser: Parser, analysed: Sequence[AnalysedArticle]) -> list[AnalysedArticle]:
    """The articles with their clauses, which are stored if they are new."""
    parsed = list(with_clauses(analysed, parser))
    with store.transaction():
        for before, after in zip(analysed, parsed, strict=True):
            if before is not after:
                store.put_annotations(after.article.id, after.annotations)
    return parsed


def _analysed(store: Store, number: int) -> AnalysedArticle | None:
    article, annotations = store.article(number), store.annotations(number)
    return AnalysedArticle(article, annotations) if article and annotations else None
