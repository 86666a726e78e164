"""What an empty library shows: what Reader is for, and what to do; or that its articles are just being read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from reader.ui.text import ui_text

FIRST = "Nothing to read yet."

WHAT = (
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
    Welcome.-filling Static, Welcome.-filling Horizontal { display: none; }
    Welcome.-filling #first { display: block; }
    """

    def compose(self) -> ComposeResult:
        """Sentences, and a line for each command."""
        yield Static(ui_text(FIRST), id="first", classes="strong")
        for sentence in WHAT:
            yield Static(ui_text(sentence))
        for command, purpose in COMMANDS:
            with Horizontal():
                yield Static(ui_text(command), classes="command")
                yield Static(ui_text(purpose))
        yield Static(ui_text(THEN), classes="then")

    def put(self, place: str, done: int, total: int, *, filling: bool, named: bool) -> None:
        """Say what there is to be said while there is no article.

        Args:
            place: the folder or the library.
            done: inputs that have been read.
            total: inputs there are; 0 while they are not counted.
            filling: whether articles are being read; then nothing is said of how to give some.
            named: whether the person has named what to read.
        """
        if filling:
            first = f"Reading {place} …" + (f"   {done:,} of {total:,}" if total else "")
        else:
            first = f"There is no article in {place}." if named else FIRST
        self.query_one("#first", Static).update(ui_text(first))
        self.set_class(filling, "-filling")
