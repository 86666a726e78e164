"""Variants of sentences, made anew in each pass: names of every region swapped in, capitals, headlines."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lists import Person, drawn, groups, person
from records import Name, Sentence

CAPITALS, HEADLINE = 0.03, 0.03
"""Shares of the sentences that are written so."""

SWAPPED = 0.35
"""Share of the runs of ``RUN`` sentences in which the names of one kind are swapped for others, each kind by itself."""

RUN = 8

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "off",
        "on",
        "or",
        "over",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "with",
    ]
)

_SWAPS = ("country", "town", "region", "people", "peoples", "company", "media", "body", "club")
"""Groups whose names are swapped within the group."""

_ANY_BODY = ("company", "body", "made", "made", "possessive")
"""Groups from which an organisation that is in none of the lists is swapped."""

Swap = Callable[[Name, str], str]


def varied(sentences: Sequence[Sentence], chance: random.Random) -> Iterator[Sentence]:
    """The sentences in their order, some of them varied."""
    for start in range(0, len(sentences), RUN):
        run = sentences[start : start + RUN]
        swaps = [made(chance) for made in (_People, _Listed, _Bodies) if chance.random() < SWAPPED]
        for sentence in run:
            yield _written(_swapped(sentence, swaps), chance)


class _People:
    """Each person of a run is somebody else, by the last word of the name."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._known: dict[str, Person] = {}

    def __call__(self, name: Name, words: str) -> str:
        if name.kind != "PERSON":
            return words
        parts = words.split()
        if len(parts) == 1:
            first = next((one for key, one in self._known.items() if key.split()[0] == words), None)
            if first is not None:
                return first.given
        last = next((key for key in self._known if key.split()[-1] == parts[-1]), words)
        one = self._known.setdefault(last, person(self._chance))
        if len(parts) == 1:
            return one.family
        if len(parts) > 2 and len(parts[1]) == 2 and parts[1][1] == ".":
            return f"{one.given} {parts[1]} {one.family}"
        return one.full


class _Listed:
    """Each name of a list is another of its list."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._known: dict[str, str] = {}
        self._groups = {name: group for group in _SWAPS for name in groups()[group]}

    def __call__(self, name: Name, words: str) -> str:
        group = self._groups.get(words)
        if group is None or name.kind not in {"PLACE", "GROUP", "ORG"}:
            return words
        if words not in self._known:
            self._known[words] = drawn(group, self._chance)
        return self._known[words]


class _Bodies:
    """One in two of the organisations of more than one word is another."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._known: dict[str, str] = {}

    def __call__(self, name: Name, words: str) -> str:
        if name.kind != "ORG" or " " not in words:
            return words
        if words not in self._known:
            other = drawn(self._chance.choice(_ANY_BODY), self._chance)
            self._known[words] = self._chance.choice((words, other))
        return self._known[words]


def _swapped(sentence: Sentence, swaps: Sequence[Swap]) -> Sentence:
    """The sentence with its names swapped; doubtful ones stay, and sentences where both touch do too."""
    if not swaps or any(name.touches(one) for name in sentence.names for one in sentence.doubtful):
        return sentence
    text = ""
    at = 0
    kept = dict.fromkeys(sentence.names, True) | dict.fromkeys(sentence.doubtful, False)
    names: list[Name] = []
    doubtful: list[Name] = []
    for name in sorted(kept, key=lambda one: (one.start, one.end)):
        if name.start < at:
            return sentence
        words = sentence.words_of(name)
        if kept[name]:
            for swap in swaps:
                words = swap(name, words)
        text += sentence.text[at : name.start]
        new = Name(len(text), len(text) + len(words), name.kind)
        (names if kept[name] else doubtful).append(new)
        text += words
        at = name.end
    return replace(sentence, text=text + sentence.text[at:], names=tuple(names), doubtful=tuple(doubtful))


def _written(sentence: Sentence, chance: random.Random) -> Sentence:
    dice = chance.random()
    if dice < CAPITALS:
        return _if_same_length(sentence, sentence.text.upper())
    if dice < CAPITALS + HEADLINE:
        return _if_same_length(sentence, _headline(sentence.text))
    return sentence


def _if_same_length(sentence: Sentence, text: str) -> Sentence:
    return replace(sentence, text=text) if len(text) == len(sentence.text) else sentence


def _headline(text: str) -> str:
    """Every word but the small ones begun with a capital, without the full stop (a blank in its place)."""
    words = text.split(" ")
    capital = [word if word in _SMALL else word[:1].upper() + word[1:] for word in words]
    joined = " ".join(capital)
    return joined[:-1] + " " if joined.endswith(".") else joined
