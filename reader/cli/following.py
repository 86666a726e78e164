"""Following a job that a worker works off, whichever process's worker it is."""

from __future__ import annotations

import time
from collections.abc import Callable

from reader.errors import AnalysisError, UsageError
from reader.library import Library
from reader.models.library import JobKind, JobState
from reader.worker.client import Worker

POLL_SECONDS = 0.02
"""How often the library is asked for news: a person does not notice less, and a look costs microseconds."""


def follow(
    books: Library, worker: Worker, job: int, until: JobState, notice: Callable[[], None] = lambda: None
) -> None:
    """Return when the job is stored, or done, calling ``notice`` every time there may be news of it.

    Raises:
        UsageError: the job failed, and says why.
        AnalysisError: all is stored, but an article could not be analysed.
        LibraryError: the worker could not read or write the library.
        WorkerError: the worker has died.
    """
    while True:
        state = books.job(job)
        notice()  # after the look at the state, so that nothing that came before it is missed
        if state is None or state.state is JobState.FAILED:
            error = (state and state.error) or "The work was given up."
            is_read = state is not None and state.error and state.kind in {JobKind.ADD, JobKind.TAKE}
            raise AnalysisError(error) if is_read else UsageError(error)
        if state.state in {until, JobState.DONE}:
            return
        failure = worker.failure()
        if worker.has_ended:
            if failure:
                raise failure
            worker.wake()  # it had been idle for too long, just before the job came
        time.sleep(POLL_SECONDS)
