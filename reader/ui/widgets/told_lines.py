"""Lines that are told, some of which can be chosen: the why-panel and the thread of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.message import Message
from textual.strip import Strip

from reader.ui.layout import wrap
from reader.ui.paint import strip_of
from reader.ui.text import shown
from reader.ui.widgets.lines import LineView

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Told(Generic[Choice]):
    """A paragraph, with what it stands for if it can be chosen, and where it begins."""

    text: str
    look: str = "ground"
    choice: Choice | None = None
    indent: int = 1


class ToldLines(LineView, Generic[Choice]):
    """Paragraphs broken to the width; the cursor goes from one that can be chosen to the next."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--ground", "line--name", "line--muted", "line--cursor"}

    class Chosen(Message):
        """The paragraph under the cursor was opened."""

        def __init__(self, choice: object) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, told: Sequence[Told[Choice]]) -> None:
        super().__init__()
        self._told = tuple(told)
        self._choosable = [at for at, each in enumerate(told) if each.choice is not None]
        self._at = 0
        self._lines: list[tuple[str, int]] = []

    def put(self, told: Sequence[Told[Choice]]) -> None:
        """Tell other lines; the cursor stays on the one of its number."""
        self._told = tuple(told)
        self._choosable = [at for at, each in enumerate(told) if each.choice is not None]
        self._at = min(self._at, max(0, len(self._choosable) - 1))
        self.on_resize()

    @property
    def chosen(self) -> Choice | None:
        """What the paragraph under the cursor stands for."""
        return self._told[self._choosable[self._at]].choice if self._choosable else None

    def height_at(self, width: int) -> int:
        """How many lines all of it takes in so many cells, the scroll bar's included."""
        return len(self._broken(width - 1))

    def _broken(self, width: int) -> list[tuple[str, int]]:
        """The lines at a width, each with the number of its paragraph."""
        lines: list[tuple[str, int]] = []
        for at, each in enumerate(self._told):
            text = shown(each.text)
            ends = wrap(text, 0, len(text), max(1, width - each.indent - 2))
            lines += [(text[start:end], at) for start, end in ends] or [("", at)]
        return lines

    def on_resize(self) -> None:
        """Break the lines anew for this width."""
        self._lines = self._broken(self.line_width)
        self.set_line_count(len(self._lines))
        self.refresh()

    def paint_line(self, line: int) -> Strip:
        """A line of a paragraph; the one under the cursor has a mark in front."""
        text, at = self._lines[line]
        told = self._told[at]
        ground = self.look("ground")
        is_here = bool(self._choosable) and at == self._choosable[self._at]
        mark = "▸" if is_here and (line == 0 or self._lines[line - 1][1] != at) else " "
        style = ground + self.tint(told.look) if told.look != "ground" else ground
        return strip_of([(mark, ground), (" " * told.indent, ground), (text, style)], self.line_width, ground)

    def step(self, by: int) -> None:
        """Go to the next paragraph that can be chosen, or scroll where there is none."""
        if not self._choosable:
            self.jump_to(self.top + by)
            return
        self._at = min(max(0, self._at + by), len(self._choosable) - 1)
        wanted = self._choosable[self._at]
        line = next((number for number, (_, at) in enumerate(self._lines) if at == wanted), 0)
        if not self.top <= line < self.top + max(1, self.view_height - 1):
            self.jump_to(max(0, line - self.view_height // 2))
        self.forget_strips()

    def forget_strips(self) -> None:
        """Paint anew: the cursor has moved."""
        self._strips.clear()
        self.refresh()

    def action_edge(self, direction: int) -> None:
        """Go to an end."""
        self.step(direction * len(self._told))
