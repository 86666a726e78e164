"""What the person does: written at once, one line per thing changed, taken back and done again by reading it.

Targets are anchored to content (an article's digest, a difference's key), so that they outlive re-analysis and
re-import. ``standing`` is what the journal amounts to now; the marks on article rows are copies of it for the lists.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from itertools import product

from reader.models.journal import CORRECTIONS, Change, ChangeKind
from reader.store.database import Database
from reader.store.differences import count_differences, events_with
from reader.store.moments import now
from reader.store.news import NewsKind, tell
from reader.store.records import checked, member

SET = "1"
"""The value of what is set; "" is not set."""

_STANDS, _UNDONE, _SUPERSEDED, _BY_ITSELF = 0, 1, 2, 3
"""Values of ``change.undone``: it stands; it was taken back; it was taken back and something else done since; it came
about by itself (an article that is opened is read), and undo passes over it."""

_VALUES = f"""
SELECT standing.kind, standing.target, CASE WHEN undone IN ({_UNDONE}, {_SUPERSEDED}) THEN before ELSE after END
FROM standing JOIN change ON change.id = change_id
"""

_OURS = "(window = ? OR id <= ?)"
"""What this window did, or found done when it was opened."""

_COLUMNS = {ChangeKind.READ: "is_read", ChangeKind.STARRED: "is_starred"}
"""The marks of article rows."""

_PAIRS = frozenset({ChangeKind.TOGETHER, ChangeKind.APART})
"""What is done to two articles."""


def change_articles(
    database: Database, kind: ChangeKind, ids: Collection[int], *, value: bool, by_hand: bool = True
) -> tuple[Change, ...]:
    """Set or take back one thing on some articles; the changes that this made.

    What is not done ``by_hand`` takes no place in undo and redo.
    """
    with database.transaction():
        targets = {
            row[0]: None
            for article in ids
            if (row := database.row("SELECT digest FROM article WHERE id = ?", (article,)))
        }
        return change(database, kind, targets, value=value, by_hand=by_hand)


def change(
    database: Database, kind: ChangeKind, targets: Iterable[str], *, value: bool, by_hand: bool = True
) -> tuple[Change, ...]:
    """Set or take back one thing on some targets; the changes that this made, as one batch."""
    return change_all(database, [(kind, target, value) for target in targets], by_hand=by_hand)


def change_all(
    database: Database, wanted: Iterable[tuple[ChangeKind, str, bool]], *, by_hand: bool = True
) -> tuple[Change, ...]:
    """Set or take back things of several kinds; the changes that this made, as one batch."""
    return give(database, [(kind, target, SET if value else "") for kind, target, value in wanted], by_hand=by_hand)


def give(
    database: Database, wanted: Iterable[tuple[ChangeKind, str, str]], *, by_hand: bool = True
) -> tuple[Change, ...]:
    """Give targets values, "" to take them back; the changes that this made, as one batch."""
    with database.transaction():
        changed = [
            (kind, target, before, after)
            for kind, target, after in wanted
            if (before := value_of(database, kind, target)) != after
        ]
        if not changed:
            return ()
        if by_hand:
            # What was taken back is history from here on: redo would bring back a past that never led to this.
            database.run(
                f"UPDATE change SET undone = ? WHERE undone = ? AND {_OURS}", (_SUPERSEDED, _UNDONE, *_ours(database))
            )
        batch = database.number("SELECT max(batch) FROM change") + 1
        at = now()
        made = []
        for kind, target, before, after in changed:
            done = Change(0, at, kind, target, before, after, undone=False, batch=batch)
            made.append(_write(database, done, _STANDS if by_hand else _BY_ITSELF))
        return tuple(made)


def _write(database: Database, change: Change, stands: int) -> Change:
    number = database.run(
        "INSERT INTO change(at, kind, target, before, after, undone, batch, window) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (change.at, change.kind, change.target, change.before, change.after, stands, change.batch, database.window),
    )
    let_stand(database, change.kind, change.target, change.after, number)
    return Change(
        number, change.at, change.kind, change.target, change.before, change.after, undone=False, batch=change.batch
    )


def receive(database: Database, told: Iterable[tuple[str, str, str, str]]) -> tuple[Change, ...]:
    """Make values stand that were given elsewhere, as (moment, kind, target, value); the changes that this made.

    Undo passes over them: the person did not do them here.
    """
    with database.transaction():
        batch = database.number("SELECT max(batch) FROM change") + 1
        stands = states(database)
        return tuple(
            _write(
                database, Change(0, at, ChangeKind(kind), target, before, value, undone=False, batch=batch), _BY_ITSELF
            )
            for at, kind, target, value in told
            if (before := stands.get((kind, target), "")) != value
        )


def date(database: Database, dated: Iterable[tuple[str, str, str]]) -> None:
    """Give what stands the moment at which it counts as done among several machines, as (moment, kind, target)."""
    database.run_many(
        "UPDATE change SET at = ? WHERE id = (SELECT change_id FROM standing WHERE kind = ? AND target = ?)", dated
    )


def states(database: Database) -> dict[tuple[str, str], str]:
    """The value of every kind and target that is set, in the order in which they were."""
    rows = database.rows(f"{_VALUES} ORDER BY change_id, standing.target")
    return {(kind, target): value for kind, target, value in rows}


def changed_at(database: Database, kind: str, target: str, value: str) -> str | None:
    """When a target was last given this value, if that was not taken back."""
    row = database.row(
        "SELECT max(at) FROM change WHERE kind = ? AND target = ? AND after = ? AND undone IN (?, ?)",
        (kind, target, value, _STANDS, _BY_ITSELF),
    )
    return row[0] if row else None


def name_of(database: Database, target: str) -> str:
    """What a sentence calls a target: the titles of the articles it names, or itself."""
    titles = [
        row[0]
        for text in target.split()
        if (row := database.row("SELECT coalesce(nullif(title, ''), origin) FROM article WHERE digest = ?", (text,)))
    ]
    return " and ".join(titles) or target


def undo(database: Database) -> tuple[Change, ...]:
    """Take back the newest batch that stands: of this window's, or of what was there when it was opened."""
    with database.transaction():
        ours = (_STANDS, *_ours(database))
        batch = database.number(f"SELECT max(batch) FROM change WHERE undone = ? AND {_OURS}", ours)
        return _turn(database, batch, undone=True) if batch else ()


def redo(database: Database) -> tuple[Change, ...]:
    """Do again the batch that was taken back last in this window, unless something else was done since."""
    with database.transaction():
        ours = (_UNDONE, *_ours(database))
        batch = database.number(f"SELECT min(batch) FROM change WHERE undone = ? AND {_OURS}", ours)
        return _turn(database, batch, undone=False) if batch else ()


def _ours(database: Database) -> tuple[str, int]:
    """The values of ``_OURS``: what another window does meanwhile is that one's to take back."""
    return database.window, database.found


def _turn(database: Database, batch: int, *, undone: bool) -> tuple[Change, ...]:
    rows = database.rows("SELECT id, at, kind, target, before, after FROM change WHERE batch = ? ORDER BY id", (batch,))
    turned = []
    for number, at, kind, target, before, after in rows:
        turned.append(checked(Change(number, at, member(ChangeKind, kind), target, before, after, undone, batch)))
        let_stand(database, turned[-1].kind, target, before if undone else after, number)
    database.run("UPDATE change SET undone = ? WHERE batch = ?", (undone, batch))
    return tuple(turned)


def last_change(database: Database) -> int:
    """The number of the newest line of the journal; 0 while it is empty."""
    return database.number("SELECT max(id) FROM change")


def value_of(database: Database, kind: ChangeKind, target: str) -> str:
    """The value that stands; "" for none."""
    row = database.row(f"{_VALUES} WHERE standing.kind = ? AND standing.target = ?", (kind, target))
    return row[2] if row else ""


def values_of(database: Database, kind: ChangeKind) -> tuple[tuple[str, str], ...]:
    """Every target of a kind with its value, in the order in which they were given."""
    rows = database.rows(f"{_VALUES} WHERE standing.kind = ? ORDER BY change_id, standing.target", (kind,))
    return tuple((target, value) for _, target, value in rows)


def let_stand(database: Database, kind: ChangeKind, target: str, value: str, number: int) -> None:
    """Make a value stand, and show it on the rows concerned."""
    for text in (target, *_later_targets(database, kind, target)):
        if value:
            database.run("INSERT OR REPLACE INTO standing VALUES (?, ?, ?)", (kind, text, number))
        else:
            database.run("DELETE FROM standing WHERE kind = ? AND target = ?", (kind, text))
        if column := _COLUMNS.get(kind):
            database.run(f"UPDATE article SET {column} = ? WHERE digest = ?", (value == SET, text))
        tell(database, NewsKind.ARTICLE, [row[0] for part in text.split() for row in _holders(database, part)])
        if kind in CORRECTIONS:
            from reader.store.naming import touch  # noqa: PLC0415 (heavy: only when it is needed)

            touch(database, kind, text)
    if kind is ChangeKind.DISMISSED:
        for event in events_with(database, target):
            count_differences(database, event)
            tell(database, NewsKind.EVENT, (event,))


def articles_of(database: Database, changes: Iterable[Change]) -> tuple[int, ...]:
    """The ids of the articles that changes are about, as far as they are there, each once."""
    return tuple(
        dict.fromkeys(
            row[0]
            for change in changes
            for target in (change.target, *_later_targets(database, change.kind, change.target))
            for text in target.split()
            for row in _holders(database, text)
        )
    )


def _holders(database: Database, digest: str) -> list[sqlite3.Row]:
    return database.rows("SELECT id FROM article WHERE digest = ?", (digest,))


def _later_targets(database: Database, kind: ChangeKind, target: str) -> list[str]:
    """The target as it is called after the texts that it is anchored to have been revised."""
    parts = [[text, *_later_texts(database, text)] for text in target.split()]
    return [other for texts in product(*parts) if (other := _joined(kind, texts)) != target]


def _joined(kind: ChangeKind, parts: Iterable[str]) -> str:
    """The target of these parts; those of a pair of articles have no order but the alphabet's."""
    return " ".join(sorted(parts) if kind in _PAIRS else parts)


def _later_texts(database: Database, digest: str) -> list[str]:
    """The digests of the present texts of articles that once had this one."""
    rows = database.rows(
        """
        SELECT DISTINCT article.digest FROM revision JOIN article ON article.id = revision.article_id
        WHERE revision.digest = ? AND article.digest <> revision.digest
        """,
        (digest,),
    )
    return [row[0] for row in rows]


def carry(database: Database, old: str, new: str) -> None:
    """Let what the person did to an article hold for its revised text as well; inside a transaction."""
    database.run("INSERT OR IGNORE INTO standing SELECT kind, ?, change_id FROM standing WHERE target = ?", (new, old))
    kinds = sorted(_PAIRS | CORRECTIONS | {ChangeKind.NOTED})
    holes = ", ".join("?" * len(kinds))
    pairs = database.rows(
        f"SELECT kind, target, change_id FROM standing WHERE kind IN ({holes}) AND instr(target, ?)",
        (*kinds, old),
    )
    for kind, target, number in pairs:
        renamed = _joined(ChangeKind(kind), [new if text == old else text for text in target.split()])
        database.run("INSERT OR IGNORE INTO standing VALUES (?, ?, ?)", (kind, renamed, number))


def marked(database: Database) -> tuple[int, ...]:
    """The articles marked for comparison, in the order of marking."""
    rows = database.rows(
        """
        SELECT article.id FROM standing JOIN article ON article.digest = standing.target
        WHERE kind = ? ORDER BY change_id, article.id
        """,
        (ChangeKind.MARKED,),
    )
    return tuple(row[0] for row in rows)


def dismissed(database: Database) -> frozenset[str]:
    """The keys of the differences set aside."""
    rows = database.rows("SELECT target FROM standing WHERE kind = ?", (ChangeKind.DISMISSED,))
    return frozenset(row[0] for row in rows)
