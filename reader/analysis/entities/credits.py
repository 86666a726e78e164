"""Names in credit lines and bylines: "(photo credit: MIRI SHIMONOVICH/FOREIGN MINISTRY)", "By LAHAV HARKOV"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import AGENCY_WORDS, INSTITUTION_HEADS, PARTICLES, STRONG_TITLES, TITLES
from reader.analysis.entities.spans import Candidate, Rank
from reader.analysis.entities.words import Word, fold_word, is_capital, words_in
from reader.models.annotations import Kind, MentionSource
from reader.models.article import LineLabel

_PARENTHESIS = re.compile(r"\(([^()\n]{2,120})\)")
"""Credits are short; the bound keeps the search linear."""

_LEAD = re.compile(
    r"^\s*(?:(?:photo|picture|image|video|illustration|file|screenshot|photograph)s?(?:\s(?:credits?|courtesy|by|from|source))?"
    r"|credits?|courtesy(?:\sof)?|source)\s?(?::|\bby\b|\bof\b)?\s*",
    re.IGNORECASE,
)

_OPEN = re.compile(
    r"(?:^|[.\s])(?:(?:photo(?:graph)?|image|picture|illustration|file photo)s?(?:\scredit)?|credit)"
    r"\s?(?::|\bby\b)\s?([^.\n()]{2,80})",
    re.IGNORECASE,
)
"""A credit without parentheses at the end of a caption: "Photograph: Jane Doe/Reuters"."""

_CREDIT_LINE = 90
"""Characters of a line that may be nothing but a credit, at most."""

_BYLINE = re.compile(r"^\s*(?:by|from|words by|written by|reporting by|text by)\s+", re.IGNORECASE)

_PART = re.compile(r"[/|,;]|\s(?:and|via|for|in)\s|\s[-–—]\s", re.IGNORECASE)

_NAME_WORDS = (2, 4)
"""Words of a photographer's or an author's name, at least and at most."""


def find_credits(folded: str, start: int, end: int, label: LineLabel) -> Iterator[Candidate]:
    """The people and organisations that the credits of one line ``folded[start:end]`` name."""
    line = folded[start:end]
    for match in _PARENTHESIS.finditer(line):
        inner = match.group(1)
        lead = _LEAD.match(inner)
        begin = start + match.start(1)
        if lead is not None and lead.end() > 0:
            yield from _parts(folded, begin + lead.end(), begin + len(inner), lonely=True)
        elif "/" in inner or _is_agency(inner):
            yield from _parts(folded, begin, begin + len(inner), lonely=False)
    if "/" in line and len(line) <= _CREDIT_LINE:
        yield from _line(folded, start, end)
    if label is LineLabel.CAPTION:
        for match in _OPEN.finditer(line):
            yield from _parts(folded, start + match.start(1), start + match.end(1), lonely=True)
    elif label is LineLabel.BYLINE:
        lead = _BYLINE.match(line)
        if lead is not None:
            yield from _parts(folded, start + lead.end(), end, lonely=True)


def _line(folded: str, start: int, end: int) -> Iterator[Candidate]:
    """The names of a line that is nothing but a credit: "Jana Sorel/Northlight via Getty Images"."""
    parts = list(_parts(folded, start, end, lonely=False))
    agencies = [one for one in parts if one.kind is Kind.ORG and _is_agency(folded[one.start : one.end])]
    if agencies and len(parts) == len(_PART.findall(folded[start:end])) + 1:
        yield from parts


def _is_agency(text: str) -> bool:
    known = gazetteer().known(text)
    return known is not None and known.kind is Kind.ORG


def _parts(folded: str, start: int, end: int, *, lonely: bool) -> Iterator[Candidate]:
    """The names between ``start`` and ``end``; ``lonely``: a single one is taken without a known agency beside it."""
    text = folded[start:end]
    borders = [0, *(edge for match in _PART.finditer(text) for edge in match.span()), len(text)]
    found = [
        candidate
        for begin, stop in zip(borders[::2], borders[1::2], strict=True)
        if (candidate := _part(folded, start + begin, start + stop)) is not None
    ]
    if lonely or any(candidate.kind is Kind.ORG for candidate in found):
        yield from found


def _part(folded: str, start: int, end: int) -> Candidate | None:
    """The one name that makes up a part of a credit; None where it is a sentence, a date or nothing."""
    words = [
        word
        for word in words_in(folded, start, end)
        if fold_word(word.text) not in {"the", "photo", "photos"} or end - start < 12
    ]
    while words and fold_word(words[0].text) in STRONG_TITLES:
        words = words[1:]
    if not words or len(words) > 2 * _NAME_WORDS[1]:
        return None
    if any(
        not is_capital(word.text) and word.text not in PARTICLES and word.text not in {"of", "for"} for word in words
    ):
        return None
    if not any(letter.isalpha() for letter in words[0].text):
        return None
    kind = _kind(words)
    if kind is None:
        return None
    return Candidate(words[0].start, words[-1].end, kind, MentionSource.RULE, Rank.CREDIT)


def _kind(words: list[Word]) -> Kind | None:
    folded = [fold_word(word.text) for word in words]
    known = gazetteer().by_key.get(" ".join(folded))
    if known is not None:
        return known.kind if known.kind in {Kind.ORG, Kind.PLACE} else None
    if any(word in AGENCY_WORDS or word in INSTITUTION_HEADS for word in folded) or "of" in folded:
        return Kind.ORG
    if folded[-1] in TITLES or folded[0] in {"our", "by", "staff"}:
        return None
    if any(word.text[-1].isdigit() for word in words):
        return Kind.ORG if len(words) == 1 and words[0].text[0].isalpha() else None
    if _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1]:
        return Kind.PERSON
    return Kind.ORG if len(words) == 1 and words[0].text.isupper() else None
