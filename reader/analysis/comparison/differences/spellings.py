"""Whether two names of persons or firms may be one name, spelled in two ways; used by ``names``.

Reports write foreign names as they hear them. Two spellings are compared letter by letter after what transcription
leaves open (c and k, w and v, y and i, doubled letters, a silent h) has been made one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

MOST_EDITS: Final = 2
"""Edits between two spellings of one name that the entity layer has already taken for one person's."""
LEAST_OF_A_WORD: Final = 3
"""Letters from which a word of a name is more than an initial or a particle."""
LEAST_LETTERS: Final = 5
"""Letters, once transcribed, from which two names may differ by one more: Tim and Tom are two."""

_TRANSCRIBED: Final = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("ph", "f"),
        ("kh", "k"),
        ("ck|q|c(?!h)", "k"),
        ("w", "v"),
        ("tz|ts", "z"),
        ("ou|oo", "u"),
        ("[ea][iy]|ij|iy|yi|ii|ee|y|j", "i"),
        (r"(.)\1", r"\1"),
        ("^h", ""),
        ("(?<=[^sc])h", ""),
    )
)
"""What transcriptions of one name differ in, in the order in which it is made one."""


_ALIKE: Final = tuple(map(frozenset, ("aeiou", "bp", "dt", "gk", "sz", "fv", "bv")))
"""Letters that one hears for another."""
LEAST_CONSONANTS: Final = 2
"""Consonants from which they make a name: Al and Ali are two."""
_VOWELS = re.compile("[aeiou]")
LEAST_LETTERS_OF_A_FIRM: Final = 8
"""Letters from which a made-up name is long enough to be one name for all its spellings."""


def folded(word: str) -> str:
    """The word without case, accents, apostrophes and hyphens."""
    bare = unicodedata.normalize("NFKD", word.removesuffix("'s").removesuffix("’s").casefold())
    return "".join(letter for letter in bare if letter.isalpha() and not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def transcribed(word: str) -> str:
    """A folded word in letters that do not hang on the transcription; words of one name are equal in them or nearly."""
    for pattern, letters in _TRANSCRIBED:
        word = pattern.sub(letters, word)
    return word


def sound_alike(one: str, other: str) -> bool:
    """Whether two words are transcriptions of one name, which differ in their vowels at most (Shabab, Shebab)."""
    consonants = [_VOWELS.sub("", transcribed(folded(word))) for word in (one, other)]
    return consonants[0] == consonants[1] and len(consonants[0]) >= LEAST_CONSONANTS


def are_spellings(one: Sequence[str], other: Sequence[str], least: int) -> bool:
    """Whether two folded names of one entity differ in how a few letters are written: two in a word of ``least``.

    A surname and the same with an "s" are its owner's, printed without the apostrophe, or the family.
    """
    if len(one) != len(other) or {one[-1], other[-1]} in ({one[-1], one[-1] + "s"}, {other[-1], other[-1] + "s"}):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return bool(differing) and all(
        min(len(a), len(b)) >= least and OSA.distance(a, b) <= MOST_EDITS for a, b in differing
    )


def may_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two folded full names may be one person's: one word the same, the others the same but for transcription.

    Maria and Mario, Daniel and Daniela are two: what differs at the end tells men and women apart.
    """
    if len(one) != len(other) or one == other:
        return False
    pairs = [(transcribed(a), transcribed(b)) for a, b in zip(one, other, strict=True)]
    return any(a == b for a, b in pairs) and all(a == b or _are_near(a, b) for a, b in pairs)


def may_be_one_firm(one: str, other: str) -> bool:
    """Whether two folded names of firms, of one long word each, differ in one vowel (Voltenberg, Voltenburg)."""
    return min(len(one), len(other)) >= LEAST_LETTERS_OF_A_FIRM and _are_near(one, other)


def _are_near(a: str, b: str) -> bool:
    """Whether two long words differ in one letter inside, a vowel or a voiced and a voiceless consonant."""
    if len(a) != len(b) or len(a) < LEAST_LETTERS or a[-1] != b[-1]:
        return False
    differing = [{x, y} for x, y in zip(a, b, strict=True) if x != y]
    return len(differing) == 1 and a[0] == b[0] and any(differing[0] <= kin for kin in _ALIKE)
