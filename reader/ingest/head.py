"""The head of an article: which of the lines before its text are the headline, standfirst, byline, date and source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reader.ingest import bylines, captions, dates
from reader.ingest.draft import Hint
from reader.ingest.lines import TextLine, fold
from reader.ingest.mastheads import masthead_outlet, own_names, split_suffix
from reader.ingest.repeats import RepeatIndex
from reader.models.article import LineLabel

LONGEST_TITLE = 18
"""Most words of a headline; longer lines without a stop are standfirsts that lost their headline."""

LONGEST_HEADED_TITLE = 26
"""Most words of a headline that is known by the byline or date below it: the tabloids' longest have 25."""

REPEATED_TITLE = 13
"""Words from which a line at the top that repeats the text is its standfirst: headlines are worded anew."""

STANDFIRST_WORDS = 50
"""Most words of a standfirst."""

REPEATED = 0.55
"""Share of a standfirst's runs of words that stand in one paragraph; unrelated paragraphs of an article share < .2."""

MOST_HEAD_LINES = 14
"""Lines that the head of an article can have; with more before the first paragraph it isn't one (verse, a list)."""

TIMED_WORDS = 12
"""Most words of a line under the headline whose day and time are the article's, whatever else it says."""

NAMELESS_WORDS = 8
"""Most words of a line "By …" under the headline that names nobody who is known for a person."""

KICKER_WORDS = 3
"""Most words of a kicker or section name."""

FEWEST_WORDS = 4
"""Words of the shortest sentence that can open the text."""

_BELOW_TITLE = frozenset({LineLabel.BYLINE, LineLabel.DATE, LineLabel.SOURCE})
_TITLES = frozenset({Hint.TITLE, Hint.HEADLINE})
_ANSWERS = ("q:", "q.", "a:", "question:")
_INNER_STOP = re.compile(r"[.!?]['\"’”]?\s+[\"'“‘]?[A-ZÀ-Þ]")
_STATEMENT_STOPS = (".", "…", "。", "।")
_TRAIL = re.compile(r"\s+[|>»›/]\s+")
_CLOSERS = "\"'”’»)]*_"


def label_head(
    lines: Sequence[TextLine], labels: list[LineLabel | None], hints: Mapping[int, Hint], repeats: RepeatIndex
) -> int:
    """Label the head; the index of the first line after it."""
    start = _text_start(lines, labels, hints)
    own = own_names(lines, labels) if start else frozenset()
    for index in range(start):
        hinted = hints.get(lines[index].number) in _TITLES
        if labels[index] in {None, LineLabel.BOILERPLATE} and not hinted and masthead_outlet(lines[index], own):
            labels[index] = LineLabel.SOURCE
    title = _title(lines, labels, hints, start, repeats)
    if title is not None:
        labels[title] = LineLabel.TITLE
    for index in range(start):
        if labels[index] is None:
            labels[index] = _beside_title(lines, labels, index, title)
    after = start
    while after < len(lines) and labels[after] not in {None, LineLabel.BODY}:
        after += 1
    if (title is not None and after + 1 < len(lines) and hints.get(lines[after].number) is Hint.EMPHASIS) or (
        title is not None and after < len(lines) and _is_repeated_standfirst(lines[after], after, repeats)
    ):
        labels[after] = LineLabel.STANDFIRST
    return start


def _text_start(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], hints: Mapping[int, Hint]) -> int:
    """The index of the first line of the text proper, after headline, standfirst, byline and date."""
    start = _next_opening(lines, labels, hints, 0)
    if start is None or sum(label is None for label in labels[:start]) > MOST_HEAD_LINES:
        return _start_without_paragraphs(lines, labels)
    prose = 0
    for index in range(start, min(len(lines), start + MOST_HEAD_LINES)):
        label = labels[index]
        if label is None and index > start and _is_name_above(lines, labels, index):
            return index + 2
        if label in {None, LineLabel.BODY}:
            prose += label is LineLabel.BODY or opens_text(lines[index], hints.get(lines[index].number))
            if prose > 2 or lines[index].words > STANDFIRST_WORDS:
                break
        elif _heads_text(lines[index], label):
            after = _next_opening(lines, labels, hints, index + 1)
            if after is not None and _is_worth(lines, labels, after, prose):
                return after
    return start


def _is_name_above(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], index: int) -> bool:
    """Whether the line is a bare name over a role or a date, which only stand above the text."""
    if index + 2 >= len(lines) or not bylines.is_person_name(lines[index].text):
        return False
    dated = labels[index + 1] is LineLabel.DATE and dates.line_date(lines[index + 1].text) is not None
    return dated or bylines.is_role(lines[index + 1].text)


def _is_worth(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], after: int, prose: int) -> bool:
    """Whether more text follows than the lines before, so that these can be a standfirst."""
    return (
        sum(label in {None, LineLabel.BODY} for label in labels[after : after + MOST_HEAD_LINES]) > prose
        or lines[after].words > STANDFIRST_WORDS
    )


def _heads_text(line: TextLine, label: LineLabel) -> bool:
    """Whether the line can only stand above the text: a byline or the day of publication."""
    if label is LineLabel.DATE:
        return dates.line_date(line.text) is not None
    if label is not LineLabel.BYLINE:
        return False
    byline = bylines.read_byline(line.text)
    return byline is None or byline.rule == "byline"


def _next_opening(
    lines: Sequence[TextLine], labels: Sequence[LineLabel | None], hints: Mapping[int, Hint], first: int
) -> int | None:
    for index in range(first, len(lines)):
        if labels[index] is LineLabel.BODY or (
            labels[index] is None and opens_text(lines[index], hints.get(lines[index].number))
        ):
            return index
    return None


def opens_text(line: TextLine, hint: Hint | None = None) -> bool:
    """Whether the line reads as a paragraph: as sentences, not as a headline."""
    if hint in {Hint.TITLE, Hint.HEADLINE, Hint.HEADING}:
        return False
    if line.words > LONGEST_TITLE + FEWEST_WORDS + FEWEST_WORDS:
        return True
    if line.low.startswith(_ANSWERS):
        return True
    if line.text.endswith(":") and _INNER_STOP.search(line.text):
        return True
    if not line.stopped or line.words < FEWEST_WORDS:
        return False
    states = (line.tail.rstrip(_CLOSERS) or line.tail).endswith(_STATEMENT_STOPS)
    return (states and not line.tail.endswith("...")) or bool(
        _INNER_STOP.search(line.text[: len(line.low)]) and line.words > LONGEST_TITLE
    )


def _start_without_paragraphs(lines: Sequence[TextLine], labels: Sequence[LineLabel | None]) -> int:
    """Verse, lists, captions: the first line is a headline if a blank line sets it apart."""
    first = next((index for index, label in enumerate(labels) if label is None), len(lines))
    if first + 1 >= len(lines):
        return first
    return first + 1 if lines[first + 1].gap and not lines[first].stopped else first


def _title(
    lines: Sequence[TextLine],
    labels: Sequence[LineLabel | None],
    hints: Mapping[int, Hint],
    start: int,
    repeats: RepeatIndex,
) -> int | None:
    """The index of the headline among the unlabelled lines of the head, or None."""
    free = [index for index in range(start) if labels[index] is None]
    for hint in (Hint.TITLE, Hint.HEADLINE, Hint.HEADING):
        hinted = [index for index in free if hints.get(lines[index].number) is hint]
        if hinted:
            return hinted[0]
    for at, index in enumerate(free):
        line = lines[index]
        longest = LONGEST_HEADED_TITLE if _stands_above_byline(labels, index) else LONGEST_TITLE
        if line.words > longest or line.is_list_item or bylines.read_bio(line.text):
            continue
        after = [lines[other] for other in free[at + 1 :]]
        if _is_kicker(line, after) or _is_trail(line, after):
            continue
        if line.words >= REPEATED_TITLE and repeats.coverage(index) >= REPEATED:
            continue
        return index
    return None


def _stands_above_byline(labels: Sequence[LineLabel | None], index: int) -> bool:
    return index + 1 < len(labels) and labels[index + 1] in _BELOW_TITLE


def _is_kicker(line: TextLine, after: Sequence[TextLine]) -> bool:
    """Whether the line is a section name or slogan above the headline, not the headline."""
    if line.words > KICKER_WORDS or line.stopped:
        return line.text.isupper() and line.words <= KICKER_WORDS
    if not any(KICKER_WORDS < other.words <= LONGEST_TITLE and not other.stopped for other in after):
        return False
    return line.words < KICKER_WORDS or line.text.isupper() or line.text.endswith(":") or line.text.istitle()


def _is_trail(line: TextLine, after: Sequence[TextLine]) -> bool:
    """Whether the line is the way to the page ("Cyber | Data protection", "Outlet > Enterprise"), not the headline."""
    parts = _TRAIL.split(line.text)
    if (
        len(parts) < 2
        or line.low.startswith("live")
        or line.words > 2 * KICKER_WORDS + 1
        or any(part.count(" ") >= KICKER_WORDS for part in parts)
    ):
        return False
    return any(KICKER_WORDS < other.words <= LONGEST_HEADED_TITLE and not other.stopped for other in after)


def _beside_title(
    lines: Sequence[TextLine], labels: Sequence[LineLabel | None], index: int, title: int | None
) -> LineLabel:
    """What an unlabelled line of the head is, given where the headline is."""
    line = lines[index]
    if title is not None and _same_headline(line, lines[title]):
        return LineLabel.TITLE
    if bylines.read_bio(line.text) or (title is not None and index > title and _is_byline(line, labels, index)):
        return LineLabel.BYLINE
    if title is None:
        return LineLabel.STANDFIRST if line.words > KICKER_WORDS else LineLabel.BOILERPLATE
    if index > title and (_is_timed(line) or _is_credited(line)):
        return LineLabel.DATE if _is_timed(line) else LineLabel.CAPTION
    if line.words > (KICKER_WORDS if index > title else 2 * KICKER_WORDS) or (line.stopped and index > title):
        return LineLabel.STANDFIRST
    return LineLabel.BOILERPLATE


def _is_timed(line: TextLine) -> bool:
    """Whether a line under the headline gives a day and a time of day, and little else."""
    found = dates.line_date(line.text) if line.words <= TIMED_WORDS else None
    return found is not None and "T" in found.iso


def _is_credited(line: TextLine) -> bool:
    """Whether a line under the headline ends in brackets with a name: a picture's credit without a word for one."""
    bracket = captions.closing_bracket(line.tail)
    return bracket is not None and bracket[0] > 0 and " " in bracket[1] and bracket[1][0].isupper()


def _is_byline(line: TextLine, labels: Sequence[LineLabel | None], index: int) -> bool:
    """Whether a line under the headline is a name, perhaps with a role or place, or a role under a name."""
    if bylines.is_collective(line.text):
        return True
    if labels[index - 1] is LineLabel.BYLINE and (bylines.is_role(line.text) or bylines.is_desk(line.text)):
        return True
    if line.low.startswith("by ") and line.words <= NAMELESS_WORDS and not line.stopped and line.text[3:4].isupper():
        return True
    dated = any(labels[other] is LineLabel.DATE for other in (index - 1, index + 1) if other < len(labels))
    return bylines.read_bare_byline(line.text, beside_date=dated) is not None


def _same_headline(line: TextLine, title: TextLine) -> bool:
    """Whether the line prints the headline again, perhaps with the outlet's name behind it."""
    one, two = split_suffix(line.text)[0], split_suffix(title.text)[0]
    return fold(one) == fold(two)


def _is_repeated_standfirst(line: TextLine, index: int, repeats: RepeatIndex) -> bool:
    """Whether the first paragraph only says before the text what the text says again."""
    return 8 <= line.words <= STANDFIRST_WORDS and repeats.coverage(index) >= REPEATED
