"""What the person follows as words for other machines: the feeds, each with how it is followed. Folders stay here."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from reader.errors import InputError
from reader.models.addresses import web_address
from reader.models.sources import FullText, Kept, SourceKind, Terms
from reader.models.words import Target
from reader.store import sources
from reader.store.database import Database

KIND = "subscription"
"""The kind of these words: no ``ChangeKind``, for undo does not know of it."""


class Subscription(msgspec.Struct):
    """How a feed is followed."""

    typed: str
    named: str = ""
    tags: tuple[str, ...] = ()
    full_text: FullText = FullText.AUTO
    days: int = 0
    keep: tuple[Kept, ...] = ()


def states(database: Database) -> dict[Target, str]:
    """Every feed that is followed, and how."""
    tags: dict[int, list[str]] = {}
    for source, tag in database.rows("SELECT source_id, tag FROM source_tag ORDER BY source_id, position"):
        tags.setdefault(source, []).append(tag)
    rows = database.rows(
        "SELECT id, address, typed, named, full_text, days, keep FROM source WHERE kind = ?", (SourceKind.FEED,)
    )
    return {
        (KIND, address): msgspec.json.encode(
            Subscription(
                typed, named, tuple(tags.get(source, ())), FullText(full_text), days, tuple(map(Kept, keep.split()))
            )
        ).decode()
        for source, address, typed, named, full_text, days, keep in rows
    }


def receive(database: Database, told: Iterable[tuple[str, str]]) -> int:
    """Follow feeds as other machines do, or no longer; how many that changed. What makes no sense is passed over."""
    made = 0
    for address, value in told:
        known = sources.source_at(database, address)
        if not value:
            if known is not None:
                sources.remove_source(database, known.id)
                made += 1
            continue
        try:
            told_of = msgspec.json.decode(value, type=Subscription)
            if web_address(address) != address:
                continue
        except (msgspec.MsgspecError, InputError):
            continue
        number = known.id if known else sources.add_source(
            database, address, SourceKind.FEED, told_of.typed, "", Terms()
        )  # fmt: skip
        if number is not None:
            database.run("DELETE FROM source_tag WHERE source_id = ?", (number,))
            terms = Terms(told_of.named, told_of.tags, told_of.full_text, told_of.days, told_of.keep)
            sources.set_terms(database, number, terms)
            made += 1
    return made
