"""``reader add``: take articles into the library."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import click

from reader.cli.following import follow
from reader.cli.options import library_option, library_path, with_output, workers_option
from reader.cli.output import Form, Output, message
from reader.cli.standard_input import keep_standard_input
from reader.errors import InputError
from reader.export.json import outcome_object
from reader.library import Library
from reader.models.addresses import is_address
from reader.models.library import JobState
from reader.models.listing import AddOutcome, AddStatus
from reader.worker.client import Worker

_NOTHING = "Nothing to add: no file of a form that Reader reads was found."


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH | URL | -…")
@click.option(
    "--archive",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR [QUERY]",
    help="Take analysed articles out of an archive: those that a query chooses, or all.",
)
@click.option("--no-wait", is_flag=True, help="Return once all is stored; the next process analyses it.")
@click.option("--no-analysis", is_flag=True, help="Only store.")
@workers_option
@library_option
@with_output
def add(  # noqa: PLR0917 (click gives every option by its name)
    paths: tuple[str, ...],
    archive: Path | None,
    no_wait: bool,  # noqa: FBT001 (a flag of the command line)
    no_analysis: bool,  # noqa: FBT001 (the same)
    workers: int | None,
    library: Path | None,
    output: Output,
) -> int:
    """Read files, folders, addresses and standard input (-) into the library; returns when they are analysed."""
    if not paths and archive is None:
        raise click.UsageError("Missing argument 'PATH | URL | -…'.", click.get_current_context())
    place = library_path(library)
    until = JobState.STORED if no_wait or no_analysis else JobState.DONE
    with (
        closing(Library.open(place)) as books,
        Worker(place, analyse=until is JobState.DONE, workers=workers) as worker,
    ):
        job = _request(books, paths, archive, place, analyse=not no_analysis)
        report = Report(books, job, output, _NOTHING)
        try:
            follow(books, worker, job, until, report.update)
        except KeyboardInterrupt:
            books.give_up(job)  # what is stored stays; the rest is not read behind the person's back
            raise
    report.close()
    return report.exit_code


def _request(books: Library, paths: tuple[str, ...], archive: Path | None, place: Path, *, analyse: bool) -> int:
    """Ask for what was named: paths and addresses, or articles of an archive; the id of the job."""
    if archive is None:
        words = [str(keep_standard_input(place)) if word == "-" else absolute(word) for word in dict.fromkeys(paths)]
        return books.request_add(words, analyse=analyse)
    from reader.shards.choosing import readable  # noqa: PLC0415 (only when it is needed)
    from reader.shards.files import shards_of  # noqa: PLC0415 (the same)

    query = " ".join(paths)
    readable(query)
    shards_of(archive)
    return books.request_take(str(archive.absolute()), query, analyse=analyse)


def absolute(word: str) -> str:
    """An address as it is, or a path from the root."""
    return word if is_address(word) else str(Path(word).absolute())


class Report:
    """What became of each input: printed as soon as it is known, with a line of progress on a terminal."""

    def __init__(self, books: Library, job: int, output: Output, nothing: str, *, quiet: bool = False) -> None:
        """Prepare the report of a job.

        Args:
            books: the library.
            job: its id.
            output: where it goes.
            nothing: what is said if there was nothing to do.
            quiet: whether a person is not told of what is unchanged.
        """
        self._nothing = nothing
        self._quiet = quiet
        self._books = books
        self._job = job
        self._output = output
        self._last = 0
        self._line = ""
        self._tally: Counter[AddStatus] = Counter()

    def update(self) -> None:
        """Print the outcomes that have come since the last time."""
        while found := self._books.outcomes(self._job, self._last):
            self._clear()
            for numbered in found:
                self._tally[numbered.outcome.status] += 1
                self._print(numbered.outcome)
            self._last = found[-1].number
        self._progress()

    def close(self) -> None:
        """Print the sum of it, unless it stands in the data already."""
        self._clear()
        if not self._tally:
            message(self._nothing)
        elif sum(self._tally.values()) > 1:
            message(", ".join(f"{count} {status.value}" for status, count in sorted(self._tally.items())))

    @property
    def exit_code(self) -> int:
        """0 if all was read, 3 if some could not be, 1 if there was nothing to read."""
        if self._tally[AddStatus.FAILED]:
            return InputError.exit_code
        return 0 if self._tally else 1

    def _print(self, outcome: AddOutcome) -> None:
        if self._quiet and outcome.status is AddStatus.UNCHANGED and self._output.form is Form.TEXT:
            return
        number = "" if outcome.id is None else str(outcome.id)
        fields = (outcome.status.value, number, outcome.origin, outcome.reason)
        sentence = f"{outcome.status.value:<9} {outcome.origin}" + (f": {outcome.reason}" if outcome.reason else "")
        self._output.item(fields, outcome_object(outcome), sentence)
        sys.stdout.flush()  # an article is acknowledged when it is said, not when a buffer is full

    def _progress(self) -> None:
        counts = self._books.counts()
        line = f"analysing {counts.analysed}/{counts.articles}"
        if sys.stderr.isatty() and line != self._line and counts.analysed < counts.articles:
            self._clear()
            self._line = line
            click.echo(line, nl=False, err=True)

    def _clear(self) -> None:
        if self._line:
            click.echo("\r" + " " * len(self._line) + "\r", nl=False, err=True)
            self._line = ""
