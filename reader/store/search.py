"""Where words stand: candidates from the full-text index, newest first, exact places from the texts themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from reader.models.listing import TextHit
from reader.store.articles import read_text
from reader.store.database import Database
from reader.store.folding import PAIRS, fold, words_of

_FEW = 1000
"""Articles up to which all that match are put into order."""

_PROBED = 40
"""The newest articles, whose texts are looked through first: what is frequent fills the page from them, and the index
would have to put together all that begins so before it gives its first article."""

_IN_ONE_ARTICLE = 50
"""Hits of one article in a search of all: a word on every line must not hide the other articles."""

_CONTEXT = 60
"""Characters of a snippet on either side of the hit: a line of 160 columns."""

_MOST_PHRASES = 50
"""Words and phrases of a search that are looked for; the index does not take more than 256."""

_GAP = r"[\W_]{1,20}"
"""What may stand between two words of a phrase."""

_MARK = "[\u0300-\u036f]?"
"""An accent written as a character of its own."""

_PARTS = re.compile(r'["“”„]([^"“”„]*)["“”„]?|(\S+)')


def search(database: Database, query: str, limit: int, article: int | None) -> tuple[TextHit, ...]:
    """Where words or phrases stand; see ``Library.search``."""
    phrases = _phrases(query)
    if not phrases:
        return ()
    if article is not None:
        text = read_text(database, article)
        return () if text is None else tuple(islice(_hits(article, text, phrases, inside=True), limit))
    found: list[TextHit] = []
    for candidate in _candidates(database, phrases):
        text = read_text(database, candidate)
        if text is not None:
            found += islice(_hits(candidate, text, phrases, inside=False), min(limit - len(found), _IN_ONE_ARTICLE))
        if len(found) >= limit:
            break
    return tuple(found)


def _phrases(query: str) -> tuple[tuple[str, ...], ...]:
    """The query as phrases, each a tuple of words; a word without quote marks is a phrase of its own."""
    found = (tuple(words_of(quoted or word)) for quoted, word in _PARTS.findall(query))
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))[:_MOST_PHRASES]


def _match(phrases: tuple[tuple[str, ...], ...]) -> str:
    """The phrases in the index's own language; the last word may go on."""
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases) + " *"


def _candidates(database: Database, phrases: tuple[tuple[str, ...], ...]) -> Iterator[int]:
    """Articles that hold all phrases, newest first: the newest of all by their texts, the others by the index."""
    newest = [
        row[0] for row in database.rows("SELECT id FROM article ORDER BY sort_at DESC, id DESC LIMIT ?", (_PROBED,))
    ]
    each = [_pattern((phrase,), inside=False, ends=phrase is not phrases[-1]) for phrase in phrases]
    for article in newest:
        folded = fold(read_text(database, article) or "")
        if all(pattern.search(folded) for pattern in each):
            yield article
    probed = set(newest)
    match = _match(phrases)
    few = database.rows("SELECT rowid FROM fulltext WHERE fulltext MATCH ? LIMIT ?", (match, _FEW + 1))
    # Few are put into order; of many, the first ones are met soon on a walk in the order of time.
    walked = "INDEXED BY article_by_time" if len(few) > _FEW else ""
    for (article,) in database.each(
        f"""
        SELECT id FROM article {walked} WHERE id IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)
        ORDER BY sort_at DESC, id DESC
        """,
        (match,),
    ):
        if article not in probed:
            yield article


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[tuple[str, ...], ...], *, inside: bool, ends: bool = False) -> re.Pattern[str]:
    """Any of the phrases, its words with anything but letters and digits between; whole words, the last may go on.

    With ``ends`` it may not. ``inside``: also in the middle of words.
    """
    found = []
    for index, phrase in enumerate(phrases):
        body = _GAP.join(_spellings(fold(word)) for word in phrase)
        last = index == len(phrases) - 1 and not ends
        found.append(body if inside else rf"(?<![^\W_]){body}" + ("" if last else r"(?![^\W_])"))
    return re.compile("|".join(found))


def _spellings(word: str) -> str:
    """A folded word as it may be written: with accents of their own, with one letter for two."""
    pieces = re.split(f"({'|'.join(PAIRS)})", word)
    plain = [_MARK.join(re.escape(letter) for letter in piece) + _MARK for piece in pieces]
    return "".join(
        f"(?:{written}|{PAIRS[piece]})" if piece in PAIRS else written
        for piece, written in zip(pieces, plain, strict=True)
        if piece
    )


def _hits(article: int, text: str, phrases: tuple[tuple[str, ...], ...], *, inside: bool) -> Iterator[TextHit]:
    """The places in one text, in reading order: of all the words as one phrase if they stand so, else of each."""
    folded = fold(text)
    together = (tuple(word for phrase in phrases for word in phrase),)
    pattern = _pattern(together, inside=inside)
    if pattern.search(folded) is None:
        pattern = _pattern(phrases, inside=inside)
    for place in pattern.finditer(folded):
        yield _hit(article, text, place.start(), place.end())


def _hit(article: int, text: str, start: int, end: int) -> TextHit:
    """A hit with the words around it, on one line, cut at blanks."""
    first = max(start - _CONTEXT, 0)
    if first:
        first = max(text.find(" ", first, start) + 1, first)
    last = min(end + _CONTEXT, len(text))
    if last < len(text):
        blank = text.rfind(" ", end, last)
        last = blank if blank > 0 else last
    before, hit, after = (" ".join(part.split()) for part in (text[first:start], text[start:end], text[end:last]))
    lead = ("… " if first else "") + before + (" " if text[first:start] != text[first:start].rstrip() else "")
    trail = (" " if text[end:last] != text[end:last].lstrip() else "") + after + (" …" if last < len(text) else "")
    return TextHit(article, start, end, lead + hit + trail, (len(lead), len(lead) + len(hit)))
