"""``reader doctor``: is the library whole?"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import library_option, open_existing, with_output
from reader.cli.output import Form, Output
from reader.errors import LibraryError, UsageError
from reader.export.json import report_object


@click.command()
@click.argument("ids", type=click.Path(dir_okay=False, path_type=Path), required=False, metavar="[IDS-FILE]")
@library_option
@with_output
def doctor(ids: Path | None, library: Path | None, output: Output) -> int:
    """Check that the library is whole, and that every article listed in IDS-FILE (an id a line) is in it."""
    with closing(open_existing(library)) as books:
        problems = books.doctor(_read_ids(ids) if ids else ())
    if output.form is Form.JSON:
        output.item((), report_object(problems))
    else:
        for problem in problems or ("The library is whole.",):
            output.text(problem)
    return LibraryError.exit_code if problems else 0


_LONGEST_ID = 19
"""Digits of the largest id there can be."""


def _read_ids(path: Path) -> tuple[int, ...]:
    try:
        words = path.read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The list of ids {path} cannot be read.") from error
    if wrong := next((word for word in words if not word.isdecimal() or len(word) > _LONGEST_ID), None):
        raise UsageError(f"“{wrong}” in {path} is not the id of an article.")
    return tuple(map(int, words))
