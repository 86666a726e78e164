"""A comparison as plain text: its rows in reading order, each with its relation and every source's sentences."""

from __future__ import annotations

from collections.abc import Mapping

from reader.export.marks import mark_of
from reader.models.article import Article
from reader.models.comparison import Comparison, Row


def comparison_text(comparison: Comparison, articles: Mapping[int, Article]) -> str:
    """The whole comparison as text, one block a row."""
    sources = [f"[{number}] {source_name(articles[number])}" for number in comparison.articles]
    return "\n\n".join(["\n".join(sources), *(_block(row, articles) for row in comparison.rows)])


def source_name(article: Article) -> str:
    """Outlet and title of an article on one line."""
    return f"{article.outlet.value or 'no outlet'}: {article.title.value or article.origin}"


def _block(row: Row, articles: Mapping[int, Article]) -> str:
    readings = [
        f"[{reading.article}] " + " ".join(articles[reading.article].text[reading.start : reading.end].split())
        for reading in row.readings
    ]
    return "\n    ".join([f"{mark_of(row)}   {readings[0]}", *readings[1:]])
