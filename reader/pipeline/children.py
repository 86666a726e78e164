"""The pure part of the work in several child processes, each given one article or comparison at a time.

What a child makes hangs on the bytes it is given alone, and is asked for by these bytes. So work may be done ahead: if
the bytes are still the same when the writer comes to it, its result is there; if not, it was for nothing. The library
comes out as if the writer had done everything itself.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from reader.errors import ReaderError, TaskError, WorkerError
from reader.foreign.limits import Limits
from reader.foreign.messages import End
from reader.foreign.parsing import EndedError, ParserProcess
from reader.models.article import Article
from reader.pipeline.hands import Annotated, Asked, Compared
from reader.pipeline.own import Done

LIMITS = Limits(cpu_seconds=300, wall_seconds=1800, memory=8_000_000_000, reply=500_000_000)
"""What one article or comparison may cost; a hundred long reports of one event take 20 seconds and 1 GB."""

TRIES = 2
"""How often it is tried before it counts as what ends the process."""

KILLED_TRIES = 50
"""The same, where the process was killed from outside: hardly the article's fault, unless it eats the machine's memory.
Many, for what kills processes again and again meets the same article while the model is loaded anew."""

PATIENCE_SECONDS = 2.0
"""How long a killed process may take to be gone."""

_FUNCTIONS = {
    "annotate": "reader.pipeline.own:annotate_bytes",
    "compare": "reader.pipeline.own:compare_bytes",
    "archive": "reader.archive.mapping:part_bytes",
}
"""What a child can be asked to do: ``module:function`` of each, from bytes to a ``Done``."""


class Task(NamedTuple):
    """Something to do: the name of a function, and what it is given."""

    function: str
    raw: bytes


def annotating(article: Article) -> Task:
    """The task of finding what is in an article."""
    return Task("annotate", msgspec.msgpack.encode(article))


def comparing(asked: Asked) -> Task:
    """The task of comparing articles."""
    return Task("compare", msgspec.msgpack.encode(asked))


class Children:
    """So many child processes, started with the first task, each again after its death."""

    def __init__(self, number: int, pipeline: str, limits: Limits | None = None) -> None:
        """Nothing is started yet.

        Args:
            number: of processes, of some 300 MB each.
            pipeline: package name of the spaCy pipeline that parses sentences.
            limits: what one task may cost; ``LIMITS`` if none are given.
        """
        self._limits = limits or LIMITS
        self.number = number
        self._pipeline = pipeline
        self._changed = threading.Condition()
        self._processes: list[ParserProcess] = []
        self._threads: list[threading.Thread] = []
        self._waiting: dict[Task, None] = {}
        self._busy: set[Task] = set()
        self._done: dict[Task, Done] = {}
        self._planned: frozenset[Task] = frozenset()
        self._needed: dict[Task, None] = {}
        self._is_closed = False

    def annotate(self, article: Article) -> Annotated:
        """What is found in an article."""
        return msgspec.msgpack.decode(self.do(annotating(article)), type=Annotated)

    def compare(self, asked: Asked) -> Compared:
        """How these articles compare."""
        return msgspec.msgpack.decode(self.do(comparing(asked)), type=Compared)

    def plan(self, tasks: Iterable[Task]) -> None:
        """Have these done ahead, in this order, whenever a process has nothing else to do; no others any more."""
        with self._changed:
            wanted = dict.fromkeys(tasks)
            self._planned = frozenset(wanted)
            self._done = {task: done for task, done in self._done.items() if task in wanted}
            self._waiting = {task: None for task in wanted if task not in self._busy and task not in self._done}
            self._changed.notify_all()
        self._start()

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        with self._changed:
            self._is_closed = True
            self._waiting.clear()
            self._changed.notify_all()
        for process in self._processes:
            process.kill()
        for thread in self._threads:
            thread.join(PATIENCE_SECONDS)

    def do(self, task: Task) -> bytes:
        """What comes of a task, which is done before all others that have not begun. Any thread may ask.

        Raises:
            TaskError: it broke on a fault of our own, or ended its process; the end of a sentence about it.
            WorkerError: nothing can be done: a model cannot be loaded, or no process started.
        """
        self._start()
        with self._changed:
            self._needed[task] = None
            if task not in self._busy and task not in self._done:
                self._waiting[task] = None
            self._changed.notify_all()
            self._changed.wait_for(lambda: task in self._done or self._is_closed)
            del self._needed[task]
            if self._is_closed:
                raise WorkerError("The work was given up.")
            done = self._done.pop(task)
        if done.fault:
            raise (WorkerError if done.ends else TaskError)(done.fault)
        return done.value

    def _start(self) -> None:
        with self._changed:
            while len(self._processes) < self.number:
                process = ParserProcess(_FUNCTIONS, self._limits)
                self._processes.append(process)
                thread = threading.Thread(target=self._serve, args=(process,), name="child", daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, process: ParserProcess) -> None:
        """Give one process task after task."""
        while (task := self._next()) is not None:
            done = self._do(process, task)
            with self._changed:
                self._busy.discard(task)
                if task in self._needed or task in self._planned:
                    self._done[task] = done
                self._changed.notify_all()
        process.close()

    def _next(self) -> Task | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_closed)
            if self._is_closed:
                return None
            task = next((task for task in self._needed if task in self._waiting), None) or next(iter(self._waiting))
            del self._waiting[task]
            self._busy.add(task)
            return task

    def _do(self, process: ParserProcess, task: Task) -> Done:
        own = killed = 0
        while True:
            try:
                reply = process.attempt(task.function, task.raw, self._pipeline)
            except EndedError as end:
                if end.code in {-signal.SIGKILL, -signal.SIGTERM}:
                    killed += 1
                else:
                    own += 1
                if own >= TRIES or killed >= KILLED_TRIES or self._is_closed:
                    return Done(b"", f"it {end}")
            except ReaderError as error:
                return Done(b"", str(error), ends=True)
            else:
                if reply.end is End.PARSED:
                    return msgspec.msgpack.decode(reply.result, type=Done)
                return Done(b"", f"it {reply.reason}")
