"""Pairs of short reports of one event, and what a careful reader finds when putting them side by side.

The TOML files beside this module hold them: a file for each kind of difference, and one of longer reports. The first
line of an article is its title, every other line a paragraph; the outlets are invented and the same everywhere.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parent
NOT_YET_FILE = FOLDER / "not_yet.toml"
OUTLETS = ("The Ostrel Courier", "Evening Mirror")
THURSDAY = "2024-03-14"
"""The day on which both reports of a pair appeared, unless the pair says otherwise."""


class Expected(StrEnum):
    """What is to be said of a pair."""

    SURE = "sure"
    """A difference of the kind, marked as a sure one."""

    DIFFER = "differ"
    """A difference of the kind, sure or likely."""

    SILENT = "silent"
    """No difference of any kind."""


class Figures(StrEnum):
    """How two figures relate in the comparison's table of figures."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    TOGETHER = "together"
    """In one group, as values that agree or are compatible: which of the two is a matter of taste."""

    APART = "apart"
    """In no group with each other: figures of two things."""


class Places(StrEnum):
    """How the places of two reports relate."""

    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    AGREE = "agree"


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two reports.

    Attributes:
        a: the first article: its title, then its paragraphs, a line each.
        b: the second one.
        kind: what it is about, in a file of several kinds.
        also: other kinds under which the difference would be said rightly as well.
        words: what is at issue in ``a`` and in ``b``; each stands there once, and inside the reading of a difference.
        figures: how the figures in ``words`` relate.
        place_facts: how the places in ``words`` relate in the comparison's table of facts.
        days: on which the two appeared, as ISO dates.
    """

    id: str
    expect: Expected
    a: str
    b: str
    kind: str = ""
    also: tuple[str, ...] = ()
    words: tuple[str, str] | None = None
    figures: Figures | None = None
    place_facts: Places | None = None
    days: tuple[str, str] = (THURSDAY, THURSDAY)

    def file(self, side: int) -> str:
        """The article of one side, 0 or 1, as the text file that a person would keep."""
        title, *paragraphs = (self.a, self.b)[side].strip().split("\n")
        return "\n\n".join((title, f"{OUTLETS[side]}\n{self.days[side]}", *paragraphs)) + "\n"


class PairFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pairs of one kind, or of several, if each pair names its own."""

    pair: tuple[Pair, ...]
    kind: str = ""


def read_pairs() -> tuple[tuple[str, Pair], ...]:
    """Every pair, after its kind."""
    files = [read_file(path) for path in sorted(FOLDER.glob("*.toml")) if path != NOT_YET_FILE]
    return tuple((pair.kind or file.kind, pair) for file in files for pair in file.pair)


def read_file(path: Path) -> PairFile:
    """The pairs of one file."""
    return msgspec.toml.decode(path.read_bytes(), type=PairFile)


def read_not_yet() -> dict[str, tuple[str, ...]]:
    """The ids of the pairs that the comparison still gets wrong, by kind."""
    return msgspec.toml.decode(NOT_YET_FILE.read_bytes(), type=dict[str, tuple[str, ...]])
