"""The base of every list and text in Reader: a scroll view that paints line by line, only what is seen.

A subclass says how many lines there are (``set_line_count``) and paints one (``paint_line``); this class
knows the styles by name, keeps a range of lines in view and turns "g g" into one key.
"""

from __future__ import annotations

from time import monotonic
from typing import Self

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

CHORD_SECONDS = 1.0
"""Between the two presses of "g g"; vim's own ``timeoutlen``."""


MOST_TIMES = 100_000
"""How often a movement is repeated at most: no list has more lines."""

KEPT_STRIPS = 400
"""Lines kept as they were painted: scrolling by one line then paints one line, not forty. Some ten screens."""


class LineView(ScrollView, can_focus=True):
    """Lines of text that are painted when they come into view."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    LineView {
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        overflow-x: hidden;
        scrollbar-gutter: stable;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id, classes=classes)
        self._looks: dict[tuple[str, bool], Style] = {}
        self._strips: dict[int, Strip] = {}
        self._strips_width = 0
        self._chord_at = -CHORD_SECONDS
        self._pressed = ""
        self._count = 0
        self._due = 0

    @property
    def line_width(self) -> int:
        """Cells of a line that can be painted."""
        return max(0, self.scrollable_content_region.width)

    @property
    def view_height(self) -> int:
        """Lines in view."""
        return max(1, self.scrollable_content_region.height)

    @property
    def top(self) -> int:
        """The first line in view."""
        return self.scroll_offset.y

    def set_line_count(self, count: int) -> None:
        """Say how many lines there are now; a refreshing method then paints what they show.

        Only the scroll bar is told. To assign ``virtual_size`` would lay out the whole screen anew and paint it (27 kB,
        and with its 90 ms the longest stall that was measured), although no widget has got another size.
        """
        size = Size(self.line_width, count)
        if (gone := self.virtual_size.height - count) > 0:
            self.refresh_lines(count, min(gone, self.top + self.view_height - count))  # blank from now on
        if size != self.virtual_size:
            self.set_reactive(LineView.virtual_size, size)
            self._scroll_update(size)

    def paint_line(self, line: int) -> Strip:
        """The strip of one line (0 is the first of all), ``line_width`` cells wide."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Textual asks for a line of the window."""
        line = self.top + y
        if line >= self.virtual_size.height:
            return Strip.blank(self.line_width, self.look("ground"))
        if self._strips_width != self.line_width:
            self._strips.clear()
            self._strips_width = self.line_width
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) >= KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[line] = self.paint_line(line)
        return strip

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Textual's own, and what is painted is forgotten: all of it unless regions are given."""
        if not regions:
            self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Paint some lines anew (counted from the first of all)."""
        for line in range(y_start, y_start + line_count):
            self._strips.pop(line, None)
        super().refresh_lines(y_start, line_count)

    def refresh_changed(self) -> None:
        """Paint anew the lines of the window that look different now, and no others.

        News comes several times a second while the worker runs. Each would send the whole window to the terminal
        (13 kB), which keeps slow terminals busy when a key is pressed.
        """
        seen = range(self.top, min(self.top + self.view_height, self.virtual_size.height))
        self._strips = {line: self._strips[line] for line in seen if line in self._strips}
        for line in seen:
            if self.paint_line(line) != self._strips.get(line):
                self.refresh_lines(line)

    def look(self, name: str) -> Style:
        """The full style of a component class (its name without the widget's prefix), with its background."""
        return self._look(name, partial=False)

    def tint(self, name: str) -> Style:
        """Only what a component class sets itself, to be laid over another style."""
        return self._look(name, partial=True)

    def _look(self, name: str, *, partial: bool) -> Style:
        key = (name, partial)
        if key not in self._looks:
            self._looks[key] = self.get_component_rich_style(f"line--{name}", partial=partial)
        return self._looks[key]

    def notify_style_update(self) -> None:
        """Forget the styles: the theme or the focus has changed."""
        self._looks.clear()
        self._strips.clear()
        super().notify_style_update()

    def keep_in_view(self, first: int, last: int, margin: int = 1) -> None:
        """Scroll as little as needed for the lines ``first`` to ``last`` to be seen, with a margin around them."""
        height = self.view_height
        margin = min(margin, max(0, (height - (last - first + 1)) // 2))
        top = self.top
        if last + margin >= top + height:
            top = last + margin - height + 1
        top = min(top, first - margin)
        self.jump_to(top)

    def jump_to(self, top: int) -> None:
        """Make ``top`` the first line in view, as far as there are lines, at once."""
        top = max(0, min(top, self.virtual_size.height - self.view_height))
        if top != self.top:
            self.scroll_to(y=top, animate=False, force=True)

    def on_key(self, event: events.Key) -> None:
        """Remember the key: a digit may be part of a number, any other key takes what was written or leaves it."""
        self._pressed = event.character or ""
        if not self._pressed.isdecimal():
            self._due, self._count = self._count, 0

    def action_count(self) -> None:
        """A digit of the number of times that the next movement is made."""
        if self._pressed.isdecimal():
            self._count = min(MOST_TIMES, self._count * 10 + int(self._pressed))

    def times(self) -> int:
        """How often the movement that was asked for is to be made; the number is used up by it."""
        due, self._due = self._due, 0
        return due or 1

    def action_chord(self) -> None:
        """The first "g" waits for the second one, which goes to the top."""
        now = monotonic()
        if now - self._chord_at <= CHORD_SECONDS:
            self._chord_at = -CHORD_SECONDS
            self.action_edge(-1)
        else:
            self._chord_at = now

    def action_edge(self, direction: int) -> None:
        """Go to the first line (-1) or the last one (1)."""
        raise NotImplementedError
