"""``reader watch``, ``reader notes`` and ``reader export``: what the person keeps."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import library_option, open_existing, with_output
from reader.cli.output import Output, counted, message
from reader.errors import UsageError
from reader.export.files import write_export
from reader.export.json import card_object, dumps, note_object, watch_object
from reader.library import Library
from reader.models.keeping import Note, Watch
from reader.models.listing import ArticleCard


@click.command()
@click.argument("name", required=False)
@click.option("--query", help="Keep this query under NAME.", metavar="QUERY")
@click.option("--remove", is_flag=True, help="Watch NAME no longer.")
@click.option("--peek", is_flag=True, help="Tell what is new, and tell it again the next time.")
@library_option
@with_output
def watch(  # noqa: PLR0917 (click gives every option by its name)
    name: str | None,
    query: str | None,
    remove: bool,  # noqa: FBT001 (a flag of the command line)
    peek: bool,  # noqa: FBT001 (the same)
    library: Path | None,
    output: Output,
) -> int:
    """List what is watched, or what has come to match the watch NAME since it was last looked at: each article once."""
    with closing(open_existing(library)) as books:
        if name is None:
            if query is not None or remove:
                raise UsageError("--query and --remove are of a watch: name it.")
            return _list(books, output)
        if query is not None:
            return 0 if books.keep_watch(name, query) else 1
        found = next((each for each in books.watches() if each.name == name), None)
        if found is None:
            raise UsageError(f"There is no watch “{name}”; “reader watch” lists them, --query makes one.")
        if remove:
            return 0 if books.drop_watch(name) else 1
        return _tell_new(books, found, output, peek=peek)


def _list(books: Library, output: Output) -> int:
    watches = books.watches()
    for each in watches:
        numbers = f"{each.new} new, {each.unread} unread, {counted(each.articles, 'article')}"
        fields = (each.name, each.query, str(each.new), str(each.unread), str(each.articles))
        output.item(fields, watch_object(each), f"{each.name}: {numbers}  ({each.query})")
    return 0 if watches else 1


def _tell_new(books: Library, watched: Watch, output: Output, *, peek: bool) -> int:
    new = books.new_of(watched)
    for card in books.cards(new):
        fields = (str(card.id), card.published, card.outlet, card.title, card.origin)
        output.item(fields, card_object(card), _line(card))
    sys.stdout.flush()  # what is told is told: only then it is new no longer
    if new and not peek:
        books.look_at(watched)
    return 0 if new else 1


def _line(card: ArticleCard) -> str:
    return f"{card.id:>5}  {(card.published or 'no date')[:10]:>10}  {card.outlet or 'no outlet'}: {card.title}"


@click.command()
@click.argument("words", nargs=-1)
@click.option("--event", type=click.IntRange(1), help="Only notes on articles of this EVENT.", metavar="EVENT")
@click.option("--format", "form", type=click.Choice(["markdown"]), help="Write them ready to cite.")
@library_option
@with_output
def notes(words: tuple[str, ...], event: int | None, form: str | None, library: Path | None, output: Output) -> int:
    """List the notes, or those with WORDS in them, each with the words it stands at and their source."""
    with closing(open_existing(library)) as books:
        found = books.find_notes(" ".join(words))
        cards = {card.id: card for card in books.cards(list(dict.fromkeys(note.article for note in found)))}
    found = tuple(note for note in found if event is None or cards[note.article].event == event)
    for note in found:
        card = cards[note.article]
        if form is not None:
            output.text(_cited(note, card))
        else:
            fields = (str(note.article), f"{note.start}-{note.end}", note.text, note.quote, card.origin)
            said = f"{note.text}: " if note.text else ""
            output.item(fields, note_object(note, card), f"{note.article:>5}  {said}“{note.quote}”")
    return 0 if found else 1


def _cited(note: Note, card: ArticleCard) -> str:
    from reader.export.markdown_text import literal  # noqa: PLC0415 (only when it is needed)

    day = (card.published or "no date")[:10]
    source = f"{literal(card.outlet or 'no outlet')}, {day}, {literal(card.title)}. {literal(card.origin)}"
    said = f"{literal(note.text)}\n\n" if note.text else ""
    return f"{said}> {literal(note.quote)}\n>\n> {source}\n"


@click.command()
@click.option("--all", "everything", is_flag=True, help="Everything: articles, earlier texts, the journal.")
@click.option("--output", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write it to FILE.")
@library_option
def export(everything: bool, file: Path | None, library: Path | None) -> int:  # noqa: FBT001 (a flag of the command line)
    """Write the library as JSON Lines, which “reader add FILE” takes back without loss."""
    if not everything:
        raise UsageError("Say what to export: --all is the whole library; “reader compare EVENT” exports an event.")
    with closing(open_existing(library)) as books:
        lines = (dumps(line) for line in books.export_lines())
        if file is None:
            for line in lines:
                click.echo(line)
            return 0
        write_export(file, "".join(f"{line}\n" for line in lines))
    message(f"Wrote {file}.")
    return 0
