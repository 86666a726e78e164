"""What an empty library shows: what Reader is for, and what to do."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from reader.ui.text import ui_text

WHAT = (
    "Nothing to read yet.",
    "Reader shows one news event from all its sources.",
    "Leave with q and give it articles:",
)

COMMANDS = (
    ("reader FOLDER", "read the .txt and .md files in a folder"),
    ("reader add FILES", "keep them in your library"),
    ("reader", "open your library again"),
)

THEN = "? lists every key."


class Welcome(Vertical):
    """A few lines in the middle of the screen."""

    DEFAULT_CSS = """
    Welcome { align: center middle; }
    Welcome Static { width: 64; max-width: 100%; height: auto; margin-bottom: 1; }
    Welcome Horizontal { width: 64; max-width: 100%; height: auto; }
    Welcome Horizontal Static { width: 1fr; margin: 0; }
    Welcome Horizontal .command { width: 20; }
    Welcome .then { margin-top: 1; }
    """

    def compose(self) -> ComposeResult:
        """Sentences, and a line for each command."""
        for number, sentence in enumerate(WHAT):
            yield Static(ui_text(sentence), classes="" if number else "strong")
        for command, purpose in COMMANDS:
            with Horizontal():
                yield Static(ui_text(command), classes="command")
                yield Static(ui_text(purpose))
        yield Static(ui_text(THEN), classes="then")
