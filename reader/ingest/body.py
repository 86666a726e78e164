"""The body of an article: crossheads and pull quotes among its paragraphs, author lines and tags after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.ingest import bylines
from reader.ingest.boxes import is_prose
from reader.ingest.captions import CAPTION_WORDS, names_source_first
from reader.ingest.draft import Hint
from reader.ingest.lines import TextLine
from reader.ingest.outlets import is_outlet_name
from reader.ingest.repeats import RepeatIndex
from reader.models.article import LineLabel

CROSSHEAD_WORDS = 14
"""Most words of a crosshead; the second headlines that some outlets print inside an article have 11 to 13."""

QUESTION_WORDS = 9
"""Most words of a crosshead that is a question."""

PULLED_WORDS = (5, 60)
"""Fewest and most words of a pull quote."""

PULLED = 0.8
"""Share of a pull quote's runs of words that one longer paragraph holds; the rest is trimmed punctuation."""

ATTRIBUTION_WORDS = 8
"""Most words of the line that names a pull quote's speaker."""

TAG_WORDS = 4
"""Most words of a tag, or of a mark of the end, after the last paragraph."""

UNSTOPPED_WORDS = 8
"""Words from which a line among paragraphs that isn't a crosshead and ends without a stop is a picture's caption."""

SLIP_WORDS = 24
"""Words up to which the only line without a stop is a caption; a longer one is a paragraph that lost its stop."""

STOPPED_SHARE = 0.5
"""Share of the longer lines that end as sentences from which an end without a stop says something: galleries have .55,
paragraphs of prose .95, verse and lists under .2."""

_HEADINGS = frozenset({Hint.HEADLINE, Hint.HEADING})
_QUESTIONS = (
    "what",
    "who",
    "whom",
    "why",
    "how",
    "when",
    "where",
    "which",
    "is ",
    "are ",
    "can ",
    "will ",
    "did ",
    "does ",
    "do ",
    "was ",
    "has ",
    "could ",
    "should ",
)
_OPEN_ENDS = (":", ",", ";", "—", "–", "-", "…", "...")
_DASHES = ("—", "–", "-- ", "- ", "― ")
_QUOTE_MARKS = "\"'“”‘’«»„"


def label_body(
    lines: Sequence[TextLine],
    labels: list[LineLabel | None],
    hints: Mapping[int, Hint],
    repeats: RepeatIndex,
    start: int,
) -> None:
    """Label what is still unlabelled from line ``start`` on."""
    free = [index for index in range(start, len(lines)) if labels[index] is None]
    _label_end(lines, labels, free, hints)
    for index in free:
        if (
            labels[index] is None
            and hints.get(lines[index].number) not in _HEADINGS
            and _is_pulled(lines, labels, index, repeats)
        ):
            labels[index] = LineLabel.PULLQUOTE
            if index + 1 < len(lines) and labels[index + 1] is None and _names_speaker(lines[index + 1]):
                labels[index + 1] = LineLabel.PULLQUOTE
    _label_crossheads(lines, labels, hints, free)
    if _mostly_stopped(lines, free):
        _label_unstopped(lines, labels, [index for index in free if hints.get(lines[index].number) not in _HEADINGS])
        _label_crossheads(lines, labels, hints, free)


def _label_crossheads(
    lines: Sequence[TextLine], labels: list[LineLabel | None], hints: Mapping[int, Hint], free: Sequence[int]
) -> None:
    """Crossheads and paragraphs among the lines that are nothing else."""
    for index in free:
        if labels[index] in {None, LineLabel.BODY}:
            hint = hints.get(lines[index].number)
            crosshead = hint in _HEADINGS or (hint is not Hint.PROSE and _is_crosshead(lines, labels, index))
            labels[index] = LineLabel.CROSSHEAD if crosshead else LineLabel.BODY


def _mostly_stopped(lines: Sequence[TextLine], free: Sequence[int]) -> bool:
    """Whether the text's longer lines end as sentences, so that one that doesn't is no paragraph."""
    longer = [lines[index].stopped for index in free if lines[index].words >= UNSTOPPED_WORDS]
    return sum(longer) > STOPPED_SHARE * len(longer)


def _label_unstopped(lines: Sequence[TextLine], labels: list[LineLabel | None], free: Sequence[int]) -> None:
    """Captions of pictures among paragraphs, which end without a stop; beside two of them long crossheads are too."""
    unstopped: list[int] = []
    for index in free:
        if labels[index] is LineLabel.BODY and _lacks_stop(lines, labels, index):
            labels[index] = LineLabel.CAPTION
            unstopped.append(index)
    sourced = [line for line, label in zip(lines, labels, strict=True) if label is LineLabel.CAPTION]
    if len(unstopped) + sum(map(names_source_first, sourced)) > 1:
        for index in free:
            long = lines[index].words >= UNSTOPPED_WORDS and not lines[index].stopped
            if labels[index] is LineLabel.CROSSHEAD and long:
                labels[index] = LineLabel.CAPTION
    elif unstopped and lines[unstopped[0]].words > SLIP_WORDS:
        labels[unstopped[0]] = LineLabel.BODY


def _lacks_stop(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], index: int) -> bool:
    """Whether the line ends without a stop as captions do: words enough for a sentence, and none that go on below."""
    line = lines[index]
    if (
        line.stopped
        or not UNSTOPPED_WORDS <= line.words <= CAPTION_WORDS
        or line.is_list_item
        or line.is_quoted
        or line.text.endswith((*_OPEN_ENDS, *_QUOTE_MARKS, ")", "]"))
        or not _starts_like_heading(line)
    ):
        return False
    before, after = _neighbour(lines, labels, index, -1), _neighbour(lines, labels, index, 1)
    return before is not None and before.stopped and (after is None or _starts_like_heading(after))


def _label_end(
    lines: Sequence[TextLine], labels: list[LineLabel | None], free: Sequence[int], hints: Mapping[int, Hint]
) -> None:
    """Author lines and tags behind the last paragraph."""
    end = len(free)
    while end > 1 and bylines.is_author_note(lines[free[end - 1]].text):
        end -= 1
        labels[free[end]] = LineLabel.BYLINE
    first = end
    while first and _is_tag(lines[free[first - 1]]) and hints.get(lines[free[first - 1]].number) is None:
        first -= 1
    if 0 < first < end and is_prose(lines[free[first - 1]]):
        for index in free[first:end]:
            labels[index] = (
                LineLabel.SOURCE if is_outlet_name(lines[index].text.strip("()[]–—- ")) else LineLabel.BOILERPLATE
            )


def _is_tag(line: TextLine) -> bool:
    return (
        line.words <= TAG_WORDS
        and not line.stopped
        and not line.is_quoted
        and not line.is_list_item
        and not line.text.endswith(_OPEN_ENDS)
    )


def _is_pulled(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], index: int, repeats: RepeatIndex) -> bool:
    """Whether the line repeats, set apart, what a paragraph says."""
    line = lines[index]
    if not PULLED_WORDS[0] <= line.words <= PULLED_WORDS[1]:
        return False
    if line.text[-1] in _QUOTE_MARKS and line.is_quoted and _is_attributed_below(lines, labels, index):
        return True
    if not line.is_quoted and not line.stopped and line.words < UNSTOPPED_WORDS:
        return False  # A crosshead that the paragraph below takes up.
    if not (line.is_quoted or line.words < PULLED_WORDS[1] // 2):
        return False
    return repeats.coverage(index) >= PULLED


def _is_attributed_below(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], index: int) -> bool:
    after = index + 1
    return (
        after < len(lines)
        and labels[after] is None
        and lines[after].text.startswith(_DASHES)
        and _names_speaker(lines[after])
    )


def _names_speaker(line: TextLine) -> bool:
    bare = line.text.lstrip("—–-― ")
    name = bare.split(",", 1)[0]
    return line.words <= ATTRIBUTION_WORDS and not line.stopped and (bare != line.text or bylines.is_person_name(name))


def _is_crosshead(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], index: int) -> bool:
    """Whether the line heads the paragraphs below it: short, no sentence, alone between paragraphs."""
    line = lines[index]
    if (
        line.words > CROSSHEAD_WORDS
        or line.is_list_item
        or line.text.endswith(_OPEN_ENDS)
        or not _starts_like_heading(line)
    ):
        return False
    if line.stopped and not (
        line.text.endswith("?") and line.words <= QUESTION_WORDS and line.low.startswith(_QUESTIONS)
    ):
        return False
    before, after = _neighbour(lines, labels, index, -1), _neighbour(lines, labels, index, 1)
    return after is not None and is_prose(after) and (before is None or before.stopped or is_prose(before))


def _starts_like_heading(line: TextLine) -> bool:
    first = line.text.lstrip(_QUOTE_MARKS)[:1]
    return first.isupper() or first.isdigit() or not first.islower()


def _neighbour(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], index: int, step: int) -> TextLine | None:
    """The next line of the text in one direction; pictures, links and boxes between are passed over, ten at most."""
    for other in range(index + step, index + 11 * step, step):
        if not 0 <= other < len(lines):
            return None
        if labels[other] in {None, LineLabel.BODY, LineLabel.CROSSHEAD, LineLabel.STANDFIRST}:
            return lines[other]
    return None
