"""The formats of an export, one a line, with a cursor and the letter that chooses each."""

from __future__ import annotations

from typing import ClassVar

from textual.strip import Strip

from reader.export.formats import Format
from reader.ui.paint import strip_of
from reader.ui.widgets.lines import LineView

CHOICES = {
    "m": (Format.MARKDOWN, "Markdown", "for notes and for the web"),
    "h": (Format.HTML, "HTML", "one page to read, print or send"),
    "j": (Format.JSON, "JSON", "everything, for programs"),
    "c": (Format.CSV, "CSV", "a line for each sentence, for tables"),
}
"""What can be chosen, by its letter."""

LETTERS = "".join(CHOICES)
TITLE_CELLS = 10


class FormatList(LineView):
    """The formats; the chosen one has the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"line--{name}" for name in ("ground", "here", "bar", "name", "muted")}

    def __init__(self) -> None:
        super().__init__(id="formats")
        self._chosen = 0

    def on_mount(self) -> None:
        """Say how many lines there are."""
        self.set_line_count(len(CHOICES))

    @property
    def chosen(self) -> Format:
        """The format under the cursor."""
        return CHOICES[LETTERS[self._chosen]][0]

    def choose(self, place: int) -> None:
        """Put the cursor on a line; beyond an end it goes to the other one."""
        self._chosen = place % len(CHOICES)
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor."""
        self.choose(self._chosen + by)

    def paint_line(self, line: int) -> Strip:
        """Letter, name and what it is good for."""
        letter = LETTERS[line]
        _, title, use = CHOICES[letter]
        here = line == self._chosen
        ground = self.look("ground") + (self.tint("here") if here else self.tint("ground"))
        runs = [
            ("▎" if here else " ", ground + self.tint("bar")),
            (f"{letter}  ", ground + self.tint("muted")),
            (f"{title:<{TITLE_CELLS}}", ground + self.tint("name")),
            (use, ground + self.tint("muted")),
        ]
        return strip_of(runs, self.line_width, ground)

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last."""
        self.choose(0 if direction < 0 else len(CHOICES) - 1)
