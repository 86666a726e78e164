"""Phrases of a clause brought to a comparable form: their heads as stems, who and whose by name.

Between the clauses of an article and its predications; words in, stems and names out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from reader.analysis.alignment.stemming import stem
from reader.analysis.entities.gazetteer import gazetteer

WORD = re.compile(r"[^\W_]+(?:['’‘ʼ-][^\W_]+)*['’‘ʼ]?")
_POSSESSIVE = re.compile(r"['’‘ʼ]s?$")

PRONOUNS = frozenset(
    {
        "it", "he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me", "this", "that", "these", "those",
        "who", "which", "what", "one", "someone", "somebody", "everyone", "everybody", "others", "itself", "himself",
        "herself", "themselves", "ourselves", "myself", "there", "its", "his", "their", "our", "something", "anything",
        "everything", "things", "thing", "ones", "people", "all", "both", "some", "any", "many", "few", "several",
    }
)  # fmt: skip
"""Words that name nobody by themselves."""

_OTHERS = """
more another other further additional new second third next last first previous former latest final earlier temporary
interim preliminary partial similar most every
"""
OTHER_ONE = frozenset(_OTHERS.split())
"""Words before a noun by which it is another one than that without them."""

_NUMERALS = "two three four five six seven eight nine ten eleven twelve dozen hundred thousand"
_NUMBERS = frozenset(_NUMERALS.split())


def heads_of(phrases: Iterable[Sequence[str]]) -> frozenset[str]:
    """The stems of the last words of phrases, pronouns aside."""
    words = (plain(words[-1]) for words in phrases if words)
    return frozenset(stem(word) for word in words if word not in PRONOUNS and not word.isdigit())


def plain(word: str) -> str:
    """A word in lower case, without the ending that makes it an owner."""
    return _POSSESSIVE.sub("", word).casefold()


def name_of(words: Sequence[str]) -> str | None:
    """The name of a country for its own or its people's, the stem of another name, None for other words."""
    if not words or not words[-1][:1].isupper():
        return None
    surface = _POSSESSIVE.sub("", " ".join(words))
    known = gazetteer().known(surface)
    return known.country if known is not None and known.country else stem(surface.casefold())


def party_of(word: str, people: Collection[str]) -> str | None:
    """A person by the last word of a name, or a country."""
    known = gazetteer().known(_POSSESSIVE.sub("", word)) if word[:1].isupper() else None
    if known is not None and known.country:
        return known.country
    surname = stem(plain(word))
    return surname if surname in people else None


def owner_of(words: Sequence[str]) -> str | None:
    """Whose a thing is by the words before it: a possessive, or the name of a country's people."""
    for word in words[:-1]:
        known = gazetteer().known(_POSSESSIVE.sub("", word))
        if word[:1].isupper() and (_POSSESSIVE.search(word) or (known is not None and known.country)):
            return name_of([word])
    return None


def own_words(words: Sequence[str]) -> Sequence[str]:
    """The words before a head that are not its owner's: of "two states' new alliance" "new"."""
    owners = [place for place, word in enumerate(words[:-1]) if _POSSESSIVE.search(word)]
    return words[max(owners, default=-1) + 1 : -1]


def mark_of(word: str) -> str | None:
    """The number or the "another" that a word before a head is, or None."""
    bare = plain(word)
    return bare if bare in OTHER_ONE or bare[:1].isdigit() or bare in _NUMBERS else None
