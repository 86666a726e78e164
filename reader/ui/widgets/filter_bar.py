"""The line in which a filter query is written, and the one below it that says where a query broke."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.strip import Strip
from textual.widgets import Input

from reader.ui.messages import QueryEntered
from reader.ui.text import ui_plain
from reader.ui.widgets.bars import Bar

EXAMPLES = "words  “a phrase”  -not  OR  person: org: place: event: outlet: date: after: before: unread starred"


class QueryHint(Bar):
    """What can be written, or why what was written makes no sense."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = EXAMPLES
        self._position: int | None = None

    def put(self, sentence: str, position: int | None = None) -> None:
        """Show a sentence; with a caret below that character of the query if there is a ``position``."""
        self._sentence, self._position = sentence, position
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        del y
        sentence = ui_plain(self._sentence)
        if self._position is None:
            return self._runs_fitted([(sentence, "faint")], [])
        indent = " " * max(0, min(self._position, self.size.width // 2))
        return self._runs_fitted([(indent + "^ ", "accent"), (sentence, "strong")], [])


class FilterBar(Vertical):
    """An input for a query; it stays open until the query is understood."""

    DEFAULT_CSS = """
    FilterBar { height: auto; padding: 0 1; display: none; }
    FilterBar.-open { display: block; }
    FilterBar Input { height: 1; border: none; padding: 0; }
    """

    def compose(self) -> ComposeResult:
        """Input and hint."""
        field = Input(id="query", select_on_focus=True)
        field.compact = True
        yield field
        yield QueryHint()

    def open(self, query: str) -> None:
        """Show the bar with a query to start from."""
        self.add_class("-open")
        field = self.query_one("#query", Input)
        field.value = query
        self.screen.set_focus(field)  # at once: the next key is already a letter of the query
        self.query_one(QueryHint).put(EXAMPLES)

    def close(self) -> None:
        """Hide the bar."""
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Whether the bar is to be seen."""
        return self.has_class("-open")

    def show_error(self, sentence: str, position: int) -> None:
        """Say why the query makes no sense, with a caret below the place."""
        self.query_one(QueryHint).put(sentence, position)

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(QueryEntered(event.value.strip()))
