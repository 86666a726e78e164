"""What Reader finds in the samples, beside what a careful reader finds: the input of every score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.models.annotations import AnalysedArticle
from reader.models.article import Article
from reader.models.comparison import Comparison, Passage, Reading
from tests.quality.article_labels import ArticleLabels
from tests.quality.event_labels import Anchor, EventLabels
from tests.quality.label_files import MetadataFile
from tests.quality.spans import Span

Groups = frozenset[frozenset[str]]
"""Articles, by file name, in groups."""


@dataclass(frozen=True, slots=True)
class LabelledMetadata:
    """What an article says of itself, as Reader and as the labels have it."""

    found: Article
    labels: MetadataFile


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """One article as Reader and as the labels have it."""

    found: AnalysedArticle
    labels: ArticleLabels


@dataclass(frozen=True, slots=True)
class LabelledEvent:
    """One event as Reader and as the labels have it.

    Attributes:
        names: the file names of the articles, by their ids.
    """

    found: Comparison
    labels: EventLabels
    names: Mapping[int, str]

    def anchor(self, passage: Passage | Reading) -> Anchor:
        """A passage of the comparison, in the terms of the labels."""
        return Anchor(self.names[passage.article], Span(passage.start, passage.end))


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which articles form events and stories, as Reader and as the labels have it."""

    events: Groups
    stories: Groups
    labelled_events: Groups
    labelled_stories: Groups


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that is scored."""

    metadata: tuple[LabelledMetadata, ...]
    articles: tuple[LabelledArticle, ...]
    events: tuple[LabelledEvent, ...]
    grouping: Grouping
