"""The worker process as the client sees it: started, ended, and asked how it is."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from time import monotonic

from reader.errors import LibraryError, ReaderError, UsageError, WorkerError

STOP_SECONDS = 5.0
"""How long a worker may take to finish its transaction before it is killed; one takes milliseconds."""


class Child:
    """A running process."""

    def __init__(self, command: list[str]) -> None:
        """Starts it.

        Raises:
            WorkerError: it cannot be started.
        """
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
        self.pid = self._process.pid
        self._started_at = monotonic()
        self._stopped_at: float | None = None

    @property
    def code(self) -> int | None:
        """Its exit code; None while it lives."""
        return self._process.poll()

    @property
    def age(self) -> float:
        """Seconds since it was started."""
        return monotonic() - self._started_at

    def stopped_for(self) -> float:
        """Seconds for which it has been seen to be stopped by a signal; 0 if it is not."""
        try:
            found = os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            found = None  # it has ended
        if found is None:
            self._stopped_at = None
            return 0
        now = monotonic()
        self._stopped_at = self._stopped_at or now - 0.001
        return now - self._stopped_at

    def say(self, line: str) -> None:
        """Write a line to it, if it lives."""
        if self._process.stdin is not None and self.code is None:
            with suppress(OSError):  # it has just ended: `reason` says why
                self._process.stdin.write(line + "\n")
                self._process.stdin.flush()

    def reason(self) -> ReaderError | None:
        """Why it has ended; None while it lives, after it has done all there was to do, and the second time."""
        code = self.code
        if not code or self._process.stderr is None or self._process.stderr.closed:
            return None
        said = self._process.stderr.read().strip()
        self._process.stderr.close()
        if said and (kind := {LibraryError.exit_code: LibraryError, UsageError.exit_code: UsageError}.get(code)):
            return kind(said)
        last = said.rsplit("\n", 1)[-1] or f"exit code {code}"
        return WorkerError(f"The worker process has ended unexpectedly: {last}")

    def end(self) -> None:
        """Let it finish its transaction, and end it; a stopped one is killed at once, which loses nothing either."""
        if self._process.stdin is not None:
            with suppress(OSError):  # a last line that it no longer reads
                self._process.stdin.close()  # the end of its input is the sign to stop
        try:
            self._process.wait(0 if self.stopped_for() else STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()
