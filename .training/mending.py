"""Labels mended in our guideline's sense, the same way in what is learnt and in what is measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lists import groups
from records import Name, Sentence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def mended(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences with their labels mended.

    A place in a place is two ("Denver, Colorado"). Doubtful are names without a capital, countries and towns said to
    be organisations, and peoples that a source does not label.
    """
    places = frozenset(name for group in ("country", "town", "region") for name in groups()[group])
    peoples = frozenset(groups()["people"]) | frozenset(groups()["peoples"])
    for sentence in sentences:
        names: list[Name] = []
        doubtful = list(sentence.doubtful)
        for name in sentence.names:
            words = sentence.words_of(name)
            if not any(letter.isupper() or letter.isdigit() for letter in words) or (
                name.kind == "ORG" and words in places
            ):
                doubtful.append(name)
            else:
                names.extend(_apart(name, words))
        if sentence.source.startswith("uner"):
            doubtful.extend(_unlabelled(sentence, names, peoples))
        yield replace(sentence, names=tuple(names), doubtful=tuple(doubtful))


def _apart(name: Name, words: str) -> Iterator[Name]:
    comma = words.find(", ") if name.kind == "PLACE" else -1
    if comma < 0:
        yield name
        return
    yield Name(name.start, name.start + comma, name.kind)
    yield Name(name.start + comma + 2, name.end, name.kind)


def _unlabelled(sentence: Sentence, names: list[Name], peoples: frozenset[str]) -> Iterator[Name]:
    for match in _WORD.finditer(sentence.text):
        word = match.group()
        one = Name(match.start(), match.end(), "GROUP")
        if (word in peoples or word.removesuffix("s") in peoples) and not any(one.touches(name) for name in names):
            yield one


def settled(sentence: Sentence, found: Iterable[Name]) -> Sentence:
    """A sentence whose doubtful names are certain where a third opinion finds the same: labelled, and the rest off."""
    certain = [name for name in found if name in sentence.doubtful]
    if not certain:
        return sentence
    doubtful = tuple(d for d in sentence.doubtful if not any(d.touches(name) for name in certain))
    names = sorted({*sentence.names, *certain}, key=lambda name: name.start)
    return replace(sentence, names=tuple(names), doubtful=doubtful)
