"""An article as the rules for names read it: its words by line, which lines are headlines, what is written small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.entities.clubs import is_sport
from reader.analysis.entities.lexicon import STARTERS
from reader.analysis.entities.spans import Cover
from reader.analysis.entities.tagged import WordIndex
from reader.analysis.entities.words import Word, fold_quotes, fold_word, is_capital, words_in
from reader.models.annotations import Sentence
from reader.models.article import NOISE_LABELS, Article, Line, LineLabel

HEADLINE_SHARE = 0.9
"""Share of a line's words with a capital, small words apart, from which it is a headline in title case: prose has .1 to
.4, a caption full of names up to .85, headlines in title case .95 to 1."""

_HEADLINE_WORDS = 5
"""Words that a line must have to be judged so; a shorter one is a name as often as a headline."""

_NO_HEADLINES = frozenset({LineLabel.CAPTION, LineLabel.BYLINE, LineLabel.SOURCE, LineLabel.DATE})
"""Lines that are full of names."""

_HANDLES = frozenset({"#", "@"})
"""Marks before a word that is an account or a topic, not a name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of an article; lines that are noise are left out.

    Attributes:
        folded: its text with quotes folded; every offset as in the text.
        lines: its lines.
        by_line: the words of each line; accounts and topics ("@halden") are none.
        headlines: whether each line is a headline in title case.
        titles: where these headlines stand.
        index: all its words.
        common: the words that it also writes with a small letter: with a capital they may be no name.
        openings: where its sentences begin.
        sport: whether it is a sports report.
    """

    folded: str
    lines: tuple[Line, ...]
    by_line: tuple[Sequence[Word], ...]
    headlines: tuple[bool, ...]
    titles: Cover
    index: WordIndex
    common: frozenset[str]
    openings: frozenset[int]
    sport: bool


def read_words(article: Article, sentences: Sequence[Sentence]) -> Reading:
    """The article read; linear in its length."""
    folded = fold_quotes(article.text)
    lines = tuple(line for line in article.lines if line.label not in NOISE_LABELS)
    by_line = tuple(
        [word for word in words_in(folded, line.start, line.end) if folded[word.start - 1 : word.start] not in _HANDLES]
        for line in lines
    )
    headlines = tuple(
        line.label not in _NO_HEADLINES and is_headline(words) for line, words in zip(lines, by_line, strict=True)
    )
    index = WordIndex([word for words in by_line for word in words])
    return Reading(
        folded,
        lines,
        by_line,
        headlines,
        Cover((line.start, line.end) for line, headline in zip(lines, headlines, strict=True) if headline),
        index,
        frozenset(fold_word(word.text) for word in index.words if not is_capital(word.text)),
        frozenset(sentence.start for sentence in sentences),
        is_sport(index.words),
    )


def is_headline(words: Sequence[Word]) -> bool:
    """Whether nearly every word of a line has a capital, so that capitals tell nothing."""
    telling = [word.text for word in words if word.text[0].isalpha() and word.text.lower() not in STARTERS]
    if len(telling) < _HEADLINE_WORDS:
        return False
    return sum(map(is_capital, telling)) >= HEADLINE_SHARE * len(telling)
