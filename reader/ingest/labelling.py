"""A label for every line of an article: what is text of the article, and what stands around it.

Four passes, each linear: lines that show by themselves what they are; lines that their neighbours explain (captions,
boxes); the head of the article; the body and what follows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reader.ingest import boilerplate, boxes, bylines, captions, dates, links
from reader.ingest.body import label_body
from reader.ingest.compound import read_compound
from reader.ingest.draft import Hint
from reader.ingest.head import label_head
from reader.ingest.lines import TextLine
from reader.ingest.mastheads import named_source
from reader.ingest.prose import prose_block
from reader.ingest.repeats import RepeatIndex
from reader.models.article import LineLabel

Labels = list[LineLabel | None]
"""One label for each line, None where it isn't known yet."""

LINKED_WORDS = 4
"""Words from which a paragraph that is one link is another article's headline; shorter ones are names and sections."""

ALT_WORDS = 3
"""Words from which the description of a picture says something; "logo" and "image 1" don't."""

GALLERY_LINES = 6
"""Lines between two printings of a picture's caption: counters, "view gallery", a credit."""

REPEATED_WORDS = 8
"""Words from which a line that comes again isn't a refrain or an answer."""

_HINTED = {
    Hint.STANDFIRST: LineLabel.STANDFIRST,
    Hint.CAPTION: LineLabel.CAPTION,
    Hint.AUTHORS: LineLabel.BYLINE,
    Hint.OUTLET: LineLabel.SOURCE,
    Hint.DATE: LineLabel.DATE,
    Hint.CELLS: LineLabel.BODY,
}


_OUTSIDE: Mapping[LineLabel | None, LineLabel] = {
    label: label for label in (LineLabel.SOURCE, LineLabel.RELATED, LineLabel.EMBED)
}
"""What lines outside of the prose of a whole page stay; dates, names and paragraphs there are of other articles."""


def label_lines(lines: Sequence[TextLine], hints: Mapping[int, Hint]) -> tuple[LineLabel, ...]:
    """The labels of the lines, in their order."""
    labels: Labels = [_own_label(line, hints.get(line.number)) for line in lines]
    block = None if hints else prose_block(lines, labels)
    if block is not None:
        for index in (*range(block.start), *range(block.stop, len(lines))):
            labels[index] = _OUTSIDE.get(labels[index], LineLabel.BOILERPLATE)
    captions_by_neighbours(lines, labels)
    _label_scattered_captions(lines, labels)
    boxes.label_boxes(lines, labels)
    repeats = RepeatIndex(lines)
    start = label_head(lines, labels, hints, repeats)
    label_body(lines, labels, hints, repeats, start)
    return tuple(label or LineLabel.BODY for label in labels)


def _is_compound_byline(line: TextLine) -> bool:
    compound = read_compound(line.text)
    return compound is not None and bool(compound.authors)


_RECOGNISERS: tuple[tuple[Callable[[TextLine], object], LineLabel], ...] = (
    (links.is_embed, LineLabel.EMBED),
    (named_source, LineLabel.SOURCE),
    (lambda line: dates.is_date_line(line.text), LineLabel.DATE),
    (_is_compound_byline, LineLabel.BYLINE),
    (lambda line: read_compound(line.text), LineLabel.DATE),
    (links.is_related_link, LineLabel.RELATED),
    (links.is_related_heading, LineLabel.RELATED),
    (captions.is_caption, LineLabel.CAPTION),
    (lambda line: bylines.read_byline(line.text), LineLabel.BYLINE),
    (boilerplate.is_boilerplate, LineLabel.BOILERPLATE),
)
"""What a line can show by itself, surest first."""


def _own_label(line: TextLine, hint: Hint | None) -> LineLabel | None:
    """What the line is, if the line by itself shows it."""
    if hint is Hint.CAPTION and line.words < ALT_WORDS:
        return LineLabel.BOILERPLATE
    if hint in _HINTED:
        return LineLabel.BOILERPLATE if hint is Hint.CAPTION and boilerplate.is_boilerplate(line) else _HINTED[hint]
    if hint in {Hint.TITLE, Hint.HEADLINE}:
        return None
    if hint is Hint.LINK and line.words > LINKED_WORDS:
        return LineLabel.RELATED
    return next((label for recognises, label in _RECOGNISERS if recognises(line)), None)


def captions_by_neighbours(lines: Sequence[TextLine], labels: Labels) -> None:
    """Label the lines that the caption beside them explains: printed twice, or with the credit on its own line."""
    for index, line in enumerate(lines):
        if labels[index] is LineLabel.CAPTION:
            for other in (index - 1, index + 1):
                if 0 <= other < len(lines) and labels[other] in {None, LineLabel.BODY} and _repeats(lines[other], line):
                    labels[other] = LineLabel.CAPTION
            if (
                captions.is_lone_credit(line)
                and not line.gap
                and index > 1
                and _can_be_caption(lines[index - 1], labels[index - 1])
            ):
                labels[index - 1] = LineLabel.CAPTION
        elif labels[index] is None and index + 1 < len(lines) and _is_doubled(line, lines[index + 1], index):
            labels[index] = labels[index + 1] = LineLabel.CAPTION


def _label_scattered_captions(lines: Sequence[TextLine], labels: Labels) -> None:
    """A line printed again a few lines further is the caption of a picture in a gallery."""
    last: dict[tuple[str, str], int] = {}
    first = next(
        (index for index, line in enumerate(lines) if labels[index] is None and boxes.is_prose(line)), len(lines)
    )
    for index, line in enumerate(lines[first:], first):
        if labels[index] is None and REPEATED_WORDS <= line.words <= captions.CAPTION_WORDS:
            before = last.get((line.low, line.tail), -GALLERY_LINES - 1)
            if 1 < index - before <= GALLERY_LINES:
                labels[before] = labels[index] = LineLabel.CAPTION
            last[line.low, line.tail] = index


def _repeats(line: TextLine, caption: TextLine) -> bool:
    return line.words >= 3 and line.words <= captions.CAPTION_WORDS and caption.key.startswith(line.key)


def _can_be_caption(line: TextLine, label: LineLabel | None) -> bool:
    return label is None and line.words <= captions.CAPTION_WORDS and line.gap


def _is_doubled(line: TextLine, after: TextLine, index: int) -> bool:
    """Whether a line is printed twice in a row; at the very top that is a headline."""
    return (
        index > 1
        and not after.gap
        and line.words <= captions.CAPTION_WORDS
        and line.low == after.low
        and line.tail == after.tail
    )
