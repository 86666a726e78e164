"""``reader [PATH…]``: the screens; without a terminal, a plain list."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import library_option
from reader.cli.output import message
from reader.config import default_library, library_for
from reader.errors import AnalysisError, UsageError
from reader.library import Library
from reader.models.addresses import is_address
from reader.models.library import JobState
from reader.models.listing import AddStatus
from reader.worker.client import Worker


@click.command("open", hidden=True)
@click.argument("paths", nargs=-1)
@library_option
@click.pass_context
def open_reader(ctx: click.Context, paths: tuple[str, ...], library: Path | None) -> int:
    """Open these files, folders and pages, or your library."""
    from reader.cli.add import absolute  # noqa: PLC0415 (loaded when it is needed)

    targets = [absolute(path) for path in paths]
    if missing := next((path for path in targets if not is_address(path) and not Path(path).exists()), None):
        raise UsageError(f"There is no file, folder or command “{Path(missing).name or missing}”.")
    place = library or (library_for(targets) if targets else default_library())
    if _has_screen():
        gc.disable()  # until the screens stand: all that loading makes stays, and to look through it costs 40 ms
        from reader.ui.app import run  # noqa: PLC0415 (the screens load only when they are shown)

        return run(place, targets)
    if targets:
        from reader.cli.following import follow  # noqa: PLC0415 (loaded when it is needed)

        with closing(Library.open(place)) as books, Worker(place, analyse=False) as worker:
            job = books.request_add(targets, analyse=False, exactly=True)
            try:
                follow(books, worker, job, JobState.STORED)
            except AnalysisError as error:
                message(str(error))  # what there is is listed all the same
            for each in books.outcomes(job):
                if each.outcome.status is AddStatus.FAILED:
                    message(f"{each.outcome.origin}: {each.outcome.reason}")
    from reader.cli.listing import list_articles  # noqa: PLC0415 (loaded when it is needed)

    return int(ctx.invoke(list_articles, query=(), library=place, as_json=False, as_plain=True))


def _has_screen() -> bool:
    """Whether there is a terminal that can show screens."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    terminals = all(stream is not None and not stream.closed and stream.isatty() for stream in streams)
    return terminals and os.environ.get("TERM") != "dumb"
