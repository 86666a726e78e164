"""How the command line prints: one JSON object a line, or one line of tab-separated fields, or text for a person."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import click

from reader.sanitize import one_line, sanitize

if TYPE_CHECKING:
    from reader.export.json import Object

FIELD_LIMIT = 400
"""Characters of a field on a tab-separated line: longer than any title or path that a person can use."""


class Form(StrEnum):
    """What the output is for."""

    JSON = "json"
    PLAIN = "plain"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Output:
    """Where the data of a command goes, in one of three forms."""

    form: Form

    def text(self, text: str) -> None:
        """A whole text for a person, whatever the form."""
        click.echo(sanitize(text))

    def item(self, fields: Sequence[str | None], as_json: Object, text: str | None = None) -> None:
        """One item of a listing: as JSON, as fields on a line, or as text (fields if it has none)."""
        if self.form is Form.JSON:
            from reader.export.json import dumps  # noqa: PLC0415 (heavy: only when it is needed)

            click.echo(dumps(as_json))
        elif self.form is Form.TEXT and text is not None:
            click.echo(sanitize(text))
        else:
            click.echo("\t".join(one_line(field or "", FIELD_LIMIT) for field in fields))


def print_export(text: str, *, as_data: bool) -> None:
    """A whole document; data (all but plain text) is UTF-8 with its own line ends, whatever the terminal."""
    if as_data and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    click.echo(text, nl=False)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """The number and the noun in its form: "1 article", "3 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def message(sentence: str) -> None:
    """One sentence for the person, on stderr."""
    click.echo(f"reader: {sanitize(sentence)}", err=True)


def prepare_streams(form: Form) -> None:
    """Let no character break the output: JSON is UTF-8 by definition, text falls back to what the terminal has."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if form is Form.JSON and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
