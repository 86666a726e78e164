"""What an empty library shows: what Reader is for, and what to do."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from reader.ui.text import ui_text

LINES = (
    ("Nothing to read yet.", "strong"),
    ("", ""),
    ("Reader shows one news event from all its sources.", ""),
    ("Leave with q and give it some articles:", ""),
    ("", ""),
    ("reader FOLDER          read the .txt and .md files in a folder", "command"),
    ("reader add FILES       keep them in your library", "command"),
    ("reader                 open your library again", "command"),
    ("", ""),
    ("? lists every key.", ""),
)


class Welcome(Vertical):
    """A few lines in the middle of the screen."""

    DEFAULT_CSS = """
    Welcome { align: center middle; }
    Welcome Static { width: 66; max-width: 100%; height: auto; }
    """

    def compose(self) -> ComposeResult:
        """One widget a line."""
        for sentence, name in LINES:
            yield Static(ui_text(sentence), classes=name)
