"""Options that every command has: which library, and the form of the output."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from reader.cli.output import Form, Output, prepare_streams
from reader.config import MOST_WORKERS, default_library
from reader.errors import LibraryError
from reader.library import Library

_EXCLUDED = re.compile(r"-(?!-|h$|[^\w\"“(])")
_HIDDEN = "\0"  # no word of a command line has it

P = ParamSpec("P")
R = TypeVar("R")


class _LibraryFile(click.Path):
    """The name of a file; "" is none, though the current folder is what it would stand for."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not os.fspath(value):
            self.fail("The name of the library is empty.", param, ctx)
        return super().convert(value, param, ctx)


library_option = click.option(
    "--library",
    type=_LibraryFile(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The library's file; without it, yours in the data directory.",
)


workers_option = click.option(
    "--workers",
    type=click.IntRange(1, MOST_WORKERS),
    metavar="N",
    help="Analyse in N processes; without it, as the settings say, or in one.",
)


class QueryCommand(click.Command):
    """A command with a query, whose words may begin with a minus: ``-trump`` is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Hide the minus from click, which would read letters as options behind it."""
        return super().parse_args(ctx, [_HIDDEN + word if _EXCLUDED.match(word) else word for word in args])


def query_argument(*, required: bool = False) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """The words of a query, as they were typed, for a ``QueryCommand``."""
    return click.argument(
        "query",
        nargs=-1,
        required=required,
        callback=lambda ctx, param, words: tuple(word.removeprefix(_HIDDEN) for word in words),  # noqa: ARG005 (click's)
    )


def with_output(command: Callable[P, R]) -> Callable[..., R]:
    """Give a command ``--json`` and ``--plain`` and hand it the output they ask for as ``output``."""

    @click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
    @click.option("--plain", "as_plain", is_flag=True, help="Print one line of tab-separated fields for each item.")
    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        as_json, as_plain = kwargs.pop("as_json"), kwargs.pop("as_plain")
        if as_json and as_plain:
            raise click.UsageError("Choose one of --json and --plain.")
        form = Form.JSON if as_json else Form.PLAIN if as_plain else Form.TEXT
        prepare_streams(form)
        kwargs["output"] = Output(form)
        return command(*args, **kwargs)

    return wrapped


def open_existing(library: Path | None) -> Library:
    """The library that is meant, for a command that only looks: a misspelt name must not make an empty one.

    Raises:
        LibraryError: there is none yet, or it cannot be opened.
    """
    place = library_path(library)
    if not os.path.lexists(place):
        raise LibraryError(f"There is no library {place} yet; “reader add PATH…” makes one.")
    return Library.open(place)


def library_path(library: Path | None) -> Path:
    """The library that is meant: the one named, or the person's own."""
    return library if library is not None else default_library()


def usable_cores() -> int:
    """How many processes can run at the same time here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
