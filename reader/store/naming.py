"""What a person has said of names, as it stands, and the articles whose names it makes the worker resolve anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from reader.models.annotations import Annotations, Mention
from reader.models.corrections import Belongs, Correction, ReadAs, decode, subject
from reader.models.journal import CORRECTIONS, ChangeKind
from reader.store.database import Database
from reader.store.folding import WORD, fold


def name_key(surface: str) -> str:
    """What spellings of one name have in common here: their words, folded, without a leading article."""
    return " ".join(WORD.findall(fold(surface))).removeprefix("the ")


def corrections(database: Database) -> tuple[Correction, ...]:
    """What a person has said of names and not taken back, in the order in which it was said."""
    kinds = sorted(CORRECTIONS)
    rows = database.rows(
        f"""
        SELECT standing.kind, standing.target FROM standing JOIN change ON change.id = change_id
        WHERE standing.kind IN ({", ".join("?" * len(kinds))}) ORDER BY change.at, change_id, standing.target
        """,
        kinds,
    )
    found = (_read(ChangeKind(kind), target) for kind, target in rows)
    return tuple(correction for correction in found if correction is not None)


def _read(kind: ChangeKind, target: str) -> Correction | None:
    """The correction, or None of what another machine wrote and this version cannot read."""
    try:
        return decode(kind, target)
    except ValueError:
        return None


def spellings_of(database: Database, name: str) -> tuple[int, ...]:
    """The ids of all spellings of a name, whoever has them."""
    key = name_key(name)
    pieces = {f'"{f"  {word}"[at : at + 3]}"' for word in key.split() for at in range(len(word))}
    if not pieces:
        return ()
    rows = database.rows(
        """
        SELECT id, surface FROM alias
        WHERE id IN (SELECT rowid FROM alias_trigram WHERE alias_trigram MATCH ?)
        """,
        (" AND ".join(sorted(pieces)),),
    )
    return tuple(alias for alias, surface in rows if name_key(surface) == key)


def touch(database: Database, kind: ChangeKind, target: str) -> None:
    """Have the articles that a correction is about resolved anew; inside a transaction."""
    correction = _read(kind, target)
    if correction is None:
        return
    if isinstance(correction, Belongs | ReadAs) and correction.where.digest:
        database.run(
            "INSERT OR IGNORE INTO unresolved SELECT id FROM article WHERE digest = ?", (correction.where.digest,)
        )
        return
    name = subject(correction)
    for alias in spellings_of(database, name):
        # All of its entity's spellings: which of them are one hangs on what was said before, too.
        database.run(
            """
            INSERT OR IGNORE INTO unresolved SELECT spelling.article_id
            FROM alias AS said JOIN alias ON alias.entity_id = said.entity_id JOIN spelling ON alias_id = alias.id
            WHERE said.id = ?
            """,
            (alias,),
        )
    database.run("INSERT OR IGNORE INTO unresolved SELECT article_id FROM reread WHERE name = ?", (name_key(name),))


def unresolved(database: Database, first: Iterable[int] = ()) -> int | None:
    """An article whose names are to be resolved anew: one of ``first``, else the newest; None if there is none."""
    for article in first:
        if database.row("SELECT 1 FROM unresolved WHERE article_id = ?", (article,)):
            return article
    row = database.row("SELECT max(article_id) FROM unresolved")
    return None if row is None else row[0]


def set_resolved(database: Database, articles: Collection[int]) -> None:
    """Note that the names of these articles are resolved as the person wants them; their event is to be compared."""
    database.run_many("DELETE FROM unresolved WHERE article_id = ?", [(article,) for article in articles])
    database.run_many(
        "UPDATE event SET is_compared = 0 WHERE id = (SELECT event_id FROM article WHERE id = ?)",
        [(article,) for article in articles],
    )


def put_reread(database: Database, article_id: int, text: str, annotations: Annotations) -> None:
    """Note which names of an article are not as the machine found them; inside a transaction."""
    database.run("DELETE FROM reread WHERE article_id = ?", (article_id,))
    if annotations.found is None:
        return
    kept = {_place(mention) for mention in annotations.mentions}
    names = {
        name_key(text[mention.start : mention.end]) for mention in annotations.found if _place(mention) not in kept
    }
    database.run_many("INSERT INTO reread VALUES (?, ?)", [(name, article_id) for name in sorted(names)])


def _place(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.kind
