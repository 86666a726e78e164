"""People by the word before their name: "President Aliyev", "spokesman, Nasser Kanaani", "his wife, Michal"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import (
    APPOSED,
    INSTITUTION_HEADS,
    MODIFIERS,
    PARTICLES,
    PERSON_NOUNS,
    PLACE_HEADS,
    STARTERS,
    STRONG_TITLES,
    TITLES,
)
from reader.analysis.entities.spans import Candidate, Cover, Rank
from reader.analysis.entities.words import Word, are_joined, fold_word, is_capital
from reader.models.annotations import Kind, MentionSource

_LONGEST_NAME = 5
"""Words of a person's name, at most."""


_OWNERS = frozenset({"his", "her", "their", "my", "our", "whose"})
"""Words before a relation that make even a single name a person's: "her son Fionn"."""


def find_titled(folded: str, words: Sequence[Word], taken: Cover, dates: Cover) -> Iterator[Candidate]:
    """The people named after a title or a relation in one line; ``taken``: names that a title may be part of."""
    for at, word in enumerate(words[:-1]):
        title = fold_word(word.text)
        if title not in TITLES and title not in PERSON_NOUNS:
            continue
        if title in MODIFIERS and title not in STRONG_TITLES:
            continue
        if taken.overlaps(word.start, word.end):
            continue
        comma = folded[word.end : words[at + 1].start] == ", "
        if comma and title not in APPOSED and title not in PERSON_NOUNS:
            continue
        if not comma and not (
            are_joined(folded, word, words[at + 1]) or folded[word.end : words[at + 1].start] == ". "
        ):
            continue
        last = _name_end(folded, words, at + 1, dates)
        if last is None:
            continue
        sure = is_capital(word.text) and title in STRONG_TITLES and not comma
        single = last == at + 1
        owned = at > 0 and words[at - 1].text in _OWNERS
        if single and not sure and not ((comma or owned) and title in PERSON_NOUNS):
            continue
        if _is_known_otherwise(folded, words, at + 1, last, sure=sure):
            continue
        rank = Rank.TITLED if sure else Rank.ROLE
        yield Candidate(words[at + 1].start, words[last].end, Kind.PERSON, MentionSource.RULE, rank)


def _name_end(folded: str, words: Sequence[Word], first: int, dates: Cover) -> int | None:
    """The last word of the name that starts at ``words[first]``; None if what stands there is no name."""
    if not _may_be_name(words[first], dates):
        return None
    last = first
    at = first + 1
    while at < len(words) and at - first < _LONGEST_NAME and are_joined(folded, words[at - 1], words[at]):
        if is_capital(words[at].text):
            if fold_word(words[at].text) in INSTITUTION_HEADS or fold_word(words[at].text) in PLACE_HEADS:
                return None
            if not _may_be_name(words[at], dates):
                break
            last = at
        elif folded[words[at].start - 1] == "-":
            last = at
        elif words[at].text not in PARTICLES:
            break
        at += 1
    return last


def _may_be_name(word: Word, dates: Cover) -> bool:
    folded = fold_word(word.text)
    return (
        is_capital(word.text)
        and not word.text[0].isdigit()
        and folded not in TITLES
        and folded not in STARTERS
        and folded not in INSTITUTION_HEADS
        and not dates.overlaps(word.start, word.end)
    )


def _is_known_otherwise(folded: str, words: Sequence[Word], first: int, last: int, *, sure: bool) -> bool:
    """Whether the words are, or after an unsure title hold, a country, a people or a body that everyone knows."""
    for at in range(first, first + 1 if sure else last + 1):
        match = gazetteer().match(folded, words, at)
        if match is not None and not match[0].ambiguous and (not sure or match[1] > last - first):
            return True
    return False
