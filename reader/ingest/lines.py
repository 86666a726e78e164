"""A decoded text cut into the lines that the labelling looks at, with what can be seen of each line by itself.

First step after decoding. Every later step looks at a bounded part of a line (its head and tail), so that the whole
labelling stays linear even if an article is one line of ten megabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.ingest import dates

WINDOW = 400
"""Characters looked at from either end of a line. The longest credit lines and form sentences seen have about 300."""

HEADLINE_AREA = 8
"""Lines from the top on which a scraper's date prefix is looked for."""

_CLOSERS = "\"'”’»)]*_"
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_FOLD = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "), ("‑", "-"))
_EASTERN = re.compile("[\u0e00-\u0eff\u2e80-\U0010ffff]")
_BULLETS = ("-", "*", "•", "–", "—", "▪", "·", "►", "●", "○")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that is not blank.

    Attributes:
        number: its number in the text, from 1, blank lines counted.
        start: offset of its first character (leading blanks included).
        end: offset after its last one, the line break excluded.
        text: its words: without blanks around them and without a scraper's date prefix.
        low: its first ``WINDOW`` characters in lower case with plain quotes: what patterns are matched on.
        tail: its last ``WINDOW`` characters as written.
        words: about how many words it has (scripts without blanks are counted by length).
        stopped: whether it ends as a sentence does.
        gap: whether a blank line (or nothing) stands before it.
        stamp: the date of a scraper's prefix, ISO, or "".
        stamp_end: offset of the words after that prefix; 0 if there is none.
    """

    number: int
    start: int
    end: int
    text: str
    low: str
    tail: str
    words: int
    stopped: bool
    gap: bool
    stamp: str = ""
    stamp_end: int = 0

    @property
    def key(self) -> str:
        """What two printings of the same line share; only for lines that fit the window."""
        return " ".join(self.low.split())

    @property
    def is_list_item(self) -> bool:
        """Whether it begins as an item of a list does."""
        head = self.text[:4]
        return head.startswith(_BULLETS) or (head[:1].isdigit() and head.lstrip("0123456789")[:1] in {".", ")"})

    @property
    def is_quoted(self) -> bool:
        """Whether it begins with a quote mark."""
        return self.text[0] in "\"'“‘«„"


LABELLED_LINES = 20_000
"""Lines that are looked at; what follows is body. A book has 10,000, an article some hundred."""


def fold(text: str) -> str:
    """The text in lower case with plain quotes and blanks, for matching; for ASCII of the same length."""
    if not text.isascii():
        for sign, plain in _FOLD:
            text = text.replace(sign, plain)
    return text.lower()


def split_lines(text: str) -> tuple[TextLine, ...]:
    """The lines of the text that are not blank, the first ``LABELLED_LINES`` of them."""
    found: list[TextLine] = []
    start, gap = 0, True
    for number, end in enumerate(_ends(text, 0), 1):
        raw = text[start:end]
        words = raw.strip()
        if words:
            line = _line(number, start, end, words, gap=gap)
            found.append(_without_prefix(line, start + raw.index(words[0])) if len(found) < HEADLINE_AREA else line)
            if len(found) == LABELLED_LINES:
                break
        gap = not words
        start = end + 1
    return tuple(found)


def lines_after(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The start and end of each line that is not blank, from the one that starts at ``start`` on."""
    for end in _ends(text, start):
        if text[start:end].strip():
            yield start, end
        start = end + 1


def _ends(text: str, start: int) -> Iterator[int]:
    """Where the lines from ``start`` on end, one by one: in a list they would take far more room than the text."""
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield end
        start = end + 1


def _line(number: int, start: int, end: int, text: str, *, gap: bool) -> TextLine:
    tail = text[-WINDOW:]
    return TextLine(
        number=number,
        start=start,
        end=end,
        text=text,
        low=fold(text[:WINDOW]),
        tail=tail,
        words=_count_words(text),
        stopped=(tail.rstrip(_CLOSERS) or tail).endswith(_STOPS),
        gap=gap,
    )


def _count_words(text: str) -> int:
    """About how many words: two characters make one in the scripts of East Asia, which have no blanks."""
    head = text[:60]
    if not head.isascii() and len(_EASTERN.findall(head)) * 2 > len(head):
        return len(text) // 2
    return max(text.count(" ") + 1, len(text) // 12)


def _without_prefix(line: TextLine, begin: int) -> TextLine:
    """The line without the words "date 2023-04-19" that some scrapers put before a page's first words.

    Args:
        line: a line near the top.
        begin: offset of its first character that is not blank.
    """
    prefix = dates.scraper_prefix(line.text[:WINDOW])
    if prefix is None:
        return line
    words = line.text[prefix.end :].lstrip()
    bare = _line(line.number, line.start, line.end, words, gap=line.gap)
    return replace(bare, stamp=prefix.iso, stamp_end=begin + len(line.text) - len(words))
