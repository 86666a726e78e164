"""Quotations cut by sentence, so that the same sentence of two versions of one utterance can stand side by side."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.statements import LONGEST_SENTENCE
from reader.analysis.alignment.words import Word, content_words
from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.quotes.utterances import Utterance
from reader.analysis.comparison.quotes.versions import Version
from reader.analysis.quotes.utterances import relation_of, words_of
from reader.models.comparison import Part

LEAST_WORDS = 3
"""Words that a fragment must have, stop words included: it belongs to one utterance already."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part ``text`` of a quotation that stands in one statement, from ``start`` on.

    Attributes:
        words: its content words; ``stems`` theirs, each once.
        spoken: its words as they are compared; ``folded`` all of them in lower case.
    """

    number: int
    source: int
    start: int
    text: str
    words: tuple[Word, ...]
    stems: frozenset[str]
    spoken: tuple[str, ...]
    folded: tuple[str, ...]


def fragment_pairs(
    alignment: Alignment, utterances: Sequence[Utterance], effort: Effort
) -> tuple[tuple[Fragment, Fragment], ...]:
    """Fragments of versions of one utterance that say the same, each with its best counterpart; smaller number first.

    Fragments of one article are paired too, if their statements differ: an article may quote a thing in two versions.
    """
    by_source: dict[int, list[int]] = {}
    for number, statement in enumerate(alignment.statements):
        by_source.setdefault(statement.source, []).append(number)
    pairs: dict[tuple[int, int], tuple[Fragment, Fragment]] = {}
    for utterance in effort.each(Part.QUOTES, utterances):
        fragments = [
            _fragments(alignment, version, by_source.get(version.source, ())) for version in utterance.versions
        ]
        for ones, others in combinations(fragments, 2):
            for one, other in _counterparts(ones, others):
                first, second = sorted((one, other), key=lambda fragment: fragment.number)
                if first.number != second.number:
                    pairs.setdefault((first.number, second.number), (first, second))
    return tuple(pair for _, pair in sorted(pairs.items()))


def closest_pairs(pairs: Sequence[tuple[Fragment, Fragment]]) -> tuple[tuple[Fragment, Fragment], ...]:
    """Those of the pairs in which neither fragment has a better counterpart in the other's article.

    A speaker says like things in several quotations of one report: only the closest of them is the same sentence.
    """
    merits = [_shared(one, other) for one, other in pairs]
    best: dict[tuple[int, int], float] = {}
    for (one, other), merit in zip(pairs, merits, strict=True):
        for key in ((one.number, other.source), (other.number, one.source)):
            best[key] = max(merit, best.get(key, 0.0))
    return tuple(
        (one, other)
        for (one, other), merit in zip(pairs, merits, strict=True)
        if one.source == other.source or merit >= max(best[one.number, other.source], best[other.number, one.source])
    )


def _fragments(alignment: Alignment, version: Version, numbers: Sequence[int]) -> list[Fragment]:
    """The parts of a quotation in each of the statements with these numbers."""
    text = alignment.articles[version.source].article.text
    found: list[Fragment] = []
    started = bisect_left(numbers, version.passage.start, key=lambda n: alignment.statements[n].passage.end)
    for number in islice(numbers, started, None):
        passage = alignment.statements[number].passage
        if passage.start >= version.passage.end:
            break
        first, last = max(version.passage.start, passage.start), min(version.passage.end, passage.end)
        words = content_words(text, first, last) if first < last else ()
        if (
            words
            and last - first <= LONGEST_SENTENCE
            and sum(1 for _ in islice(_WORD.finditer(text, first, last), LEAST_WORDS)) == LEAST_WORDS
        ):
            part = text[first:last]
            stems, folded = frozenset(word.stem for word in words), tuple(_WORD.findall(part.casefold()))
            found.append(Fragment(number, version.source, first, part, words, stems, words_of(part), folded))
    return found


def _counterparts(ones: Sequence[Fragment], others: Sequence[Fragment]) -> list[tuple[Fragment, Fragment]]:
    """Pairs that are one utterance, each the other's best by shared words."""
    merits: dict[tuple[int, int], float] = {}
    best: tuple[dict[int, float], dict[int, float]] = {}, {}
    for i, one in enumerate(ones):
        for j, other in enumerate(others):
            merit = _shared(one, other)
            if merit > 0 and relation_of(one.spoken, other.spoken) is not None:
                merits[i, j] = merit
                best[0][i], best[1][j] = max(merit, best[0].get(i, 0)), max(merit, best[1].get(j, 0))
    return [(ones[i], others[j]) for (i, j), merit in merits.items() if merit >= max(best[0][i], best[1][j])]


def _shared(one: Fragment, other: Fragment) -> float:
    """Share of all the words of two fragments that both have; more than 1 if they are the same words in one order."""
    return len(one.stems & other.stems) / len(one.stems | other.stems) + (one.folded == other.folded)
