"""One file's bytes to one article: decode, clean, label, describe. The door of this layer for the pipeline."""

from __future__ import annotations

from pathlib import PurePath

from reader.errors import InputError
from reader.ingest.labelling import label_lines
from reader.ingest.lines import split_lines
from reader.ingest.markdown import read_markdown
from reader.ingest.metadata import read_metadata
from reader.ingest.text import read_text
from reader.models.article import Article, Line

MARKDOWN_ENDINGS = frozenset({".md", ".markdown"})
"""Endings, in lower case, of files that are read as Markdown."""


def is_markdown(origin: str) -> bool:
    """Whether a file of this name is read as Markdown; any other is plain text."""
    return PurePath(origin).suffix.lower() in MARKDOWN_ENDINGS


def read_article(raw: bytes, origin: str, *, markdown: bool) -> Article:
    """The article that the bytes of a file are, with id 0.

    Raises:
        InputError: the file is empty or holds no text; the sentence names no file, the caller knows it.
    """
    draft = read_markdown(raw) if markdown else read_text(raw)
    lines = split_lines(draft.text)
    if not lines:
        raise InputError("is empty" if not raw.strip() else "holds no readable text")
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
        lines=tuple(Line(line.start, line.end, label) for line, label in zip(lines, labels, strict=True)),
    )
