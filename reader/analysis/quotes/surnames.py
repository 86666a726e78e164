"""Persons by their full and short names in one article: which full name a surname alone stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reader.analysis.given_names import pronoun_of
from reader.models.annotations import Kind, Mention, MentionSource

_POSSESSIVE = re.compile(r"[’']s?$")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'-]*[^\W_]")
NAME_WORDS_APART: Final = 2
"""Words that a name must have to tell a surname: a name alone may be a first name."""


def bare_name(surface: str) -> str:
    """A name as written, on one line and without a possessive."""
    return _POSSESSIVE.sub("", " ".join(surface.split()))


def full_names(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """For every surname and first name of a person, the full name in the article that it stands for.

    Of several persons of one surname, the one who is named in full most often (or else first) goes by it alone; of
    several forms of one person's name, the longest is the full one.
    """
    names = ((bare_name(text[mention.start : mention.end]), mention.kind) for mention in mentions)
    surfaces = Counter(name for name, kind in names if kind is Kind.PERSON or _is_person(name))
    persons: dict[str, dict[str, list[str]]] = {}
    for surface in surfaces:
        words = surface.split()
        if len(words) >= NAME_WORDS_APART:
            persons.setdefault(words[-1], {}).setdefault(words[0], []).append(surface)
    full: dict[str, str] = {}
    for surname, people in persons.items():
        # max() takes the first of equals, and the names come in reading order
        longest = [max(forms, key=len) for forms in people.values()]
        often = {max(forms, key=len): sum(surfaces[form] for form in forms) for forms in people.values()}
        full[surname] = max(longest, key=lambda name: often[name])
        for forms, name in zip(people.values(), longest, strict=True):
            full.update(dict.fromkeys(forms, name))
    for form in list(full):
        full.setdefault(" ".join(form.split()[-2:]), full[form])
    for surface in sorted(surfaces):
        words = surface.split()
        if len(words) >= NAME_WORDS_APART:
            full.setdefault(words[0], full[surface])
    return full


def with_bare_surnames(text: str, mentions: Sequence[Mention], full: dict[str, str]) -> list[Mention]:
    """The mentions, and the surnames of persons that no mention covers or that were taken for something else.

    "Cuban" is a person where Mark Cuban is named. In order of their starts.
    """
    surnames = {name for name in full if " " not in name and full[name].split()[-1] == name}
    kept = [
        replace(mention, kind=Kind.PERSON) if _is_person(bare_name(text[mention.start : mention.end])) else mention
        for mention in mentions
        if mention.kind is Kind.PERSON or bare_name(text[mention.start : mention.end]) not in surnames
    ]
    return sorted([*kept, *_uncovered(text, kept, surnames)], key=lambda mention: (mention.start, -mention.end))


def _is_person(name: str) -> bool:
    """Whether a name is a given name and one more, as persons have."""
    return len(name.split()) == NAME_WORDS_APART and pronoun_of(name) is not None


def _uncovered(text: str, mentions: Sequence[Mention], surnames: set[str]) -> Iterator[Mention]:
    """Where a surname stands outside of all mentions."""
    ordered = sorted(mentions, key=lambda mention: mention.start)
    at = 0
    for match in _CAPITALISED.finditer(text):
        name = bare_name(match.group())
        if name not in surnames:
            continue
        while at < len(ordered) and ordered[at].end <= match.start():
            at += 1
        if at == len(ordered) or ordered[at].start >= match.end():
            end = match.start() + len(name)
            yield Mention(match.start(), end, Kind.PERSON, MentionSource.PROPAGATED)
