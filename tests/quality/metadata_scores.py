"""Scores of titles, outlets, authors and dates, and of the labels of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.models.article import STORY_LABELS, LineLabel, Metadatum, Status
from tests.quality.found import LabelledArticle, LabelledMetadata
from tests.quality.measures import NOTHING, Tally, share

DAY = len("2023-04-19")


def metadata_scores(samples: Sequence[LabelledMetadata]) -> Iterator[tuple[str, float]]:
    """The share of values that are right, or rightly unknown."""
    yield "metadata.title", share([_stated(sample.found.title) == sample.labels.title for sample in samples])
    yield "metadata.outlet", share([_same_outlet(sample) for sample in samples])
    yield "metadata.authors", share([_same_authors(sample) for sample in samples])
    yield "metadata.published", share([_same_day(sample) for sample in samples])


def line_scores(articles: Sequence[LabelledArticle]) -> Iterator[tuple[str, float]]:
    """The share of lines with the right label, and F1 of the lines that are kept as the article itself."""
    labels = [pair for article in articles for pair in _line_labels(article)]
    yield "lines.labels", share([said is true for said, true in labels])
    kept = sum((_kept(said, true) for said, true in labels), NOTHING)
    yield "lines.kept", kept.f1


def _stated(value: Metadatum[str]) -> str | None:
    return value.value if value.status is Status.STATED else None


def _same_outlet(sample: LabelledMetadata) -> bool:
    said, true = sample.found.outlet.value, sample.labels.outlet
    return (said or "").casefold() == (true or "").casefold()


def _same_authors(sample: LabelledMetadata) -> bool:
    said = sample.found.authors.value or ()
    return [name.casefold() for name in said] == [name.casefold() for name in sample.labels.authors]


def _same_day(sample: LabelledMetadata) -> bool:
    said, true = _stated(sample.found.published), sample.labels.published
    return (said or "")[:DAY] == (true or "")[:DAY]


def _line_labels(article: LabelledArticle) -> Iterator[tuple[LineLabel | None, LineLabel]]:
    """What each line is said to be, by the largest part of it, and what it is."""
    for line in article.labels.lines:
        parts = {
            min(part.end, line.span.end) - max(part.start, line.span.start): part.label
            for part in article.found.article.lines
        }
        largest = max(parts, default=0)
        yield (parts[largest] if largest > 0 else None), line.label


def _kept(said: LineLabel | None, true: LineLabel) -> Tally:
    return Tally(said in STORY_LABELS and true in STORY_LABELS, said in STORY_LABELS, true in STORY_LABELS)
