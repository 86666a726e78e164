"""The formats in which a comparison leaves Reader, and the one function that writes each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath
from unicodedata import normalize

from reader.export.csv import report_csv
from reader.export.html import report_html
from reader.export.json import comparison_object, dumps
from reader.export.markdown import report_markdown
from reader.export.reporting import report_of
from reader.export.text import comparison_text
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.models.dismissals import settled


class Format(StrEnum):
    """What a comparison can be written as."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
    TEXT = "text"


SUFFIXES = {
    Format.MARKDOWN: ".md",
    Format.HTML: ".html",
    Format.JSON: ".json",
    Format.CSV: ".csv",
    Format.TEXT: ".txt",
}
"""What the names of files of each format end in."""


NAME_CHARACTERS = 60
"""Characters of a title in a file's name: at four bytes each they still fit into the 255 bytes of a file system."""


def format_of(name: str) -> Format | None:
    """The format that a file's name ends in, if it is one of ours."""
    suffix = PurePath(name).suffix.casefold()
    return next((each for each, ending in SUFFIXES.items() if ending == suffix), None)


def proposed_name(title: str, day: str, form: Format) -> str:
    """A file's name for an export: the words of the title and the day, "bridge-shut-2024-05-06.md".

    Letters and digits of any script, so that the name is safe on every file system and in every shell.
    """
    words = re.findall(r"[^\W_]+", normalize("NFC", title).casefold())
    stem = ""
    for word in words:
        if len(stem) + len(word) > NAME_CHARACTERS:
            break
        stem += f"{word}-"
    parts = (stem.strip("-") or "comparison", "-".join(re.findall("[0-9]+", day[:10])))
    return "-".join(part for part in parts if part) + SUFFIXES[form]


def exported(
    form: Format,
    comparison: Comparison,
    articles: Mapping[int, Article],
    title: str | None = None,
    day: str | None = None,
) -> str:
    """The comparison in a format, ending with a line break.

    Args:
        form: the format.
        comparison: what was compared.
        articles: its articles, by id.
        title: of the event; without one, the title of the reference stands at the top.
        day: ISO date of the event, if known.
    """
    if form is Format.JSON:
        return dumps(comparison_object(comparison)) + "\n"
    shown = settled(comparison)
    if form is Format.TEXT:
        return comparison_text(shown, articles) + "\n"
    report = report_of(shown, articles, title, day)
    if form is Format.CSV:
        return report_csv(report)
    return report_html(report) if form is Format.HTML else report_markdown(report)
