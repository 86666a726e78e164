"""People by what follows their name: "Ilmar Jan, a local shopkeeper", "Tessa Orlova, 46, was"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.entities.context import has_age, has_role
from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import INSTITUTION_HEADS, NO_INSTITUTION_HEADS, PLACE_HEADS, STARTERS, TITLES
from reader.analysis.entities.spans import Candidate, Cover, Rank
from reader.analysis.entities.words import Word, fold_word, is_capital
from reader.models.annotations import Kind, MentionSource

_WORDS = (2, 3)
"""Words of a name that is taken for its description's sake, at least and at most."""

_NO_NAMES = STARTERS | TITLES | INSTITUTION_HEADS | NO_INSTITUTION_HEADS | PLACE_HEADS


def find_described(folded: str, words: Sequence[Word], dates: Cover) -> Iterator[Candidate]:
    """The people of one line whose age or role stands behind their name, set off by a comma."""
    for last in range(1, len(words)):
        if folded[words[last].end : words[last].end + 2] != ", ":
            continue
        first = _first(folded, words, last, dates)
        if first is None or not (has_age(folded, words[last].end) or has_role(folded, words, last + 1)):
            continue
        yield Candidate(words[first].start, words[last].end, Kind.PERSON, MentionSource.RULE, Rank.FILL)


def _first(folded: str, words: Sequence[Word], last: int, dates: Cover) -> int | None:
    """The first word of the run of capitals that ends with ``words[last]``; None if that is no unknown name."""
    first = last
    while first >= 0 and last - first < _WORDS[1] + 1 and _may_be_name(words[first], dates):
        if first == 0 or folded[words[first - 1].end : words[first].start] != " ":
            first -= 1
            break
        first -= 1
    first += 1
    if not _WORDS[0] <= last - first + 1 <= _WORDS[1]:
        return None
    if any(gazetteer().match(folded, words, at) for at in range(first, last + 1)):
        return None
    return first


def _may_be_name(word: Word, dates: Cover) -> bool:
    return (
        is_capital(word.text)
        and word.text[1:2].islower()
        and fold_word(word.text) not in _NO_NAMES
        and not dates.overlaps(word.start, word.end)
    )
