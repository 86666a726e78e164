"""What changed in an article: its revisions, word by word, each with the time at which it was seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.widgets import Static

from reader.models.kinds import Status
from reader.models.revisions import Revision
from reader.ui.dates import short_day
from reader.ui.keymap import Context, bindings, footer_keys
from reader.ui.layers import Layer
from reader.ui.text import ui_text
from reader.ui.widgets.bars import KeyBar
from reader.ui.widgets.revision_lines import RevisionLines


def when(moment: str, today: date) -> str:
    """A UTC moment as the person's clock has it: "Changed 24 Nov, 10:05"."""
    try:
        at = datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone()
    except ValueError:
        return "Changed"
    return f"Changed {short_day(at.date().isoformat(), Status.STATED, today)}, {at:%H:%M}"


class RevisionsScreen(Layer[None]):
    """It takes the whole screen; Esc, q and d lead back to the article."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.REVISIONS, Context.HELP)
    BINDINGS = bindings(Context.REVISIONS, Context.HELP)
    DEFAULT_CSS = """
    RevisionsScreen { layout: vertical; }
    RevisionsScreen Static { height: 1; padding: 0 1; margin-bottom: 1; }
    RevisionsScreen RevisionLines { height: 1fr; }
    """

    lines = getters.query_one(RevisionLines)

    def __init__(self, title: str, revisions: Sequence[Revision], today: date) -> None:
        """Shows revisions, the newest one first.

        Args:
            title: the article's.
            revisions: the first one first.
            today: as the person's calendar has it.
        """
        super().__init__()
        self._title = title
        self._revisions = tuple(reversed(revisions))
        self._today = today

    def compose(self) -> ComposeResult:
        """Heading, lines, keys."""
        number = len(self._revisions)
        often = "once" if number == 1 else f"{number} times"
        yield Static(ui_text(f"Changed {often} · {self._title}"), classes="strong")
        yield RevisionLines(self._revisions, [when(each.at, self._today) for each in self._revisions])
        yield KeyBar(footer_keys(Context.REVISIONS, Context.APP), id="key-bar")

    def on_mount(self) -> None:
        """The lines have the keys."""
        self.lines.focus()

    def action_change(self, direction: int) -> None:
        """Go to the next change, or the one before."""
        self.lines.step(direction)

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
