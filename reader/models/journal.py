"""The journal of what the person does: read, starred, marked, put right. Undo, redo and re-import read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What a person can do to a thing in the library."""

    READ = "read"
    STARRED = "starred"
    MARKED = "marked"
    DISMISSED = "dismissed"
    TOGETHER = "together"
    APART = "apart"
    SAME_AS = "same as"
    BELONGS = "belongs"
    CALLED = "called"
    READ_AS = "read as"
    WATCHED = "watched"
    NOTED = "noted"


CORRECTIONS = frozenset({ChangeKind.SAME_AS, ChangeKind.BELONGS, ChangeKind.CALLED, ChangeKind.READ_AS})
"""What a person says of names (``models.corrections``)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the person did.

    Attributes:
        at: ISO datetime, UTC.
        target: what it was done to, anchored to content: an article's digest, a difference's key, or the
            digests of two articles, the lower first, with a blank between; a correction's spellings and texts
            (``models.corrections``); a watch's name; a note's article and place (``models.keeping``).
        before: the value it had ("" or "1"; of a watch its query, of a note its words).
        after: the value it has been given.
        undone: whether it was taken back.
        batch: changes made by one key press share a batch, and are undone together.
    """

    id: int
    at: str
    kind: ChangeKind
    target: str
    before: str
    after: str
    undone: bool
    batch: int
