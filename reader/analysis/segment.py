"""Sentences of an article: the first step of the analysis, before names, figures, dates and quotations are looked for.

Every line is split on its own (a sentence never crosses a line), by regex and abbreviation list. Quote marks stay with
their sentence, whether typed, straight or mixed. Method and comparison with libraries: DESIGN.md, "Sentences".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from reader.analysis.abbreviations import BEFORE_NUMBER, LETTERED, MAY_END, MONTHS, NEVER_LAST, STARTERS, ZONES
from reader.analysis.wordlists import words
from reader.models.annotations import Sentence
from reader.models.article import Article

_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++(?:[ \u00a0]?[.!?…]++)?)"
    r"(?P<close>[\"”’'»«)\]]*+)(?:[ \u00a0](?P<loose>[”»])(?=\s))?(?P<gap>\s++)"
)
_GLUED = re.compile(
    r"(?:(?<=[a-z]{3})(?P<prose>)|(?<=[A-Z]{2}|[0-9)]{2}|[a-z]{2}))[.!?][\"”’]?+"
    r"(?=(?P<word>[A-Z][a-z]{1,20})(?:’s|'s)?,? (?P<small>[a-z])?)"
)
"""A stop without a blank after it, as scrapes have them ("visit.Cohen said", "the UN.The vote")."""

_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+$")
_SHORTENED = re.compile(r"\b[^\W\d_]{1,4}\.$")
_WORD = re.compile(r"[^\W_]+")
_NAMED_ASIDE = re.compile(
    r"(?:[A-Z][\w’'-]{0,30} ){1,3}(?:said|says|asked|asks|added|adds|told|replied|wrote|writes|warned|explained)\b"
)
_OPENERS: Final = "\"“„«»‘'([—–―- "
_DASHES: Final = "—–―-"
_CLOSERS: Final = " ”’»\"')"
_SOLITARY: Final = words("com org net gov edu uk io")
_LOOK_BACK: Final = 24
"""Characters before a stop among which its word is looked for: longer than any abbreviation."""
_ASIDE_LIMIT: Final = 400
"""Characters within which a bracket must close to be read as a sentence of its own."""


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of every line, in reading order, with the line's label.

    Together they hold every character of the lines that is not blank; noise lines are split too, since they can be
    shown. Offsets point into ``article.text``.
    """
    found: list[Sentence] = []
    for line in article.lines:
        for start, end in sentence_spans(article.text, line.start, line.end):
            found.append(Sentence(start, end, line.label))
    return tuple(found)


def rejoined(text: str, sentences: Sequence[Sentence], names: Iterable[tuple[int, int]]) -> tuple[Sentence, ...]:
    """The sentences, those together between which a name goes on after a shortened word ("Guðni Th. Jóhannesson").

    Args:
        text: the article's text.
        sentences: its sentences, in order.
        names: where names stand.
    """
    inside = {at for start, end in names for at in range(start + 1, end)}
    joined: list[Sentence] = []
    for sentence in sentences:
        if joined and sentence.start in inside and _SHORTENED.search(text[joined[-1].end - 6 : joined[-1].end]):
            joined[-1] = replace(joined[-1], end=sentence.end)
        else:
            joined.append(sentence)
    return tuple(joined)


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]``, as spans without surrounding blanks."""
    at = start
    for cut in _cuts(text, start, end):
        yield from _trimmed(text, at, cut)
        at = cut
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        yield start + left, start + len(piece.rstrip())


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets at which a new sentence begins, in order."""
    cuts = [match.end() for match in _END.finditer(text, start, end) if _ends_sentence(text, match, start, end)]
    glued = [match.end() for match in _GLUED.finditer(text, start, end) if _is_glued(match)]
    return sorted({*cuts, *glued})


def _is_glued(match: re.Match[str]) -> bool:
    """Whether a sentence begins directly behind the stop, not the ending of an address or a name."""
    if match["word"].lower() in _SOLITARY:
        return False
    return match["word"] in STARTERS or (match["prose"] is not None and match["small"] is not None)


def _ends_sentence(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the stop that was matched ends a sentence."""
    after = match.end()
    if after >= end or (text[after] in "([" and not _is_sentence_in_brackets(text, after, end)):
        return False
    first = after
    while first < min(end, after + 4) and text[first] in _OPENERS:
        first += 1
    if first >= end:
        return True
    if end - first <= len(_CLOSERS) and not text[first:end].strip(_CLOSERS):
        return False
    word = _WORD.match(text, first, min(end, first + _LOOK_BACK))
    following = word.group() if word else ""
    closed = bool(match["close"] or match["loose"])
    if (text[first].islower() and not _is_brand(following)) or (text[first] in ".,;:!?…" and not closed):
        return False
    if closed and _NAMED_ASIDE.match(text, after, min(end, after + 120)):
        return _aside_goes_on(text, after, end)
    if text[after] in _DASHES and text[after + 1 : after + 2] == " " and not closed and match["stop"] == ".":
        following = ""  # "CAMBER, S.C. — In the fall": behind an abbreviation a dash goes on with the sentence.
    return closed or match["stop"] != "." or _full_stop_ends(text, match.start(), start, following)


def _aside_goes_on(text: str, at: int, end: int) -> bool:
    """Whether "Cohen said" after a closed quotation opens a statement of its own ("Cohen said he would go")."""
    aside = _NAMED_ASIDE.match(text, at, min(end, at + 120))
    return aside is not None and aside.end() < end and text[aside.end()] not in ".,;"


def _is_brand(word: str) -> bool:
    """Whether a name is written with a small first letter ("iPhone", "eBay")."""
    return len(word) > 2 and word[0].islower() and word[1].isupper()


def _is_sentence_in_brackets(text: str, at: int, end: int) -> bool:
    """Whether the bracket at ``at`` holds a whole sentence; "(credit: …)" belongs to the sentence before it."""
    close = text.find(")" if text[at] == "(" else "]", at, min(end, at + _ASIDE_LIMIT))
    return close > 0 and text[close - 1] in '.!?…”"' and text[at + 1 : at + 2].isupper()


def _begins_item(text: str, at: int, start: int) -> bool:
    """Whether the number at ``at`` opens a line or follows a sentence: it numbers what comes ("1. The council")."""
    if at > start + 1 and text[at - 1] == "." and text[at - 2].isdigit():
        return False
    before = text[max(start, at - _LOOK_BACK) : at].rstrip(" \t#(")
    if not before or before[-1] in "!?:;":
        return True
    word = _LAST_WORD.search(before[:-1])
    abbreviated = word is not None and word.group() in NEVER_LAST | BEFORE_NUMBER | MONTHS | MAY_END
    return before[-1] == "." and not abbreviated


def _full_stop_ends(text: str, stop: int, start: int, following: str) -> bool:
    """Whether a single full stop after a word ends the sentence; ``following`` is the next word."""
    before = _LAST_WORD.search(text, max(start, stop - _LOOK_BACK), stop)
    if before is None:
        return True
    word = before.group()
    if word in NEVER_LAST or (word.isdigit() and len(word) <= 2 and _begins_item(text, before.start(), start)):
        return False
    if word in BEFORE_NUMBER or word in MONTHS:
        return not following[:1].isdigit()
    if word.lower() in {"a.m", "p.m"}:
        return following not in ZONES
    initial = len(word) == 1 and word.isupper() and not _is_lettered(text, start, before.start())
    may_go_on = word in MAY_END or "." in word or initial
    return not may_go_on or following in STARTERS


def _is_lettered(text: str, start: int, at: int) -> bool:
    """Whether the letter at ``at`` tells apart several of what the word before it names ("plan B", "Group A")."""
    before = _LAST_WORD.search(text, max(start, at - _LOOK_BACK), at - 1) if at > start else None
    return before is not None and before.group().lower() in LETTERED
