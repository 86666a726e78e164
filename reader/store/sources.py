"""What the person follows, and what each source has offered so far."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from reader.models.sources import FullText, Kept, KnownItem, Source, SourceCard, SourceKind, Terms, Validators
from reader.store.database import Database
from reader.store.moments import now
from reader.store.news import NewsKind, tell
from reader.store.records import checked, member

_COLUMNS = """
    id, address, kind, typed, coalesce(nullif(named, ''), title), full_text, etag, modified, next_at, wait_until,
    fetched_at, failures, error, body_digest, ended, days, keep
"""

TRIES = 3
"""How often the page of an item is asked for before what the feed says of it has to do."""


def add_source(  # noqa: PLR0917 (the columns of a row)
    database: Database, address: str, kind: SourceKind, typed: str, title: str, terms: Terms
) -> int | None:
    """Follow something; None if it is followed already."""
    with database.transaction():
        if database.row("SELECT 1 FROM source WHERE address = ?", (address,)):
            return None
        source = database.run(
            "INSERT INTO source(address, kind, typed, title) VALUES (?, ?, ?, ?)", (address, kind, typed, title)
        )
        set_terms(database, source, terms)
    return source


def set_terms(database: Database, source: int, terms: Terms) -> None:
    """Say how a source is followed; what is None stays as it is, tags are added to those it has."""
    with database.transaction():
        for column, value in (("named", terms.title), ("full_text", terms.full_text)):
            if value is not None:
                database.run(f"UPDATE source SET {column} = ? WHERE id = ?", (value, source))
        if terms.days is not None:
            keep = " ".join(terms.keep)
            database.run("UPDATE source SET days = ?, keep = ? WHERE id = ?", (terms.days, keep, source))
        for tag in terms.tags:
            database.run(
                """
                INSERT OR IGNORE INTO source_tag(source_id, position, tag)
                VALUES (?, (SELECT count(*) FROM source_tag WHERE source_id = ?), ?)
                """,
                (source, source, tag),
            )
        tell(database, NewsKind.SOURCE, (source,))


def sources(database: Database, ids: Collection[int] | None = None) -> tuple[Source, ...]:
    """The sources with these ids, or all, by id."""
    tags: dict[int, list[str]] = {}
    for source, tag in database.rows("SELECT source_id, tag FROM source_tag ORDER BY source_id, position"):
        tags.setdefault(source, []).append(tag)
    rows = database.rows(f"SELECT {_COLUMNS} FROM source ORDER BY id")
    return tuple(_source(row, tags.get(row[0], [])) for row in rows if ids is None or row[0] in ids)


def source_at(database: Database, address: str) -> Source | None:
    """The source of this address."""
    row = database.row("SELECT id FROM source WHERE address = ?", (address,))
    return next(iter(sources(database, (row[0],))), None) if row else None


def _source(row: sqlite3.Row, tags: Sequence[str]) -> Source:
    (
        source, address, kind, typed, title, full_text, etag, modified, next_at, wait_until,
        fetched_at, failures, error, digest, ended, days, keep,
    ) = row  # fmt: skip
    return checked(
        Source(
            id=source,
            address=address,
            kind=member(SourceKind, kind),
            typed=typed,
            title=title,
            tags=tuple(tags),
            full_text=member(FullText, full_text),
            validators=checked(Validators(etag, modified)),
            next_at=next_at,
            wait_until=wait_until,
            fetched_at=fetched_at,
            failures=failures,
            error=error,
            digest=digest,
            ended=bool(ended),
            days=days,
            keep=tuple(member(Kept, word) for word in str(keep).split()),
        )
    )


def source_cards(database: Database) -> tuple[SourceCard, ...]:
    """Every source with the number of its articles, by its first tag and its name."""
    rows = database.rows(
        """
        SELECT source_id, count(*), sum(1 - is_read)
        FROM item JOIN article ON article.id = article_id GROUP BY source_id
        """
    )
    counts = {row[0]: (row[1], row[2]) for row in rows}
    cards = [SourceCard(source, *counts.get(source.id, (0, 0))) for source in sources(database)]
    return tuple(sorted(cards, key=lambda card: (card.source.tags[:1] or ("~",), card.source.name.casefold())))


def due_sources(database: Database) -> tuple[int, ...]:
    """The ids of what may be fetched now though nobody has asked."""
    at = now()
    rows = database.rows("SELECT id FROM source WHERE ended = 0 AND next_at <= ? AND wait_until <= ?", (at, at))
    return tuple(row[0] for row in rows)


def put_state(database: Database, source: Source) -> None:
    """Keep how a source stands now: what it was last asked with, when it is next asked, and its failures."""
    database.run(
        """
        UPDATE source SET etag = ?, modified = ?, next_at = ?, wait_until = ?, fetched_at = ?, failures = ?, error = ?,
                          body_digest = ?, ended = ? WHERE id = ?
        """,
        (
            source.validators.etag,
            source.validators.modified,
            source.next_at,
            source.wait_until,
            source.fetched_at,
            source.failures,
            source.error,
            source.digest,
            source.ended,
            source.id,
        ),
    )
    tell(database, NewsKind.SOURCE, (source.id,))


def put_title(database: Database, source: int, title: str) -> None:
    """Keep what a source calls itself."""
    database.run("UPDATE source SET title = ? WHERE id = ? AND title <> ?", (title, source, title))


def move_source(database: Database, source: int, address: str) -> int:
    """Give a source the address to which it has moved; the id of the source that has it then.

    If that one is followed already, they become one: the tags and items of the moved one go over.
    """
    with database.transaction():
        row = database.row("SELECT id FROM source WHERE address = ?", (address,))
        if row is None:
            database.run("UPDATE source SET address = ? WHERE id = ?", (address, source))
            tell(database, NewsKind.SOURCE, (source,))
            return source
        there = int(row[0])
        if there != source:
            database.run("UPDATE OR IGNORE item SET source_id = ? WHERE source_id = ?", (there, source))
            database.run("UPDATE OR IGNORE source_tag SET source_id = ? WHERE source_id = ?", (there, source))
            database.run("UPDATE outline SET source_id = ? WHERE source_id = ?", (there, source))
            database.run("DELETE FROM source WHERE id = ?", (source,))
            tell(database, NewsKind.SOURCE, (source, there))
    return there


def remove_source(database: Database, source: int) -> None:
    """Follow something no longer; its articles stay."""
    with database.transaction():
        database.run("DELETE FROM source WHERE id = ?", (source,))
        tell(database, NewsKind.SOURCE, (source,))


# What a source has offered


def known_item(database: Database, source: int, key: str) -> KnownItem | None:
    """What is known of an item that a source has offered before."""
    row = database.row("SELECT digest, article_id, is_whole FROM item WHERE source_id = ? AND key = ?", (source, key))
    return None if row is None else checked(KnownItem(row[0], row[1], bool(row[2])))


def put_item(  # noqa: PLR0917 (the same)
    database: Database, source: int, key: str, digest: str, article: int | None, page: str = ""
) -> None:
    """Note what a source has offered, inside the transaction that stores its article.

    Args:
        database: the library.
        source: its id.
        key: what the source calls the item.
        digest: of what it says of it.
        article: the article that holds it.
        page: address of the page that is to be fetched for its whole text; "" for none.
    """
    database.run(
        """
        INSERT INTO item(source_id, key, digest, article_id, page) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (source_id, key) DO UPDATE SET digest = excluded.digest, article_id = excluded.article_id,
            page = excluded.page, tries = 0
        """,
        (source, key, digest, article, page),
    )


def wanted_pages(database: Database, source: int) -> tuple[tuple[str, str], ...]:
    """``(key, page)`` of the items whose page is still to be fetched."""
    rows = database.rows(
        "SELECT key, page FROM item WHERE source_id = ? AND page <> '' AND tries < ? AND article_id IS NOT NULL",
        (source, TRIES),
    )
    return tuple((row[0], row[1]) for row in rows)


def put_page(database: Database, source: int, key: str, *, is_whole: bool) -> None:
    """Note that the page of an item has been read, or that it could not be."""
    change = "page = '', is_whole = 1" if is_whole else "tries = tries + 1"
    database.run(f"UPDATE item SET {change} WHERE source_id = ? AND key = ?", (source, key))
