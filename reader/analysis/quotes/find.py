"""The quotations of an article, each with the speaker that the text around it suggests.

Stands after sentences and names. Quoted stretches come from ``marks``; single words and titles in quote marks are left
out; then every stretch is attributed (``speakers``), and what stands alone continues the quotation before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reader.analysis.quotes.marks import Quoted, opens_with_mark, quoted_stretches
from reader.analysis.quotes.people import People
from reader.analysis.quotes.speakers import (
    BY_CONTINUATION,
    BY_PULL_QUOTE,
    NOBODY,
    Attribution,
    attribute,
    person_in_focus,
)
from reader.analysis.wordlists import words
from reader.models.annotations import Mention, Quotation, Sentence
from reader.models.article import NOISE_LABELS, Article, LineLabel

_UNQUOTED: Final = NOISE_LABELS | {LineLabel.BYLINE, LineLabel.SOURCE, LineLabel.DATE}
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
LEAST_WORDS: Final = 3
"""Words from which a quoted stretch is a quotation; one or two words are terms, titles or irony, unless they are a
whole statement ("No comment,")."""
_TITLE_SMALL: Final = words("a an the of in on at by for to and or with from as is")
_NAME_LINE = re.compile(
    r"\s*(?:[-–—―~]+\s*)?(?P<name>[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){0,5}?)(?:\s*[,(–—-].{0,60})?\s*"
)
_SIGNATURE = re.compile(r"\s*[-–—―~]{1,2}\s*(?P<name>[^\W\d_][^,(;:]{1,60}?)(?:[,(].{0,60})?\s*")
"""A name behind a dash after the quotation ("“…” — Maria Reyes, engineer")."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A quoted stretch, the number of its line, and whether it fills that line."""

    quoted: Quoted
    line: int
    alone: bool


def find_quotations(
    article: Article, sentences: Sequence[Sentence], mentions: Iterable[Mention]
) -> tuple[Quotation, ...]:
    """The quotations of the article with their marks, in reading order, without overlaps.

    ``mentions`` name the possible speakers. A quotation over several paragraphs is one for each paragraph.
    """
    text = article.text
    stretches = _stretches(article)
    people = People(text, blanked(text, [stretch.quoted for stretch in stretches]), tuple(mentions))
    hidden = blanked(text, [stretch.quoted for stretch in stretches])
    kept = [stretch for stretch in stretches if is_statement(text, stretch.quoted)]
    starts = [sentence.start for sentence in sentences]
    own = [_own(text, hidden, people, stretch, sentences, starts) for stretch in kept]
    said = _carried_on(article, kept, own, people, hidden)
    return tuple(
        Quotation(stretch.quoted.start, stretch.quoted.end, voice.speaker, voice.cue, voice.confidence)
        for stretch, voice in zip(kept, said, strict=True)
    )


def _stretches(article: Article) -> list[_Placed]:
    found: list[_Placed] = []
    for number, line in enumerate(article.lines):
        if line.label in _UNQUOTED:
            continue
        for quoted in quoted_stretches(article.text, line.start, line.end):
            rest = article.text[line.start : quoted.start] + article.text[quoted.end : line.end]
            found.append(_Placed(quoted, number, not rest.strip()))
    return found


def blanked(text: str, stretches: Iterable[Quoted]) -> str:
    """The text with every quoted stretch replaced by as many blanks."""
    pieces: list[str] = []
    at = 0
    for stretch in stretches:
        pieces += [text[at : stretch.start], " " * (stretch.end - stretch.start)]
        at = stretch.end
    return "".join([*pieces, text[at:]])


def is_statement(text: str, quoted: Quoted) -> bool:
    """Whether a quoted stretch is something said, not a term, a title or a word held at arm's length."""
    inner = text[quoted.start + 1 : quoted.end - quoted.closed].strip()
    words = [match.group() for match in _WORD.finditer(inner)]
    ends = inner[-1:]
    if len(words) < LEAST_WORDS:
        return len(words) == 2 and ends in {",", "!", "?"}
    if ends in {",", ".", "!", "?", "…"}:
        return True
    return not all(word[0].isupper() or word[0].isdigit() or word.lower() in _TITLE_SMALL for word in words)


def _own(
    text: str,
    hidden: str,
    people: People,
    stretch: _Placed,
    sentences: Sequence[Sentence],
    starts: Sequence[int],
) -> Attribution:
    first = max(0, bisect_right(starts, stretch.quoted.start) - 1)
    last = max(0, bisect_right(starts, stretch.quoted.end - 1) - 1)
    if not sentences:
        return NOBODY
    bounds = (min(sentences[first].start, stretch.quoted.start), max(sentences[last].end, stretch.quoted.end))
    return attribute(text, hidden, people, (stretch.quoted.start, stretch.quoted.end), bounds)


def _carried_on(
    article: Article, kept: Sequence[_Placed], own: Sequence[Attribution], people: People, hidden: str
) -> list[Attribution]:
    """The attributions with those filled in that a quotation takes from its neighbours."""
    said = list(own)
    for index, stretch in enumerate(kept):
        if said[index].speaker is None and not said[index].cue:
            said[index] = _pulled(article, kept, own, index, people) or NOBODY
        if said[index].speaker is not None or index == 0 or said[index].cue:
            continue
        before = kept[index - 1]
        bare = _is_bare(article, stretch, hidden)
        if (bare and (before.line == stretch.line or _continues(article, before, stretch))) or (
            bare and stretch.alone and 0 < stretch.line - before.line <= 1
        ):
            said[index] = _continued(said[index - 1])
    for index in range(len(kept) - 2, -1, -1):
        if said[index].speaker is None and _continues(article, kept[index], kept[index + 1]):
            said[index] = _continued(said[index + 1])
    for index, stretch in enumerate(kept):
        line = article.lines[stretch.line]
        if said[index].speaker is None and not said[index].cue and _is_bare(article, stretch, hidden):
            floor = article.lines[stretch.line - 1].start if stretch.alone and stretch.line else line.start
            said[index] = person_in_focus(people, stretch.quoted.start, floor)
    return said


def _continued(voice: Attribution) -> Attribution:
    return Attribution(voice.speaker, "", min(voice.confidence, BY_CONTINUATION)) if voice.speaker else NOBODY


def _continues(article: Article, first: _Placed, second: _Placed) -> bool:
    """Whether a quotation was left open at its paragraph's end and the next paragraph opens with a mark again."""
    if first.quoted.closed or not 0 < second.line - first.line <= 3:
        return False
    line = article.lines[second.line]
    between = article.lines[first.line + 1 : second.line]
    return opens_with_mark(article.text, second.quoted.start, line.end) and all(
        other.label in _UNQUOTED for other in between
    )


def _is_bare(article: Article, stretch: _Placed, hidden: str) -> bool:
    """Whether a quotation makes whole sentences: nothing of its sentence stands outside of it."""
    line = article.lines[stretch.line]
    before = hidden[line.start : stretch.quoted.start].rstrip()
    after = hidden[stretch.quoted.end : line.end].lstrip()
    inner = article.text[stretch.quoted.start : stretch.quoted.end].rstrip("\"”»’' ")
    return (not before or before[-1] in ".!?…:") and (not after or inner[-1:] in ".!?…")


def _pulled(
    article: Article, kept: Sequence[_Placed], own: Sequence[Attribution], index: int, people: People
) -> Attribution | None:
    """The speaker of a pull quote: the name in the line under it, or whoever says the same words in the text."""
    stretch = kept[index]
    whole = article.lines[stretch.line]
    signed = _SIGNATURE.fullmatch(article.text, stretch.quoted.end, min(whole.end, stretch.quoted.end + 120))
    if signed is not None and whole.end - stretch.quoted.end <= 120 and people.knows(signed["name"]):
        return Attribution(people.fullest(signed["name"]), "", BY_PULL_QUOTE)
    if not stretch.alone:
        return None
    if stretch.line + 1 < len(article.lines):
        line = article.lines[stretch.line + 1]
        name = _NAME_LINE.fullmatch(article.text, line.start, min(line.end, line.start + 120))
        if name is not None and line.end - line.start <= 120 and people.knows(name["name"]):
            return Attribution(people.fullest(name["name"]), "", BY_PULL_QUOTE)
    words = _folded(article.text, stretch.quoted)
    for other, voice in zip(kept, own, strict=True):
        if other is not stretch and voice.speaker and _folded(article.text, other.quoted) == words:
            return Attribution(voice.speaker, "", BY_PULL_QUOTE)
    return None


def _folded(text: str, quoted: Quoted) -> str:
    return " ".join(match.group().lower() for match in _WORD.finditer(text, quoted.start, quoted.end))
