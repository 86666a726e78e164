"""The front ends' end of the worker process: starts it, tells it what is on screen, replaces it if it fails.

The worker is told nothing else: what there is to do stands in the library's job table, and what it has done in the
library's news. So it does not matter which process's worker does the work. It ends by itself when there has been
nothing to do for a minute; ``wake`` starts it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.errors import ReaderError, WorkerError
from reader.isolation import python
from reader.worker.child import Child

IDLE_SECONDS = 60.0
"""After which a worker without work ends: it holds 200 MB, and starts again in two seconds."""

STOPPED_SECONDS = 3.0
"""How long a worker may be stopped by a signal: whoever stops it only to look at it is done by then."""

PROVEN_SECONDS = 5.0
"""After which a replacement counts as working: the language model is loaded by then, and some articles done."""


class Worker:
    """A worker process for one library, alive while there is work, until it is stopped or this process ends."""

    def __init__(
        self, library: Path, *, analyse: bool = True, idle_seconds: float = IDLE_SECONDS, workers: int | None = None
    ) -> None:
        """Starts the process; it waits on its own until no other worker has the library.

        Args:
            library: the library's file.
            analyse: whether to analyse what is stored; otherwise only the jobs are worked off.
            idle_seconds: after which it ends when there is nothing to do.
            workers: the child processes in which it analyses; without, as many as the settings say.

        Raises:
            WorkerError: the process cannot be started.
        """
        options = [f"--idle={idle_seconds}", *([] if analyse else ["--no-analysis"])]
        options += [] if workers is None else [f"--workers={workers}"]
        self._command = python("reader.worker", str(library), *options)
        self._trouble: ReaderError | None = None
        self._is_replacement = False
        self._child = Child(self._command)

    @property
    def has_ended(self) -> bool:
        """Whether the process has ended, be it that all was done; ``wake`` starts it again."""
        return self._child.code is not None

    @property
    def is_idle(self) -> bool:
        """Whether it has ended because there was nothing to do."""
        return self._child.code == 0

    @property
    def is_well(self) -> bool:
        """Whether it lives, and there is nothing to tell: ``failure`` need not be asked."""
        return self._trouble is None and self._child.code is None and not self._child.stopped_for()

    def wake(self) -> None:
        """There is work: start the process again if it has ended, whatever the reason was."""
        if self.has_ended:
            self._start()
            self._is_replacement = False

    def want_first(self, articles: Iterable[int]) -> None:
        """Ask for the analysis of these articles (what is on screen) before all others."""
        self._child.say(" ".join(map(str, articles)))

    def failure(self) -> ReaderError | None:
        """What is wrong with the worker, until it works again; None if nothing is. To be asked every now and then.

        A worker that has died, or stands still because somebody has stopped it, is replaced once. One that says why it
        cannot use the library, or the settings, is not: the next one could not either.
        """
        if self._child.stopped_for() >= STOPPED_SECONDS:
            self._replace(WorkerError("The worker process was stopped from outside."))
        elif reason := self._child.reason():
            self._replace(reason)
        elif self._child.code == 0 or (self._child.code is None and self._child.age > PROVEN_SECONDS):
            self._trouble, self._is_replacement = None, False
        return self._trouble

    def stop(self) -> None:
        """Let the worker finish its transaction, and end it."""
        self._child.end()

    def _replace(self, trouble: ReaderError) -> None:
        self._trouble = trouble
        if not self._is_replacement and isinstance(trouble, WorkerError):
            self._start()
            self._is_replacement = True
        else:
            self._child.end()

    def _start(self) -> None:
        self._child.end()
        self._child = Child(self._command)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
