"""``reader sync``: what was done on several machines, brought together through a folder."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import library_option, open_existing, with_output
from reader.cli.output import Form, Output, counted, message
from reader.errors import InputError
from reader.export.json import Object
from reader.models.words import Conflict, Synced


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@library_option
@with_output
def sync(folder: Path, library: Path | None, output: Output) -> int:
    """Share through FOLDER what you did: read, starred, put right, followed.

    Some other program carries the folder between your machines. Each of them adds to a file of its own there; the
    latest word about an article holds, and where two machines disagree you are told.
    """
    with closing(open_existing(library)) as books:
        synced = books.sync(folder)
    for problem in synced.problems:
        message(problem)
    if output.form is Form.JSON:
        output.item((), _object(synced))
    else:
        for conflict in synced.conflicts:
            fields = (conflict.kind, conflict.target, *(f"{machine}={value}" for machine, value in conflict.values))
            output.item(fields, {}, _sentence(conflict))
        message(
            f"{counted(synced.sent, 'change')} sent, {counted(synced.taken, 'change')} taken over"
            f" from {counted(synced.machines, 'other machine')}."
        )
    return InputError.exit_code if synced.problems else 0


def _sentence(conflict: Conflict) -> str:
    (_, holds), *_ = conflict.values
    said = ", ".join(f"{machine} says {_value(value)}" for machine, value in conflict.values)
    return f"{conflict.kind} “{conflict.name}”: {said}; the latest holds: {_value(holds)}"


def _value(value: str) -> str:
    return {"": "no", "1": "yes"}.get(value, f"“{value}”")


def _object(synced: Synced) -> Object:
    return {
        "sent": synced.sent,
        "taken": synced.taken,
        "machines": synced.machines,
        "conflicts": [
            {
                "kind": each.kind,
                "target": each.target,
                "name": each.name,
                "values": [{"machine": machine, "value": value} for machine, value in each.values],
            }
            for each in synced.conflicts
        ],
    }
