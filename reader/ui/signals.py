"""Signals that end the program end it cleanly: the terminal is restored, and the exit code says which signal it was."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2)
"""Signals that would otherwise kill the process and leave the terminal in raw mode on its second screen."""

SIGNAL_EXIT = 128
"""What a shell adds to the number of a signal for the exit code."""


def end_on_signals(end: Callable[[int], None]) -> None:
    """Call ``end`` with the exit code when one of the signals comes. Needs a running event loop in the main thread."""
    loop = asyncio.get_running_loop()
    for number in ENDING:
        loop.add_signal_handler(number, end, SIGNAL_EXIT + number)
