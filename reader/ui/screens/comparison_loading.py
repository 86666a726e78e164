"""The part of the comparison screen that asks the library: for the comparison, its sources, and what was set aside."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from textual.screen import Screen

from reader.errors import LibraryError
from reader.library import Library
from reader.models.comparison import Comparison
from reader.models.library import JobState
from reader.ui.layers import LayeredApp
from reader.ui.messages import ComparisonWanted
from reader.ui.reads import LibraryThread
from reader.ui.text import ui_plain

Answer = TypeVar("Answer")

WAIT_SECONDS = 0.15
"""Between two looks whether a comparison that was asked for is there."""

PATIENCE_SECONDS = 180.0
"""How long it is waited for: a worker that takes in a large folder first needs so long for 50,000 articles."""

NOT_YET = "These articles cannot be compared yet."


class ComparisonLoading(Screen[None]):
    """Reads a comparison; asks the worker for it where there is none yet."""

    def __init__(self, shelf: LibraryThread, wanted: ComparisonWanted) -> None:
        super().__init__()
        self.shelf = shelf
        self.wanted = wanted
        self.why_not = NOT_YET
        """Why there is no comparison: a sentence."""

    async def stored(self) -> Comparison | None:
        """The comparison as it is stored, if it is."""
        event, articles = self.wanted.event, self.wanted.articles
        if event is not None:
            return await self.ask(lambda library: library.comparison(event))
        return await self.ask(lambda library: library.stored_comparison(articles))

    async def made(self) -> Comparison | None:
        """The comparison, once the worker has made it; None if it cannot, or there is no worker (``why_not``)."""
        articles = self.wanted.articles
        job = await self.ask(lambda library: library.request_comparison(articles))
        end = monotonic() + PATIENCE_SECONDS
        while job is not None and monotonic() < end:
            await asyncio.sleep(WAIT_SECONDS)
            state = await self.ask(lambda library: library.job(job))
            if state is None or state.state in {JobState.DONE, JobState.FAILED}:
                self.why_not = (state and state.error) or self.why_not
                break
            if self.shelf.trouble:
                self.why_not = self.shelf.trouble
                break
        return await self.ask(lambda library: library.stored_comparison(articles))

    async def known_copies(self) -> tuple[int, ...]:
        """The articles that the library holds to be near-copies of another one of the event."""
        event = self.wanted.event
        card = await self.ask(lambda library: library.event(event)) if event is not None else None
        return card.copies if card is not None else ()

    async def ask(self, question: Callable[[Library], Answer]) -> Answer | None:
        """The library's answer; None, and a sentence for the person, if it cannot give one."""
        try:
            return await self.shelf.ask(question)
        except LibraryError as error:
            self.tell(str(error))
            return None

    def leave(self) -> None:
        """Back to the articles."""
        if isinstance(self.app, LayeredApp):
            self.app.leave(self)

    def tell(self, sentence: str) -> None:
        """Show a sentence for a moment."""
        self.app.notify(ui_plain(sentence), markup=False)
