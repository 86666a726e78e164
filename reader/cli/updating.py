"""``reader update`` and ``reader prune``: what is new comes in, what is old goes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import library_option, library_path, open_existing, with_output
from reader.cli.output import Output, message
from reader.cli.sources import age_options, chosen, days_of, kept_of, work_off
from reader.errors import UsageError
from reader.models.library import JobState
from reader.models.sources import Terms
from reader.worker.client import Worker


@click.command()
@click.argument("targets", nargs=-1, metavar="[SOURCE…]")
@click.option("--no-wait", is_flag=True, help="Return once all that is new is stored; the next process analyses it.")
@library_option
@with_output
def update(targets: tuple[str, ...], no_wait: bool, library: Path | None, output: Output) -> int:  # noqa: FBT001 (a flag of the command line)
    """Fetch what is new: of each SOURCE (its number, address or title), or of everything that is followed."""
    place = library_path(library)
    with closing(open_existing(place)) as books:
        cards = books.sources()
        if not cards:
            message("Nothing is followed yet; “reader follow URL” begins.")
            return 1
        wanted = [chosen(cards, target).source.id for target in targets]
        until = JobState.STORED if no_wait else JobState.DONE
        with Worker(place, analyse=not no_wait) as worker:
            job = books.request_update(wanted)
            return work_off(books, worker, job, output, "Nothing is due.", until=until, quiet=True)


@click.command()
@click.argument("targets", nargs=-1, metavar="[SOURCE…]")
@age_options
@library_option
@with_output
def prune(targets: tuple[str, ...], older_than: str | None, keep: str, library: Path | None, output: Output) -> int:
    """Remove the articles that are older than an AGE, of each SOURCE or of the whole library."""
    if older_than is None:
        raise UsageError("Say how old: “reader prune --older-than 90d”.")
    terms = Terms(days=days_of(older_than), keep=kept_of(keep))
    place = library_path(library)
    with closing(open_existing(place)) as books:
        cards = books.sources() if targets else ()
        wanted = [chosen(cards, target).source.id for target in targets]
        with Worker(place, analyse=False) as worker:
            job = books.request_prune(terms, wanted)
            return work_off(books, worker, job, output, f"No article is older than {older_than}.")
