"""The dialog behind ``X``: in which format, and to which file, a comparison is written."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader.errors import FileTakenError, UsageError
from reader.export.files import write_export
from reader.export.formats import SUFFIXES, Format, exported, proposed_name
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.ui.keymap import Context, bindings
from reader.ui.layers import Layer
from reader.ui.text import ui_plain, ui_text
from reader.ui.widgets.format_list import LETTERS, FormatList

HINT = "Enter writes · Tab to the file's name · Esc leaves"

SENTENCE_LIMIT = 500
"""Characters of a sentence that names a path: it ends with the reason, which must not be cut off."""


class ExportScreen(Layer[None]):
    """Writes in a thread; a file that is there already takes a second Enter."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.EXPORT,)
    BINDINGS = bindings(Context.EXPORT)
    DEFAULT_CSS = """
    ExportScreen { align: center middle; }
    ExportScreen > Vertical { width: 66; max-width: 100%; height: auto; max-height: 100%; }
    ExportScreen Static { height: auto; max-height: 8; padding: 0 1; }
    ExportScreen Input { height: 1; border: none; padding: 0 1; margin: 1 0; }
    ExportScreen FormatList { height: 4; }
    """

    formats = getters.query_one(FormatList)
    field = getters.query_one("#file", Input)
    note = getters.query_one("#note", Static)

    def __init__(
        self,
        comparison: Comparison,
        articles: Mapping[int, Article],
        title: str | None,
        day: str | None,
        copies: Collection[int] = (),
    ) -> None:
        super().__init__()
        self._copies = copies
        self._comparison = comparison
        self._articles = articles
        self._title = title
        self._day = day
        self._taken = ""

    def compose(self) -> ComposeResult:
        """Formats, the file's name, a sentence."""
        with Vertical():
            yield Static(ui_text("Write this comparison as"), classes="strong")
            yield FormatList()
            field = Input(id="file")
            field.compact = True
            yield field
            yield Static(ui_text(HINT), id="note")

    def on_mount(self) -> None:
        """Propose a name; the formats have the keys."""
        self.field.value = ui_plain(proposed_name(self._title or "", self._day or "", self.formats.chosen))
        self.formats.focus()

    def action_move(self, by: int) -> None:
        """The next or the previous format."""
        self.formats.move(by)
        self._rename()

    def action_choose(self, letter: str) -> None:
        """The format of this letter."""
        self.formats.choose(LETTERS.index(letter))
        self._rename()

    def action_write(self) -> None:
        """Write the file."""
        self.run_worker(self._write(), group="write", exclusive=True)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_write()

    @on(Input.Changed)
    def _renamed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._taken:
            self._taken = ""
            self.note.update(ui_text(HINT))

    def action_back(self) -> None:
        """Leave without writing."""
        self.dismiss()

    def _rename(self) -> None:
        """Give the file's name the ending of the format, if it has an ending of ours."""
        name = self.field.value
        path = Path(name)
        if path.suffix in SUFFIXES.values():
            self.field.value = ui_plain(str(path.with_suffix(SUFFIXES[self.formats.chosen])))

    async def _write(self) -> None:
        name = self.field.value.strip()
        if not name:
            self.note.update(ui_text("Name the file first."))
            return
        form, overwrite = self.formats.chosen, self.field.value == self._taken
        try:
            path = await asyncio.to_thread(self._written, name, form, overwrite=overwrite)
        except FileTakenError:
            self._taken = self.field.value
            self.note.update(ui_text("There is a file of this name already. Enter again overwrites it."))
        except UsageError as error:
            self.note.update(ui_text(str(error), SENTENCE_LIMIT))
        else:
            self.app.notify(ui_plain(f"Wrote {path}."), markup=False)
            self.dismiss()

    def _written(self, name: str, form: Format, *, overwrite: bool) -> Path:
        """Write the file, in a thread; where it is now."""
        path = Path(name)
        if name.startswith("~"):
            try:
                path = path.expanduser()
            except RuntimeError as error:
                raise UsageError(f"{name} cannot be written: there is no such home folder.") from error
        text = exported(form, self._comparison, self._articles, self._title, self._day, known_copies=self._copies)
        write_export(path, text, overwrite=overwrite)
        return path.absolute()
