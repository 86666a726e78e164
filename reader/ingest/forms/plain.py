"""Plain text and Markdown: one article each."""

from __future__ import annotations

from reader.ingest.forms.form import Entry, Source
from reader.ingest.markdown import read_markdown
from reader.ingest.text import read_text


def read_plain_form(raw: bytes, source: Source) -> tuple[Entry, ...]:
    """The article of a plain text file."""
    return (Entry(read_text(raw), raw, source.origin),)


def read_markdown_form(raw: bytes, source: Source) -> tuple[Entry, ...]:
    """The article of a Markdown file."""
    return (Entry(read_markdown(raw), raw, source.origin),)
