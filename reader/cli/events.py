"""``reader events``: the events, why they are events, and putting them right by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path

import click

from reader.cli.following import follow
from reader.cli.options import library_option, library_path, open_existing, with_output
from reader.cli.output import Output, counted, message
from reader.errors import UsageError
from reader.export.json import event_object
from reader.export.why import why_lines, why_object
from reader.library import Library
from reader.models.journal import Change
from reader.models.library import JobKind, JobState
from reader.models.listing import EventCard
from reader.worker.client import Worker


@click.command()
@click.argument("words", nargs=-1, metavar="[EVENT | join EVENT EVENT… | split EVENT ID…]")
@click.option("--why", is_flag=True, help="Say what ties EVENT's articles, and what other events lack.")
@library_option
@with_output
def events(*, words: tuple[str, ...], why: bool, library: Path | None, output: Output) -> int:
    """List the events, newest first, or one EVENT; join events into one, or split articles off into an event.

    What you join or split stays so in every later grouping; undo it with u in the reader.
    """
    place = library_path(library)
    with closing(open_existing(place)) as books:
        if words and words[0] in {"join", "split"}:
            if why:
                raise UsageError("--why says of one EVENT; join and split take none.")
            return _put_right(books, place, words[0], _numbers(words[1:]))
        if len(words) > 1:
            raise UsageError(f"“{words[1]}” is one too many; “reader events {words[0]} --why” says why it is one.")
        if why:
            return _say_why(books, _numbers(words), output)
        found = [_event(books, number) for number in _numbers(words)] if words else all_events(books)
        return _list(found, output)


def all_events(books: Library) -> Iterator[EventCard]:
    """Every event of the library, newest first, a page at a time."""
    after = None
    while page := books.events(after):
        yield from page
        after = page[-1].sort_at, page[-1].id


def _list(found: Iterator[EventCard] | list[EventCard], output: Output) -> int:
    any_found = False
    for event in found:
        any_found = True
        sources = counted(len(event.articles), "source")
        marks = "".join(
            f"  {what}"
            for what, number in (
                (f"+{len(event.new)}", len(event.new)),
                (f"{len(event.copies)} the same text", len(event.copies)),
            )
            if number
        )
        members = ",".join(map(str, event.articles))
        fields = (str(event.id), event.day, members, event.title)
        text = f"{event.id:>5}  {event.day or 'no date':>10}  {sources:>10}  {event.title}{marks}"
        output.item(fields, event_object(event), text)
    return 0 if any_found else 1


def _say_why(books: Library, numbers: tuple[int, ...], output: Output) -> int:
    if not numbers:
        raise UsageError("--why needs the number of an EVENT; “reader events” lists them.")
    why = books.why(_event(books, numbers[0]).id)
    if why is None:
        raise UsageError(f"There is no event {numbers[0]}.")
    output.item((str(why.event), why.title), why_object(why), "\n".join(why_lines(why)))
    return 0


def _put_right(books: Library, place: Path, what: str, numbers: tuple[int, ...]) -> int:
    if what == "join":
        if len(numbers) < 2:
            raise UsageError("join needs two events or more: reader events join EVENT EVENT.")
        joined = {_event(books, number).id for number in numbers}
        changes = books.join_events(joined) if len(joined) > 1 else ()
    else:
        changes = _split(books, numbers)
    if not changes:
        message("Nothing changes: it is so already.")
        return 1
    with Worker(place) as worker:
        follow(books, worker, books.last_job(JobKind.REGROUP), JobState.DONE)
    made = {card.event for card in books.cards(books.changed_articles(changes))}
    message(f"{counted(len(made), 'event')} now: {', '.join(map(str, sorted(made)))}.")
    return 0


def _split(books: Library, numbers: tuple[int, ...]) -> tuple[Change, ...]:
    if len(numbers) < 2:
        raise UsageError("split needs an event and articles of it: reader events split EVENT ID.")
    event = _event(books, numbers[0])
    _check_members(event, numbers[1:])
    return books.split_event(event.id, numbers[1:])


def _check_members(event: EventCard, articles: Collection[int]) -> None:
    if strangers := sorted(set(articles) - set(event.articles)):
        raise UsageError(f"Event {event.id} has no article {strangers[0]}.")
    if set(articles) == set(event.articles):
        raise UsageError(f"These are all articles of event {event.id}; there is nothing to split them from.")


def _event(books: Library, number: int) -> EventCard:
    event = books.event(number)
    if event is None:
        raise UsageError(f"There is no event {number}.")
    return event


def _numbers(words: tuple[str, ...]) -> tuple[int, ...]:
    for word in words:
        if not word.isdecimal():
            raise UsageError(f"“{word}” is not the number of an event or article.")
    return tuple(int(word) for word in words)
