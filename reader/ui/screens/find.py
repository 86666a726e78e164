"""The finder: one field for names and words, answered as one types."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from reader.errors import LibraryError
from reader.ui.find_rows import Found, find
from reader.ui.keymap import Context, bindings
from reader.ui.layers import Layer
from reader.ui.messages import FindChosen
from reader.ui.reads import LibraryThread
from reader.ui.text import ui_plain
from reader.ui.widgets.find_list import FindList

PAUSE_SECONDS = 0.06
"""How long the fingers rest before the library is asked: a fast typist's next letter comes sooner."""


class FindScreen(Layer[Found | None]):
    """Asks the library with every pause in typing; what is typed gives up what it replaces."""

    CONTEXTS: ClassVar[tuple[Context, ...]] = (Context.FIND,)
    BINDINGS = bindings(Context.FIND)
    DEFAULT_CSS = """
    FindScreen { align: center top; }
    FindScreen > Vertical { width: 100; max-width: 100%; height: auto; max-height: 90%; margin: 1 0; }
    FindScreen Input { height: 1; border: none; padding: 0 1; }
    FindScreen FindList { height: auto; max-height: 30; }
    """

    field = getters.query_one("#words", Input)
    finds = getters.query_one("#finds", FindList)

    def __init__(self, shelf: LibraryThread, article: int | None, words: str) -> None:
        super().__init__()
        self._shelf = shelf
        self._article = article
        self._words = words
        self._wanted = self._answered = ""

    def compose(self) -> ComposeResult:
        """Field and list."""
        with Vertical():
            field = Input(id="words", select_on_focus=True)
            field.compact = True
            yield field
            yield FindList(id="finds")

    def on_mount(self) -> None:
        """Start with the words of the last search, ready to be typed over."""
        self.field.placeholder = "a name in any spelling, or words"
        self.field.value = ui_plain(self._words)
        self.field.action_select_all()
        self.field.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._wanted = event.value  # from now on: whatever the library is still looking for is given up
        self.run_worker(self._find(event.value), group="find", exclusive=True)

    async def _find(self, words: str) -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        await self._answer(words)

    async def _answer(self, words: str) -> None:
        """Show what is found; a question that has been replaced is not asked, or not answered, any more."""
        self._wanted = words
        article = self._article
        try:
            rows = await self._shelf.ask(lambda library: find(library, words, article, lambda: self._wanted == words))
        except LibraryError as error:
            self.app.notify(ui_plain(str(error)), markup=False)
            rows = ()
        if self._wanted == words:
            self._answered = words
            self.finds.styles.height = max(1, len(rows))
            self.finds.put(rows)

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        await self._choose(as_filter=False)

    @on(FindChosen)
    def _clicked(self, event: FindChosen) -> None:
        event.stop()
        self._leave_with(as_filter=False)

    async def _choose(self, *, as_filter: bool) -> None:
        """Choose what is under the cursor, once what was typed is answered; the keys after it wait."""
        self.workers.cancel_group(self, "find")
        if self._answered != self.field.value:
            await self._answer(self.field.value)
        self._leave_with(as_filter=as_filter)

    def _leave_with(self, *, as_filter: bool) -> None:
        row = self.finds.current
        if row is not None:
            self.dismiss(Found(row, self.field.value.strip(), as_filter))

    def action_move(self, by: int) -> None:
        """Move the cursor of the list."""
        self.finds.move(by)

    def action_page(self, share: float) -> None:
        """Move the cursor by a share of the list's height."""
        self.finds.move(round(share * self.finds.view_height))

    async def action_filter_found(self) -> None:
        """Filter the list to what is under the cursor."""
        await self._choose(as_filter=True)

    def action_back(self) -> None:
        """Leave without choosing."""
        self._wanted = ""
        self.dismiss(None)
