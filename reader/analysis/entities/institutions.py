"""Institutions and places by their head words: "Iranian Foreign Ministry", "University of Nairobi", "Lake Turkana"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import (
    BROAD_HEADS,
    INSTITUTION_HEADS,
    NATIONAL_HEADS,
    OF_HEADS,
    PLACE_FRONTS,
    PLACE_HEADS,
    POSSESSORS,
    STARTERS,
    WEAK_HEADS,
)
from reader.analysis.entities.spans import Candidate, Rank
from reader.analysis.entities.words import Word, are_joined, fold_word, is_capital
from reader.models.annotations import Kind, MentionSource

_LONGEST = 7
"""Words of a name before or after its head, at most; longer runs are headlines."""

_HEADLINE_LEFT = 1
"""Words that may stand before a head in a line where every word has a capital: more would be the headline itself."""


def find_institutions(folded: str, words: Sequence[Word], *, headline: bool) -> Iterator[Candidate]:
    """The institutions and named places among the words of one line; ``headline``: most words have a capital."""
    for at, word in enumerate(words):
        if not is_capital(word.text):
            continue
        head = fold_word(word.text)
        if head in INSTITUTION_HEADS or head in OF_HEADS or head in NATIONAL_HEADS:
            first, possessive = _leftmost(folded, words, at, headline=headline)
            last = _of_phrase(folded, words, at) if head in OF_HEADS and not headline else at
            bare = first == at and last == at
            if first < at and head in NATIONAL_HEADS and _is_country(folded, words, first, at):
                yield _candidate(words, first, at, Kind.ORG, Rank.INSTITUTION)
                continue
            if (
                bare
                or (head in WEAK_HEADS and last == at and not possessive)
                or (head not in INSTITUTION_HEADS and last == at)
            ):
                continue
            yield _candidate(words, first, last, Kind.ORG, Rank.INSTITUTION)
        elif head in PLACE_HEADS and not headline:
            first, _ = _leftmost(folded, words, at, headline=False)
            if first < at:
                yield _candidate(words, first, at, Kind.PLACE, Rank.FILL)
        elif head in PLACE_FRONTS and not headline:
            last = _capitals_after(folded, words, at)
            if last > at:
                yield _candidate(words, at, last, Kind.PLACE, Rank.FILL)


def _is_country(folded: str, words: Sequence[Word], first: int, at: int) -> bool:
    """Whether the words before the head are a country, a part of one or a people, and nothing else."""
    match = gazetteer().match(folded, words, first)
    return match is not None and first + match[1] == at and (match[0].kind is Kind.PLACE or match[0].country != "")


def _candidate(words: Sequence[Word], first: int, last: int, kind: Kind, rank: int) -> Candidate:
    return Candidate(words[first].start, words[last].end, kind, MentionSource.RULE, rank)


def _leftmost(folded: str, words: Sequence[Word], at: int, *, headline: bool) -> tuple[int, bool]:
    """The first word of the name that ends with ``words[at]``, and whether a possessive belongs to it."""
    first = at
    possessive = False
    limit = _HEADLINE_LEFT if headline else _LONGEST
    while first > 0 and at - first < limit:
        before = words[first - 1]
        if not is_capital(before.text) or fold_word(before.text) in STARTERS:
            break
        if not are_joined(folded, before, words[first]):
            owner = folded[before.end : words[first].start] in {"'s ", "' "} and fold_word(before.text) in POSSESSORS
            if not owner or possessive:
                break
            possessive = True
            limit += 2
        first -= 1
    return first, possessive


def _capitals_after(folded: str, words: Sequence[Word], at: int) -> int:
    """The last of the capitalised words that follow ``words[at]`` as one run."""
    last = at
    while last + 1 < len(words) and last - at < _LONGEST:
        after = words[last + 1]
        if not is_capital(after.text) or not are_joined(folded, words[last], after):
            break
        last += 1
    return last


def _of_phrase(folded: str, words: Sequence[Word], at: int) -> int:
    """The last word of "Ministry of Foreign Affairs" whose head is ``words[at]``; ``at`` itself without a phrase."""
    begin = at + 1
    if begin >= len(words) or words[begin].text not in {"of", "for"} or not are_joined(folded, words[at], words[begin]):
        return at
    begin += 1
    if begin < len(words) and words[begin].text == "the" and are_joined(folded, words[begin - 1], words[begin]):
        begin += 1
    if (
        begin >= len(words)
        or not is_capital(words[begin].text)
        or not are_joined(folded, words[begin - 1], words[begin])
    ):
        return at
    last = _capitals_after(folded, words, begin)
    if fold_word(words[at].text) in BROAD_HEADS:
        last = _and_phrase(folded, words, last)
    return last


def _and_phrase(folded: str, words: Sequence[Word], last: int) -> int:
    """The last word after one "and Welfare" that belongs to the same office; ``last`` if another name begins there."""
    more = last + 2
    if more >= len(words) or words[last + 1].text != "and" or not is_capital(words[more].text):
        return last
    if not (are_joined(folded, words[last], words[last + 1]) and are_joined(folded, words[last + 1], words[more])):
        return last
    end = _capitals_after(folded, words, more)
    if any(fold_word(word.text) in INSTITUTION_HEADS for word in words[more : end + 1]):
        return last
    return end
