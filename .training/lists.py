"""Names of our own by group, and names made of them: people of every culture, places, bodies, ships, works.

Everything is drawn with the caller's chance, so that a pass of the training can be drawn again.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lists"

COINED = 0.6
"""Share of the firms and places of our own passages that have a coined name."""

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Person:
    """One person's names, in the order in which the culture writes them."""

    given: str
    family: str
    family_first: bool

    @property
    def full(self) -> str:
        """Both names."""
        return f"{self.family} {self.given}" if self.family_first else f"{self.given} {self.family}"


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """The names of each group: ``kind: name name_of_words`` a line."""
    found: dict[str, tuple[str, ...]] = {}
    for file in ("places.txt", "bodies.txt", "others.txt"):
        for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                group, _, names = line.partition(": ")
                found[group] = tuple(name.replace("_", " ") for name in names.split())
    return found


@cache
def cultures() -> tuple[tuple[tuple[str, ...], tuple[str, ...], bool], ...]:
    """Given names, family names and whether the family's comes first, a culture each."""
    found = []
    for block in (FOLDER / "people.txt").read_text(encoding="utf-8").split("\n\n")[1:]:
        rows = dict(line.partition(": ")[::2] for line in block.splitlines())
        given, family = (tuple(name.replace("_", " ") for name in rows[key].split()) for key in ("given", "family"))
        found.append((given, tuple(name.replace("-la-", " la ") for name in family), "order" in rows))
    return tuple(found)


def person(chance: random.Random) -> Person:
    """Somebody of some culture; one in eight has a family name of another."""
    given, family, first = chance.choice(cultures())
    if chance.random() < 0.1:
        return Person(chance.choice(given), coined(chance), family_first=False)
    if chance.random() < 0.125:
        family, first = chance.choice(cultures())[1], False
    return Person(chance.choice(given), chance.choice(family), first)


def with_particles(chance: random.Random) -> Person:
    """Somebody with particles in the family name."""
    while " " not in (somebody := person(chance)).family or somebody.family[0].isupper():
        pass
    return somebody


_FIRST = (
    "Vol",
    "Sar",
    "Ilha",
    "Lin",
    "Cal",
    "Nord",
    "Kel",
    "Vel",
    "Or",
    "Hal",
    "Mer",
    "Tor",
    "Bru",
    "Dor",
    "Ses",
    "Pa",
)
_LAST = (
    "tenberg",
    "vi",
    "mar",
    "net",
    "der",
    "vik",
    "brook",
    "mond",
    "rin",
    "bard",
    "cator",
    "zyn",
    "sto",
    "rova",
    "la",
)


def coined(chance: random.Random) -> str:
    """A name that is nobody's: only what stands around it tells what it names."""
    return chance.choice(_FIRST) + chance.choice(_LAST)


def drawn(group: str, chance: random.Random) -> str:
    """A name of a group, its braces filled; a firm may be called like anybody, a place like nothing known."""
    if group == "coined" or (group in {"firm", "place"} and chance.random() < COINED):
        return coined(chance)
    if group in {"firm", "place"}:
        return person(chance).family if group == "firm" else drawn("town", chance)
    return _SLOT.sub(lambda slot: part(slot.group(1), chance), chance.choice(groups()[group]))


def part(slot: str, chance: random.Random) -> str:
    """What a slot inside a name is filled with."""
    if slot == "family":
        return person(chance).family
    return person(chance).given if slot == "given" else drawn(slot, chance)
