"""A draft to an article: label and describe. With ``forms.table`` the door of this layer for the pipeline."""

from __future__ import annotations

from itertools import chain
from pathlib import PurePath

from reader.errors import InputError
from reader.foreign.deadline import deadline
from reader.ingest.draft import Draft
from reader.ingest.labelling import label_lines
from reader.ingest.lines import TextLine, lines_after, split_lines
from reader.ingest.markdown import read_markdown
from reader.ingest.metadata import read_metadata
from reader.ingest.text import read_text
from reader.models.article import Article, Line, LineLabel

INGEST_VERSION = 4
"""Raised whenever lines or metadata of the same bytes come out otherwise; the library then reads them again."""

MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})
"""Endings, in lower case, of files that are read as Markdown."""


def is_markdown(origin: str) -> bool:
    """Whether a file of this name is read as Markdown; any other is plain text."""
    return PurePath(origin).suffix.lower() in MARKDOWN_ENDINGS


def read_article(raw: bytes, origin: str, *, markdown: bool) -> Article:
    """The article that the bytes of a plain text or Markdown file are, with id 0.

    Raises:
        InputError: the file is empty or holds no text; the sentence names no file, the caller knows it.
    """
    draft = read_markdown(raw) if markdown else read_text(raw)
    return article_of(draft, origin)


@deadline()
def article_of(draft: Draft, origin: str) -> Article:
    """The article that a draft is, with id 0: labelled line by line, and described.

    Raises:
        InputError: there is no text in it, or too much; the sentence names no input, the caller knows it.
    """
    lines = split_lines(draft.text)
    if not lines:
        raise InputError("holds no readable text")
    labels = label_lines(lines, draft.hints)
    metadata = read_metadata(lines, labels, draft)
    return Article(
        id=0,
        text=draft.text,
        title=metadata.title,
        outlet=metadata.outlet,
        authors=metadata.authors,
        published=metadata.published,
        language=metadata.language,
        origin=origin,
        lines=tuple(
            chain(
                (part for line, label in zip(lines, labels, strict=True) for part in _parts(line, label)),
                (Line(*place, LineLabel.BODY) for place in lines_after(draft.text, lines[-1].end + 1)),
            )
        ),
        links=draft.links,
    )


def _parts(line: TextLine, label: LineLabel) -> tuple[Line, ...]:
    """A line with its label; a scraper's date in front of the words is a part of its own."""
    if not line.stamp:
        return (Line(line.start, line.end, label),)
    return Line(line.start, line.stamp_end, LineLabel.DATE), Line(line.stamp_end, line.end, label)
