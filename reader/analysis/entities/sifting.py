"""The tagger's candidates sifted by what the article itself shows: plain words out, missed first names in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from reader.analysis.entities.context import is_half_title
from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import INSTITUTION_HEADS, MODIFIERS, NEVER_IN_NAMES, STARTERS, TITLES
from reader.analysis.entities.reading import Reading
from reader.analysis.entities.spans import Candidate
from reader.analysis.entities.tagged import WordIndex
from reader.analysis.entities.words import fold_word
from reader.models.annotations import Kind


def sifted(reading: Reading, tagged: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without halves of titles and words that the article also writes small, with first names."""
    index = reading.index
    kept = [
        one
        for one in tagged
        if not is_half_title(reading.folded, index, one)
        and not _is_common_opening(index, one, reading.common, reading.openings)
    ]
    spans = (index.within(one.start, one.end) for one in kept)
    parts = {fold_word(word.text) for words in spans if len(words) > 1 for word in words}
    plain = reading.common - parts
    return [with_first_name(reading, one) for one in kept if not _is_plain_word(index, one, plain)]


def holds_title(index: WordIndex, candidate: Candidate) -> bool:
    """Whether a title inside a name is part of it ("Prince Edward Island"), not the tagger's slip ("Mayor Dobosz")."""
    words = index.within(candidate.start, candidate.end)
    keys = [fold_word(word.text) for word in words]
    office = any(a in MODIFIERS and b in TITLES - MODIFIERS for a, b in pairwise(keys[:-1]))  # "Chief Executive Hock"
    return len(words) > 1 and not office and not any(key in NEVER_IN_NAMES for key in keys[:-1])


def _is_common_opening(
    index: WordIndex, candidate: Candidate, common: frozenset[str], openings: frozenset[int]
) -> bool:
    """Whether it is but a word with the capital of a sentence's start, which the article also writes small."""
    words = index.within(candidate.start, candidate.end)
    return len(words) == 1 and candidate.start in openings and fold_word(words[0].text) in common


def _is_plain_word(index: WordIndex, candidate: Candidate, common: frozenset[str]) -> bool:
    words = index.within(candidate.start, candidate.end)
    return (
        len(words) == 1
        and fold_word(words[0].text) in common
        and not words[0].text.isupper()
        and gazetteer().known(words[0].text) is None
    )


def with_first_name(reading: Reading, candidate: Candidate) -> Candidate:
    """A single name of a person with the unknown first name before it that the tagger missed ("Razia" of "Razia Khan").

    Not at the start of a sentence, where any word has a capital.
    """
    folded, index = reading.folded, reading.index
    at = index.position(candidate.start)
    length = len(index.within(candidate.start, candidate.end))
    titled = at > 1 and fold_word(index.words[at - 2].text) in TITLES
    if candidate.kind is not Kind.PERSON or at == 0 or not (length == 1 or (length < 4 and titled)):
        return candidate
    before = index.words[at - 1]
    word = fold_word(before.text)
    initials = len(before.text) == 2 and before.text.isupper()
    plain = before.text.isalpha() and (initials or (before.text.istitle() and len(before.text) > 2))
    if (
        not plain
        or before.start in reading.openings
        or folded[before.end : candidate.start] != " "
        or word in TITLES
        or word in STARTERS
        or word in MODIFIERS
        or word in INSTITUTION_HEADS
        or gazetteer().known(before.text) is not None
    ):
        return candidate
    return candidate._replace(start=before.start)
