"""The words of a quotation as they are compared: one form for what is only written otherwise; used by ``wording``.

Case, apostrophes, hyphens, contractions, British and American spelling, and digits for number words are no difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from reader.analysis.alignment.stemming import stem
from reader.analysis.alignment.stopwords import STOP_WORDS
from reader.analysis.numerals import ORDINALS, TENS, UNITS
from reader.analysis.wordlists import words

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*|[$€£%&]")
_APOSTROPHES: Final = str.maketrans("’‘ʼ", "'''")
_MARKS: Final = str.maketrans("", "", "'")
_NEGATED = re.compile(r"(?P<verb>[a-z]+)n't|(?P<can>can)not")
_ENDING = re.compile(r"'(?:s|re|ve|ll|d|m)?$")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_WHOLE: Final = {"wo": "will", "ca": "can", "sha": "shall"}
"""Verbs that a contraction cuts: "won't", "can't", "shan't"."""
_SAYING_MUCH: Final = words("must could can may might should not never no none nobody nothing neither nor")
"""Stop words that change what was said: "must stay" is not "could stay"."""
_SPOKEN: Final = {"&": ["and"], "gonna": ["going", "to"], "wanna": ["want", "to"], "gotta": ["got", "to"]}
"""Words that some reports write as they are heard."""
_TITLES: Final = words("mr mrs ms sir dr prof professor sen senator rep representative gov president congressman vice")
"""Titles, which one report writes out and another leaves out."""
_UNITS_OF_MARKS: Final = words("percent per cent pct dollar dollars euro euros pound pounds % $ € £ $us")
"""Units that stand for marks: "30%" and "30 percent" are one."""
_NUMBERS: Final = {word: str(value) for word, value in (UNITS | TENS).items()} | {
    word: f"{value}." for word, value in ORDINALS.items()
}
_SPELLINGS: Final = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("our", "or"),
    ("re", "er"),
    ("ence", "ense"),
    ("lling", "ling"),
    ("lled", "led"),
    ("amme", "am"),
    ("ogue", "og"),
    ("ae", "e"),
    ("oe", "e"),
    ("grey", "gray"),
    ("tyre", "tire"),
    ("cheque", "check"),
    ("ward", "wards"),
    ("whilst", "while"),
    ("mongst", "mong"),
    ("rnt", "rned"),
    ("okay", "ok"),
    ("ing", "in"),
    ("kerb", "curb"),
    ("aluminium", "aluminum"),
)
"""British and American spellings, as far as they follow a rule."""

TYPO_LENGTH: Final = 6
"""Letters from which words that differ by one letter are one word, misprinted; shorter ones may be two words."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word ``text[start:end]`` of an article, what it is compared by, and whether it is more than a stop word."""

    start: int
    end: int
    word: str
    content: bool
    written: str


def quoted_words(text: str, start: int) -> list[Token]:
    """The words of a quotation, with offsets counted from ``start``; a contraction is two words of one place."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        place = match.start() + start, match.end() + start
        written = match.group().casefold().translate(_APOSTROPHES).translate(_MARKS)
        found.extend(Token(*place, word, _is_content(word), written) for word in _words_of(match.group()))
    return found


def are_one_wording(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether two stretches are the same words, written together or apart, or as initials ("long-term", "the UN")."""
    if not mine or not theirs:
        return False
    one, other = "".join(token.written for token in mine), "".join(token.written for token in theirs)
    initials = {"".join(token.written[0] for token in mine), "".join(token.written[0] for token in theirs)}
    is_one_word = len(mine) == len(theirs) == 1
    return one == other or bool(initials & {one, other}) or (is_one_word and same_word(mine[0].word, theirs[0].word))


def are_one_form(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two stretches have the same content words but for their endings ("I look", "looks")."""
    return [stem(word) for word in mine] == [stem(word) for word in theirs]


def are_in_two_tenses(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two stretches have the same words in present and past, as a report changes them ("supports" in hers)."""
    is_past = [[word.endswith("ed") for word in words] for words in (mine, theirs)]
    return are_one_form(mine, theirs) and is_past[0] != is_past[1]


def same_word(one: str, other: str) -> bool:
    """Whether two words are one: in British and American spelling, or but for a misprinted letter."""
    if are_one_spelling(one, other):
        return True
    is_long = min(len(one), len(other)) >= TYPO_LENGTH and one.isalpha() and other.isalpha()
    return is_long and one[0] == other[0] and one[-1] == other[-1] and OSA.distance(one, other, score_cutoff=1) == 1


def are_one_spelling(one: str, other: str) -> bool:
    """Whether two words are the same, or in British and American spelling."""
    return one == other or any(
        one.replace(british, american) == other or other.replace(british, american) == one
        for british, american in _SPELLINGS
    )


def _words_of(written: str) -> list[str]:
    """What a word is compared by: in lower case, whole, without marks; two words for a contracted negation."""
    word = written.casefold().translate(_APOSTROPHES)
    negated = _NEGATED.fullmatch(word)
    if negated is not None:
        verb = negated["verb"] or negated["can"]
        return [_WHOLE.get(verb, verb), "not"]
    word = _ENDING.sub("", word) if "'" in word else word
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal is not None:
        return [f"{ordinal[1]}."]
    if word in _SPOKEN:
        return _SPOKEN[word]
    return [_NUMBERS.get(word) or word.translate(_MARKS)]


def _is_content(word: str) -> bool:
    return word in _SAYING_MUCH or not (word in STOP_WORDS or word in _UNITS_OF_MARKS or word in _TITLES)
