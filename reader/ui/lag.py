"""A counter of stalls of the event loop: how late a short sleep wakes up, sampled all the time.

Every late wake-up is time in which no key was answered. The help screen shows the count; where ``READER_LAG_FILE``
names a file, one line of JSON is written into it at the end.
"""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from time import perf_counter, thread_time

SAMPLE_SECONDS = 0.02
"""Between two samples: short against the stall that counts, long against the cost of waking up."""

STALL_MS = 50.0
"""A lag that a person notices as a missed key (UI.md, "Never wait")."""

FILE_VARIABLE = "READER_LAG_FILE"


class LagCounter:
    """How late the event loop was: samples, stalls, the worst lag in milliseconds.

    A machine that is busy with others makes every program late. So the processor time that the loop itself used is
    counted too: a stall is its own if it has used more than ``STALL_MS`` in one go.
    """

    def __init__(self) -> None:
        self.samples = 0
        self.stalls = 0
        self.own_stalls = 0
        self.worst_ms = 0.0
        self.own_worst_ms = 0.0
        self.total_ms = 0.0

    async def watch(self) -> None:
        """Sample until cancelled."""
        while True:
            before, used = perf_counter(), thread_time()
            await asyncio.sleep(SAMPLE_SECONDS)
            self.note((perf_counter() - before - SAMPLE_SECONDS) * 1000, (thread_time() - used) * 1000)

    def note(self, lag_ms: float, used_ms: float) -> None:
        """Count one sample: how late it was, and what the loop's thread has used of the processor meanwhile."""
        self.samples += 1
        self.total_ms += max(0.0, lag_ms)
        self.worst_ms = max(self.worst_ms, lag_ms)
        self.stalls += lag_ms > STALL_MS
        if lag_ms > STALL_MS:
            self.own_worst_ms = max(self.own_worst_ms, min(lag_ms, used_ms))
            self.own_stalls += used_ms > STALL_MS

    def sentence(self) -> str:
        """The counts for the help screen."""
        return f"event loop: {self.samples} samples, {self.stalls} over 50 ms late ({self.own_stalls} by its own work)"

    def write(self) -> None:
        """Append the counts to the file that the environment names, if it does and the file can be written."""
        name = os.environ.get(FILE_VARIABLE)
        if not name:
            return
        line = json.dumps(
            {
                "schema": 1,
                "samples": self.samples,
                "stalls": self.stalls,
                "stall_ms": STALL_MS,
                "own_stalls": self.own_stalls,
                "worst_ms": round(self.worst_ms, 1),
                "own_worst_ms": round(self.own_worst_ms, 1),
                "mean_ms": round(self.total_ms / max(1, self.samples), 2),
            }
        )
        try:
            with Path(name).open("a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError:
            return
