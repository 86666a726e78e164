"""The tagger's raw spans as candidates, and the index of an article's words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.entities.lexicon import STARTERS
from reader.analysis.entities.spans import Candidate, Rank
from reader.analysis.entities.words import Word, fold_word
from reader.analysis.tagger import RawSpan
from reader.models.annotations import MentionSource, Sentence

_NEVER_LAST = frozenset({"of", "the", "and", "in", "for", "at", "to"})
"""Small words that a name may hold but not end with."""


class WordIndex:
    """The words of an article by offset."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._starts = [word.start for word in words]

    def within(self, start: int, end: int) -> list[Word]:
        """The words that begin at or after ``start`` and before ``end``."""
        return list(self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def position(self, start: int) -> int:
        """The number of the first word that begins at or after ``start``."""
        return bisect_left(self._starts, start)


def tagged_names(index: WordIndex, spans: Iterable[RawSpan], sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    """The tagger's spans that are names; no name goes on over the start of a sentence."""
    for span in _within_sentences(spans, sentences):
        words = index.within(span.start, span.end)
        end = span.end
        while words and words[-1].text in _NEVER_LAST:
            words.pop()
            end = words[-1].end if words else end
        if words and not _is_no_name(words):
            yield Candidate(span.start, end, span.kind, MentionSource.MODEL, Rank.NAME)


def _within_sentences(spans: Iterable[RawSpan], sentences: Sequence[Sentence]) -> Iterator[RawSpan]:
    starts = [sentence.start for sentence in sentences]
    for span in spans:
        start = span.start
        for at in range(bisect_right(starts, span.start), bisect_left(starts, span.end)):
            yield span._replace(start=start, end=max(start, sentences[at - 1].end))
            start = starts[at]
        yield span._replace(start=start)


def _is_no_name(words: Sequence[Word]) -> bool:
    """Whether the words are but a sentence's first, or a number."""
    keys = [fold_word(word.text) for word in words]
    return (len(keys) == 1 and keys[0] in STARTERS) or all(key[0].isdigit() for key in keys)
