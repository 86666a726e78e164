"""What a person has said of pairs of articles: one event, or never one. Read from the journal, as ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from reader.models.journal import Change, ChangeKind
from reader.store.database import Database
from reader.store.journal import change_all

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


def hold_together(database: Database, articles: Collection[int]) -> tuple[Change, ...]:
    """Let these articles be one event from now on; the changes that this made."""
    digests = sorted(_digests(database, articles).values())
    return change_all(
        database,
        [
            *((ChangeKind.APART, target, False) for target in _standing(database, ChangeKind.APART, digests, digests)),
            *((ChangeKind.TOGETHER, target_of(digests[0], other), True) for other in digests[1:]),
        ],
    )


def keep_apart(database: Database, some: Collection[int], others: Collection[int]) -> tuple[Change, ...]:
    """Let no article of the one group share an event with one of the other; the changes that this made.

    Those of ``some`` are held together, so that they are one event by themselves.
    """
    here, there = (sorted(_digests(database, articles).values()) for articles in (some, others))
    return change_all(
        database,
        [
            *((ChangeKind.TOGETHER, target, False) for target in _standing(database, ChangeKind.TOGETHER, here, there)),
            *((ChangeKind.APART, target_of(one, other), True) for one in here for other in there),
            *((ChangeKind.TOGETHER, target_of(here[0], other), True) for other in here[1:]),
        ],
    )


def _standing(database: Database, kind: ChangeKind, here: Collection[str], there: Collection[str]) -> list[str]:
    """The targets of a kind that stand between an article of the one group and one of the other."""
    return [
        row[0]
        for row in database.rows("SELECT target FROM standing WHERE kind = ? ORDER BY target", (kind,))
        for one, other in (row[0].split(),)
        if (one in here and other in there) or (other in here and one in there)
    ]


def _digests(database: Database, articles: Iterable[int]) -> dict[int, str]:
    """The digests of articles, by id."""
    rows = (database.row("SELECT id, digest FROM article WHERE id = ?", (article,)) for article in articles)
    return {row[0]: row[1] for row in rows if row is not None}
