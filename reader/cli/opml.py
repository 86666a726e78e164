"""``reader opml``: lists of subscriptions of other programs, in and out."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import library_option, library_path, open_existing, with_output
from reader.cli.output import Output, message
from reader.cli.sources import work_off
from reader.errors import FileTakenError, UsageError
from reader.export.files import write_export
from reader.export.opml import opml as as_opml
from reader.library import Library
from reader.worker.client import Worker


@click.group()
def opml() -> None:
    """Take over a list of subscriptions (OPML), or write yours."""


@opml.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@library_option
@with_output
def import_opml(file: Path, library: Path | None, output: Output) -> int:
    """Follow every feed that FILE names. Its folders become tags; nothing is fetched before “reader update”."""
    place = library_path(library)
    with closing(Library.open(place)) as books, Worker(place, analyse=False) as worker:
        job = books.request_import(str(file.absolute()))
        return work_off(books, worker, job, output, f"{file} names no feed.")


@opml.command("export")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there already.")
@library_option
def export_opml(file: Path | None, force: bool, library: Path | None) -> int:  # noqa: FBT001 (a flag of the command line)
    """Write what you follow as OPML, to FILE or to the standard output."""
    with closing(open_existing(library)) as books:
        written = as_opml(books.outlines())
    if file is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
        return 0
    try:
        write_export(file, written, overwrite=force)
    except FileTakenError as error:
        raise UsageError(f"{file} is there already; --force overwrites it.") from error
    message(f"Wrote {file}.")
    return 0
