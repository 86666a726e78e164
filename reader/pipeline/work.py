"""What the worker does next: jobs first, so that everything is soon on disk and readable, then the analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.analysis.tagger import SpacyTagger
from reader.config import language_pipeline
from reader.models.work import Job, JobKind, JobState
from reader.pipeline.analysing import analyse
from reader.pipeline.comparing import compare_articles
from reader.pipeline.taking_in import take_in
from reader.store.store import Store

BATCH = 4
"""Articles analysed at a time: some hundred milliseconds of work, so that what comes on screen is soon first."""


class Work:
    """The work on one library, cut into steps."""

    def __init__(self, store: Store, *, analyse: bool) -> None:
        self._store = store
        self._analyse = analyse
        self._tagger = SpacyTagger(language_pipeline())

    def step(self, wanted: Sequence[int], stopped: Callable[[], bool]) -> bool:
        """Do the next piece of work; False if there is none.

        Args:
            wanted: ids of the articles on screen, which are analysed first.
            stopped: asked between two articles; once it says so, the step ends early.
        """
        if job := self._store.next_job():
            self._do(job, stopped)
        elif self._analyse and (pending := self._store.pending(BATCH, first=wanted)):
            analyse(self._store, self._tagger, pending)
        else:
            return self._store.finish_stored_jobs(analysed=self._analyse)
        return True

    def _do(self, job: Job, stopped: Callable[[], bool]) -> None:
        if job.kind is JobKind.COMPARE:
            if waiting := [number for number in job.articles if not self._store.is_analysed(number)]:
                analyse(self._store, self._tagger, waiting)
            compare_articles(self._store, job.articles)
            self._store.set_job_state(job.id, JobState.DONE)
        elif take_in(self._store, job, stopped):
            self._store.set_job_state(job.id, JobState.STORED)
