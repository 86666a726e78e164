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
_MARKS = str.maketrans("", "", "'’‘ʼ-")

SUBSTITUTED_WORDS = 2
"""Longer stretches that differ are another statement, not another word for the same one."""

LIKE_FRAGMENTS = 0.7
"""Share of words in the same order from which two fragments are versions of one sentence, word for word."""

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
    """Where one fragment has a content word instead of another one, as passages with the words beside them."""
    first, second = _tokens(one), _tokens(other)
    matcher = SequenceMatcher(None, [t.word for t in first], [t.word for t in second], autojunk=False)
    if matcher.ratio() < LIKE_FRAGMENTS:
        return []
    found: list[tuple[Passage, Passage]] = []
    opcodes = matcher.get_opcodes()
    for place, (tag, a, b, c, d) in enumerate(opcodes):
        inside = 0 < place < len(opcodes) - 1 or (place > 0 and tag == "replace")
        if tag == "replace" and inside and _is_substitution(first[a:b], second[c:d]):
            articles = (_article(alignment, one), _article(alignment, other))
            found.append((Passage(articles[0], *_span(first, a, b)), Passage(articles[1], *_span(second, c, d))))
    return found


def _is_substitution(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether one content word stands for another, not merely in another spelling."""
    if len(one) != len(other) or len(one) > SUBSTITUTED_WORDS:
        return False
    changed = [(a.word, b.word) for a, b in zip(one, other, strict=True) if not _same_word(a.word, b.word)]
    return bool(changed) and all(a not in STOP_WORDS and b not in STOP_WORDS for a, b in changed)


def _same_word(one: str, other: str) -> bool:
    """Whether two words are one in British and American spelling."""
    return one == other or any(
        one.replace(british, american) == other or other.replace(british, american) == one
        for british, american in _SPELLINGS
    )


def _tokens(fragment: Fragment) -> list[Token]:
    """The words of a fragment with offsets into its article, without case, apostrophes, hyphens and brackets."""
    return [
        Token(match.start() + fragment.start, match.end() + fragment.start, match.group().casefold().translate(_MARKS))
        for match in _WORD.finditer(fragment.text)
    ]


def _span(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    return tokens[first].start, tokens[last - 1].end


def _article(alignment: Alignment, fragment: Fragment) -> int:
    return alignment.articles[fragment.source].article.id
