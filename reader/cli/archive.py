"""``reader archive``: map any number of inputs to Parquet shards, and look through these."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.options import usable_cores, with_output
from reader.cli.output import Form, Output, counted, message
from reader.cli.standard_input import keep_standard_input
from reader.config import MOST_WORKERS, settings
from reader.errors import InputError, UsageError
from reader.export.json import Object
from reader.models.addresses import is_address

if TYPE_CHECKING:
    from reader.archive.mapping import Tally
    from reader.archive.run import Progress


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="IN… | DIR [QUERY]")
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="The archive.")
@click.option("--find", "wanted", metavar="NAME|WORDS", help="List the articles of the archive DIR that hold it.")
@click.option("--events", is_flag=True, help="List the events of several articles in the archive DIR.")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True)
@click.option("--scheduler", metavar="ADDRESS", help="The scheduler of a Dask cluster, as in tcp://10.0.0.1:8786.")
@click.option(
    "--workers", type=click.IntRange(1, MOST_WORKERS), metavar="N", help="Processes here; without, one for each core."
)
@with_output
def archive(  # noqa: PLR0917 (click gives every option by its name)
    paths: tuple[str, ...],
    folder: Path | None,
    wanted: str | None,
    events: bool,  # noqa: FBT001 (a flag of the command line)
    engine: str,
    scheduler: str | None,
    workers: int | None,
    output: Output,
) -> int:
    """Read and analyse files, folders and standard input (-) into the Parquet shards of an archive, or look into one.

    What is done is not done again, and a run that was stopped goes on. With --engine dask the inputs and the archive
    must lie where every machine of the cluster sees them under the same path.
    """
    if [folder is not None, wanted is not None, events].count(True) != 1:
        raise UsageError("Say where the shards go with --to DIR, or look into an archive with --find or --events.")
    if events:
        return _events(paths, output)
    if folder is None:
        return _find(paths, wanted or "", output)
    if wrong := next(filter(is_address, paths), None):
        raise UsageError(f"An archive is made of what lies on disks; {wrong} goes into a library with “reader add”.")
    if scheduler and engine != "dask":
        raise UsageError("--scheduler goes with --engine dask.")
    from reader.archive import engines, run  # noqa: PLC0415 (heavy: only when it is needed)

    pipeline, number = settings().pipeline, workers or usable_cores()
    mapped = (
        partial(engines.on_a_cluster, workers=number, pipeline=pipeline, scheduler=scheduler)
        if engine == "dask"
        else partial(engines.on_this_machine, workers=number, pipeline=pipeline)
    )
    report = _Report(output)
    try:
        inputs = [keep_standard_input(folder / "standard") if path == "-" else Path(path) for path in paths]
        run.run(inputs, folder, mapped, report.notice)
    finally:
        report.close()
    return report.exit_code


class _Report:
    """What is done: refused inputs on stdout, or every shard as JSON; how far it is and how fast on stderr."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._line = ""
        self._articles = self._failed = 0
        self._said = False

    @property
    def exit_code(self) -> int:
        """0 if all was read, 3 if some could not be."""
        return InputError.exit_code if self._failed else 0

    def notice(self, tally: Tally | None, progress: Progress) -> None:
        """A plan begins, or a shard is written."""
        self._clear()
        self._said = True
        if tally is None:
            message(
                f"{counted(progress.inputs, 'input')} to read"
                + (f", {progress.done:,} of them read before." if progress.done else ".")
            )
            return
        self._articles += tally.articles
        self._failed += len(tally.failed)
        if self._output.form is Form.JSON:
            self._output.item((), _tally_object(tally, progress))
        else:
            for origin, reason in tally.failed:
                self._output.item(("failed", origin, reason), {}, f"failed    {origin}: {reason}")
        sys.stdout.flush()
        self._line = f"{progress.done:,} of {progress.inputs:,} inputs, {progress.rate:.1f} a second"
        if progress.seconds_left is not None:
            self._line += f", {_length(progress.seconds_left)} left"
        if sys.stderr.isatty():
            click.echo(self._line, nl=False, err=True)
        else:
            message(self._line)
            self._line = ""

    def close(self) -> None:
        """Say what came of it."""
        self._clear()
        if not self._said:
            message("The archive has all of it already.")
        else:
            failed = f", {self._failed:,} inputs could not be read" if self._failed else ""
            message(f"{counted(self._articles, 'article')} archived{failed}.")

    def _clear(self) -> None:
        if self._line:
            click.echo("\r" + " " * len(self._line) + "\r", nl=False, err=True)
            self._line = ""


def _tally_object(tally: Tally, progress: Progress) -> Object:
    return {
        "shard": tally.shard,
        "inputs": tally.inputs,
        "articles": tally.articles,
        "failed": [{"origin": origin, "reason": reason} for origin, reason in tally.failed],
        "done": progress.done,
        "of": progress.inputs,
        "rate": round(progress.rate, 2),
    }


def _length(seconds: float) -> str:
    """A length of time in its largest unit."""
    for unit, size in (("days", 86_400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} seconds"


def _find(paths: tuple[str, ...], wanted: str, output: Output) -> int:
    from reader.shards.finding import find  # noqa: PLC0415 (heavy: only when it is needed)

    found = 0
    for path in paths:
        for hit in find(Path(path), wanted):
            found += 1
            fields = (hit.published, hit.outlet, hit.title, hit.origin)
            as_json: Object = {
                "digest": hit.digest,
                "title": hit.title,
                "outlet": hit.outlet or None,
                "published": hit.published or None,
                "words": hit.words,
                "origin": hit.origin,
                "shard": hit.shard,
                "named": hit.named,
            }
            output.item(fields, as_json, f"{hit.published[:10]:<10}  {hit.outlet or '–'}: {hit.title}")
    return 0 if found else 1


def _events(paths: tuple[str, ...], output: Output) -> int:
    from reader.archive.events import events_of_archive  # noqa: PLC0415 (heavy: only when it is needed)

    folder, *words = paths
    found = 0
    for event in events_of_archive(Path(folder), " ".join(words), lambda step: message(f"looking at {step}")):
        found += 1
        first = event.articles[0]
        as_json: Object = {
            "title": event.title,
            "articles": [
                {
                    "digest": each.digest,
                    "title": each.title,
                    "outlet": each.outlet or None,
                    "published": each.published or None,
                    "origin": each.origin,
                }
                for each in event.articles
            ],
        }
        fields = (first.published, str(len(event.articles)), event.title, *(each.origin for each in event.articles))
        output.item(fields, as_json, f"{first.published[:10]:<10}  {len(event.articles):>3}  {event.title}")
    return 0 if found else 1
