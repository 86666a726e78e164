"""Names from the tables where they stand in an article: the first rule for names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.entities.gazetteer import KnownName, gazetteer
from reader.analysis.entities.spans import Candidate, Rank
from reader.analysis.entities.words import Word, are_joined
from reader.models.annotations import Kind, MentionSource


def find_known(folded: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """Names from the tables in one line; neighbouring faiths are one group ("Shi'ite Muslim", "Muslim-Shiite")."""
    at = 0
    faith: tuple[int, int, int] | None = None
    while at < len(words):
        match = gazetteer().match(folded, words, at)
        known, count = match if match is not None else (None, 1)
        last = at + count - 1
        if known is not None and known.faith and not known.ambiguous:
            if faith is not None and faith[2] == at - 1 and are_joined(folded, words[at - 1], words[at]):
                faith = (faith[0], words[last].end, last)
            else:
                if faith is not None:
                    yield _group(faith)
                faith = (words[at].start, words[last].end, last)
        elif known is not None and not known.ambiguous:
            yield _named(known, words[at].start, words[last].end)
        at += count
    if faith is not None:
        yield _group(faith)


def _group(faith: tuple[int, int, int]) -> Candidate:
    return Candidate(faith[0], faith[1], Kind.GROUP, MentionSource.RULE, Rank.NAME)


def _named(known: KnownName, start: int, end: int) -> Candidate:
    return Candidate(start, end, known.kind, MentionSource.RULE, Rank.NAME)
