"""What a person has said of pairs of articles: one event, or never one. Read from the journal, as ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from reader.models.journal import ChangeKind
from reader.store.database import Database

Pair = tuple[int, int]


def target_of(one: str, other: str) -> str:
    """The journal's name for a pair of articles, by their digests."""
    low, high = sorted((one, other))
    return f"{low} {high}"


def hand_links(database: Database) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """The pairs that are to be on one event, and those that are not: ids, the lower first, of articles that are there.

    What was said last holds, where a text that was revised brings both upon one pair.
    """
    rows = database.rows(
        """
        SELECT kind, one.id, other.id FROM standing
        JOIN article AS one ON one.digest = substr(target, 1, instr(target, ' ') - 1)
        JOIN article AS other ON other.digest = substr(target, instr(target, ' ') + 1)
        WHERE kind IN (?, ?) ORDER BY change_id
        """,
        (ChangeKind.TOGETHER, ChangeKind.APART),
    )
    said = {(min(one, other), max(one, other)): kind for kind, one, other in rows if one != other}
    together, apart = (
        frozenset(pair for pair, kind in said.items() if kind == wanted)
        for wanted in (ChangeKind.TOGETHER, ChangeKind.APART)
    )
    return together, apart


def standing_pairs(database: Database, kind: ChangeKind, articles: Collection[int]) -> list[str]:
    """The targets of a kind that stand between two of some articles."""
    digests = digests_of(database, articles)
    rows = database.rows("SELECT target FROM standing WHERE kind = ?", (kind,))
    return [row[0] for row in rows if set(row[0].split()) <= set(digests.values())]


def digests_of(database: Database, articles: Iterable[int]) -> dict[int, str]:
    """The digests of articles, by id."""
    found = {}
    for article in articles:
        row = database.row("SELECT digest FROM article WHERE id = ?", (article,))
        if row is not None:
            found[article] = row[0]
    return found
