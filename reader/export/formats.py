"""The formats in which a comparison leaves Reader, and the one function that writes each of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import PurePath
from unicodedata import normalize

from reader.export.csv import report_csv
from reader.export.html import report_html
from reader.export.json import comparison_object, dumps
from reader.export.markdown import report_markdown
from reader.export.reporting import report_of
from reader.export.text import report_text
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.models.dismissals import settled
from reader.models.same_text import Copies, folded, same_texts


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
    *,
    known_copies: Collection[int] = (),
) -> str:
    """The comparison in a format, ending with a line break.

    In what is made to be read, sources with one and the same text are one source that names the others, as on the
    screen; in what is made for programs every source stands for itself.

    Args:
        form: the format.
        comparison: what was compared.
        articles: its articles, by id.
        title: of the event; without one, the title of the reference stands at the top.
        day: ISO date of the event, if known.
        known_copies: articles that the library holds to be near-copies of another one.
    """
    if form is Format.JSON:
        return dumps(comparison_object(comparison)) + "\n"
    copies = {} if form is Format.CSV else _copies(comparison, articles, known_copies)
    return _WRITERS[form](report_of(settled(folded(comparison, copies)), articles, title, day, copies))


def _copies(comparison: Comparison, articles: Mapping[int, Article], known: Collection[int]) -> Copies:
    """The sources whose text another one carries too, by the sentences that the rows hold."""
    sentences: dict[int, list[str]] = {}
    for row in comparison.rows:
        for reading in row.readings:
            if reading.article in articles:
                text = articles[reading.article].text
                sentences.setdefault(reading.article, []).append(text[reading.start : reading.end])
    return same_texts([each for each in comparison.articles if each in articles], sentences, known)


_WRITERS = {
    Format.MARKDOWN: report_markdown,
    Format.HTML: report_html,
    Format.CSV: report_csv,
    Format.TEXT: report_text,
}
