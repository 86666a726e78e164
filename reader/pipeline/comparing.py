"""The last step: the comparison of an event, or of any articles, made once and stored for every screen that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.comparison import compare
from reader.models.annotations import AnalysedArticle
from reader.store.store import Store


def compare_event(store: Store, event: int) -> None:
    """Compare the sources of an event, if it has several, and store what came out."""
    members = store.members(event)
    if len(members) > 1:
        compare_articles(store, members)


def compare_articles(store: Store, articles: Sequence[int]) -> None:
    """Compare these articles, as far as they are analysed, and store what came out."""
    analysed = [
        AnalysedArticle(store.article(number), store.annotations(number))
        for number in articles
        if store.is_analysed(number)
    ]
    if len(analysed) > 1:
        ids = {mention.entity for record in analysed for mention in record.annotations.mentions}
        store.put_comparison(articles, compare(analysed, entities=store.entities(ids - {None})))
