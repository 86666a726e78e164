"""Keeping current, on the reading screen: new articles are fetched without waiting, what changed in one is shown."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection
from functools import partial

from reader.library import Library
from reader.models.library import JobState
from reader.models.listing import AddOutcome, AddStatus
from reader.ui.screens.reading_parts import ReadingParts

LOOK_SECONDS = 0.25
"""Between two looks at an update that is under way."""


class ReadingCurrent(ReadingParts):
    """Updates, and revisions."""

    _updating = False

    def action_update(self) -> None:
        """Fetch what is new at everything that is followed, without waiting for it."""
        if self._updating:
            self.tell("The update is still under way.")
        else:
            self._updating = True
            self.in_background(partial(self._update, (), asked=True), "update")

    async def keep_current(self) -> None:
        """Fetch what is due; nothing is said but what is new."""
        if self._updating:
            return
        due = await self.ask(lambda library: library.due_sources())
        if due and not self._updating:
            self._updating = True
            self.in_background(partial(self._update, due, asked=False), "update")

    async def _update(self, sources: Collection[int], *, asked: bool) -> None:
        try:
            if asked and not await self.ask(lambda library: library.sources()):
                self.tell("Nothing is followed yet: “reader follow URL” on the command line begins.")
                return
            if asked:
                self.tell("Fetching what is new …")
            job = await self.ask(lambda library: library.request_update(sources))
            if job is None:
                return
            while await self._is_under_way(job):  # noqa: ASYNC110 (another process does the work)
                await asyncio.sleep(LOOK_SECONDS)
            outcomes = await self.ask(lambda library: _outcomes(library, job))
            if outcomes is not None and (sentence := told(outcomes, asked=asked)):
                self.tell(sentence)
        finally:
            self._updating = False

    async def _is_under_way(self, job: int) -> bool:
        state = await self.ask(lambda library: library.job(job))
        return state is not None and state.state is JobState.QUEUED

    async def action_revisions(self) -> None:
        """Show what changed in the article."""
        article = self.listing.article if self.opened is None else self.opened.article.id
        if article is None:
            return
        from reader.export.changes import revisions  # noqa: PLC0415 (loaded when it is shown)
        from reader.ui.screens.revisions import RevisionsScreen  # noqa: PLC0415 (the same)

        steps = await self.ask(lambda library: revisions(library.versions(article)))
        if not steps:
            self.tell("This article has not been changed since it was first read.")
            return
        card = self.listing.card(article)
        await self.ask(lambda library: library.see_change(article))
        self.app.push_screen(RevisionsScreen(card.title if card else "", steps, self.today))


def _outcomes(library: Library, job: int) -> tuple[AddOutcome, ...]:
    found: list[AddOutcome] = []
    after = 0
    while page := library.outcomes(job, after):
        found += [numbered.outcome for numbered in page]
        after = page[-1].number
    return tuple(found)


def told(outcomes: Collection[AddOutcome], *, asked: bool) -> str:
    """What an update brought, in a sentence; "" if nobody asked and nothing is new."""
    articles = Counter(each.status for each in outcomes if each.id is not None and each.reason is None)
    failed = sum(each.status is AddStatus.FAILED and each.id is None for each in outcomes)
    parts = [
        _counted(articles[status], noun, what)
        for status, noun, what in (
            (AddStatus.ADDED, "new article", ""),
            (AddStatus.UPDATED, "changed article", ""),
            (AddStatus.REMOVED, "old article", " removed"),
        )
        if articles[status]
    ]
    if not parts and not asked:
        return ""
    sentence = ", ".join(parts) or "Nothing new"
    if failed and asked:
        sentence += f"; {_counted(failed, 'source')} could not be read"
    return f"{sentence}."


def _counted(number: int, noun: str, what: str = "") -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}{what}"
