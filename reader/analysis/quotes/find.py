"""The quotations of an article, each with the speaker that the text around it suggests.

Stands after sentences and names. Quoted stretches come from ``marks``; single words and titles in quote marks are left
out; then every stretch is attributed (``speakers``), and what stands alone continues the quotation before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reader.analysis.quotes.cues import SPEECH_VERBS, verbs_in
from reader.analysis.quotes.marks import Quoted, opens_with_mark, quoted_stretches
from reader.analysis.quotes.people import People
from reader.analysis.quotes.speakers import attribute, last_inside, subject_of
from reader.analysis.quotes.voices import BY_CONTINUATION, BY_PULL_QUOTE, NOBODY, Attribution, person_in_focus
from reader.analysis.wordlists import words
from reader.models.annotations import Mention, Quotation, Sentence
from reader.models.article import NOISE_LABELS, Article, LineLabel

_HEADS: Final = frozenset({LineLabel.TITLE, LineLabel.STANDFIRST, LineLabel.CROSSHEAD, LineLabel.CAPTION})
"""Lines that repeat what the text quotes and continue nothing."""
_UNQUOTED: Final = NOISE_LABELS | {LineLabel.BYLINE, LineLabel.SOURCE, LineLabel.DATE}
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
LEAST_WORDS: Final = 3
"""Words from which a quoted stretch is a quotation; one or two words are terms, titles or irony, unless they are a
whole statement ("No comment,")."""
NAME_REACH: Final = 120
"""Characters of a line that is but a name, with what the person is."""
NEAR: Final = 80
"""Characters beside a quotation that tell whether it stands alone."""
_GOES_ON_AFTER: Final = frozenset("?!…—–-,")
"""Ends of a quotation after which its sentence may go on with a capital letter."""
_PARENTHESIS = re.compile(r"\([^()\n]{1,40}\)")
"""A short aside whose names do nothing: "(R-Utah)"."""
_CLOSED_SENTENCES: Final = tuple(end + mark for end in ".!?" for mark in "”\"’'")
"""Ends of a sentence that closes with quoted words."""
_TITLE_SMALL: Final = words("a an the of in on at by for to and or with from as is")
_NAME_LINE = re.compile(
    r"\s*(?:[-–—―~]+\s*)?(?P<name>[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){0,5}?)(?:\s*[,(–—-].{0,60})?\s*"
)
_SIGNATURE = re.compile(r"\s*[-–—―~]{1,2}\s*(?P<name>[^\W\d_][^,(;:]{1,60}?)\.?(?:[,(].{0,60})?\s*")
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){1,3}")
"""A name behind a dash after the quotation ("“…” — Maria Reyes, engineer")."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A quoted stretch, the number of its line, and whether it fills that line."""

    quoted: Quoted
    line: int
    alone: bool


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The words of all quotations that have a speaker, one after another, and where each begins."""

    words: str
    starts: tuple[int, ...]
    voices: tuple[Attribution, ...]

    @classmethod
    def of(cls, text: str, attributed: Iterable[tuple[_Placed, Attribution]]) -> _Spoken:
        """The quotations with a speaker among those given."""
        named = [(_folded(text, stretch.quoted), voice) for stretch, voice in attributed if voice.speaker]
        starts = tuple(accumulate((len(words) + 3 for words, _ in named), initial=0))
        return cls("".join(f" {words} \n" for words, _ in named), starts, tuple(voice for _, voice in named))

    def voice_of(self, words: str) -> Attribution:
        """Whoever says these words in one of them; ``NOBODY`` if none does."""
        at = self.words.find(f" {words} ")
        return self.voices[bisect_right(self.starts, at) - 1] if at >= 0 else NOBODY


def find_quotations(
    article: Article, sentences: Sequence[Sentence], mentions: Iterable[Mention]
) -> tuple[Quotation, ...]:
    """The quotations of the article with their marks, in reading order, without overlaps.

    ``mentions`` name the possible speakers. A quotation over several paragraphs is one for each paragraph.
    """
    text = article.text
    stretches = _stretches(article)
    hidden = blanked(text, [stretch.quoted for stretch in stretches])
    people = People(text, hidden, tuple(mentions), [sentence.start for sentence in sentences])
    kept = [stretch for stretch in stretches if is_statement(text, stretch.quoted)]
    starts = [sentence.start for sentence in sentences]
    bounds = [_bounds(text, stretch, sentences, starts) for stretch in kept]
    own = [
        attribute(text, hidden, people, (stretch.quoted.start, stretch.quoted.end), around)
        for stretch, around in zip(kept, bounds, strict=True)
    ]
    said = _carried_on(article, kept, _shared(own, bounds), people, hidden)
    said = [
        voice if voice.speaker or voice.cue else subject_of(people, (stretch.quoted.start, stretch.quoted.end), around)
        for stretch, voice, around in zip(kept, said, bounds, strict=True)
    ]
    return tuple(
        Quotation(stretch.quoted.start, stretch.quoted.end, voice.speaker, voice.cue, voice.confidence)
        for stretch, voice in zip(kept, said, strict=True)
    )


def _stretches(article: Article) -> list[_Placed]:
    found: list[_Placed] = []
    for number, line in enumerate(article.lines):
        if line.label in _UNQUOTED:
            continue
        words = article.text[line.start : line.end]
        first, last = line.start + len(words) - len(words.lstrip()), line.start + len(words.rstrip())
        found.extend(
            _Placed(quoted, number, alone=(quoted.start, quoted.end) == (first, last))
            for quoted in quoted_stretches(article.text, line.start, line.end)
        )
    return found


def blanked(text: str, stretches: Iterable[Quoted]) -> str:
    """The text with every quoted stretch, and every short parenthesis, replaced by as many blanks."""
    pieces: list[str] = []
    at = 0
    for stretch in stretches:
        pieces += [text[at : stretch.start], " " * (stretch.end - stretch.start)]
        at = stretch.end
    hidden = "".join([*pieces, text[at:]])
    return _PARENTHESIS.sub(lambda aside: " " * len(aside.group()), hidden)


def is_statement(text: str, quoted: Quoted) -> bool:
    """Whether a quoted stretch is something said, not a term, a title or a word held at arm's length."""
    inner = text[quoted.start + 1 : quoted.end - quoted.closed].strip()
    words = [match.group() for match in _WORD.finditer(inner)]
    ends = inner[-1:]
    is_titled = all(word[0].isupper() or word[0].isdigit() or word.lower() in _TITLE_SMALL for word in words)
    if ends in {",", "."} and is_titled and "," not in inner[:-1] and not _is_spoken(text, quoted):
        return False
    if len(words) < LEAST_WORDS:
        return len(words) == 2 and ends in {",", "!", "?"}
    return ends in {",", ".", "!", "?", "…"} or not is_titled


def _is_spoken(text: str, quoted: Quoted) -> bool:
    """Whether a sentence begins with a quotation, or a verb of saying stands right beside it."""
    line = text.rfind("\n", 0, quoted.start) + 1
    before, after = text[max(line, quoted.start - NEAR) : quoted.start].rstrip(), text[quoted.end : quoted.end + NEAR]
    led = before.rsplit(maxsplit=1)[-1].lower().rstrip(",") if before else ""
    return (
        before[-1:] in {"", ":", ".", "!", "?"}
        or before.endswith(_CLOSED_SENTENCES)
        or led in SPEECH_VERBS
        or next(verbs_in(after, 0, len(after)), None) is not None
    )


def _bounds(text: str, stretch: _Placed, sentences: Sequence[Sentence], starts: Sequence[int]) -> tuple[int, int]:
    """From the start of the sentence in which a quotation begins to the end of the one in which it ends.

    After a question or a cry that is the next one, if it is of the same line: “Who will pay?” Reyes asked. Before a
    quotation that a colon leads to it is the one with the colon, also of the line before.
    """
    start, end = stretch.quoted.start, stretch.quoted.end
    if not sentences:
        return start, end
    first = max(0, bisect_right(starts, start) - 1)
    last = max(0, bisect_right(starts, end - 1) - 1)
    opens, closes = min(sentences[first].start, start), max(sentences[last].end, end)
    if opens == start and first > 0 and text[sentences[first - 1].end - 1] == ":":
        opens = sentences[first - 1].start
    if closes == end and last_inside(text, start, end) in _GOES_ON_AFTER and last + 1 < len(sentences):
        following = sentences[last + 1]
        if following.start - end <= 1:
            closes = following.end
    return opens, closes


def _shared(own: Sequence[Attribution], bounds: Sequence[tuple[int, int]]) -> list[Attribution]:
    """The attributions, with those filled in that another quotation of the same sentence has."""
    said = list(own)
    for index, voice in enumerate(own):
        if voice.speaker or voice.cue:
            continue
        for other in (index - 1, index + 1):
            if not 0 <= other < len(own) or not own[other].speaker:
                continue
            if bounds[other][0] < bounds[index][1] and bounds[index][0] < bounds[other][1]:
                said[index] = _continued(own[other])
                break
    return said


def _carried_on(
    article: Article, kept: Sequence[_Placed], own: Sequence[Attribution], people: People, hidden: str
) -> list[Attribution]:
    """The attributions with those filled in that a quotation takes from its neighbours."""
    said = list(own)
    spoken = _Spoken.of(article.text, zip(kept, own, strict=True))
    for index, stretch in enumerate(kept):
        is_head = article.lines[stretch.line].label in _HEADS
        if said[index].speaker is None and not said[index].cue:
            repeated = spoken.voice_of(_folded(article.text, stretch.quoted)) if stretch.alone or is_head else NOBODY
            said[index] = _pulled(article, stretch, people) or _continued(repeated)
        if is_head:
            continue
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
        if (
            line.label not in _HEADS
            and said[index].speaker is None
            and not said[index].cue
            and _is_bare(article, stretch, hidden)
        ):
            floor = article.lines[stretch.line - 1].start if stretch.alone and stretch.line else line.start
            said[index] = person_in_focus(hidden, people, stretch.quoted.start, floor)
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
    start, end = stretch.quoted.start, stretch.quoted.end
    before = hidden[max(line.start, start - NEAR) : start].rstrip()
    if article.text[max(line.start, start - NEAR) : start].rstrip().endswith(_CLOSED_SENTENCES):
        before = ""
    after = hidden[end : min(line.end, end + NEAR)].lstrip()
    inner = article.text[max(start, end - NEAR) : end].rstrip("\"”»’' ")
    return (not before or before[-1] in ".!?…:") and (not after or inner[-1:] in ".!?…")


def _pulled(article: Article, stretch: _Placed, people: People) -> Attribution | None:
    """The speaker of a pull quote: the name behind a dash, or in the line under it."""
    whole = article.lines[stretch.line]
    end = stretch.quoted.end
    if 0 < whole.end - end <= NAME_REACH:
        signed = _SIGNATURE.fullmatch(article.text, end, whole.end)
        if signed is not None and (people.knows(signed["name"]) or _FULL_NAME.fullmatch(signed["name"])):
            return Attribution(people.fullest(signed["name"]), "", BY_PULL_QUOTE)
    if not stretch.alone or stretch.line + 1 >= len(article.lines):
        return None
    line = article.lines[stretch.line + 1]
    if line.end - line.start > NAME_REACH:
        return None
    name = _NAME_LINE.fullmatch(article.text, line.start, line.end)
    if name is None or not people.knows(name["name"]):
        return None
    return Attribution(people.fullest(name["name"]), "", BY_PULL_QUOTE)


def _folded(text: str, quoted: Quoted) -> str:
    return " ".join(match.group().lower() for match in _WORD.finditer(text, quoted.start, quoted.end))
