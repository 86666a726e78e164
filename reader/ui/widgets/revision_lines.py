"""What changed in an article, painted: removed words are struck out in ``[−…]``, added ones underlined in ``[+…]``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.strip import Strip

from reader.models.revisions import Fate, Paragraph, Revision
from reader.ui.layout import wrap
from reader.ui.paint import Span, runs_of, strip_of
from reader.ui.text import shown
from reader.ui.widgets.lines import LineView

MEASURE = 76
"""Cells of a line of prose at most."""

MARGIN = 3
"""Cells before the text: the bar beside what changed stands in them."""

CHANGED_BAR = "▌"

_MARKS = {Fate.KEPT: ("", ""), Fate.REMOVED: ("[−", "]"), Fate.ADDED: ("[+", "]")}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is painted: ``text[start:end]`` with what became of its words."""

    text: str
    start: int
    end: int
    look: str
    spans: tuple[tuple[int, int, Fate], ...] = ()
    is_changed: bool = False


class RevisionLines(LineView):
    """The revisions of an article, the newest one first."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "line--ground", "line--muted", "line--faint", "line--bar", "line--when", "line--headline", "line--removed",
        "line--added",
    }  # fmt: skip

    def __init__(self, revisions: Sequence[Revision], whens: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        """Shows revisions.

        Args:
            revisions: the newest one first.
            whens: when each of them was seen, in words.
            id: Textual's.
        """
        super().__init__(id=id)
        self._revisions = tuple(zip(revisions, whens, strict=True))
        self._lines: list[_Line] = []
        self._changes: list[int] = []

    def on_resize(self) -> None:
        """Break the lines anew for this width."""
        self._lines = list(self._laid_out(max(10, min(MEASURE, self.line_width - MARGIN - 1))))
        self._changes = [
            number
            for number, line in enumerate(self._lines)
            if line.is_changed and (number == 0 or not self._lines[number - 1].is_changed)
        ]
        self.set_line_count(len(self._lines))
        self.refresh()

    def paint_line(self, line: int) -> Strip:
        """A line of prose with its changes, or of a head."""
        found = self._lines[line]
        ground = self.look("ground")
        base = ground + self.tint(found.look) if found.look else ground
        spans = [Span(start, end, self._tint(fate)) for start, end, fate in found.spans]
        bar = f"{CHANGED_BAR:<{MARGIN}}" if found.is_changed else " " * MARGIN
        runs = [(bar, ground + self.tint("bar")), *runs_of(found.text, found.start, found.end, base, spans)]
        return strip_of(runs, self.line_width, ground)

    def step(self, direction: int) -> None:
        """Scroll to the next change, or to the one before."""
        here = self.top + 2
        later = [line for line in self._changes if line > here]
        earlier = [line for line in self._changes if line < here]
        if direction > 0 and later:
            self.jump_to(later[0] - 2)
        elif direction < 0 and earlier:
            self.jump_to(earlier[-1] - 2)

    def action_edge(self, direction: int) -> None:
        """Scroll to an end."""
        self.jump_to(0 if direction < 0 else self.virtual_size.height)

    def _tint(self, fate: Fate) -> Style:
        return self.tint("removed" if fate is Fate.REMOVED else "added")

    def _laid_out(self, width: int) -> Iterator[_Line]:
        for number, (revision, when) in enumerate(self._revisions):
            if number:
                yield _Line("", 0, 0, "")
            told = f"{when}   −{revision.removed}  +{revision.added} words"
            yield from _wrapped(told, width, "when")
            yield _Line("", 0, 0, "")
            if revision.title.words:
                yield from _paragraph(revision.title, width, "headline")
                yield _Line("", 0, 0, "")
            yield from self._story(revision.paragraphs, width)

    def _story(self, paragraphs: Sequence[Paragraph], width: int) -> Iterator[_Line]:
        """What changed whole, what did not as the number of its paragraphs."""
        same = 0
        for paragraph in paragraphs:
            if not paragraph.is_changed:
                same += 1
                continue
            yield from _left_out(same)
            same = 0
            yield from _paragraph(paragraph, width, "")
            yield _Line("", 0, 0, "")
        yield from _left_out(same)


def _left_out(number: int) -> Iterator[_Line]:
    if number:
        told = f"⋯ {number} {'paragraph' if number == 1 else 'paragraphs'} as before"
        yield _Line(told, 0, len(told), "faint")
        yield _Line("", 0, 0, "")


def _wrapped(text: str, width: int, look: str) -> Iterator[_Line]:
    whole = shown(text)
    for start, end in wrap(whole, 0, len(whole), width):
        yield _Line(whole, start, end, look)


def _paragraph(paragraph: Paragraph, width: int, look: str) -> Iterator[_Line]:
    """A paragraph with its marks, broken into lines."""
    pieces: list[str] = []
    spans: list[tuple[int, int, Fate]] = []
    at = 0
    for words in paragraph.words:
        opening, closing = _MARKS[words.fate]
        piece = f"{opening}{shown(words.text)}{closing}"
        if words.fate is not Fate.KEPT:
            spans.append((at, at + len(piece), words.fate))
        pieces.append(piece)
        at += len(piece) + 1
    text = " ".join(pieces)
    for start, end in wrap(text, 0, len(text), width):
        inside = tuple(span for span in spans if span[0] < end and span[1] > start)
        yield _Line(text, start, end, look, inside, bool(inside))
