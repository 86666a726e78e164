"""Names given with their acronym: "International Energy Agency (IEA)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.entities.lexicon import NO_ORGANISATIONS
from reader.analysis.entities.spans import Candidate, Rank
from reader.analysis.entities.tagged import WordIndex
from reader.analysis.entities.words import Word, is_capital
from reader.models.annotations import Kind, MentionSource

_ROMAN = re.compile(r"[IVXLC]+")

_IN_BRACKETS = re.compile(r"\((?:the\s)?([A-Z][A-Za-z&.-]{1,9})\)")

_LENGTH = (3, 6)
"""Letters of an acronym that is taken without its full name, at least and at most."""

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "de", "la", "du", "des", "del", "against", "to"})


def find_acronyms(folded: str, index: WordIndex) -> Iterator[Candidate]:
    """Organisations followed by their acronym in brackets, and these acronyms, where the letters fit."""
    for match in _IN_BRACKETS.finditer(folded):
        letters = [letter for letter in match.group(1) if letter.isupper()]
        if len(letters) < 2:
            continue
        before = index.within(max(0, match.start() - 120), match.start())
        first = spelled_out(before, letters)
        if first is not None and folded[before[-1].end : match.start()] in {" ", "' "}:
            yield Candidate(first.start, before[-1].end, Kind.ORG, MentionSource.RULE, Rank.INSTITUTION)
            yield Candidate(match.start(1), match.end(1), Kind.ORG, MentionSource.RULE, Rank.INSTITUTION)


def find_bare_acronyms(words: Sequence[Word], common: frozenset[str]) -> Iterator[Candidate]:
    """Acronyms that nothing else explains, in a line that isn't all capitals: most are organisations ("ECOWAS").

    What the article also writes small (``common``) is a word that was shouted.
    """
    if sum(word.text.isupper() for word in words) * 3 > len(words):
        return
    for at, word in enumerate(words):
        shaped = _LENGTH[0] <= len(word.text) <= _LENGTH[1] and word.text.isupper() and word.text.isalpha()
        if not shaped or any(
            len(beside.text) > 1 and beside.text.isupper()
            for beside in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
        ):
            continue  # shouted words stand together, acronyms alone
        plain = word.text.lower() in common or word.text in NO_ORGANISATIONS or _ROMAN.fullmatch(word.text)
        if not plain:
            yield Candidate(word.start, word.end, Kind.ORG, MentionSource.RULE, Rank.FILL)


def spelled_out(words: Sequence[Word], letters: Sequence[str]) -> Word | None:
    """The word at which a name with the capitals ``letters`` begins that ends with the last word; None if none does."""
    at = len(words) - 1
    left = len(letters) - 1
    while at >= 0 and left >= 0:
        word = words[at].text
        if is_capital(word):
            if word[0] != letters[left]:
                return None
            if left == 0:
                return words[at]
            left -= 1
        elif word not in _SMALL:
            return None
        at -= 1
    return None
