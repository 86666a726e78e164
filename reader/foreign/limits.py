"""What one input may cost the process that parses it, and the sentences that say which limit it has passed."""

from __future__ import annotations

import resource
import signal
from dataclasses import dataclass
from typing import Final

import msgspec


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on the parsing of one input.

    Attributes:
        cpu_seconds: processor time, so that a busy machine refuses nothing.
        wall_seconds: until a parser is given up that uses no processor (it waits for what never comes).
        memory: bytes of the process's data, the parsers' own 110 MB included.
        reply: bytes that a parser may make of an input.
    """

    cpu_seconds: float
    wall_seconds: float
    memory: int
    reply: int

    @property
    def slow(self) -> str:
        """That ``cpu_seconds`` were not enough."""
        return f"takes more than {self.cpu_seconds:g} seconds to parse"

    @property
    def stuck(self) -> str:
        """That ``wall_seconds`` were not enough."""
        return f"is not parsed within {self.wall_seconds:g} seconds"

    @property
    def large(self) -> str:
        """That ``memory`` was not enough."""
        return f"needs more than {self.memory // 1_000_000} MB of memory to be parsed"

    @property
    def swollen(self) -> str:
        """That ``reply`` was not enough."""
        return f"becomes more than {self.reply // 1_000_000} MB of text"

    def written(self) -> str:
        """The limits as one word of a command line."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def read(cls, word: str) -> Limits:
        """The limits of ``written``."""
        return msgspec.json.decode(word, type=cls)

    def confine(self) -> None:
        """Give this process the limits that hold for all that it does from now on; and no file to write."""
        for limit, most in (
            (resource.RLIMIT_DATA, self.memory),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(limit, (most, most))
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the front end
        for alarm in (signal.SIGPROF, signal.SIGALRM):
            signal.signal(alarm, signal.SIG_DFL)  # ends the process, in the middle of C code too

    def begin(self) -> None:
        """Start the clocks of one input; the process ends if ``finish`` does not come in time."""
        signal.setitimer(signal.ITIMER_PROF, self.cpu_seconds)
        signal.setitimer(signal.ITIMER_REAL, self.wall_seconds)

    def finish(self) -> None:
        """Stop the clocks."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)

    def cause_of_death(self, code: int) -> str:
        """Why a parser's process has ended, as the end of a sentence about its input.

        Args:
            code: its return code; negative for a signal.
        """
        if code in {-signal.SIGPROF, -signal.SIGALRM}:
            return self.slow if code == -signal.SIGPROF else self.stuck
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return f"makes its parser crash ({how})"


USUAL: Final = Limits(cpu_seconds=5, wall_seconds=30, memory=300_000_000, reply=50_000_000)
"""Ordinary pages take hundredths of a second and some MB, the longest some tenths; a file has 50 MB at most."""
