"""``reader doctor``: is the library whole?"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import library_option, library_path, open_existing, with_output
from reader.cli.output import Form, Output
from reader.errors import LibraryError, UsageError
from reader.export.json import report_object
from reader.library import Library


@click.command()
@click.argument("ids", type=click.Path(dir_okay=False, path_type=Path), required=False, metavar="[IDS-FILE]")
@click.option("--repair", is_flag=True, help="First make anew what can be derived from articles and journal.")
@library_option
@with_output
def doctor(ids: Path | None, repair: bool, library: Path | None, output: Output) -> int:  # noqa: FBT001 (click's way)
    """Check that the library is whole, and that every article listed in IDS-FILE (an id a line) is in it."""
    wanted = _read_ids(ids) if ids else ()
    open_existing(library).close()  # refuses what is no library
    mended = Library.repair(library_path(library)) if repair else ()
    with closing(open_existing(library)) as books:
        problems = books.doctor(wanted)
    if output.form is Form.JSON:
        output.item((), report_object(problems, mended))
    else:
        for sentence in (*mended, *(problems or ("The library is whole.",))):
            output.text(sentence)
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
