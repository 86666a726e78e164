"""The jobs that wait for servers. They are under way while the worker does its other work, and looked after by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from reader.fetching.crowd import Crowd
from reader.fetching.records import Answer, Request
from reader.models.library import Job, JobKind
from reader.pipeline.following import Following
from reader.pipeline.updating import Updating
from reader.pipeline.visiting import Visiting
from reader.store.store import Store

ANSWERS_AT_ONCE = 8
"""Answers read before the worker looks at its other work: some tenths of a second."""


class Errand(Protocol):
    """A job that asks servers."""

    @property
    def is_over(self) -> bool:
        """Whether every answer is in."""
        ...

    def begin(self) -> None:
        """Ask what there is to ask."""
        ...

    def take(self, answer: Answer) -> None:
        """Do what an answer asks for."""
        ...


_KINDS: Mapping[JobKind, Callable[[Store, Job, Callable[[Request], None]], Errand]] = {
    JobKind.UPDATE: Updating,
    JobKind.FOLLOW: Following,
    JobKind.ADD: Visiting,
}


class Errands:
    """Every job under way, and the one crowd of requests that they share."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._crowd: Crowd | None = None
        self._errands: dict[int, Errand] = {}

    @property
    def jobs(self) -> tuple[int, ...]:
        """The ids of the jobs under way."""
        return tuple(self._errands)

    def begin(self, job: Job) -> None:
        """Set out on a job."""
        if self._crowd is None:
            self._crowd = Crowd()
        errand = _KINDS[job.kind](self._store, job, self._crowd.ask)
        self._errands[job.id] = errand
        errand.begin()
        self._finish(job.id)

    def step(self, seconds: float = 0.0) -> bool:
        """Do what has been answered, waiting at most so long for the first answer; False if there was none."""
        if self._crowd is None:
            return False
        for number in range(ANSWERS_AT_ONCE):
            answer = self._crowd.take(0.0 if number else seconds)
            if answer is None:
                return number > 0
            job = answer.request.errand
            if job in self._errands:
                self._errands[job].take(answer)
                self._finish(job)
        return True

    def close(self) -> None:
        """Break off what is under way; the jobs stay to be done."""
        if self._crowd is not None:
            self._crowd.close()

    def _finish(self, job: int) -> None:
        if self._errands[job].is_over:
            del self._errands[job]
            self._store.mark_stored(job)
