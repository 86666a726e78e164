"""``reader follow``, ``unfollow`` and ``sources``: what is kept current."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from reader.cli.add import Report
from reader.cli.following import follow as wait_for
from reader.cli.options import library_option, library_path, open_existing, with_output
from reader.cli.output import Output, counted, message
from reader.errors import UsageError
from reader.export.json import source_object
from reader.library import Library
from reader.models.addresses import is_address
from reader.models.library import JobState
from reader.models.sources import FullText, Kept, SourceCard, Terms
from reader.worker.client import Worker

P = ParamSpec("P")
R = TypeVar("R")

_DAYS = re.compile(r"(\d{1,5})\s*(d|days?|w|weeks?|m|months?|y|years?)?", re.IGNORECASE)
_LENGTHS = {"d": 1, "w": 7, "m": 30, "y": 365}


def days_of(written: str) -> int:
    """The days in a limit of age: "90d", "12w", "6m", "2y".

    Raises:
        UsageError: it is none.
    """
    found = _DAYS.fullmatch(written.strip())
    if not found or int(found[1]) == 0:
        raise UsageError(f"“{written}” is no age; write 90d, 12w, 6m or 2y.")
    return int(found[1]) * _LENGTHS[(found[2] or "d")[0].lower()]


def kept_of(written: str) -> tuple[Kept, ...]:
    """What is kept however old it is: "starred,unread", or "none".

    Raises:
        UsageError: it names anything else.
    """
    words = [word for word in re.split(r"[,\s]+", written.lower()) if word]
    if words == ["none"]:
        return ()
    known = [kept.value for kept in Kept]
    if wrong := next((word for word in words if word not in known), None):
        raise UsageError(f"“{wrong}” cannot be kept; there are {', '.join(known)}, or none.")
    return tuple(map(Kept, words))


def age_options(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command ``--older-than`` and ``--keep``."""

    @click.option("--older-than", metavar="AGE", help="An age: 90d, 12w, 6m, 2y.")
    @click.option("--keep", default="starred", show_default=True, help="What stays: starred,unread, or none.")
    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        return command(*args, **kwargs)

    return wrapped


@click.command()
@click.argument("targets", nargs=-1, metavar="URL | FOLDER | FILE…")
@click.option(
    "--from", "urls", type=click.Path(path_type=Path), metavar="FILE", help="Follow what newsboat’s urls names."
)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Give it a tag; may be repeated.")
@click.option("--title", metavar="TITLE", help="Your name for it.")
@click.option(
    "--full-text",
    type=click.Choice([each.value for each in FullText]),
    help="Whether the pages of its items are fetched: auto if the feed cuts them short.",
)
@age_options
@library_option
@with_output
def follow(
    *,
    targets: tuple[str, ...],
    urls: Path | None,
    tags: tuple[str, ...],
    title: str | None,
    full_text: str | None,
    older_than: str | None,
    keep: str,
    library: Path | None,
    output: Output,
) -> int:
    """Follow a feed, a page that names its feed, or a folder or file that is watched.

    Nothing is asked for but the address that you give. With --older-than its articles are removed at that age.
    """
    if not targets and urls is None:
        raise UsageError("Name what to follow: an address, a folder, a file, or --from FILE.")
    terms = Terms(
        title=title,
        tags=tags,
        full_text=FullText(full_text) if full_text else None,
        days=days_of(older_than) if older_than else None,
        keep=kept_of(keep),
    )
    place = library_path(library)
    names = [target if is_address(target) else str(Path(target).absolute()) for target in targets]
    with closing(Library.open(place)) as books, Worker(place, analyse=False) as worker:
        jobs = [books.request_follow(names, terms)] if names else []
        if urls is not None:
            jobs.append(books.request_import(str(urls.absolute()), terms))
        codes = [work_off(books, worker, job, output, "Nothing was named.") for job in jobs]
    return max(codes)


def work_off(
    books: Library,
    worker: Worker,
    job: int,
    output: Output,
    nothing: str,
    *,
    until: JobState = JobState.STORED,
    quiet: bool = False,
) -> int:
    """Wait for a job and print what became of everything in it; the exit code."""
    report = Report(books, job, output, nothing, quiet=quiet)
    try:
        wait_for(books, worker, job, until, report.update)
    except KeyboardInterrupt:
        books.give_up(job)
        raise
    report.close()
    return report.exit_code


@click.command()
@click.argument("targets", nargs=-1, required=True, metavar="SOURCE…")
@library_option
@with_output
def unfollow(targets: tuple[str, ...], library: Path | None, output: Output) -> int:
    """Follow a SOURCE (its number, address or title) no longer. Its articles stay."""
    del output
    with closing(open_existing(library)) as books:
        cards = books.sources()
        for source in [chosen(cards, target).source for target in targets]:
            books.unfollow(source.id)
            message(f"{source.name} is no longer followed; its articles stay.")
    return 0


@click.command("sources")
@library_option
@with_output
def list_sources(library: Path | None, output: Output) -> int:
    """List what is followed, and how each stands."""
    with closing(open_existing(library)) as books:
        cards = books.sources()
    for card in cards:
        source = card.source
        fields = (str(source.id), source.kind.value, state_of(card), str(card.articles), source.address, source.title)
        output.item((*fields, ",".join(source.tags), source.fetched_at, source.next_at, source.error),
                    source_object(card), _line(card))  # fmt: skip
    if not cards:
        message("Nothing is followed yet; “reader follow URL” begins.")
    return 0 if cards else 1


def state_of(card: SourceCard) -> str:
    """How a source stands, in a word."""
    source = card.source
    return "ended" if source.ended else "failing" if source.failures else "followed"


def _line(card: SourceCard) -> str:
    source = card.source
    tags = f"  [{', '.join(source.tags)}]" if source.tags else ""
    counts = f"{counted(card.articles, 'article')}, {card.unread} unread"
    last = f"fetched {_short(source.fetched_at)}" if source.fetched_at else "not fetched yet"
    then = f", next {_short(source.next_at)}" if source.next_at and not source.ended else ""
    lines = [f"{source.id:>4}  {source.name}{tags}", f"      {source.address}", f"      {counts} · {last}{then}"]
    if source.error:
        often = f" ({counted(source.failures, 'failure')} in a row)" if source.failures > 1 else ""
        lines.append(f"      {state_of(card)}: it {source.error}{often}")
    return "\n".join(lines)


def _short(moment: str) -> str:
    return moment[:16].replace("T", " ") + " UTC"


def chosen(cards: Sequence[SourceCard], word: str) -> SourceCard:
    """The source that a word means: its number, its address, or a part of its title.

    Raises:
        UsageError: none, or several.
    """
    exact = [card for card in cards if word in {str(card.source.id), card.source.address, card.source.typed}]
    exact = exact or [card for card in cards if card.source.address == str(Path(word).absolute())]
    found = exact or [card for card in cards if word.casefold() in card.source.name.casefold()]
    if not found:
        raise UsageError(f"“{word}” is not followed; “reader sources” lists what is.")
    if len(found) > 1 and not exact:
        names = ", ".join(f"{card.source.name} ({card.source.id})" for card in found[:5])
        raise UsageError(f"“{word}” may be several: {names}.")
    return found[0]
