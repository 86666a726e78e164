"""Writing several small things in one transaction: making sure that they are on the disk costs as much as all else."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from reader.pipeline.faults import ends_the_work
from reader.store.store import Store

MOST = 25
"""Writings of one transaction: some ten milliseconds, for which others wait."""

LONGEST_SECONDS = 0.1
"""For which a writing waits until it is on the disk, and told: nobody notices less."""

LARGEST = 1_000_000
"""Bytes that are kept waiting."""

Writing = Callable[[], None]


class Together:
    """Writings, done in order. One that breaks on a fault of its own leaves no trace of itself, and the rest stands."""

    def __init__(self, store: Store, between: Callable[[], object] = lambda: None) -> None:
        """Nothing is waiting at first; ``between`` does what comes first, between two writings."""
        self._store = store
        self.between = between
        self._waiting: list[tuple[Writing, Callable[[Exception], None]]] = []
        self._bytes = 0
        self._since = 0.0

    def put(self, writing: Writing, failed: Callable[[Exception], None], size: int = 0) -> None:
        """Have this written soon.

        Args:
            writing: what writes.
            failed: writes instead that it could not be done, and why.
            size: the bytes that it keeps.
        """
        if not self._waiting:
            self._since = monotonic()
        self._waiting.append((writing, failed))
        self._bytes += size
        if len(self._waiting) >= MOST or self._bytes > LARGEST:
            self.flush()

    def flush_if_late(self) -> None:
        """Write what has waited long enough."""
        if self._waiting and monotonic() - self._since > LONGEST_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write all that is waiting; it is on the disk when this returns."""
        waiting, self._waiting, self._bytes = self._waiting, [], 0
        try:
            with self._store.transaction():
                for writing, _ in waiting:
                    writing()
        except Exception as fault:
            if ends_the_work(fault):
                raise
            for writing, failed in waiting:  # nothing is written; now each on its own, so that one breaks alone
                self._alone(writing, failed)

    def _alone(self, writing: Writing, failed: Callable[[Exception], None]) -> None:
        try:
            with self._store.transaction():
                writing()
        except Exception as fault:
            if ends_the_work(fault):
                raise
            failed(fault)
