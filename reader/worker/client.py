"""The front ends' end of the worker process: starts it, tells it what is on screen, learns why it died.

The worker is told nothing else: what there is to do stands in the library's job table, and what it has done in the
library's news. So it does not matter which process's worker does the work.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.errors import LibraryError, ReaderError, WorkerError
from reader.isolation import python

STOP_SECONDS = 5.0
"""How long a worker may take to finish its transaction before it is killed; one takes milliseconds."""


class Worker:
    """A worker process for one library, alive until it is stopped or this process ends."""

    def __init__(self, library: Path, *, analyse: bool = True) -> None:
        """Starts the process; it waits on its own until no other worker has the library.

        Args:
            library: the library's file.
            analyse: whether to analyse what is stored; otherwise only the jobs are worked off.

        Raises:
            WorkerError: the process cannot be started.
        """
        command = python("reader.worker", str(library), *([] if analyse else ["--no-analysis"]))
        self._said = ""
        try:
            self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and module, and no shell)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            raise WorkerError(f"The worker process cannot be started: {error.strerror}.") from error

    def want_first(self, articles: Iterable[int]) -> None:
        """Ask for the analysis of these articles (what is on screen) before all others."""
        if self._process.stdin is None or self._process.poll() is not None:
            return
        try:
            self._process.stdin.write(" ".join(map(str, articles)) + "\n")
            self._process.stdin.flush()
        except OSError:
            return  # it has just ended: `failure` says why

    def failure(self) -> ReaderError | None:
        """Why the worker has ended; None while it lives and after it has done all there was to do."""
        code = self._process.poll()
        if code is None or code == 0:
            return None
        if self._process.stderr is not None and not self._process.stderr.closed:
            self._said += self._process.stderr.read()  # all of it the first time, nothing later
        said = self._said.strip()
        if code == LibraryError.exit_code and said:
            return LibraryError(said)
        last = said.rsplit("\n", 1)[-1] or f"exit code {code}"
        return WorkerError(f"The worker process has ended unexpectedly: {last}")

    def stop(self) -> None:
        """Let the worker finish its transaction, and end it."""
        if self._process.stdin is not None:
            with suppress(OSError):  # a last line that it no longer reads
                self._process.stdin.close()  # the end of its input is the sign to stop
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
