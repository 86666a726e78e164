"""``reader compare``: one event from all its sources."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from reader.cli.following import follow
from reader.cli.options import library_option, library_path, open_existing, with_output
from reader.cli.output import Form, Output, message, print_export
from reader.errors import FileTakenError, UsageError
from reader.export.files import write_export
from reader.export.formats import Format, exported, format_of
from reader.library import Library
from reader.models.comparison import Comparison, Confidence
from reader.models.library import JobState
from reader.models.listing import EventCard
from reader.worker.client import Worker


@click.command()
@click.argument("ids", nargs=-1, required=True, type=int, metavar="EVENT | ID ID…")
@click.option("--format", "form", type=click.Choice([each.value for each in Format]), help="Write it in this format.")
@click.option(
    "--output",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it to FILE; without --format, FILE's ending says in which format.",
)
@click.option("--force", is_flag=True, help="Overwrite FILE if it is there already.")
@click.option("--exit-code", "by_conflict", is_flag=True, help="Exit with 1 if there are conflicts.")
@library_option
@with_output
def compare(
    *,
    ids: tuple[int, ...],
    form: str | None,
    file: Path | None,
    force: bool,
    by_conflict: bool,
    library: Path | None,
    output: Output,
) -> int:
    """Compare the articles of an EVENT, or the articles with these IDs."""
    if force and file is None:
        raise UsageError("--force is of use only with --output FILE.")
    chosen = _format(form, file, output)
    place = library_path(library)
    with closing(open_existing(place)) as books:
        members, event = _members(books, ids)
        comparison = _stored_or_made(books, place, members)
        texts = {number: text for number in comparison.articles if (text := books.article(number))}
    named = (event.title, event.day) if event else (None, None)
    written = exported(chosen, comparison, texts, *named, known_copies=event.copies if event else ())
    if file is None:
        print_export(written, as_data=chosen is not Format.TEXT)
    else:
        try:
            write_export(file, written, overwrite=force)
        except FileTakenError as error:
            raise UsageError(f"{file} is there already; --force overwrites it.") from error
        message(f"Wrote {file}.")
    conflicts = any(found.confidence is Confidence.SURE and not found.dismissed for found in comparison.differences)
    return int(by_conflict and conflicts)


def _format(form: str | None, file: Path | None, output: Output) -> Format:
    """The format that is meant: by ``--format`` or ``--json``, else by the file's ending, else text."""
    if form is None:
        if output.form is Form.JSON:
            return Format.JSON
        return (format_of(file.name) if file is not None else None) or Format.TEXT
    if output.form is not Form.TEXT and form != output.form.value:
        raise UsageError(f"Choose one of --{output.form.value} and --format {form}.")
    return Format(form)


def _members(books: Library, ids: tuple[int, ...]) -> tuple[tuple[int, ...], EventCard | None]:
    """The articles that are meant, those of the event if there is one number; and the one event that they all cover."""
    if len(ids) > 1:
        cards = books.cards(ids)
        if missing := sorted(set(ids) - {card.id for card in cards}):
            raise UsageError(f"There is no article {missing[0]}.")
        events = {card.event for card in cards}
        return tuple(dict.fromkeys(ids)), books.event(events.pop()) if len(events) == 1 else None
    event = books.event(ids[0])
    if event is None:
        raise UsageError(f"There is no event {ids[0]}.")
    if len(event.articles) < 2:
        raise UsageError(f"Event {ids[0]} has one source only; name two articles or more to compare them.")
    return event.articles, event


def _stored_or_made(books: Library, place: Path, articles: tuple[int, ...]) -> Comparison:
    """The stored comparison of these articles; a worker makes it if there is none."""
    if stored := books.stored_comparison(articles):
        return stored
    job = books.request_comparison(articles)
    with Worker(place) as worker:
        follow(books, worker, job, JobState.DONE)
    made = books.stored_comparison(articles)
    if made is None:
        raise UsageError("These articles cannot be compared: one of them has no text to analyse.")
    return made
