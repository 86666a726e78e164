"""An article as ingest understands it: its unchanged text, a label for every line, and metadata with evidence."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Generic, TypeVar

from reader.models.kinds import NOISE_LABELS as NOISE_LABELS  # noqa: PLC0414 (known by this name)
from reader.models.kinds import STORY_LABELS as STORY_LABELS  # noqa: PLC0414 (the same)
from reader.models.kinds import LineLabel as LineLabel  # noqa: PLC0414 (the same)
from reader.models.kinds import Status as Status  # noqa: PLC0414 (the same)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article's text that is not blank, ``text[start:end]`` without its line break, or a part of one."""

    start: int
    end: int
    label: LineLabel


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an article: ``text[start:end]`` leads to ``address`` (http or https). Numbered from 1 in order."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a metadata value comes from.

    Attributes:
        line: number of the line in the article's text, counted from 1; 0 when it stands in no line
            (a front matter field is in the text; the articles of the same event are not).
        rule: the rule that found it, in a few words fit to be shown: "published line", "front matter", "caption".
    """

    line: int
    rule: str


@dataclass(frozen=True, slots=True)
class Metadatum(Generic[T]):
    """One metadata value, how it is known, and by what evidence. ``value`` is None exactly if ``status`` is unknown."""

    value: T | None
    status: Status
    evidence: Evidence | None


UNKNOWN: Metadatum[str] = Metadatum(None, Status.UNKNOWN, None)
"""A text value of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    Attributes:
        id: its number in the library; 0 until it is stored.
        text: the decoded and sanitised text, otherwise unchanged; every offset points into it.
        title: stated, or derived from the standfirst or the first sentence (then inferred).
        outlet: the publication it appeared in.
        authors: names without "By", in the order of the byline, in the spelling of the text.
        published: ISO date ("2023-04-19") or datetime ("2023-05-28T15:05") as text.
        language: ISO 639-1 code.
        origin: absolute path or URL it was read from.
        lines: every line that is not blank, in order.
        links: the links of the text, in order; what a person opens by number.
    """

    id: int
    text: str
    title: Metadatum[str]
    outlet: Metadatum[str]
    authors: Metadatum[tuple[str, ...]]
    published: Metadatum[str]
    language: Metadatum[str]
    origin: str
    lines: tuple[Line, ...]
    links: tuple[Link, ...] = ()

    @property
    def digest(self) -> str:
        """A stable name of the text: 32 hexadecimal digits. What a person does to an article is anchored to it."""
        return blake2b(self.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
