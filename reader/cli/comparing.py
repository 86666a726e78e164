"""``reader events`` and ``reader compare``: one event from all its sources."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from reader.cli.following import follow
from reader.cli.options import library_option, library_path, with_output
from reader.cli.output import Form, Output
from reader.errors import UsageError
from reader.export.json import comparison_object, event_object
from reader.export.text import comparison_text
from reader.library import Library
from reader.models.comparison import Comparison, Confidence
from reader.models.library import JobState
from reader.models.listing import EventCard
from reader.worker.client import Worker


@click.command()
@library_option
@with_output
def events(library: Path | None, output: Output) -> int:
    """List the events, newest first."""
    found = False
    with closing(Library.open(library_path(library))) as books:
        for event in all_events(books):
            found = True
            sources = f"{len(event.articles)} source{'s' if len(event.articles) > 1 else ''}"
            members = ",".join(map(str, event.articles))
            fields = (str(event.id), event.day, members, event.title)
            text = f"{event.id:>5}  {event.day or 'no date':>10}  {sources:>10}  {event.title}"
            output.item(fields, event_object(event), text)
    return 0 if found else 1


@click.command()
@click.argument("ids", nargs=-1, required=True, type=int, metavar="EVENT | ID ID…")
@click.option("--exit-code", "by_conflict", is_flag=True, help="Exit with 1 if there are conflicts.")
@library_option
@with_output
def compare(ids: tuple[int, ...], by_conflict: bool, library: Path | None, output: Output) -> int:  # noqa: FBT001 (a flag of the command line)
    """Compare the articles of an EVENT, or the articles with these IDs."""
    place = library_path(library)
    with closing(Library.open(place)) as books:
        articles = _members(books, ids)
        comparison = _stored_or_made(books, place, articles)
        if output.form is Form.JSON:
            output.item((), comparison_object(comparison))
        else:
            texts = {number: text for number in comparison.articles if (text := books.article(number))}
            click.echo(comparison_text(comparison, texts))
    conflicts = any(found.confidence is Confidence.SURE and not found.dismissed for found in comparison.differences)
    return int(by_conflict and conflicts)


def all_events(books: Library) -> Iterator[EventCard]:
    """Every event of the library, newest first, a page at a time."""
    after = None
    while page := books.events(after):
        yield from page
        after = page[-1].sort_at, page[-1].id


def _members(books: Library, ids: tuple[int, ...]) -> tuple[int, ...]:
    """The articles that are meant: those of the event if there is one number, else the articles of these numbers."""
    if len(ids) > 1:
        if missing := sorted(set(ids) - {card.id for card in books.cards(ids)}):
            raise UsageError(f"There is no article {missing[0]}.")
        return tuple(dict.fromkeys(ids))
    event = books.event(ids[0])
    if event is None:
        raise UsageError(f"There is no event {ids[0]}.")
    if len(event.articles) < 2:
        raise UsageError(f"Event {ids[0]} has one source only; name two articles or more to compare them.")
    return event.articles


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
