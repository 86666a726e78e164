"""The terms an article is recognised by: the first step from an article to its event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reader.analysis.events.commonwords import SHARES
from reader.analysis.events.stopwords import STOP_WORDS
from reader.models.article import STORY_LABELS, Article, LineLabel, Status

LEAD_WORDS = 400
"""Only so many words of the body count. News puts what happened first and repeats the background of the whole story
further down, so that whole bodies draw different events of one story together. B³ F1 on BASIL without dates is .985
with 200 words, .995 with 400 as with the whole text; on ECB+ (short texts) .928 and .929, with 100 it is .912."""

TITLE_WEIGHT = 2
"""The title counts as if it were said twice (DESIGN, "Events")."""

MAXIMUM_COUNT = 255
"""Counts are stored in one byte."""

MAXIMUM_LETTERS = 40
"""Longer runs of letters are no words (encoded data, hostile text)."""

REMEMBERED_WORDS = 50_000
"""Hashes are kept of so many words, some 6 MB: nine in ten words of an article were in one before."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Hashes = npt.NDArray[np.uint32]
Counts = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article.

    Attributes:
        hashes: the terms as ascending stable hashes, each once; words are even, pairs of adjacent words odd.
        counts: how often each occurs, the title counted twice; as long as ``hashes``.
    """

    hashes: Hashes
    counts: Counts

    def to_bytes(self) -> bytes:
        """Five bytes a term, for storing; ``from_bytes`` is the inverse."""
        return self.hashes.astype("<u4").tobytes() + self.counts.tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Terms:
        """The terms that ``to_bytes`` wrote."""
        size = len(data) // 5
        hashes = np.frombuffer(data, "<u4", size).astype(np.uint32, copy=False)
        return cls(hashes, np.frombuffer(data, np.uint8, size, size * 4))


def words_of(text: str, limit: int | None = None) -> list[str]:
    """The words of a text in order and in lower case, at most ``limit``, stop words included, without possessive 's."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        if limit is not None and len(found) >= limit:
            break
        if match.end() - match.start() > MAXIMUM_LETTERS:
            continue
        word = match.group().lower().replace("’", "'")
        found.append(word.removesuffix("'s"))
    return found


@lru_cache(maxsize=REMEMBERED_WORDS)
def hash_word(word: str) -> int:
    """The stable hash of a word: even, below 2³²."""
    return crc32(word.encode("utf-8", "surrogatepass")) & 0xFFFFFFFE


def hash_pair(first: str, second: str) -> int:
    """The stable hash of two adjacent words: odd, below 2³²."""
    return crc32(f"{first} {second}".encode("utf-8", "surrogatepass")) | 1


def is_content(word: str) -> bool:
    """Whether a word says something about what a text is about."""
    return len(word) > 1 and word not in STOP_WORDS


def count_terms(title: str, body: str) -> Terms:
    """The terms of a title and the first words of a body.

    Two common words make no pair ("early trading", "chief executive"): as a pair they would pass for rare, and reports
    of the same kind for reports on the same event.
    """
    return _read(title, body)[0]


def _read(title: str, body: str) -> tuple[Terms, dict[int, str]]:
    counts: dict[int, int] = {}
    written: dict[int, str] = {}
    for term, spelling, weight in _spelled_terms(title, body):
        counts[term] = counts.get(term, 0) + weight
        written[term] = spelling
    ordered = sorted(counts)
    amounts = np.array([min(counts[term], MAXIMUM_COUNT) for term in ordered], dtype=np.uint8)
    return Terms(np.array(ordered, dtype=np.uint32), amounts), written


def _spelled_terms(title: str, body: str) -> Iterator[tuple[int, str, int]]:
    """Hash, spelling and count of the terms of a title and a body, each as often as it occurs."""
    for words, weight in ((words_of(title, LEAD_WORDS), TITLE_WEIGHT), (words_of(body, LEAD_WORDS), 1)):
        previous = ""
        for word in words:
            if not is_content(word):
                previous = ""
                continue
            yield hash_word(word), word, weight
            if previous and not (previous in SHARES and word in SHARES):
                yield hash_pair(previous, word), f"{previous} {word}", weight
            previous = word


def story_text(article: Article) -> str:
    """The story lines of an article without its title, one under the other."""
    return "\n".join(
        article.text[line.start : line.end]
        for line in article.lines
        if line.label in STORY_LABELS and line.label is not LineLabel.TITLE
    )


def extract_terms(article: Article) -> Terms:
    """The terms of an article. A derived title stands in its body already and does not count again."""
    return read_terms(article)[0]


def read_terms(article: Article) -> tuple[Terms, dict[int, str]]:
    """The terms of an article, and how they are written, by their hashes."""
    stated = article.title.status is Status.STATED
    return _read(article.title.value or "" if stated else "", story_text(article))
