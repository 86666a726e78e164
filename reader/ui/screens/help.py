"""The help screen: the keys of the screen it was called from, the signs, the keys of the other screens; searchable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip
from textual.widgets import Input, Static

from reader.models.signs import MEANINGS
from reader.ui.keymap import KEYS, Context, as_chosen, bindings, by_screen, keys_shown, matching
from reader.ui.layers import Layer
from reader.ui.layout import wrap
from reader.ui.paint import strip_of
from reader.ui.text import ui_text
from reader.ui.widgets.lines import LineView

KEY_CELLS = 20
"""Cells of the column of keys: the longest, "l → Tab", and room."""


SIGNS = {
    **MEANINGS,
    "#": "it is about a figure",
    "”": "about what somebody said",
    "@": "about when something was",
    "&": "about who did it, or who somebody is",
    "n": "about a name (in a comparison)",
    "!2": "in the list: so many sure differences",
    "?2": "in the list: so many likely ones",
    "~6 Mar": "a date that was inferred",
    "●": "not read yet",
    "★": "starred",
    "◆": "marked for comparison",
    "▾ ▸": "an event of several sources, unfolded or folded",
    "◉": "the one entity that is highlighted",
}
"""The legend: every sign beside texts, in rows of a comparison and in the list."""


class KeyLines(LineView):
    """Keys or signs with what they mean, under headings; long sentences go on in the next line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--ground", "line--heading", "line--key", "line--help"}

    def __init__(self) -> None:
        super().__init__()
        self._told: list[tuple[str, str]] = []
        self._lines: list[tuple[str, str]] = []

    def put(self, told: Sequence[tuple[str, str]]) -> None:
        """Show these lines; a heading is a pair without keys."""
        self._told = list(told)
        self._lay_out()
        self.scroll_to(y=0, animate=False)

    def _lay_out(self) -> None:
        self._lines = []
        room = max(10, self.line_width - KEY_CELLS - 3)
        for keys, sentence in self._told:
            if not keys:
                self._lines += [(" ", "")] if self._lines else []
                self._lines.append(("", sentence))
                continue
            rows = [sentence[start:end] for start, end in wrap(sentence, 0, len(sentence), room)]
            self._lines += [(keys if number == 0 else " ", row) for number, row in enumerate(rows)]
        self.set_line_count(len(self._lines))
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
        """Another width: break the sentences anew."""
        self._lay_out()


class HelpScreen(Layer[None]):
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

    def __init__(self, present: Sequence[Context], lag: str) -> None:
        super().__init__()
        self._present = tuple(present)
        self._lag = lag

    def compose(self) -> ComposeResult:
        """Input and lines; the counter of late keys only for those who measure it."""
        with Vertical():
            field = Input(id="words")
            field.compact = True
            yield field
            yield KeyLines()
            if self._lag:
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
        told: list[tuple[str, str]] = []
        table = as_chosen(KEYS, getattr(self.app, "own_keys", {}))
        for number, (screen, keys) in enumerate(by_screen(matching(table, words), self._present)):
            told.append(("", screen))
            for group in dict.fromkeys(key.group for key in keys):
                told += [(keys_shown(key), key.help) for key in keys if key.group is group]
            if number == 0:
                told += self._legend(words)
        self.query_one(KeyLines).put(told)

    def _legend(self, words: str) -> list[tuple[str, str]]:
        return [("", "Signs"), *SIGNS.items()] if not words.strip() else []

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
