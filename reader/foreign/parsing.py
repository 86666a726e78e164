"""Reader's end of the process that parses: starts it, gives it one input after the other, and outlives all it does.

Markup from outside is parsed by libraries in C, which a page can make loop, eat all memory or crash. So that costs
that page only: the process is killed, the page refused in one sentence, and the next one gets a new process.
"""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import threading
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

import msgspec

from reader.errors import InputError, WorkerError
from reader.foreign.limits import USUAL, Limits
from reader.foreign.messages import End, Reply, Request, receive, send
from reader.foreign.parsers import PARSERS
from reader.isolation import python

GRACE_SECONDS = 1.0
"""How long a process may take to end that passed its limits or has closed its end of the channel."""

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Each thread of numpy's would take from the memory cap."""

Result = TypeVar("Result")


def run(parser: str, raw: bytes, result: type[Result], *words: str) -> Result:
    """What a parser makes of one input, in the process that is kept for that.

    Args:
        parser: its name in ``parsers.PARSERS``.
        raw: the input.
        result: the type of what comes back.
        words: whatever else the parser takes.

    Raises:
        InputError: the parser refuses the input, breaks on it, or passes a limit; the end of a sentence about it.
        WorkerError: no process can be started.
    """
    return _kept().run(parser, raw, result, *words)


class EndedError(InputError):
    """The process ended over an input, or had to be ended.

    Attributes:
        code: its return code; None if it was ended because it took too long, or made too much.
    """

    def __init__(self, sentence: str, code: int | None = None) -> None:
        super().__init__(sentence)
        self.code = code


class ParserProcess:
    """A process that parses, started with the first input and again after every death; any thread may use it."""

    def __init__(self, parsers: Mapping[str, str] = PARSERS, limits: Limits = USUAL) -> None:
        self._parsers = parsers
        self._limits = limits
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: socket.socket | None = None

    def run(self, parser: str, raw: bytes, result: type[Result], *words: str) -> Result:
        """As the function ``run``.

        An input on which a process ends that has parsed others before gets a second chance in a fresh one, so that
        what becomes of it does not depend on them.
        """
        request = Request(self._parsers[parser], raw, words)
        with self._turn:
            used = self._process is not None
            try:
                reply = self._ask(request)
            except InputError as refusal:
                if not used or str(refusal) in {self._limits.slow, self._limits.stuck}:
                    raise
                reply = self._ask(request)
        if reply.end is not End.PARSED:
            raise InputError(reply.reason)
        return msgspec.msgpack.decode(reply.result, type=result)

    def attempt(self, parser: str, raw: bytes, *words: str) -> Reply:
        """The process's reply to one input, which is tried once.

        Raises:
            EndedError: the process ended over it; the next input gets a new one.
            WorkerError: no process can be started.
        """
        with self._turn:
            return self._ask(Request(self._parsers[parser], raw, words))

    def kill(self) -> None:
        """End the process at once, whatever it is doing: whoever waits for it is told so."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process."""
        with self._turn:
            self._end()

    def _ask(self, request: Request) -> Reply:
        """The process's reply; after an ``EndedError`` it has ended."""
        channel = self._channel or self._start()
        try:
            send(channel, request)
            written = receive(channel, self._limits.reply)
        except TimeoutError:
            self._end()
            raise EndedError(self._limits.stuck) from None
        except OverflowError:
            self._end()
            raise EndedError(self._limits.swollen) from None
        except OSError:
            written = None
        if written is None:
            code = self._end(GRACE_SECONDS)
            raise EndedError(self._limits.cause_of_death(code), code)
        reply = msgspec.msgpack.decode(written, type=Reply)
        if reply.end is End.FULL:
            self._end()
            raise EndedError(reply.reason)
        return reply

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and module, and no shell)
                    python("reader.foreign", self._limits.written()),
                    stdin=theirs.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env=os.environ | _ONE_THREAD,
                )
            except OSError as error:
                ours.close()
                raise WorkerError(f"The process for parsing cannot be started: {error.strerror}.") from error
        ours.settimeout(self._limits.wall_seconds + GRACE_SECONDS)
        self._channel = ours
        return ours

    def _end(self, patience: float = 0) -> int:
        """The return code of the process, which is killed if it still lives after so many seconds."""
        process, channel = self._process, self._channel
        self._process = self._channel = None
        if channel is not None:
            channel.close()
        if process is None:
            return 0
        try:
            return process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


@cache
def _kept() -> ParserProcess:
    process = ParserProcess()
    atexit.register(process.close)
    return process
