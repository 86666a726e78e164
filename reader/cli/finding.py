"""``reader search``: find a text."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from reader.cli.options import QueryCommand, library_option, open_existing, query_argument, with_output
from reader.cli.output import Output
from reader.export.json import hit_object

SEARCH_LIMIT = 1000
"""Places listed at most; a search that finds more wants another word."""


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
