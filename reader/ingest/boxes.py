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


def _is_article(line: TextLine) -> bool:
    return is_prose(line) and not boilerplate.addresses_the_reader(line, 1)


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
    first = next(
        (index for index, line in enumerate(lines) if labels[index] in {None, LineLabel.BODY} and _is_article(line)),
        len(lines),
    )
    for index in range(first + 1, len(lines)):
        line = lines[index]
        if labels[index] is not None or labels[index - 1] is not LineLabel.BOILERPLATE:
            continue
        followed = index + 1 < len(lines) and labels[index + 1] is LineLabel.BOILERPLATE
        same_block = not line.gap and index > 2
        if boilerplate.is_form_field(line) or (
            line.words <= FRAGMENT_WORDS and (followed if line.gap else followed or same_block) and index > 2
        ):
            labels[index] = LineLabel.BOILERPLATE


def _foot_of_page(lines: Sequence[TextLine], labels: list[LineLabel | None]) -> None:
    """Everything short after the last prose, once the page's foot has begun."""
    last = max(
        (index for index, line in enumerate(lines) if labels[index] in {None, LineLabel.BODY} and is_prose(line)),
        default=len(lines),
    )
    begun = False
    for index in range(last + 1, len(lines)):
        begun = begun or labels[index] in {LineLabel.BOILERPLATE, LineLabel.RELATED}
        if labels[index] is None and begun:
            labels[index] = LineLabel.BOILERPLATE


def _is_under_button(lines: Sequence[TextLine], labels: Sequence[LineLabel | None], index: int) -> bool:
    """Whether the line is one sentence directly below a piece of a box, as the words of an appeal are."""
    line = lines[index]
    return (
        0 < index
        and not line.gap
        and line.words <= APPEAL_WORDS
        and labels[index - 1] is LineLabel.BOILERPLATE
        and not lines[index - 1].low.startswith("ad")
    )
