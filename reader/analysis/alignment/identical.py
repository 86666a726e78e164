"""Sentences of two articles with the same words in succession, or the same vote: linked whatever else they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from reader.analysis.alignment.statements import Statement
from reader.analysis.alignment.stemming import stem
from reader.analysis.alignment.words import content_words

Pair = tuple[int, int]

SAME_WORDS = 8
"""Words in succession, stop words included, that two reports hardly have in common by chance."""

MOSTLY = 0.5
"""Share of the shorter sentence's content words in such words from which the two sentences belong into one row.

Less may be a title or a place that both name in full: that is worth a reference."""

MOST_SOURCES = 6
"""Of articles that have the same words, those that are paired: more are linked by their likeness too."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOTE = re.compile(r"(?<![\d.,–—-])\d{1,3}(?:[-–—]|\s(?:votes )?to\s)\d{1,3}(?![–—-]?\d)")
_VOTING = frozenset(
    map(stem, ("vote", "ballot", "tally", "pass", "approve", "adopt", "reject", "override", "defeat", "elect", "win"))
)


def identical_pairs(statements: Sequence[Statement]) -> dict[Pair, bool]:
    """Pairs of statements of different articles, smaller number first: whether they belong into one row.

    What one article says twice is paired once.
    """
    covered: dict[Pair, set[str]] = {}
    for words, pair in _paired(_runs(statements)):
        covered.setdefault(pair, set()).update(words)
    stems = {word: [each.stem for each in content_words(word, 0, len(word))] for word in set().union(*covered.values())}
    found = {
        (one, other): len({stem for word in words for stem in stems[word]})
        >= MOSTLY * min(len(statements[one].stems), len(statements[other].stems))
        for (one, other), words in covered.items()
    }
    return found | {pair: True for _, pair in _paired(_votes(statements))}


def _runs(statements: Sequence[Statement]) -> dict[tuple[str, ...], dict[int, int]]:
    """Every so many words in succession, with the first statement of each article that has them."""
    runs: dict[tuple[str, ...], dict[int, int]] = {}
    for number, statement in enumerate(statements):
        words = tuple(_WORD.findall(statement.text.casefold().replace("’", "'")))
        if statement.is_readable:
            for place in range(len(words) - SAME_WORDS + 1):
                runs.setdefault(words[place : place + SAME_WORDS], {}).setdefault(statement.source, number)
    return runs


def _votes(statements: Sequence[Statement]) -> dict[tuple[str, ...], dict[int, int]]:
    """Every result of a vote, with the first statement of each article that gives it: "97-1", "134 to 63"."""
    votes: dict[tuple[str, ...], dict[int, int]] = {}
    for number, statement in enumerate(statements):
        if statement.is_readable and statement.stems & _VOTING:
            for vote in _VOTE.findall(statement.text):
                votes.setdefault(tuple(re.findall(r"\d+", vote)), {}).setdefault(statement.source, number)
    return votes


def _paired(places: dict[tuple[str, ...], dict[int, int]]) -> Iterator[tuple[tuple[str, ...], Pair]]:
    """The statements of each two articles that have the same."""
    for same, of_source in places.items():
        if len(of_source) > 1:
            for pair in combinations(islice(of_source.values(), MOST_SOURCES), 2):
                yield same, pair
