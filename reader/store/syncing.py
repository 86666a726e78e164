"""The journal of this machine and those of others, brought together through a folder; latest word per target.

What this machine has to say is found by comparing what stands with what stood when the folder was last looked at, so
that every kind of change is told, done or undone in whatever way. Its words are in its file before they are noted here:
whatever ends the process in between, they are found there and not said again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from platform import node
from secrets import token_hex

from reader.models.corrections import decode
from reader.models.journal import CORRECTIONS, Change, ChangeKind
from reader.models.words import Conflict, Key, Standing, Synced, Target, Word, standing
from reader.store import journal, subscriptions
from reader.store.database import Database
from reader.store.moments import now
from reader.store.word_files import LATEST, add_words, read_folder

STAYS_HERE = frozenset({ChangeKind.MARKED})
"""Kinds that are about the work at hand."""


def sync(database: Database, folder: Path) -> tuple[Synced, tuple[Change, ...]]:
    """Say what is new here, and do what others have said; what came of it, and the changes made here.

    Raises:
        UsageError: there is no such folder, or nothing can be written there.
    """
    said = read_folder(folder)
    with database.transaction():
        me = _machine(database)
        known = _known(database)
        own = standing(word for word in said.words if word.machine == me)
        before = {target: _latest(known.get(target), own.get(target)) for target in {*known, *own}}
        here = _states(database)
        new = (*_lost_words(database, me, said.words), *_new_words(database, me, here, before))
        add_words(folder, me, new)
        every = standing((*said.words, *new))
        taken, changes = _receive(database, here, every)
        later = (
            stands.word for target, stands in every.items() if stands.word.key not in known.get(target, ("", ()))[1]
        )
        journal.date(database, [(_moment(word.stamp), word.kind, word.target) for word in later])
        conflicts = tuple(_conflicts(database, every, known))
        _note(database, me, every, _states(database))
    others = {word.machine for word in said.words} - {me}
    return Synced(len(new), taken, len(others), conflicts, said.problems), changes


Known = tuple[str, tuple[Key, ...]]
"""A value, and the latest words that gave it."""


def _machine(database: Database) -> str:
    """What this library is called among others; a copy of it on another machine gets a name of its own."""
    host = re.sub(r"[^a-z0-9]+", "-", node().lower()).strip("-") or "machine"
    row = database.row("SELECT value FROM setting WHERE name = 'machine'")
    if row is not None and str(row[0]).rpartition("-")[0] == host:
        return str(row[0])
    name = f"{host}-{token_hex(4)}"
    database.run("INSERT OR REPLACE INTO setting VALUES ('machine', ?)", (name,))
    return name


def _known(database: Database) -> dict[Target, Known]:
    rows = database.rows("SELECT kind, target, value, heads FROM synced")
    return {(kind, target): (value, _keys(heads)) for kind, target, value, heads in rows}


def _keys(heads: str) -> tuple[Key, ...]:
    return tuple((int(stamp), str(machine)) for stamp, machine in json.loads(heads))


def _latest(known: Known | None, own: Standing | None) -> Known:
    """What was known last of a target: as noted, or as this machine's own file says."""
    if own is not None and (known is None or own.word.key > max(known[1])):
        return own.word.value, tuple(sorted({*own.word.knew, own.word.key}))
    return known or ("", ())


def _states(database: Database) -> dict[Target, str]:
    """What stands here, as far as it is set."""
    stands = journal.states(database)
    return {target: value for target, value in stands.items() if target[0] not in STAYS_HERE} | subscriptions.states(
        database
    )


def _new_words(
    database: Database, me: str, here: Mapping[Target, str], before: Mapping[Target, Known]
) -> Iterable[Word]:
    for kind, target in dict.fromkeys((*here, *before)):  # in the order in which they were done
        value, (was, heads) = here.get((kind, target), ""), before.get((kind, target), ("", ()))
        if value != was:
            at = journal.changed_at(database, kind, target, value) or now()
            stamp = min(max(_stamp(at), *(earlier + 1 for earlier, _ in heads), 0), LATEST)
            yield Word(kind, target, value, stamp, me, heads)


def _moment(stamp: int) -> str:
    """The moment of a stamp; the same on every machine, for the order of what is said of names hangs on it."""
    at = datetime.fromtimestamp(stamp // 1000, UTC).replace(tzinfo=None, microsecond=stamp % 1000 * 1000)
    return at.isoformat(timespec="milliseconds" if stamp % 1000 else "seconds")


def _lost_words(database: Database, me: str, words: Iterable[Word]) -> Iterable[Word]:
    """The words of this machine that hold, and that its file has lost: it was deleted, or comes from a backup."""
    there = {(*word.about, *word.key) for word in words if word.machine == me}
    rows = database.rows("SELECT kind, target, value, heads, knew FROM synced WHERE knew IS NOT NULL")
    for kind, target, value, heads, knew in rows:
        stamp, machine = max(_keys(heads))
        if machine == me and (kind, target, stamp, me) not in there:
            yield Word(kind, target, value, stamp, me, _keys(knew))


def _stamp(at: str) -> int:
    return int(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp() * 1000)


def _receive(
    database: Database, here: Mapping[Target, str], every: Mapping[Target, Standing]
) -> tuple[int, tuple[Change, ...]]:
    """Let hold here what holds; how many changes that made, and those of the journal."""
    told = [
        stands.word
        for target, stands in every.items()
        if stands.word.value != here.get(target, "") and stands.word.kind not in STAYS_HERE
    ]
    told.sort(key=lambda word: word.key)  # what one machine said at one moment stays in its order
    followed = subscriptions.receive(
        database, [(word.target, word.value) for word in told if word.kind == subscriptions.KIND]
    )
    changes = journal.receive(
        database, [(_moment(word.stamp), word.kind, word.target, word.value) for word in told if _is_understood(word)]
    )
    return followed + len(changes), changes


def _is_understood(word: Word) -> bool:
    """Whether this version knows what was done, and to what."""
    if word.kind not in set(ChangeKind):
        return False
    if word.kind in CORRECTIONS:
        try:
            decode(ChangeKind(word.kind), word.target)
        except (ValueError, KeyError, IndexError, TypeError):
            return False
    return True


def _conflicts(
    database: Database, every: Mapping[Target, Standing], known: Mapping[Target, Known]
) -> Iterable[Conflict]:
    """What machines disagree about, once for every new word in it."""
    for (kind, target), stands in sorted(every.items()):
        told = known.get((kind, target), ("", ()))[1]
        if stands.is_disputed and set(told) != {head.key for head in stands.heads}:
            values = tuple((head.machine, head.value) for head in stands.heads)
            yield Conflict(kind, target, journal.name_of(database, target), values)


def _note(database: Database, me: str, every: Mapping[Target, Standing], here: Mapping[Target, str]) -> None:
    """Keep what stands here now, for what differs from it later is new: also where a word is not understood here."""
    database.run_many(
        "INSERT OR REPLACE INTO synced(kind, target, value, heads, knew) VALUES (?, ?, ?, ?, ?)",
        (
            (
                *target,
                here.get(target, ""),
                json.dumps(sorted(head.key for head in stands.heads)),
                json.dumps(stands.word.knew) if stands.word.machine == me else None,
            )
            for target, stands in every.items()
        ),
    )
