"""``reader list`` and ``reader show``: what is in the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import library_option, open_existing, with_output
from reader.cli.output import Form, Output, message
from reader.errors import UsageError
from reader.export.json import article_object, card_object
from reader.library import Library
from reader.models.article import STORY_LABELS, Article, LineLabel, Status
from reader.models.extent import extent_sentence
from reader.models.listing import ArticleCard


@click.command("list")
@click.argument("query", nargs=-1)
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
@library_option
@with_output
def show(article: int, library: Path | None, output: Output) -> int:
    """Show one article: its text, or with --json everything that was found in it."""
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
    head = [article.title.value or article.origin, " · ".join([outlet, date, *(article.authors.value or ())])]
    story = [
        article.text[line.start : line.end].strip()
        for line in article.lines
        if line.label in STORY_LABELS and line.label is not LineLabel.TITLE
    ]
    return "\n\n".join(["\n".join(head), *story])
