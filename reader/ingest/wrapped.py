"""Paragraphs that somebody's mail program or editor has broken into lines of one width, joined again.

A program breaks a line where the next word no longer fits. So a line is broken, and not ended, if the first word of
the next one would have passed the width; headings, lists and verse have lines that had room for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.ingest.phrases import words_of

NARROWEST, WIDEST = 45, 100
"""Characters of a broken line: programs wrap at 60 to 80, 100 leaves room for editors."""

SLACK = 18
"""Characters by which a full line may stay below the widest: the next line's first word did not fit."""

FEWEST = 3
"""Lines that show a width; two lines under each other are often a headline and its byline."""

LONGEST_WORD = 80
"""Characters in which the word at a line's end stands."""

SHORT = 0.6
"""Share of the width below which a line is not broken by hand either."""

GOES_ON = 0.25
"""Share of the breaks inside of sentences behind which a small letter stands: German has half, a masthead none."""

RAGGED = 0.15
"""Share of the lines of a paragraph that may be broken early: before words in quotes, by a person's hand."""

_STOPS = (".", "!", "?", "…", ":", "。", "！", "？")
_CLOSERS = "\"'”’»)]"
_ITEM = re.compile(r"\s*(?:[-*•▪·►●○–—]|\d{1,3}[.)]|[a-z][.)]|>)\s")
_BROKEN_WORD = re.compile(r"[^\W\d_](?:-|\u2010)$")
_COMPOUND = words_of(
    """
    all anti co cross counter ex far first half high hard ill inter long low mid multi near neo non off one over pan
    post pre pro pseudo quasi re second self semi short so still sub third three two four five six seven eight nine ten
    twenty thirty forty fifty sixty seventy eighty ninety ultra vice well
    """
)
"""First parts of English words that are written with a hyphen, wherever the line ends."""


def join_wrapped(text: str) -> str:
    """The text with the lines of broken paragraphs joined, and words that were parted at a line's end whole.

    Paragraphs stay apart by their blank lines, or by lines that end early.
    """
    lines = text.split("\n")
    blocks = list(_blocks(lines))
    width = max((_width([lines[at] for at in block]) for block in blocks), default=0)
    if not width:
        return text
    written: list[str] = []
    words = None
    at = 0
    for block in blocks:
        written.extend(lines[at : block.start])
        run = [lines[index] for index in block]
        if len(run) > 1 and (_width(run) or _is_short_paragraph(run, width)):
            words = words or _words_of(text)
            written.extend(_joined(run, _width(run) or width, words))
        else:
            written.extend(run)
        at = block.stop
    return "\n".join([*written, *lines[at:]])


def _blocks(lines: Sequence[str]) -> Iterator[range]:
    """Lines that stand under each other without a blank line."""
    first = None
    for index, line in enumerate((*lines, "")):
        if line.strip():
            first = index if first is None else first
        elif first is not None:
            yield range(first, index)
            first = None


def _width(block: Sequence[str]) -> int:
    """The width at which a block's lines are broken; 0 if they are lines of their own."""
    if len(block) < FEWEST:
        return 0
    lines = [line.strip() for line in block]
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return 0
    breaks = [(line, after) for line, after in pairwise(lines) if not _ends_paragraph(line, after, width)]
    full = sum(_is_full(line, after, width) for line, after in breaks)
    inside = [after for line, after in breaks if not _is_stopped(line)]
    if len(breaks) < FEWEST - 1 or len(inside) * 2 < len(breaks):
        return 0
    if sum(after[:1].isalpha() and not after[:1].isupper() for after in inside) < GOES_ON * len(inside):
        return 0
    return width if len(breaks) - full <= RAGGED * len(breaks) else 0


def _is_short_paragraph(block: Sequence[str], width: int) -> bool:
    """Whether a block of two lines is a paragraph of a text that is broken at this width."""
    first, second = block[0].strip(), block[-1].strip()
    if len(block) != FEWEST - 1 or len(first) > width or not _is_full(first, second, width):
        return False
    return _is_stopped(second) or second[:1].islower()


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted behind this one."""
    return len(line) + 1 + len(after.partition(" ")[0]) > width or _is_broken_word(line, after)


def _ends_paragraph(line: str, after: str, width: int) -> bool:
    """Whether a line ends a paragraph without a blank line below: it had room, and ends as a sentence or a heading."""
    if _ITEM.match(after):
        return True
    heading = len(line) < SHORT * width and not after[:1].islower()
    return (_is_stopped(line) or heading) and not _is_full(line, after, width)


def _is_stopped(line: str) -> bool:
    return line.rstrip(_CLOSERS).endswith(_STOPS)


def _is_broken_word(line: str, after: str) -> bool:
    return after[:1].islower() and _BROKEN_WORD.search(line) is not None


def _joined(block: Sequence[str], width: int, words: frozenset[str]) -> Iterator[str]:
    """The paragraphs of a block, one line each."""
    paragraph = block[0].rstrip()
    last = block[0].strip()
    for line in block[1:]:
        bare = line.strip()
        if _ends_paragraph(last, bare, width):
            yield paragraph
            paragraph = line.rstrip()
        elif _is_broken_word(last, bare):
            paragraph = _whole_word(paragraph, bare, words)
        else:
            glue = "" if last.endswith(("-", "—", "–", "/")) and not last.endswith((" -", " –", " —")) else " "
            paragraph += glue + bare
        last = bare
    yield paragraph


def _whole_word(paragraph: str, rest: str, words: frozenset[str]) -> str:
    """The paragraph with the rest of its last word; the hyphen stays if the word is written with one."""
    head = re.split(r"[\s(“\"‘']", paragraph[-LONGEST_WORD:])[-1][:-1].lower()
    tail = re.match(r"[^\W\d_]*", rest)
    tail_word = tail[0].lower() if tail else ""
    compound = f"{head}-{tail_word}" in words or head in _COMPOUND or "-" in head
    if head + tail_word in words or not (compound or (head in words and tail_word in words)):
        return paragraph[:-1] + rest
    return paragraph + rest


def _words_of(text: str) -> frozenset[str]:
    """The words that the text writes inside of its lines, in lower case, those with hyphens too."""
    return frozenset(re.findall(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])", text.lower()))


def is_wrapped(lengths: Sequence[int]) -> bool:
    """Whether lines of these lengths are one paragraph broken at a width."""
    full = lengths[:-1]
    widest = max(full)
    return (
        NARROWEST <= widest <= WIDEST
        and min(full) >= max(NARROWEST - SLACK, widest - SLACK)
        and lengths[-1] <= widest + 1
    )
