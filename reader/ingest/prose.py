"""The block of prose in a whole page that somebody has copied as text: menus before it, links and comments after it.

Maximum subsequence segmentation (Pasternack & Roth, WWW 2009): each line counts for the article by its words if it
reads as a paragraph, and against it if not; the article is the stretch whose sum is the largest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reader.ingest.lines import TextLine
from reader.ingest.phrases import any_of
from reader.models.article import LineLabel

PARAGRAPH_WORDS = 9
"""Words from which a line that ends as a sentence reads as a paragraph."""

LONG_WORDS = 22
"""Words from which any line does."""

MOST_WORDS = 60
"""Words that a paragraph counts for at most: one long line of legal text must not outweigh an article."""

AGAINST: Final = 6
"""What a line that is no paragraph counts against: headings and captions inside of an article are one in four lines."""

BARRIER: Final = 200
"""What the heading of comments counts against: below it stand paragraphs that are not the article's."""

SIGN: Final = 60
"""What a line counts against that stands at an article's end or beside a comment: a comment has about 50 words."""

GAP: Final = 200
"""What is lost between two texts of a page, and hardly ever inside of one: some twenty lines that are no paragraphs."""

NEAR = 0.5
"""Share of the largest sum that makes a stretch the article if it is the first such one."""

FEWEST_LINES = 25
"""Lines of the shortest page with its menus; an article alone has fewer short ones."""

SHORT_SHARE = 0.4
"""Share of lines that are no paragraphs, from which a text is a whole page."""

FEWEST_OUTSIDE = 12
"""Short lines outside of the prose that make a text a whole page."""

HEAD_LINES = 14
"""Lines above the first paragraph in which the headline stands, with its byline and date."""

_BARRIER = re.compile(
    any_of(
        r"""
(?:\d+ )?(?:comments?|responses?|replies|kommentare?|antworten|commentaires?|comentarios|commenti|reacties)
(?:\d+ )?(?:comments?|responses?|replies|thoughts|kommentare?|gedanken) (?:on|to|zu|zum)\b.{0,120}
(?:leave|post|add|write) (?:a|your) (?:reply|comment).{0,20}|schreibe? einen kommentar.{0,20}|kommentar schreiben
laisser un commentaire.{0,20}|deja un comentario.{0,20}|join the (?:discussion|conversation)
"""
    )
    + r"[\s:.(\d)]*"
)
_SIGN = re.compile(
    any_of(
        r"""
reply|reply to this.{0,20}|antworten|antwort|répondre|responder|rispondi|beantwoorden|permalink|report (?:comment|abuse)
.{2,40} (?:says|said|wrote|sagt|sagte|meint|schreibt|schrieb|dit|dice|commented)(?: on .{0,40}| am .{0,40})?
(?:comment|kommentar|commentaire) (?:by|von|de) .{2,60}|(?:pingback|trackback)s?\b.{0,200}|like this|liken
(?:share|teilen)(?: this| mit| on| auf| via)?\b.{0,30}|gefällt mir.{0,20}
(?:ähnliche|weitere|mehr) (?:beiträge|artikel|themen)
(?:most|more) (?:read|popular|viewed|from|on)\b.{0,40}|recent (?:posts|comments)|you may also.{0,40}|beliebteste artikel
"""
    )
    + r"[\s:.…]*"
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def prose_block(lines: Sequence[TextLine], labels: Sequence[LineLabel | None]) -> range | None:
    """The indexes of a whole page's article, headline included; None if the text is no whole page.

    Args:
        lines: all lines of the text.
        labels: what lines show by themselves; a line that is known for noise needs no cutting and counts little.
    """
    if len(lines) < FEWEST_LINES:
        return None
    values = [_value(line, label) for line, label in zip(lines, labels, strict=True)]
    if sum(value < 0 for value in values) < SHORT_SHARE * len(lines):
        return None
    best = _article(values)
    if best is None:
        return None
    outside = sum(value < -1 for index, value in enumerate(values) if index not in best)
    return range(_headline(lines, best), best.stop) if outside >= FEWEST_OUTSIDE else None


def _value(line: TextLine, label: LineLabel | None) -> int:
    if line.words <= PARAGRAPH_WORDS and _BARRIER.fullmatch(line.low):
        return -BARRIER
    if line.words <= PARAGRAPH_WORDS and _SIGN.fullmatch(line.low):
        return -SIGN
    if label not in {None, LineLabel.BODY}:
        return -1
    is_paragraph = (line.stopped and line.words >= PARAGRAPH_WORDS) or line.words >= LONG_WORDS
    return min(line.words, MOST_WORDS) if is_paragraph else -AGAINST


def _article(values: Sequence[int]) -> range | None:
    """The first stretch whose sum is near the largest one: comments below an article may have more words than it."""
    stretches = list(_stretches(values))
    most = max((total for total, _ in stretches), default=0)
    return next((stretch for total, stretch in stretches if total >= NEAR * most), None)


def _stretches(values: Sequence[int]) -> Iterator[tuple[int, range]]:
    """Stretches with their sums, each from its first line up to where its sum is the largest (Kadane's algorithm).

    A stretch ends where more than ``GAP`` is lost behind its largest sum, or all of it.
    """
    total = best = start = 0
    end = -1
    for index, value in enumerate(values):
        if total <= 0 or best - total > GAP:
            if best > 0:
                yield best, range(start, end)
            total = best = 0
            start = index
        total += value
        if total > best:
            best, end = total, index + 1
    if best > 0:
        yield best, range(start, end)


def _headline(lines: Sequence[TextLine], block: range) -> int:
    """The index at which the article begins: its headline above the first paragraph shares most words with the text."""
    said = set(_WORD.findall(" ".join(line.low for line in lines[block.start : block.start + HEAD_LINES])))
    best, found = 0.0, block.start
    for index in range(max(0, block.start - HEAD_LINES), block.start):
        line = lines[index]
        words = _WORD.findall(line.low)
        shared = sum(word in said for word in words)
        if line.words <= LONG_WORDS and shared > 1 and shared * shared / len(words) > best:
            best, found = shared * shared / len(words), index
    return found
