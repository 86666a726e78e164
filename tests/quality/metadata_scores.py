"""Scores of titles, outlets, authors and dates, and of the labels of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.models.article import STORY_LABELS, LineLabel, Metadatum, Status
from tests.quality.found import LabelledArticle
from tests.quality.measures import NOTHING, Tally, share
from tests.quality.spans import Span

DAY = len("2023-04-19")


def metadata_scores(articles: Sequence[LabelledArticle]) -> Iterator[tuple[str, float]]:
    """The share of values that are right, or rightly unknown, and of lines with the right label."""
    yield "metadata.title", share([_stated(a.found.article.title) == a.labels.file.title for a in articles])
    yield "metadata.outlet", share([_same_outlet(a) for a in articles])
    yield "metadata.authors", share([_same_authors(a) for a in articles])
    yield "metadata.published", share([_same_day(a) for a in articles])
    labels = [pair for article in articles for pair in _line_labels(article)]
    yield "metadata.lines", share([said is true for said, true in labels])
    kept = sum((_kept(said, true) for said, true in labels), NOTHING)
    yield "metadata.kept", kept.f1


def _stated(value: Metadatum[str]) -> str | None:
    return value.value if value.status is Status.STATED else None


def _same_outlet(article: LabelledArticle) -> bool:
    said, true = article.found.article.outlet.value, article.labels.file.outlet
    return (said or "").casefold() == (true or "").casefold()


def _same_authors(article: LabelledArticle) -> bool:
    said = article.found.article.authors.value or ()
    return [name.casefold() for name in said] == [name.casefold() for name in article.labels.file.authors]


def _same_day(article: LabelledArticle) -> bool:
    said, true = _stated(article.found.article.published), article.labels.file.published
    return (said or "")[:DAY] == (true or "")[:DAY]


def _line_labels(article: LabelledArticle) -> Iterator[tuple[LineLabel | None, LineLabel]]:
    said = {line.start: line for line in article.found.article.lines}
    for line in article.labels.lines:
        found = said.get(line.span.start)
        right_line = found is not None and Span(found.start, found.end).holds(line.span)
        yield (found.label if found is not None and right_line else None), line.label


def _kept(said: LineLabel | None, true: LineLabel) -> Tally:
    return Tally(said in STORY_LABELS and true in STORY_LABELS, said in STORY_LABELS, true in STORY_LABELS)
