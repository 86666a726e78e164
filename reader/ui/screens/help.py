"""The help screen: the key table, searchable, and the lag counter of the event loop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input, Static

from reader.ui.gutter import MEANING
from reader.ui.keymap import KEYS, Context, Key, bindings, keys_shown, matching
from reader.ui.paint import strip_of
from reader.ui.text import ui_text
from reader.ui.widgets.lines import LineView

KEY_CELLS = 20
"""Cells of the column of keys: the longest, "l → Tab", and room."""


class KeyLines(LineView):
    """The lines of the key table under their headings."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--ground", "line--heading", "line--key", "line--help"}

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[str, str]] = []

    def put(self, keys: Sequence[Key], notes: Sequence[tuple[str, str]]) -> None:
        """Show these lines; a heading is a pair without keys."""
        lines: list[tuple[str, str]] = []
        for group in dict.fromkeys(key.group for key in keys):
            lines += [("", group), *((keys_shown(key), key.help) for key in keys if key.group is group), ("", "")]
        self._lines = [*lines, *notes]
        self.set_line_count(len(self._lines))
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def paint_line(self, line: int) -> Strip:
        """A heading, or keys and what they do."""
        keys, sentence = self._lines[line]
        ground = self.look("ground")
        if not keys:
            return strip_of([(f" {sentence}", ground + self.tint("heading"))], self.line_width, ground)
        runs = [(f"  {keys:<{KEY_CELLS}}", ground + self.tint("key")), (sentence, ground + self.tint("help"))]
        return strip_of(runs, self.line_width, ground)

    def on_resize(self) -> None:
        """Another size."""
        self.set_line_count(len(self._lines))


class HelpScreen(ModalScreen[None]):
    """All keys; typing searches them."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.HELP,)
    BINDINGS = bindings(Context.HELP)
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical { width: 74; max-width: 100%; height: 90%; }
    HelpScreen Input { height: 1; border: none; padding: 0 1; }
    HelpScreen KeyLines { height: 1fr; }
    HelpScreen Static { height: 1; padding: 0 1; }
    """

    def __init__(self, lag: str) -> None:
        super().__init__()
        self._lag = lag

    def compose(self) -> ComposeResult:
        """Input, lines, lag."""
        with Vertical():
            field = Input(id="words")
            field.compact = True
            yield field
            yield KeyLines()
            yield Static(ui_text(self._lag), id="lag")

    def on_mount(self) -> None:
        """Everything is shown until something is typed."""
        self.query_one(Input).placeholder = "search the keys · Esc closes"
        self._show("")

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    def _show(self, words: str) -> None:
        signs = [("", "Signs beside the text"), *MEANING.items()] if not words.strip() else []
        self.query_one(KeyLines).put(matching(KEYS, words), signs)

    def action_move(self, by: int) -> None:
        """Scroll."""
        self.query_one(KeyLines).scroll_relative(y=by, animate=False)

    def action_page(self, share: float) -> None:
        """Scroll by a share of the height."""
        lines = self.query_one(KeyLines)
        lines.scroll_relative(y=round(share * lines.view_height), animate=False)

    def action_edge(self, direction: int) -> None:
        """Scroll to an end."""
        lines = self.query_one(KeyLines)
        lines.jump_to(0 if direction < 0 else lines.virtual_size.height)

    def action_chord(self) -> None:
        """To the top."""
        self.action_edge(-1)

    def action_back(self) -> None:
        """Close."""
        self.dismiss()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()
