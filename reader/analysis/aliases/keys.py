"""Keys of names: what makes two spellings the same, and two people's names nearly the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from reader.analysis.entities.lexicon import PARTICLES, SUFFIXES
from reader.analysis.entities.votes import surname_keys
from reader.analysis.entities.words import name_key

ONE_LETTER_FROM = 5
"""Letters of a surname from which one letter may differ: shorter surnames that differ in a letter are different names
(Lee/Lew, Khan/Kahn)."""

TWO_LETTERS_FROM = 9
"""Letters from which two may differ. Both from DESIGN's measurement on typed pairs of names (F1 .97)."""

_ACRONYM = 5
"""Letters of an acronym, at most: longer spellings in capitals are shouted names."""

_FIRST_OF_SURNAMES = frozenset({"von", "de", "di", "bin", "ibn", "zu", "ter"})
"""Particles that are nobody's first name, as "Van" and "Al" are."""

_INITIALS = re.compile(r"^[^\W\d_](?: [^\W\d_]\b)+(?= )")
_SOFT = re.compile(r"[aeiouyhwj]")
_REPEATED = re.compile(r"(.)\1+")
_ALIKE = str.maketrans({"q": "k", "c": "k", "g": "k", "z": "s", "x": "s", "v": "f", "p": "b", "t": "d"})


def alias_key(surface: str) -> str:
    """The key of a spelling: case, accents, quotes and hyphens folded, without a leading article."""
    return name_key(surface).removeprefix("the ")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, folded.

    Attributes:
        words: every word but "Jr" and the like.
        first: the first name; "" if there is only a bare name.
        rest: what follows it without blanks and initials: "Amir-Abdollahian" and "Amirabdollahian" are one.
    """

    words: tuple[str, ...]
    first: str
    rest: str

    @property
    def is_full(self) -> bool:
        """Whether a first name and a surname are given."""
        return bool(self.first and self.rest)

    @property
    def short(self) -> frozenset[str]:
        """The shorter names by which the person may be called."""
        return frozenset(surname_keys(self.words)) if self.is_full else frozenset()


def person_name(surface: str) -> PersonName:
    """A person's name in its parts; initials are one word, apart or not ("J. D. Vance", "J.D. Vance")."""
    written = _INITIALS.sub(lambda match: match.group().replace(" ", ""), alias_key(surface)).split(" ")
    words = tuple(word for word in written if word not in SUFFIXES) or tuple(written)
    if len(words) < 2 or words[0] in _FIRST_OF_SURNAMES or {*words[:2]} <= PARTICLES:
        return PersonName(words, "", "")
    middle = tuple(word for word in words[1:-1] if len(word) > 1)
    return PersonName(words, words[0], "".join((*middle, words[-1])))


@lru_cache(maxsize=10_000)
def skeleton(name: str) -> str:
    """The consonants of a name, alike ones as one: "Aliyev" and "Aliev", "Mammadov" and "Mmmadov" have the same.

    It only finds candidates in the library, ``spelling_distance`` decides.
    """
    hard = _SOFT.sub("", name).translate(_ALIKE)
    return _REPEATED.sub(r"\1", hard) or name


def person_key(name: PersonName) -> str:
    """What a full name is looked up by: the first name and the skeleton of the rest."""
    return f"person:{name.first} {skeleton(name.rest)}"


def spelling_distance(one: tuple[str, str], other: tuple[str, str]) -> int | None:
    """In how many letters two (first name, rest) differ if they may be one person's; None if they may not.

    0 for the same name; otherwise the optimal string alignment distance of the rests, within the bounds above.
    """
    if one[0] != other[0]:
        return None
    if one[1] == other[1]:
        return 0
    length = min(len(one[1]), len(other[1]))
    allowed = 2 if length >= TWO_LETTERS_FROM else 1 if length >= ONE_LETTER_FROM else 0
    distance = OSA.distance(one[1], other[1], score_cutoff=allowed)
    return distance if distance <= allowed else None


def fullest(spellings: Sequence[tuple[str, int]]) -> str:
    """The spelling to show: of most words; among those not shouted, the most frequent, the first by letter."""
    return min(spellings, key=lambda s: (-len(s[0].split()), s[0].isupper() and len(s[0]) > _ACRONYM, -s[1], s[0]))[0]


def most_mentioned(spellings: Sequence[tuple[str, int]]) -> str:
    """The spelling of a person's name to show: a full one, not shouted, the most frequent, of most words."""
    return min(
        spellings,
        key=lambda s: (" " not in s[0], s[0].isupper() and len(s[0]) > _ACRONYM, -s[1], -len(s[0].split()), s[0]),
    )[0]


def backed_by_short_forms(full: Sequence[tuple[str, int]], short: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Full names with the counts of the bare surnames that are spelled like theirs: which spelling is the usual one."""
    bare = [(alias_key(surface), count) for surface, count in short]
    return [(name, n + sum(m for key, m in bare if alias_key(name).endswith(f" {key}"))) for name, n in full]
