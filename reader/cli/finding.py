"""``reader search`` and ``reader entities``: find a text, find a name."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import QueryCommand, library_option, open_existing, query_argument, with_output
from reader.cli.output import Output, counted
from reader.export.json import entity_object, hit_object

SEARCH_LIMIT = 1000
"""Places listed at most; a search that finds more wants another word."""

ENTITY_LIMIT = 100_000
"""Entities listed at most without a name."""


@click.command(cls=QueryCommand)
@query_argument(required=True)
@click.option("--limit", type=click.IntRange(1), default=SEARCH_LIMIT, show_default=True, help="Places at most.")
@library_option
@with_output
def search(query: tuple[str, ...], limit: int, library: Path | None, output: Output) -> int:
    """Find the places where QUERY stands, in the newest articles first."""
    with closing(open_existing(library)) as books:
        hits = books.search(" ".join(query), limit)
    for hit in hits:
        place = f"{hit.start}-{hit.end}"
        output.item((str(hit.article), place, hit.snippet), hit_object(hit), f"{hit.article:>5}  {hit.snippet}")
    return 0 if hits else 1


@click.command()
@click.argument("name", nargs=-1)
@library_option
@with_output
def entities(name: tuple[str, ...], library: Path | None, output: Output) -> int:
    """List the people, organisations, places and groups named NAME, best match first, or all of them."""
    with closing(open_existing(library)) as books:
        hits = books.find_entities(" ".join(name), ENTITY_LIMIT)
    for hit in hits:
        fields = (str(hit.id), hit.kind.value, hit.name, str(hit.mentions), ", ".join(hit.aliases), hit.why)
        also = f"  ({hit.why})" if hit.why else ""
        counts = f"{counted(hit.mentions, 'mention')} in {counted(len(hit.articles), 'article')}"
        output.item(fields, entity_object(hit), f"{hit.kind.value.lower():<7} {hit.name}  {counts}{also}")
    return 0 if hits else 1
