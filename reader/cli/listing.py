"""``reader list`` and ``reader show``: what is in the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import QueryCommand, library_option, open_existing, query_argument, with_output
from reader.cli.output import Form, Output, counted, message
from reader.errors import UsageError
from reader.export.changes import marked, revisions
from reader.export.json import article_object, card_object, revisions_object
from reader.library import Library
from reader.models.article import STORY_LABELS, Article, LineLabel, Status
from reader.models.extent import extent_sentence
from reader.models.languages import language_note
from reader.models.listing import ArticleCard
from reader.models.revisions import Revision


@click.command("list", cls=QueryCommand)
@query_argument()
@library_option
@with_output
def list_articles(query: tuple[str, ...], library: Path | None, output: Output) -> int:
    """List the articles, newest first: those that match QUERY, or all.

    QUERY is words, "a phrase", -not, OR, person: org: place: event: outlet: date:2023-04 after: before: unread starred.
    """
    found = False
    with closing(open_existing(library)) as books:
        for card in all_cards(books, " ".join(query)):
            found = True
            output.item(_fields(card), card_object(card), _line(card))
    return 0 if found or not query else 1


@click.command()
@click.argument("article", type=int, metavar="ID")
@click.option("--revisions", "changes", is_flag=True, help="What changed in it, word by word, and when.")
@library_option
@with_output
def show(article: int, changes: bool, library: Path | None, output: Output) -> int:  # noqa: FBT001 (a flag of the command line)
    """Show one article: its text, or with --json everything that was found in it."""
    if changes:
        return _show_revisions(article, library, output)
    with closing(open_existing(library)) as books:
        record = books.article(article)
        annotations = books.annotations(article) if output.form is Form.JSON else None
    if record is None:
        raise UsageError(f"There is no article {article}.")
    if output.form is Form.JSON:
        output.item((), article_object(record, annotations))
    else:
        output.text(_page(record))
        if sentence := extent_sentence(record):
            message(sentence)
    return 0


def _show_revisions(article: int, library: Path | None, output: Output) -> int:
    with closing(open_existing(library)) as books:
        versions = books.versions(article)
    if not versions:
        raise UsageError(f"There is no article {article}.")
    steps = revisions(versions)
    if output.form is Form.JSON:
        output.item((), revisions_object(article, versions, steps))
    elif not steps:
        message("This article has not been changed since it was first read.")
    else:
        output.text("\n\n".join(_revision(step) for step in reversed(steps)))
    return 0 if steps else 1


def _revision(step: Revision) -> str:
    """A revision for a person: when, how much, and every paragraph that changed."""
    head = f"Changed {step.at.replace('T', ' ')} UTC: {counted(step.removed, 'word')} removed, {step.added} added"
    changed = [marked(each) for each in (step.title, *step.paragraphs) if each.is_changed]
    return "\n\n".join([head, *(changed or ["Only paragraphs were moved."])])


def all_cards(books: Library, query: str) -> Iterator[ArticleCard]:
    """The cards of every article that matches, newest first, a page at a time."""
    after = None
    while page := books.outline(query, grouped=False, after=after):
        yield from books.cards([article for entry in page for article in entry.articles])
        after = page[-1].sort_at, page[-1].articles[0]


def _fields(card: ArticleCard) -> tuple[str | None, ...]:
    return str(card.id), card.published, card.outlet, card.title, card.origin


def _line(card: ArticleCard) -> str:
    mark = "" if card.published_status is Status.STATED else "~"
    day = f"{mark}{card.published[:10]}" if card.published else "no date"
    return f"{card.id:>5}  {day:>11}  {card.outlet or 'no outlet'}: {card.title}"


def _page(article: Article) -> str:
    """The article as a person reads it: head, then the story's paragraphs."""
    outlet = article.outlet.value or "no outlet"
    date = f"{'' if article.published.status is Status.STATED else '~'}{article.published.value or 'no date'}"
    said = [outlet, date, *(article.authors.value or ()), language_note(article)]
    head = [article.title.value or article.origin, " · ".join(filter(None, said))]
    story = [
        article.text[line.start : line.end].strip()
        for line in article.lines
        if line.label in STORY_LABELS and line.label is not LineLabel.TITLE
    ]
    return "\n\n".join(["\n".join(head), *story])
