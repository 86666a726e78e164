"""The person's list of subscriptions, kept to the letter: imported, added to, and written back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape, unescape

from reader.models.addresses import web_address
from reader.models.outlines import Outline, OutlineList
from reader.models.sources import SourceKind, Terms
from reader.store.database import Database
from reader.store.sources import add_source, set_terms, source_at, sources

_FRAME = "opml_frame"
"""The setting that holds what stands around the outlines of the list that was imported first."""

_BETWEEN = "\0"


def import_outlines(
    database: Database, found: OutlineList, tags: tuple[str, ...] = ()
) -> Iterator[tuple[str, int | None]]:
    """Follow every feed of a list and keep its lines, inside a transaction.

    Each feed's address comes back, with its id, or None if it was followed already.
    """
    if database.row("SELECT 1 FROM setting WHERE name = ?", (_FRAME,)) is None:
        frame = _BETWEEN.join((found.prologue, found.epilogue))
        database.run("INSERT INTO setting VALUES (?, ?)", (_FRAME, frame))
    last = database.number("SELECT max(id) FROM outline")
    yield from _import(database, found.outlines, None, tags, last)


def _import(
    database: Database, outlines: tuple[Outline, ...], parent: int | None, tags: tuple[str, ...], last: int
) -> Iterator[tuple[str, int | None]]:
    for outline in outlines:
        source = None
        if outline.address:
            terms = Terms(tags=tags)
            added = add_source(database, outline.address, SourceKind.FEED, outline.address, outline.title, terms)
            known = source_at(database, outline.address)
            source = known.id if known else None
            if added is None and source is not None:
                set_terms(database, source, terms)
            yield outline.address, added
        line = _line(database, parent, outline.written, source, last)
        is_folder = bool(outline.inside) and not outline.address and bool(outline.title)
        inner = (*tags, outline.title) if is_folder else tags
        yield from _import(database, outline.inside, line, inner, last)


def _line(database: Database, parent: int | None, written: str, source: int | None, last: int) -> int:
    """The id of a line; the same one again if it stood there before this list (``last`` was the highest id)."""
    row = database.row(
        "SELECT id FROM outline WHERE parent_id IS ? AND written = ? AND id <= ?", (parent, written, last)
    )
    if row is not None:
        return int(row[0])
    return database.run(
        """
        INSERT INTO outline(parent_id, position, written, source_id)
        VALUES (?, (SELECT count(*) FROM outline WHERE parent_id IS ?), ?, ?)
        """,
        (parent, parent, written, source),
    )


def outline_list(database: Database) -> OutlineList:
    """The list as it is to be written: what was imported, and what was followed otherwise, in the folder of its tag."""
    row = database.row("SELECT value FROM setting WHERE name = ?", (_FRAME,))
    prologue, _, epilogue = str(row[0]).partition(_BETWEEN) if row else (_PROLOGUE, "", _EPILOGUE)
    followed = {source.id: source for source in sources(database) if source.kind is SourceKind.FEED}
    below: dict[int | None, list[tuple[int, str]]] = {}
    for line, parent, written, source in database.rows(
        "SELECT id, parent_id, written, source_id FROM outline ORDER BY parent_id, position, id"
    ):
        known = followed.pop(source, None) if source else None
        below.setdefault(parent, []).append((line, _readdressed(written, known.address) if known else written))
    added: dict[str, tuple[Outline, ...]] = {}
    for each in followed.values():
        tag = each.tags[0] if each.tags else ""
        added[tag] = (*added.get(tag, ()), Outline(_written(each.name, each.address)))
    lines = tuple(_with_added(outline, added) for outline in _tree(below, None))
    lines += added.pop("", ())
    return OutlineList(
        prologue, epilogue, lines + tuple(Outline(_folder(tag), inside=inside) for tag, inside in added.items())
    )


_PROLOGUE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
    "  <head>\n    <title>Subscriptions</title>\n  </head>\n  <body>"
)
_EPILOGUE = "</body>\n</opml>\n"
_ADDRESS = re.compile(r"""(\bxmlUrl\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_TEXT = re.compile(r"""\s(?:text|title)\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)


def _tree(below: dict[int | None, list[tuple[int, str]]], parent: int | None) -> tuple[Outline, ...]:
    return tuple(Outline(written, inside=_tree(below, line)) for line, written in below.get(parent, ()))


def _readdressed(written: str, address: str) -> str:
    """A line with the address that its feed has now."""
    found = _ADDRESS.search(written)
    if found is None or web_address(unescape(found[2][1:-1])) == address:
        return written
    return f'{written[: found.start()]}{found[1]}"{escape(address)}"{written[found.end() :]}'


def _with_added(outline: Outline, added: dict[str, tuple[Outline, ...]]) -> Outline:
    """A folder with what was followed otherwise and has its name as tag; taken out of ``added``."""
    if _ADDRESS.search(outline.written) or not (found := _TEXT.search(outline.written)):
        return outline
    inside = added.pop(unescape(found[1][1:-1]).strip() or "/", ())
    return replace(outline, inside=outline.inside + inside) if inside else outline


def _written(title: str, address: str) -> str:
    return f'<outline type="rss" text="{escape(title)}" title="{escape(title)}" xmlUrl="{escape(address)}"/>'


def _folder(title: str) -> str:
    return f'<outline text="{escape(title)}" title="{escape(title)}">'
