"""The label files as they are written: what a careful reader finds in the sample articles, told by words, not offsets.

``labels/articles/*.json`` is one :class:`ArticleFile` each, ``labels/events/*.json`` one :class:`EventFile` each;
``labels/grouping.json`` is the one :class:`GroupingFile`, ``labels/metadata.json`` has a :class:`MetadataFile` for each
sample. See spans.py for how they refer to a text.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from reader.models.annotations import Kind
from reader.models.article import LineLabel

LABELS = Path(__file__).parent / "labels"


class NameFile(msgspec.Struct, forbid_unknown_fields=True, rename={"surfaces": "as"}):
    """Something that is named: its id in all articles, its kind, and how this article writes it."""

    id: str
    kind: Kind
    surfaces: list[str]


class QuoteFile(msgspec.Struct, forbid_unknown_fields=True):
    """A quotation with its quote marks; ``speaker`` is empty where the article does not say."""

    text: str
    speaker: str = ""


class MetadataFile(msgspec.Struct, forbid_unknown_fields=True):
    """What an article says of itself; None is what it doesn't say."""

    title: str | None
    outlet: str | None
    authors: list[str]
    published: str | None


class ArticleFile(msgspec.Struct, forbid_unknown_fields=True):
    """What is in one article.

    Attributes:
        lines: by label, the lines that bear it: whole, or their first words and "…"; any other line is body.
        optional: what may be found as an entity, a date or a figure, or not.
    """

    article: str
    lines: dict[LineLabel, list[str]]
    names: list[NameFile]
    dates: list[str]
    figures: list[str]
    optional: list[str]
    quotes: list[QuoteFile]


class FactFile(msgspec.Struct, forbid_unknown_fields=True):
    """One thing that several sources say: each core sentence pairs with each of another source.

    Attributes:
        core: the sentences that say it, as "source: words of the sentence".
        partial: sentences that say a part of it: such a pair is neither right nor wrong.
    """

    fact: str
    core: list[str]
    partial: list[str] = []


class ClaimsFile(msgspec.Struct, forbid_unknown_fields=True):
    """Places at which sources disagree, agree or seem to, as "source: words"."""

    what: str
    claims: list[str]


class EventFile(msgspec.Struct, forbid_unknown_fields=True):
    """What the sources of one event share and where they disagree.

    Attributes:
        sources: a short name for each article's file.
        conflicts: figures and dates that contradict each other.
        differences: what a careful reader would note besides: roles, tenses, names, wordings.
        traps: figures and dates that agree, are compatible or are about different things: never a conflict.
        utterances: one statement in the quotations of several sources.
    """

    event: str
    sources: dict[str, str]
    facts: list[FactFile]
    conflicts: list[ClaimsFile]
    differences: list[ClaimsFile]
    traps: list[ClaimsFile]
    utterances: list[ClaimsFile]


class GroupingFile(msgspec.Struct, forbid_unknown_fields=True):
    """Which articles cover one event, and which events make a story; every sample article is in one event."""

    events: dict[str, list[str]]
    stories: dict[str, list[str]]


def metadata_files() -> dict[str, MetadataFile]:
    """The metadata of every sample article, by file name."""
    return msgspec.json.decode((LABELS / "metadata.json").read_bytes(), type=dict[str, MetadataFile])


def article_files() -> list[ArticleFile]:
    """Every labelled article."""
    return [msgspec.json.decode(path.read_bytes(), type=ArticleFile) for path in _files("articles")]


def event_files() -> list[EventFile]:
    """Every event whose comparison is labelled."""
    return [msgspec.json.decode(path.read_bytes(), type=EventFile) for path in _files("events")]


def grouping_file() -> GroupingFile:
    """The events and stories of all sample articles."""
    return msgspec.json.decode((LABELS / "grouping.json").read_bytes(), type=GroupingFile)


def _files(kind: str) -> list[Path]:
    return sorted((LABELS / kind).glob("*.json"))
