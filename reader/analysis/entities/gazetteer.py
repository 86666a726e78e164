"""The names every reader knows: countries with their people and capitals, regions, faiths, bodies known by acronym.

Read by the rules for names and by the aliases. The tables are our own and lie beside this module as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reader.analysis.entities.words import Word, are_joined, fold_word, is_capital, name_key
from reader.models.annotations import Kind

_EXACT_LENGTH = 5
"""Upper-case names up to this length are acronyms and must be written so: "US" is no "us". The longest listed has 6."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """One spelling of a name in the tables.

    Attributes:
        surface: the spelling.
        name: the name that all spellings of the same thing share.
        country: the country it belongs to ("Iran" of "Iranian" and "Tehran"), or "".
        faith: whether it names a faith; neighbouring ones are one group ("Shi'ite Muslim").
        ambiguous: whether it is as often something else: then the model decides.
        exact: whether upper and lower case must be as in ``surface``.
        capital: whether it is a seat of government.
    """

    surface: str
    name: str
    kind: Kind
    country: str = ""
    faith: bool = False
    ambiguous: bool = False
    exact: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every known spelling by its key, and the number of words of the longest key that starts with a word."""

    by_key: Mapping[str, KnownName]
    longest: Mapping[str, int]

    def match(self, folded: str, words: Sequence[Word], at: int) -> tuple[KnownName, int] | None:
        """The longest known name that starts at ``words[at]``, with its number of words."""
        first = fold_word(words[at].text)
        limit = self.longest.get(first, 0)
        if not limit:
            return None
        best: tuple[KnownName, int] | None = None
        key = first
        for count in range(1, limit + 1):
            if count > 1:
                last = at + count - 1
                if last >= len(words) or not are_joined(folded, words[last - 1], words[last]):
                    break
                key = f"{key} {fold_word(words[last].text)}"
            known = self.by_key.get(key)
            if known is not None and _is_written(known, words[at : at + count]):
                best = known, count
        return best

    def known(self, surface: str) -> KnownName | None:
        """The known name that has this spelling, whatever its case."""
        return self.by_key.get(name_key(surface))


def _is_written(known: KnownName, words: Sequence[Word]) -> bool:
    """Whether the words have the capitals of the known name."""
    if known.exact:
        return " ".join(word.text for word in words).replace(".", "") == known.surface.replace(".", "")
    if not is_capital(words[-1].text) and known.surface.split()[-1][0].isupper():
        return False
    return is_capital(words[0].text) or known.surface[0].islower()


def _rows(table: str) -> Iterator[str]:
    text = files("reader.analysis.entities").joinpath("data", table).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _entries(spellings: Sequence[str], name: str, kind: Kind, country: str = "", **marks: bool) -> Iterator[KnownName]:
    for written in spellings:
        surface = written.removeprefix("*")
        if surface:
            plain = surface.replace(".", "")
            exact = plain.isupper() and len(plain) <= _EXACT_LENGTH
            yield KnownName(surface, name, kind, country, ambiguous=written.startswith("*"), exact=exact, **marks)


def _countries() -> Iterator[KnownName]:
    for row in _rows("countries.txt"):
        field, others, demonyms, seats = row.split(";")
        country = field.removeprefix("*")
        yield from _entries([field, *others.split(",")], country, Kind.PLACE, country)
        people = demonyms.split(",")
        yield from _entries(_with_plurals(people), people[0].removeprefix("*"), Kind.GROUP, country)
        for seat in seats.split(","):
            spellings = seat.split("=")
            yield from _entries(spellings, spellings[0].removeprefix("*"), Kind.PLACE, country, capital=True)


def _groups() -> Iterator[KnownName]:
    faith = False
    for row in _rows("groups.txt"):
        if row.startswith("="):
            faith = row.removeprefix("= ") == "faith"
            continue
        name, _, others = row.partition(";")
        spellings = _with_plurals([name, *others.split(",")])
        yield from _entries(spellings, name.removeprefix("*"), Kind.GROUP, faith=faith)


def _with_plurals(names: Sequence[str]) -> list[str]:
    """The names, and after each what its people are called together ("Israelis")."""
    plain = [name for name in names if name]
    return plain + [f"{name}s" for name in plain if not name.endswith(("s", "sh", "ch", "ese", "x", "z", "men"))]


def _listed(table: str, kind: Kind) -> Iterator[KnownName]:
    for row in _rows(table):
        name, _, others = row.partition(";")
        yield from _entries([name, *others.split(",")], name.removeprefix("*"), kind)


@cache
def gazetteer() -> Gazetteer:
    """The tables, read once."""
    by_key: dict[str, KnownName] = {}
    longest: dict[str, int] = {}
    listed = (("places.txt", Kind.PLACE), ("organisations.txt", Kind.ORG), ("things.txt", Kind.OTHER))
    for source in (_countries(), _groups(), *(_listed(table, kind) for table, kind in listed)):
        for known in source:
            key = name_key(known.surface)
            by_key.setdefault(key, known)
            parts = key.split(" ")
            longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return Gazetteer(by_key, longest)
