"""A library, a server, and a worker that works in this process until nothing is left to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.library import Library
from reader.models.library import JobState
from reader.models.listing import AddOutcome
from reader.models.sources import NO_TERMS, Terms
from reader.pipeline.work import Work
from reader.store.store import Store
from tests.fetching.server import Server


@dataclass
class Desk:
    """What a person does at the command line, without the processes."""

    path: Path
    books: Library

    def done(self, job: int) -> list[tuple[str, str, str | None]]:
        """Work until a job is stored; what became of everything in it: status, origin, reason."""
        with Store.open(self.path) as store:
            work = Work(store, "no_pipeline", analyse=False)
            while (state := self.books.job(job)) and state.state is JobState.QUEUED:
                work.step(tuple, lambda: False)
            work.close()
        return [(each.status.value, each.origin, each.reason) for each in self.outcomes(job)]

    def outcomes(self, job: int) -> Sequence[AddOutcome]:
        return [numbered.outcome for numbered in self.books.outcomes(job)]

    def follow(self, *addresses: str, terms: Terms = NO_TERMS) -> list[tuple[str, str, str | None]]:
        return self.done(self.books.request_follow(addresses, terms))

    def update(self, *sources: int) -> list[tuple[str, str, str | None]]:
        return self.done(self.books.request_update(sources))

    def texts(self) -> dict[str, str]:
        """The text of every article, by its address."""
        ids = [article for entry in self.books.outline(grouped=False) for article in entry.articles]
        return {article.origin: article.text for each in ids if (article := self.books.article(each))}


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    books = Library.open(tmp_path / "library.db")
    yield Desk(tmp_path / "library.db", books)
    books.close()
