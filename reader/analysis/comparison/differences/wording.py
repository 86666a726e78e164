"""Other words inside one utterance: "a Muslim nation" and "a Muslim country" cannot both be what was said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.stopwords import STOP_WORDS
from reader.analysis.comparison.differences.records import difference, shown
from reader.analysis.comparison.quotes.fragments import Fragment
from reader.models.comparison import Confidence, Difference, Passage, Topic

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ-][^\W_]+)*")
_OMISSION = re.compile(r"…|\.\.\.|\[|\(|—|–")
_MARKS = str.maketrans("", "", "'’‘ʼ-")

SUBSTITUTED_WORDS = 2
"""Longer stretches that differ are another statement, not another word for the same one."""

ADDED_WORDS = 1
"""A word that one version has more is another wording; more words are left out rather than added."""

LIKE_FRAGMENTS = 0.7
"""Share of content words in the same order from which two fragments are versions of one sentence, word for word."""

MOST_READINGS = 6
"""Passages shown for one difference."""

_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("our", "or"),
    ("re", "er"),
    ("ence", "ense"),
    ("lling", "ling"),
    ("lled", "led"),
    ("amme", "am"),
    ("ogue", "og"),
)
"""British and American spellings, as far as they follow a rule."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word ``text[start:end]`` of an article, and what it is compared by."""

    start: int
    end: int
    word: str


def wording_differences(
    alignment: Alignment, pairs: Sequence[tuple[Fragment, Fragment]], places: Mapping[int, int]
) -> tuple[Difference, ...]:
    """One difference for every two wordings, whichever sources have them, with the phrase around the word."""
    texts = {analysed.article.id: analysed.article.text for analysed in alignment.articles}
    found: dict[frozenset[str], list[Passage]] = {}
    for one, other in pairs:
        for pair in _substitutions(alignment, one, other):
            words = frozenset(shown(texts[p.article], p.start, p.end).casefold() for p in pair)
            for passage in pair:
                if passage not in found.setdefault(words, []):
                    found[words].append(passage)
    differences = []
    for passages in found.values():
        ordered = sorted(passages, key=lambda passage: (places[passage.article], passage.start))[:MOST_READINGS]
        wordings = dict.fromkeys(shown(texts[p.article], p.start, p.end) for p in ordered)
        note = " / ".join(f"“{wording}”" for wording in wordings)
        differences.append(difference(Topic.WORDING, Confidence.LIKELY, ordered, note, texts))
    return tuple(differences)


def _substitutions(alignment: Alignment, one: Fragment, other: Fragment) -> list[tuple[Passage, Passage]]:
    """Where the content words of two fragments part: one word for another, or a word more, between common words."""
    first, second = _content_tokens(one), _content_tokens(other)
    texts = alignment.articles[one.source].article.text, alignment.articles[other.source].article.text
    spans: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for a, b, c, d in _partings(first, second):
        if a == 0 or c == 0:
            continue
        if b - a == d - c and _is_substitution(first[a:b], second[c:d]):
            spans.append((_span(first, a, b), _span(second, c, d)))
        elif {b - a, d - c} == {0, ADDED_WORDS} and b < len(first) and d < len(second):
            added = _span(first, a - 1, b + 1), _span(second, c - 1, d + 1)
            if not any(_OMISSION.search(text, *span) for text, span in zip(texts, added, strict=True)):
                spans.append(added)
    articles = alignment.articles[one.source].article.id, alignment.articles[other.source].article.id
    return [(Passage(articles[0], *left), Passage(articles[1], *right)) for left, right in spans]


def _partings(first: Sequence[Token], second: Sequence[Token]) -> list[tuple[int, int, int, int]]:
    """Where two sequences of words part, as (start, end) in each; none if they are not versions of one sentence.

    Sequences of one length are compared place by place, so that "a Muslim nation in the country" and "a Muslim country
    in the country" part at the right word.
    """
    ones, others = [token.word for token in first], [token.word for token in second]
    parted = [place for place, (a, b) in enumerate(zip(ones, others, strict=False)) if a != b]
    if len(ones) == len(others) and len(parted) <= (1 - LIKE_FRAGMENTS) * len(ones):
        return [(place, place + 1, place, place + 1) for place in parted]
    matcher = SequenceMatcher(None, ones, others, autojunk=False)
    if matcher.ratio() < LIKE_FRAGMENTS:
        return []
    return [(a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _is_substitution(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether words stand for as many others, not merely in another spelling."""
    if len(one) != len(other) or len(one) > SUBSTITUTED_WORDS:
        return False
    return not any(_same_word(a.word, b.word) for a, b in zip(one, other, strict=True))


def _same_word(one: str, other: str) -> bool:
    """Whether two words are one in British and American spelling."""
    return one == other or any(
        one.replace(british, american) == other or other.replace(british, american) == one
        for british, american in _SPELLINGS
    )


def _content_tokens(fragment: Fragment) -> list[Token]:
    """The content words of a fragment with offsets into its article, without case, apostrophes and hyphens."""
    tokens = [
        Token(match.start() + fragment.start, match.end() + fragment.start, match.group().casefold().translate(_MARKS))
        for match in _WORD.finditer(fragment.text)
    ]
    return [token for token in tokens if token.word not in STOP_WORDS]


def _span(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    return tokens[first].start, tokens[last - 1].end
