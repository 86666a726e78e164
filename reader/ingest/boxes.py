"""Boxes of several lines: links under a heading, sign-up forms with their small print, the page's foot."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ingest import boilerplate, links
from reader.ingest.lines import TextLine
from reader.models.article import LineLabel

HEADLINE_WORDS = 24
"""Most words of a headline in a box of links."""

PROSE_WORDS = 9
"""Words from which a line that ends as a sentence is prose, not a piece of a form."""

FRAGMENT_WORDS = 8
"""Most words of a piece of a form between two pieces that are known."""

STATEMENT_WORDS = 4
"""Words of the shortest sentence of an article's end: "He did not comment." """

APPEAL_WORDS = 15
"""Most words of an appeal's sentence that isn't known by its words."""

_LIST_HEADINGS = (
    "most ",
    "trending",
    "top stories",
    "latest",
    "recommended",
    "editor",
    "popular",
    "you may",
    "you might",
    "up next",
)


def label_boxes(lines: Sequence[TextLine], labels: list[LineLabel | None]) -> None:
    """Label the unlabelled lines inside boxes."""
    _links_under_headings(lines, labels)
    _pieces_of_forms(lines, labels)
    _foot_of_page(lines, labels)


def is_prose(line: TextLine) -> bool:
    """Whether the line reads as a sentence of an article."""
    return (line.stopped and line.words >= PROSE_WORDS) or line.words >= 3 * PROSE_WORDS


def is_statement(line: TextLine) -> bool:
    """Whether the line is a sentence, if a short one: it ends as one and its words aren't all names."""
    if not line.stopped or line.words < STATEMENT_WORDS or line.text.startswith("*"):
        return False
    return sum(word[0].islower() and len(word) > 2 for word in line.text[: len(line.low)].split()) > 1


def _links_under_headings(lines: Sequence[TextLine], labels: list[LineLabel | None]) -> None:
    inside = False
    for index, line in enumerate(lines):
        label = labels[index]
        if label is not None:
            heading = links.is_related_heading(line) or (
                label is LineLabel.BOILERPLATE and line.low.startswith(_LIST_HEADINGS)
            )
            inside = heading or (inside and label in {LineLabel.RELATED, LineLabel.DATE})
        elif inside:
            inside = not line.stopped and line.words <= HEADLINE_WORDS
            if inside:
                labels[index] = LineLabel.RELATED


def _pieces_of_forms(lines: Sequence[TextLine], labels: list[LineLabel | None]) -> None:
    """Short pieces directly after a box's line, up to the next blank line, and form fields next to one."""
    first = next((index for index, line in enumerate(lines) if _can_be_article(line, labels[index])), len(lines))
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if labels[index] is not None or labels[index - 1] is not LineLabel.BOILERPLATE or is_statement(line):
            continue
        followed = index + 1 < len(lines) and labels[index + 1] is LineLabel.BOILERPLATE
        if followed and boilerplate.addresses_the_reader(line, 0):
            labels[index] = LineLabel.BOILERPLATE
        fragment = line.words <= FRAGMENT_WORDS and (followed or not line.gap)
        if boilerplate.is_form_field(line) or (fragment and not _is_advertisement(lines[index - 1])):
            labels[index] = LineLabel.BOILERPLATE


def _foot_of_page(lines: Sequence[TextLine], labels: list[LineLabel | None]) -> None:
    """Everything behind the last text, once the page's foot has begun."""
    last = len(lines)
    while last and not (_can_be_article(lines[last - 1], labels[last - 1]) and not _is_appeal(lines, labels, last - 1)):
        last -= 1
    if not last:
        return
    begun = False
    for index in range(last, len(lines)):
        begun = begun or labels[index] in {LineLabel.BOILERPLATE, LineLabel.RELATED}
        if labels[index] is None and begun:
            labels[index] = LineLabel.BOILERPLATE


def _can_be_article(line: TextLine, label: LineLabel | None) -> bool:
    return (
        label in {None, LineLabel.BODY}
        and (is_prose(line) or is_statement(line))
        and not boilerplate.addresses_the_reader(line, 1)
    )


def _is_appeal(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], index: int) -> bool:
    """Whether the line is one sentence directly below a piece of a box, as the words of an appeal are."""
    line = lines[index]
    return (
        index > 0
        and not line.gap
        and line.words <= APPEAL_WORDS
        and labels[index - 1] is LineLabel.BOILERPLATE
        and not _is_advertisement(lines[index - 1])
    )


def _is_advertisement(line: TextLine) -> bool:
    """Whether the line only marks where an advertisement was: the article goes on behind it."""
    return line.low.startswith(("ad", "anzeige", "werbung", "publi", "pubbl", "story continues", "article continues"))
