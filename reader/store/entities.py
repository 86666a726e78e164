"""Entities, their spellings, and which articles mention them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from reader.models.entities import Alias, Entity, Reason
from reader.models.kinds import Kind
from reader.store.database import Database
from reader.store.folding import WORD, fold
from reader.store.records import checked, member

_KEYS_AT_ONCE = 500
"""Keys looked up by one statement; SQLite takes more, but statements of one length are prepared once."""


def entities_with(database: Database, keys: Collection[str]) -> tuple[Entity, ...]:
    """The entities that have an alias with one of these keys, by id."""
    wanted = sorted(set(keys))
    found: set[int] = set()
    for start in range(0, len(wanted), _KEYS_AT_ONCE):
        some = wanted[start : start + _KEYS_AT_ONCE]
        holes = ", ".join("?" * len(some))
        found.update(row[0] for row in database.rows(f"SELECT entity_id FROM alias WHERE key IN ({holes})", some))
    return tuple(entity for each in sorted(found) if (entity := read_entity(database, each)))


def read_entity(database: Database, entity_id: int) -> Entity | None:
    """An entity with all its aliases, in the order in which they were seen; or None."""
    row = database.row("SELECT name, kind, mentions, found_name FROM entity WHERE id = ?", (entity_id,))
    if row is None:
        return None
    rows = database.rows("SELECT key, surface, reason FROM alias WHERE entity_id = ? ORDER BY id", (entity_id,))
    aliases = tuple(checked(Alias(*alias)) for alias in rows)
    return checked(Entity(entity_id, row[0], member(Kind, row[1]), aliases, row[2], row[3]))


def add_entity(database: Database, name: str, kind: Kind, aliases: Collection[Alias]) -> Entity:
    """Store a new entity."""
    with database.transaction():
        entity_id = database.run("INSERT INTO entity(name, kind) VALUES (?, ?)", (name, kind))
        add_aliases(database, entity_id, aliases)
    return Entity(entity_id, name, kind, tuple(aliases))


def add_aliases(database: Database, entity_id: int, aliases: Iterable[Alias]) -> None:
    """Give an entity further spellings."""
    with database.transaction():
        for alias in aliases:
            if database.row("SELECT 1 FROM alias WHERE entity_id = ? AND surface = ?", (entity_id, alias.surface)):
                continue
            alias_id = database.run(
                "INSERT INTO alias(entity_id, key, surface, reason) VALUES (?, ?, ?, ?)",
                (entity_id, alias.key, alias.surface, alias.reason),
            )
            database.run("INSERT INTO alias_trigram(rowid, folded) VALUES (?, ?)", (alias_id, padded(alias.surface)))


def rename(database: Database, entity_id: int, name: str, kind: Kind, called: str = "") -> None:
    """Give an entity its name and kind; ``called`` is the name that a person has given it, which is shown instead."""
    shown, found = (called, name) if called else (name, "")
    with database.transaction():
        database.run(
            "UPDATE entity SET name = ?, kind = ?, found_name = ? WHERE id = ?", (shown, kind, found, entity_id)
        )
        by_hand = database.rows("SELECT id FROM alias WHERE entity_id = ? AND reason = ?", (entity_id, Reason.HAND))
        database.defer(_forget_aliases, [row[0] for row in by_hand])


def padded(surface: str) -> str:
    """The words of a name, folded, each after two blanks, so that one or two letters find the words they begin."""
    return "".join(f"  {word}" for word in WORD.findall(fold(surface)))


def put_mentions(database: Database, article_id: int, sort_at: str, named: Collection[tuple[int, str]]) -> None:
    """Replace the mentions of an article: (entity, spelling) of each; inside a transaction."""
    rows = database.rows("SELECT entity_id, count FROM mention WHERE article_id = ?", (article_id,))
    before: dict[int, int] = {row[0]: row[1] for row in rows}
    spelt = {row[0] for row in database.rows("SELECT alias_id FROM spelling WHERE article_id = ?", (article_id,))}
    counts = Counter(entity for entity, _ in named)
    database.run("DELETE FROM mention WHERE article_id = ?", (article_id,))
    database.run("DELETE FROM spelling WHERE article_id = ?", (article_id,))
    database.run_many(
        "INSERT INTO mention(entity_id, sort_at, article_id, count) VALUES (?, ?, ?, ?)",
        [(entity, sort_at, article_id, count) for entity, count in counts.items()],
    )
    database.run_many(
        """
        INSERT OR IGNORE INTO spelling(article_id, count, alias_id)
        SELECT ?, ?, id FROM alias WHERE entity_id = ? AND surface = ?
        """,
        [(article_id, count, entity, surface) for (entity, surface), count in Counter(named).items()],
    )
    database.run_many(
        "UPDATE entity SET mentions = mentions + ? WHERE id = ?",
        [
            (counts[entity] - before.get(entity, 0), entity)
            for entity in counts.keys() | before.keys()
            if counts[entity] != before.get(entity, 0)
        ],
    )
    # At the end of the transaction: another article of it may mention an entity that this one no longer does.
    database.defer(_forget_entities, before.keys() - counts.keys())
    database.defer(_forget_aliases, spelt)


def _forget_entities(database: Database, candidates: Iterable[int]) -> None:
    """Remove those that no article mentions any more."""
    for entity in candidates:
        if database.row("SELECT 1 FROM mention WHERE entity_id = ? LIMIT 1", (entity,)):
            continue
        for alias_id, surface in database.rows("SELECT id, surface FROM alias WHERE entity_id = ?", (entity,)):
            _forget_alias(database, alias_id, surface)
        database.run("DELETE FROM entity WHERE id = ?", (entity,))


def _forget_aliases(database: Database, candidates: Iterable[int]) -> None:
    """Remove the spellings that no article uses any more, but for the names that are shown."""
    for alias_id in candidates:
        row = database.row(
            """
            SELECT alias.surface FROM alias JOIN entity ON entity.id = alias.entity_id
            WHERE alias.id = ? AND alias.surface NOT IN (entity.name, entity.found_name)
              AND NOT EXISTS (SELECT 1 FROM spelling WHERE alias_id = alias.id)
            """,
            (alias_id,),
        )
        if row is not None:
            _forget_alias(database, alias_id, row[0])


def _forget_alias(database: Database, alias_id: int, surface: str) -> None:
    database.run(
        "INSERT INTO alias_trigram(alias_trigram, rowid, folded) VALUES ('delete', ?, ?)", (alias_id, padded(surface))
    )
    database.run("DELETE FROM alias WHERE id = ?", (alias_id,))
