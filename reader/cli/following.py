"""Following a job that a worker works off, whichever process's worker it is."""

from __future__ import annotations

import time
from collections.abc import Callable

from reader.library import Library
from reader.models.work import JobState
from reader.worker.client import Worker

POLL_SECONDS = 0.02
"""How often the library is asked for news: a person does not notice less, and a look costs microseconds."""


def follow(books: Library, worker: Worker, job: int, until: JobState, notice: Callable[[], None]) -> None:
    """Return when the job has reached a state, calling ``notice`` every time there may be news of it.

    Raises:
        LibraryError: the worker could not read or write the library.
        WorkerError: the worker has died.
    """
    while True:
        reached = books.job_state(job) >= until
        notice()  # after the look at the state, so that nothing that came before it is missed
        if reached:
            return
        if failure := worker.failure():
            raise failure
        time.sleep(POLL_SECONDS)
