"""The files that were not read, each with its reason: told by the note in the title bar. The library keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip
from textual.widgets import Static

from reader.models.listing import AddOutcome, AddStatus
from reader.ui.keymap import Context, bindings
from reader.ui.layers import Layer
from reader.ui.layout import wrap
from reader.ui.paint import strip_of
from reader.ui.text import shown, ui_text
from reader.ui.widgets.lines import LineView

INDENT = 3
"""Cells in front of a reason, which stands below the name of its file."""


class OutcomeLines(LineView):
    """A file's name, and below it why it was not read, as many lines as it takes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--ground", "line--name", "line--muted"}

    def __init__(self, outcomes: Sequence[AddOutcome]) -> None:
        super().__init__()
        self._outcomes = tuple(outcomes)
        self._lines: list[tuple[str, str]] = []

    def on_resize(self) -> None:
        """Break the lines anew for this width."""
        self._lines = []
        width = max(1, self.line_width - INDENT - 1)
        for outcome in self._outcomes:
            reason = outcome.reason or "It was not read."
            if outcome.status is AddStatus.SKIPPED:
                reason = f"Passed over: {reason}"
            for text, name in ((shown(outcome.origin), "name"), (shown(reason), "muted")):
                self._lines += [(text[start:end], name) for start, end in wrap(text, 0, len(text), width)]
            self._lines.append(("", "muted"))
        self.set_line_count(len(self._lines))
        self.refresh()

    def paint_line(self, line: int) -> Strip:
        """A line of a name, or of a reason."""
        text, name = self._lines[line]
        ground = self.look("ground")
        indent = 1 if name == "name" else INDENT
        return strip_of([(" " * indent, ground), (text, ground + self.tint(name))], self.line_width, ground)

    def action_edge(self, direction: int) -> None:
        """Scroll to an end."""
        self.jump_to(0 if direction < 0 else self.virtual_size.height)


class NotReadScreen(Layer[None]):
    """A list to scroll through; it is left by Esc or q."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.HELP,)
    BINDINGS = bindings(Context.HELP)
    DEFAULT_CSS = """
    NotReadScreen { align: center middle; }
    NotReadScreen > Vertical { width: 90; max-width: 100%; height: auto; max-height: 90%; }
    NotReadScreen Static { height: 1; padding: 0 1; margin-bottom: 1; }
    NotReadScreen OutcomeLines { height: auto; max-height: 30; }
    """

    lines = getters.query_one(OutcomeLines)

    def __init__(self, outcomes: Sequence[AddOutcome]) -> None:
        super().__init__()
        self._outcomes = tuple(outcomes)

    def compose(self) -> ComposeResult:
        """Heading and lines."""
        failed = sum(each.status is AddStatus.FAILED for each in self._outcomes)
        passed = len(self._outcomes) - failed
        told = " · ".join(
            f"{number} {what}" for number, what in ((failed, "not read"), (passed, "passed over")) if number
        )
        with Vertical():
            yield Static(ui_text(f"{told} · Esc closes"), classes="strong")
            lines = OutcomeLines(self._outcomes)
            lines.styles.height = 3 * len(self._outcomes) + 2
            yield lines

    def on_mount(self) -> None:
        """The list has the keys."""
        self.lines.focus()

    def action_move(self, by: int) -> None:
        """Scroll."""
        self.lines.jump_to(self.lines.top + by)

    def action_page(self, share: float) -> None:
        """Scroll by a share of the height."""
        self.lines.jump_to(self.lines.top + round(share * self.lines.view_height))

    def action_edge(self, direction: int) -> None:
        """Scroll to an end."""
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
