"""A panel of told lines over the reading screen: what the why-panel and the thread have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from reader.ui.keymap import Context, bindings
from reader.ui.layers import Layer
from reader.ui.text import ui_text
from reader.ui.widgets.told_lines import Told, ToldLines

Choice = TypeVar("Choice")

PANEL_CELLS = 96
"""The width of the panel, where there is as much."""

AROUND_LINES = 8
"""Lines that heading and foot take, of three lines each at most, with a blank one between."""


class ToldScreen(Layer[Choice], Generic[Choice]):
    """A heading, lines to go through, and a foot that says which keys do what; it is left by Esc or q."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.THREAD,)
    BINDINGS = bindings(Context.THREAD)
    DEFAULT_CSS = """
    ToldScreen { align: center middle; }
    ToldScreen > Vertical { width: 96; max-width: 100%; height: auto; max-height: 100%; }
    ToldScreen Static { height: auto; max-height: 3; padding: 0 1; }
    ToldScreen #told-head { margin-bottom: 1; }
    ToldScreen #told-foot { margin-top: 1; }
    ToldScreen ToldLines { height: auto; max-height: 100%; }
    """

    lines = getters.query_one(ToldLines)

    def __init__(self, head: str, told: Sequence[Told[Choice]], foot: str) -> None:
        super().__init__()
        self._head, self._told, self._foot = head, tuple(told), foot

    def compose(self) -> ComposeResult:
        """Heading, lines and foot."""
        with Vertical():
            yield Static(ui_text(self._head), id="told-head", classes="strong")
            yield ToldLines(self._told)
            yield Static(ui_text(self._foot), id="told-foot")

    def on_mount(self) -> None:
        """The lines have the keys."""
        self._fit()
        self.lines.focus()

    def put(self, told: Sequence[Told[Choice]]) -> None:
        """Tell more; the cursor stays on its line."""
        self.lines.put(told)
        self._fit()

    def on_resize(self) -> None:
        """Leave room for heading and foot."""
        self._fit()

    def _fit(self) -> None:
        width = min(PANEL_CELLS, self.size.width)
        self.lines.styles.height = max(3, min(self.lines.height_at(width), self.size.height - AROUND_LINES))

    def action_move(self, by: int) -> None:
        """To the next line that can be chosen."""
        self.lines.step(by)

    def action_page(self, share: float) -> None:
        """Scroll by a share of the height."""
        self.lines.jump_to(self.lines.top + round(share * self.lines.view_height))

    def action_edge(self, direction: int) -> None:
        """Go to an end."""
        self.lines.action_edge(direction)

    def action_chord(self) -> None:
        """To the top."""
        self.lines.action_chord()

    def action_back(self) -> None:
        """Close."""
        self.dismiss()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()

    def action_open(self) -> None:
        """Close with what is under the cursor."""
        self.dismiss(self.lines.chosen)
