"""A line that the person is asked for: the name of a watch, the words of a note, the number of a link."""

from __future__ import annotations

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.ui.keymap import Context, bindings
from reader.ui.layers import Layer
from reader.ui.text import ui_plain, ui_text

ABOUT_LETTERS = 400
"""Letters of what the line is about."""


class AskScreen(Layer[str | None]):
    """What it is about, and a field; Enter gives the line, Esc nothing."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.ASK,)
    BINDINGS = bindings(Context.ASK)
    DEFAULT_CSS = """
    AskScreen { align: center middle; }
    AskScreen > Vertical { width: 80; max-width: 100%; height: auto; max-height: 100%; }
    AskScreen Static { height: auto; max-height: 12; padding: 0 1; }
    AskScreen Input { height: 1; border: none; padding: 0 1; margin: 1 0; }
    """

    field = getters.query_one("#line", Input)

    def __init__(self, head: str, about: str, hint: str, line: str = "") -> None:
        super().__init__()
        self._head, self._about, self._hint, self._line = head, about, hint, line

    def compose(self) -> ComposeResult:
        """Heading, what it is about, field, hint."""
        with Vertical():
            yield Static(ui_text(self._head), classes="strong")
            if self._about:
                yield Static(ui_text(self._about, ABOUT_LETTERS))
            field = Input(id="line")
            field.compact = True
            yield field
            yield Static(ui_text(self._hint))

    def on_mount(self) -> None:
        """The field has the keys."""
        self.field.value = ui_plain(self._line)
        self.field.focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())

    def action_back(self) -> None:
        """Leave without a line."""
        self.dismiss(None)
