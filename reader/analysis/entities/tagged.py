"""The tagger's raw spans, tidied: titles, articles and possessives off, chains and pairs taken apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.given import is_given_and_surname
from reader.analysis.entities.lexicon import (
    NO_INSTITUTION_HEADS,
    NO_ORGANISATIONS,
    PARTICLES,
    STARTERS,
    STRONG_PLACE_HEADS,
    TITLES,
)
from reader.analysis.entities.spans import Candidate, Cover, Rank
from reader.analysis.entities.words import Word, fold_word, is_capital
from reader.analysis.given_names import given_names
from reader.analysis.tagger import RawSpan
from reader.models.annotations import Kind, MentionSource, Sentence

_POSSESSIVE = re.compile(r"'s?\s+(?=\S)")

_INSIDE_NAMES = frozenset({"of", "for", "and", "the", "&", "on", "in", "to", "at", "with", "against"}) | PARTICLES
"""Lower-case words that the names of organisations, places and treaties may hold."""


_LETTERS_AFTER_NAMES = frozenset({"SC", "KC", "QC", "TD", "MP", "MEP", "MLA", "OBE", "MBE", "CBE", "MD", "PhD"})
"""Offices and honours behind a person's name, which are no part of it ("Michael Lee SC")."""

_BREAKS = frozenset({" - ", " \u2013 ", " \u2014 ", ": "})
"""Marks over which no name goes on: dashes with blanks around them, a colon."""

_BRACKETS = "()[]"
"""Marks over which no name goes: a span with one is a slip of the tagger, and what it holds counts little."""


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


def within_sentences(spans: Sequence[RawSpan], sentences: Sequence[Sentence]) -> Iterator[RawSpan]:
    """The spans, cut at the start of a sentence: no name goes on there."""
    starts = [sentence.start for sentence in sentences]
    for span in spans:
        start = span.start
        for at in range(bisect_right(starts, span.start), bisect_left(starts, span.end)):
            yield RawSpan(start, starts[at], span.kind)
            start = starts[at]
        yield RawSpan(start, span.end, span.kind)


def tidy_spans(
    folded: str, index: WordIndex, spans: Iterable[RawSpan], fixed: Cover, owners: frozenset[int]
) -> Iterator[Candidate]:
    """Candidates from the tagger's spans.

    Args:
        folded: the article's text with quotes folded.
        index: its words.
        spans: what the tagger found.
        fixed: dates and figures: they are cut off a name's edge.
        owners: offsets at which a name that a rule knows ends; a possessive there splits the span.
    """
    for span in spans:
        kind = span.kind
        for start, end in _split_owners(folded, span.start, span.end, owners):
            words = [word for word in index.within(start, end) if word.end <= end]
            broken = any(mark in folded[start:end] for mark in _BRACKETS)
            for piece in _pieces(folded, words, kind):
                candidate = _tidied(folded, piece, kind, fixed)
                if candidate is not None:
                    yield candidate._replace(rank=Rank.FILL) if broken else candidate


def _split_owners(folded: str, start: int, end: int, owners: frozenset[int]) -> Iterator[tuple[int, int]]:
    """``start`` to ``end``, split after the possessive of every name known by itself ("Israel's Foreign Ministry")."""
    begin = start
    for match in _POSSESSIVE.finditer(folded, start, end):
        if match.start() in owners:
            yield begin, match.start()
            begin = match.end()
    yield begin, end


def _pieces(folded: str, words: list[Word], kind: Kind) -> Iterator[list[Word]]:
    """A span's words, split where no name goes on: at a slash or bracket, and for people at a small word or a title."""
    piece: list[Word] = []
    for at, word in enumerate(words):
        gap = folded[piece[-1].end : word.start] if piece else ""
        cut = any(mark in '/()[]"' for mark in gap) or gap in _BREAKS
        small = not is_capital(word.text) and word.text[0].isalpha() and folded[word.start - 1] != "-"
        inner = PARTICLES if kind is Kind.PERSON else _INSIDE_NAMES
        if piece and small and word.text not in inner:
            yield piece
            piece = []
            continue
        title = (
            kind is Kind.PERSON
            and len(piece) > 0
            and fold_word(word.text) in TITLES
            and _is_people_or_place(folded, piece)
        )
        if cut or title or (kind is not Kind.PERSON and _is_apart(words, at)):
            yield piece
            piece = []
        piece.append(word)
    yield piece


def _is_apart(words: Sequence[Word], at: int) -> bool:
    """Whether another name begins with the small word ``words[at]``: "of Max Alvarado", "and The Herald"."""
    small = words[at].text
    if small == "of":
        return is_given_and_surname(words[at + 1 : at + 3])
    return small == "and" and at + 1 < len(words) and words[at + 1].text == "The"


def _is_people_or_place(folded: str, piece: list[Word]) -> bool:
    match = gazetteer().match(folded, piece, 0)
    return match is not None and match[1] == len(piece)


def _tidied(folded: str, words: list[Word], kind: Kind, fixed: Cover) -> Candidate | None:
    """What is left of a piece without articles, titles, dates and small words at its edges; None if that is no name."""
    first, last = 0, len(words)
    while first < last and _is_off_front(words[first], kind, fixed):
        first += 1
    front = _words_in_front(folded, words[first:last], kind)
    first += front
    while front and first < last and _is_off_front(words[first], kind, fixed):
        first += 1
    while last > first and _is_off_back(folded, words[last - 1], kind, fixed):
        last -= 1
    if kind is Kind.PERSON and last - first > 2 and words[last - 1].text in _LETTERS_AFTER_NAMES:
        last -= 1
    if last - first > 1 and words[first].text in NO_ORGANISATIONS:
        first += 1
    rest = words[first:last]
    if not _is_name(folded, rest, kind):
        return None
    if len(rest) > 1 and not (kind is Kind.PERSON and fold_word(rest[0].text) in given_names()):
        kind = _kind_by_last_word(rest[-1], kind)
    rank = Rank.INSTITUTION if kind is Kind.ORG and len(rest) > 1 else Rank.NAME
    return Candidate(rest[0].start, rest[-1].end, kind, MentionSource.MODEL, rank)


def _words_in_front(folded: str, words: list[Word], kind: Kind) -> int:
    """The words of a people or an agency before a person's name: "Frenchman Romain Astor", "AFP Romain Astor"."""
    if len(words) < 2:
        return 0
    match = gazetteer().match(folded, words, 0)
    if match is None or match[1] >= len(words):
        return 0
    named = is_given_and_surname(words[match[1] :])
    if match[0].kind is Kind.GROUP:
        return match[1] if named or (kind is Kind.PERSON and not match[0].ambiguous) else 0
    return match[1] if named and match[0].kind is Kind.ORG else 0


def _is_name(folded: str, rest: list[Word], kind: Kind) -> bool:
    """Whether what is left of a piece is a name, and one that the tables don't settle."""
    if not rest or not any(is_capital(word.text) or word.text[0].isdigit() for word in rest):
        return False
    if (
        all(word.text[0].isdigit() for word in rest)
        or (len(rest) == 1 and len(rest[0].text) == 1)
        or (len(rest) == 1 and (fold_word(rest[0].text) in STARTERS or rest[0].text in NO_ORGANISATIONS))
    ):
        return False
    if kind in {Kind.PERSON, Kind.ORG} and all(fold_word(word.text) in TITLES for word in rest):
        return False
    return not _is_settled_by_tables(folded, rest)


def _kind_by_last_word(word: Word, kind: Kind) -> Kind:
    """What a name is by its last word ("the Clean Rivers Act", "Harbour Street"), else the ``kind`` that it was."""
    last = fold_word(word.text)
    if last in NO_INSTITUTION_HEADS:
        return Kind.OTHER
    return Kind.PLACE if last in STRONG_PLACE_HEADS and kind in {Kind.ORG, Kind.PERSON} else kind


def _is_off_front(word: Word, kind: Kind, fixed: Cover) -> bool:
    folded = fold_word(word.text)
    if folded in {"the", "a", "an"} or fixed.overlaps(word.start, word.end):
        return True
    if kind is Kind.PERSON and folded in TITLES:
        return True
    return not is_capital(word.text) and word.text[0].isalpha() and word.text not in PARTICLES


def _is_off_back(folded: str, word: Word, kind: Kind, fixed: Cover) -> bool:
    if fixed.overlaps(word.start, word.end):
        return True
    if folded[word.start - 1] == "-" and kind is Kind.PERSON:
        return False
    return not is_capital(word.text) and word.text[0].isalpha() and (kind is Kind.PERSON or word.text in _INSIDE_NAMES)


def _is_settled_by_tables(folded: str, words: list[Word]) -> bool:
    """Whether the words are nothing but known names ("Azerbaijan", "Baku-Tehran"): the tables say what each is.

    A place beside a body is part of its name ("Indiana Senate", "BBC Wales").
    """
    at = 0
    while at < len(words):
        if at and words[at].text in {"and", "&"}:
            at += 1
            continue
        match = gazetteer().match(folded, words, at)
        alone = match is not None and match[1] == len(words)
        if match is None or match[0].ambiguous or (match[0].kind is Kind.ORG and not alone):
            return False
        at += match[1]
    return True
