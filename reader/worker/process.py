"""The worker process of one library: works off its jobs, then analyses what is stored, and waits for more.

It runs at a low priority in a process of its own: in a thread of the screens' process the language model would stall
key presses by a quarter of a second.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import closing
from math import inf
from pathlib import Path
from time import monotonic

from reader.config import settings
from reader.errors import ReaderError
from reader.pipeline.work import Work
from reader.store.store import Store
from reader.worker.lock import only_worker
from reader.worker.orders import Orders

NICENESS = 10
"""Low enough that a key press always comes first (measured: stalls of 32 ms at worst, against 270 in a thread)."""

IDLE = "--idle="

WORKERS = "--workers="

LOOK_SECONDS = 0.2
"""How often an idle worker looks for jobs of other processes."""


def main(arguments: list[str]) -> int:
    """Work on the library named by the first argument until the standard input ends; the exit code.

    ``--no-analysis`` works off the jobs only; ``--idle=SECONDS`` ends it, with 0, after so long without work;
    ``--workers=N`` is the number of its children, otherwise the setting's. A failure is one sentence on stderr.
    """
    os.nice(NICENESS)
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # Ctrl-Z too: a stopped worker would keep the library from others
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the front end, which then closes our input
    library, analyse = Path(arguments[0]), "--no-analysis" not in arguments[1:]
    patience = next((float(word[len(IDLE) :]) for word in arguments[1:] if word.startswith(IDLE)), inf)
    workers = next((int(word[len(WORKERS) :]) for word in arguments[1:] if word.startswith(WORKERS)), 0)
    orders = Orders(sys.stdin)
    try:
        with only_worker(library, orders.wait, lambda: orders.stopped) as ours:
            if ours:
                with Store.open(library) as store:
                    chosen = settings()
                    work = Work(store, chosen.pipeline, analyse=analyse, workers=workers or chosen.workers)
                    with closing(work):
                        _work(work, orders, patience)
    except ReaderError as error:
        print(error, file=sys.stderr)  # noqa: T201 (the client reads it there)
        return error.exit_code
    return 0


def _work(work: Work, orders: Orders, patience: float) -> None:
    """Do what there is to do, until told to stop or there has been nothing for so many seconds."""
    idle_since = monotonic()
    while not orders.stopped:
        if work.step(lambda: orders.wanted, lambda: orders.stopped):
            idle_since = monotonic()
        elif monotonic() - idle_since >= patience:
            return
        else:
            orders.wait(LOOK_SECONDS)
