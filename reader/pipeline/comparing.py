"""The last step: the comparison of an event or of any articles, made once and stored for all that show it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.annotate import ANALYSIS_VERSION
from reader.analysis.comparison.compare import compare
from reader.models.annotations import AnalysedArticle
from reader.store.store import Store

COMPARISON_VERSION = 1
"""Raised whenever the comparison of the same annotations comes out otherwise; the worker then compares again."""

MADE_BY = ANALYSIS_VERSION * 1000 + COMPARISON_VERSION
"""What a stored comparison was made by: both the analysis and the comparison."""


def compare_articles(store: Store, articles: Sequence[int], event: int | None = None) -> bool:
    """Compare these articles, as far as they are analysed, and store what came out, as the event's if one is given.

    False if fewer than two of them can be compared.
    """
    analysed = [record for number in articles if (record := _analysed(store, number))]
    if len(analysed) < 2:
        return False
    numbers = {mention.entity for record in analysed for mention in record.annotations.mentions}
    entities = {number: entity for number in numbers if number is not None and (entity := store.entity(number))}
    store.put_comparison(compare(analysed, entities=entities), MADE_BY, event)
    return True


def _analysed(store: Store, number: int) -> AnalysedArticle | None:
    article, annotations = store.article(number), store.annotations(number)
    return AnalysedArticle(article, annotations) if article and annotations else None
