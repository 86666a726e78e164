"""People by their given name: "Renzo Alvarado" is a person even where the tagger saw a firm or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import (
    INSTITUTION_HEADS,
    NO_INSTITUTION_HEADS,
    PARTICLES,
    PLACE_HEADS,
    SITE_NOUNS,
    STARTERS,
    TITLES,
)
from reader.analysis.entities.spans import Candidate, Cover, Rank
from reader.analysis.entities.words import Word, fold_word, is_capital
from reader.analysis.given_names import given_names
from reader.models.annotations import Kind, MentionSource

_LONGEST = 4
"""Words of a name with a given name in front, at most: a longer row of capitals is a headline or a title."""

_HOUSES = frozenset(
    {"hotel", "inn", "tavern", "bar", "restaurant", "cafe", "museum", "library", "theater", "theatre", "hospital"}
    | {"memorial", "planetarium", "field", "house", "building", "hall", "tower", "synagogue", "church", "estate"}
)
"""Houses that are called after people."""

_FIRMS = frozenset(
    {"foods", "stores", "brands", "pictures", "records", "studios", "capital", "partners", "hotels", "communications"}
    | {"entertainment", "sports", "media", "labs", "energy", "resources", "show", "awards"}
)
"""What firms and shows called after people end with."""

_NO_SURNAMES = _HOUSES | _FIRMS | STARTERS | TITLES | INSTITUTION_HEADS | NO_INSTITUTION_HEADS | PLACE_HEADS
"""What no surname is: with such a word behind it a given name is part of a street's or a foundation's name."""


def find_given(folded: str, words: Sequence[Word], dates: Cover) -> Iterator[Candidate]:
    """The people of one line whose name begins with a known given name and goes on with a capital."""
    at = 0
    while at < len(words):
        last = _name_end(folded, words, at, dates)
        if last is None:
            at += 1
            continue
        yield Candidate(words[at].start, words[last].end, Kind.PERSON, MentionSource.RULE, Rank.NAME)
        at = last + 1


def is_given_and_surname(words: Sequence[Word]) -> bool:
    """Whether the words are a known given name and what may be a surname."""
    return (
        1 < len(words) <= _LONGEST
        and fold_word(words[0].text) in given_names()
        and all(is_capital(word.text) or word.text in PARTICLES for word in words)
        and all(fold_word(word.text) not in _NO_SURNAMES for word in words[1:])
    )


def _name_end(folded: str, words: Sequence[Word], at: int, dates: Cover) -> int | None:
    """The last word of the person's name that begins at ``words[at]``; None if none does."""
    first = words[at]
    if fold_word(first.text) not in given_names() or not first.text[0].isupper() or _goes_on(folded, words, at):
        return None
    last = at
    while last + 1 < len(words) and _is_next(folded, words[last], words[last + 1]):
        word = words[last + 1]
        hyphened = folded[words[last].end] == "-"
        if last == at and hyphened and fold_word(word.text) not in given_names():
            return None
        if not is_capital(word.text) and not (word.text in PARTICLES and _has_capital_next(folded, words, last + 1)):
            break
        if fold_word(word.text) in _NO_SURNAMES:
            return None
        if dates.overlaps(word.start, word.end) or word.text[0].isdigit():
            break
        last += 1
        if last - at >= _LONGEST:
            return None
    if last == at or _is_known(folded, words, at, last) or _is_site(folded, words, last):
        return None
    return last


def _is_next(folded: str, left: Word, right: Word) -> bool:
    gap = folded[left.end : right.start]
    return gap in {" ", "-"} or (gap == ". " and len(left.text) == 1)


def _has_capital_next(folded: str, words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and folded[words[at].end : words[at + 1].start] == " " and is_capital(words[at + 1].text)


def _goes_on(folded: str, words: Sequence[Word], at: int) -> bool:
    """Whether the name began before ``words[at]`` ("San Diego Padres"), where no title or acronym stands."""
    if at == 0 or not _is_next(folded, words[at - 1], words[at]):
        return False
    before = words[at - 1]
    folded_before = fold_word(before.text)
    return (
        is_capital(before.text)
        and folded_before not in TITLES
        and folded_before not in STARTERS
        and not (before.text.isupper() and len(before.text) > 1)
        and not _is_people(folded, words, at - 1)
    )


def _is_people(folded: str, words: Sequence[Word], at: int) -> bool:
    match = gazetteer().match(folded, words, at)
    return match is not None and match[0].kind is Kind.GROUP


def _is_site(folded: str, words: Sequence[Word], last: int) -> bool:
    """Whether a site's noun follows: an airport is named after a person ("the Pavel Horak airport")."""
    return last + 1 < len(words) and folded[words[last].end] == " " and words[last + 1].text in SITE_NOUNS


def _is_known(folded: str, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name of the tables stands among the words: "Walt Disney", "Juan of Spain"."""
    for at in range(first, last + 1):
        match = gazetteer().match(folded, words, at)
        if match is not None and not match[0].ambiguous:
            return True
    return False
