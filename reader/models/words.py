"""What several machines have said about the same things, and which of it holds: pure, and of no order.

A word says what one machine made of one target, and which earlier words it knew of. The latest word holds. Of two
that did not know of each other, the one with the later stamp is the later one; no clock is trusted beyond that, for a
word is always later than those that it knew of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

Key = tuple[int, str]
"""What tells a word about a target from every other one: its stamp and machine."""

Target = tuple[str, str]
"""A kind of change and what it was done to."""


@dataclass(frozen=True, slots=True)
class Word:
    """One machine's word.

    Attributes:
        kind: of the change: a ``ChangeKind``, or one that only another version knows.
        target: what it was done to, anchored to content.
        value: what it was given; "" for nothing.
        stamp: milliseconds since 1970 by that machine's clock, or more if it knew of a word with more.
        knew: the latest words about this target that the machine knew of.
    """

    kind: str
    target: str
    value: str
    stamp: int
    machine: str
    knew: tuple[Key, ...] = ()

    @property
    def key(self) -> Key:
        """Its stamp and machine."""
        return self.stamp, self.machine

    @property
    def about(self) -> Target:
        """What it is about."""
        return self.kind, self.target


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of one target.

    Attributes:
        word: the latest.
        heads: every word that no other one knew of, the latest first; of one value unless machines disagree.
    """

    word: Word
    heads: tuple[Word, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether machines that did not know of each other's word said different things."""
        return len({head.value for head in self.heads}) > 1


@dataclass(frozen=True, slots=True)
class Conflict:
    """That machines have said different things of one target, and what holds.

    Attributes:
        name: what the target is called, or the target itself.
        values: machine and value of each word, the one that holds first.
    """

    kind: str
    target: str
    name: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Synced:
    """What came of a look into the folder.

    Attributes:
        sent: how many words of this machine were written.
        taken: how many changes of others were made here.
        machines: how many others have a file there.
        problems: what could not be read, one sentence each.
    """

    sent: int
    taken: int
    machines: int
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[str, ...] = ()


def standing(words: Iterable[Word]) -> dict[Target, Standing]:
    """What holds of every target, whatever the order of the words, and however often one is said."""
    about: dict[Target, dict[Word, None]] = {}
    for word in words:
        about.setdefault(word.about, {})[word] = None
    return {target: _standing(said) for target, said in about.items()}


def _standing(words: Collection[Word]) -> Standing:
    known = {key for word in words for key in word.knew}
    latest = sorted(words, key=lambda word: (word.key, word.value), reverse=True)
    heads = tuple(word for word in latest if word.key not in known)
    return Standing(latest[0], heads or (latest[0],))
