"""The last step: the comparison of an event or of any articles, made once and stored for all that show it."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

from reader.analysis.annotate import ANALYSIS_VERSION
from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import Parser
from reader.analysis.comparison.compare import compare
from reader.models.annotations import AnalysedArticle
from reader.pipeline.hands import Asked, Compared, Hands
from reader.store.store import Store

COMPARISON_VERSION = 7
"""Raised whenever the comparison of the same annotations comes out otherwise; the worker then compares again."""

MADE_BY = ANALYSIS_VERSION * 1000 + COMPARISON_VERSION
"""What a stored comparison was made by: both the analysis and the comparison."""

DEADLINE_SECONDS = 10.0
"""CPU that one comparison may take before it leaves out what is left: a hundred long reports of one event take less."""


def compare_articles(store: Store, hands: Hands, articles: Sequence[int], event: int | None = None) -> bool:
    """Compare these articles, as far as they are analysed, and store what came out, as the event's if one is given.

    What takes longer than ``DEADLINE_SECONDS`` is stored as a partial comparison, which says what it left out.

    Articles that are compared for the first time are parsed; what their sentences say is kept with their analysis.
    False if fewer than two of them can be compared.
    """
    asked = asked_of(store, articles)
    if asked is None:
        return False
    compared = hands.compare(asked)
    with store.transaction():
        for before, after in zip(asked.articles, compared.annotations, strict=True):
            if before.annotations.clauses is None:
                store.put_annotations(before.article.id, after)
    store.put_comparison(compared.comparison, MADE_BY, event)
    return True


def asked_of(store: Store, articles: Sequence[int]) -> Asked | None:
    """What the comparison of these articles hangs on; None if fewer than two of them can be compared."""
    analysed = tuple(record for number in articles if (record := _analysed(store, number)))
    if len(analysed) < 2:
        return None
    numbers = {mention.entity for record in analysed for mention in record.annotations.mentions}
    known = sorted(number for number in numbers if number is not None)
    return Asked(analysed, {number: entity for number in known if (entity := store.entity(number))})


def compare_alone(asked: Asked, parser: Parser) -> Compared:
    """How these articles compare, once those that are new have been parsed. Pure, but for the deadline."""
    parsed = list(with_clauses(asked.articles, parser))
    end = process_time() + DEADLINE_SECONDS
    comparison = compare(parsed, entities=asked.entities, stopped=lambda: process_time() >= end)
    return Compared(tuple(record.annotations for record in parsed), comparison)


def _analysed(store: Store, number: int) -> AnalysedArticle | None:
    article, annotations = store.article(number), store.annotations(number)
    return AnalysedArticle(article, annotations) if article and annotations else None
