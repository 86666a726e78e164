"""The root of the command line: the first word is a command if it is one, else everything named is opened."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from reader import __version__
from reader.cli.output import message
from reader.errors import ReaderError
from reader.first_paint import unpaint

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


COMMANDS = {
    "open": "reader.cli.open:open_reader",
    "add": "reader.cli.add:add",
    "follow": "reader.cli.sources:follow",
    "unfollow": "reader.cli.sources:unfollow",
    "sources": "reader.cli.sources:list_sources",
    "update": "reader.cli.updating:update",
    "opml": "reader.cli.opml:opml",
    "list": "reader.cli.listing:list_articles",
    "show": "reader.cli.listing:show",
    "search": "reader.cli.finding:search",
    "entities": "reader.cli.entities:entities",
    "watch": "reader.cli.keeping:watch",
    "notes": "reader.cli.keeping:notes",
    "export": "reader.cli.keeping:export",
    "events": "reader.cli.events:events",
    "compare": "reader.cli.comparing:compare",
    "prune": "reader.cli.updating:prune",
    "sync": "reader.cli.syncing:sync",
    "archive": "reader.cli.archive:archive",
    "doctor": "reader.cli.doctor:doctor",
}
"""Every command, in the order of the help, and where it is: only the one that is meant is loaded."""


class _OpensByDefault(click.Group):
    """A group whose unnamed command is ``open``: ``reader PATH…`` opens these paths."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        module, _, name = COMMANDS.get(cmd_name, "").partition(":")
        return getattr(import_module(module), name) if module else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if len(args) > 2 and args[0] == "--library" and args[2] in COMMANDS:
            args = [args[2], *args[:2], *args[3:]]
        if not args or (args[0] not in COMMANDS and args[0] not in {"--help", "-h", "--version"}):
            args = ["open", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_OpensByDefault,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[PATH… | COMMAND …]",
)
@click.version_option(__version__, prog_name="reader")
def root() -> None:
    """Show one event from all its sources.

    \b
    reader PATH…      open these files and folders, in a library of their own
    reader            open your library
    reader COMMAND    one of the commands below (a path of that name: ./list)

    Data goes to stdout, messages to stderr. Exit codes: 0 done, 1 nothing found, 2 usage, 3 some input could not be
    read (the rest was), 4 the library cannot be opened or written, 130 interrupted.
    """  # noqa: D301 (click reads \b as a mark: the lines below it keep)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; every expected failure ends in one sentence on stderr."""
    try:
        code = root.main(arguments, prog_name="reader", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where a reader that has gone or a full disk can still be told
    except (click.exceptions.Exit, click.ClickException, click.Abort, KeyboardInterrupt, ReaderError) as error:
        unpaint()
        return _told(error)
    except SystemExit:
        return 0  # click's way to end when whoever read our output has gone: nothing that a script has to handle
    except OSError as error:
        _discard_output()
        if isinstance(error, BrokenPipeError):
            return 0
        message(f"The output cannot be written: {error.strerror}.")
        return ReaderError.exit_code
    return code if isinstance(code, int) else 0


def _told(error: BaseException) -> int:
    """The exit code of what ended a command, once the person has been told."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.ClickException):
        if isinstance(error, click.UsageError) and error.ctx is not None:
            click.echo(error.ctx.get_usage(), err=True)
        message(error.format_message())
        return error.exit_code
    if isinstance(error, ReaderError):
        message(str(error))
        return error.exit_code
    return INTERRUPTED


def _discard_output() -> None:
    """Keep the interpreter from complaining when it flushes at exit what nobody can take."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
