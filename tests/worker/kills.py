"""Reader killed at random moments, with its worker: nothing that it had said was stored may be lost, nothing is twice.

``python -m tests.worker.kills [TRIALS] [SEED]`` runs as many as are wanted and says what it has seen.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from reader.library import Library
from tests.analysis.comparison.stock import dense_lines
from tests.command import ROOT, command, environment

ADD, UPDATE, COMPARE, MARK = "add", "update", "compare", "mark"
KINDS = (ADD, UPDATE, COMPARE, MARK)
STORED = frozenset({"added", "updated", "unchanged"})

FILES = 12
"""Files that each adding finds new, or each update changed."""

ROUND = 40
"""Trials on one library, before the next one begins with an empty one."""

FIRST_GUESS = 4.0
"""Seconds that a command takes until it has said something, until that has been seen."""


class Killing:
    """A library and a folder, what has been acknowledged, and how often it was killed."""

    def __init__(self, place: Path, seed: int) -> None:
        """Begins with an empty library in the folder ``place``."""
        self._rng = Random(seed)  # noqa: S311 moments, no secrets
        self._place = place
        self._round = 0
        self._usual = dict.fromkeys(KINDS, FIRST_GUESS)
        self.killed: Counter[str] = Counter()
        self.acknowledged: Counter[str] = Counter()
        self._begin()

    def __str__(self) -> str:
        return f"killed {dict(self.killed)}, acknowledged before that {dict(self.acknowledged)}, none lost"

    def trial(self, number: int) -> None:
        """Start a command, kill all of it, and look at what is left."""
        if number and number % ROUND == 0:
            self._begin()
        kind = self._rng.choice(KINDS) if self._known else ADD
        if kind in {ADD, UPDATE}:
            self._write(new=kind == ADD)
        lines = self._killed(kind)
        if kind in {ADD, UPDATE}:
            outcomes = [json.loads(line) for line in lines]
            said = {int(each["id"]) for each in outcomes if each["status"] in STORED}
            self._known |= said
        else:
            said = set(map(int, lines)) if kind == MARK else set()
            self._marked |= said
        self.acknowledged[kind] += len(said)
        self._look(f"trial {number}, {kind}")

    def complete(self) -> None:
        """Let an add run to its end: everything is in the library, once."""
        words = command("add", self._folder, "--no-analysis", "--json", "--library", self._library)
        done = subprocess.run(
            words, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == 0, done.stderr
        ids = [int(json.loads(line)["id"]) for line in done.stdout.splitlines()]
        files = len(list(self._folder.iterdir()))
        assert len(ids) == len(set(ids)) == files
        with closing(Library.open(self._library)) as library:
            assert library.counts().articles == files
        self._known |= set(ids)
        self._look("after a whole add")

    def _begin(self) -> None:
        self._round += 1
        home = self._place / str(self._round)
        self._library, self._folder = home / "library.db", home / "articles"
        self._folder.mkdir(parents=True)
        self._known: set[int] = set()
        self._marked: set[int] = set()

    def _write(self, *, new: bool) -> None:
        files = sorted(self._folder.iterdir())
        chosen = (
            [self._folder / f"{len(files) + place}.txt" for place in range(FILES)]
            if new
            else self._rng.sample(files, min(FILES, len(files)))
        )
        written = dense_lines(len(chosen), self._rng.randrange(1 << 30), 6)
        for path, lines in zip(chosen, written, strict=True):
            serial = f"Report {path.stem} of {self._rng.randrange(1 << 40)} lists {self._rng.sample(range(900), 9)}."
            path.write_text("\n\n".join([f"Ferry log {path.stem}", *lines, serial]), encoding="utf-8")

    def _words(self, kind: str) -> list[str]:
        library = ("--library", self._library)
        if kind == COMPARE:
            known = sorted(self._known)
            return command("compare", *self._rng.sample(known, min(3, len(known))), "--json", *library)
        if kind == MARK:
            return [sys.executable, "-m", "tests.worker.marking", str(self._library)]
        analysis = self._rng.choice([(), ("--no-analysis",)])
        return command("add", self._folder, "--json", *analysis, *library)

    def _killed(self, kind: str) -> list[bytes]:
        """The whole lines that it printed before it was killed: at any moment, or soon after its first line."""
        after_first_line = kind != COMPARE and self._rng.random() < 0.7  # a comparison says nothing before its end
        started, end = time.monotonic(), None
        process = subprocess.Popen(
            self._words(kind),
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert process.stdout is not None
        os.set_blocking(process.stdout.fileno(), False)
        if not after_first_line:
            end = started + self._rng.uniform(0, 1.2 * self._usual[kind])
        said = b""
        while process.poll() is None and (end is None or time.monotonic() < end):
            select.select([process.stdout], [], [], 0.005)
            said += process.stdout.read() or b""
            if said and end is None:
                self._usual[kind] = time.monotonic() - started
                end = time.monotonic() + self._rng.expovariate(self._rng.choice((5, 50)))
        if process.poll() is None:
            self.killed[kind] += 1
        else:
            self._usual[kind] = time.monotonic() - started
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        with process.stdout:
            said += process.stdout.read() or b""
        return said.split(b"\n")[:-1] if kind != COMPARE else []

    def _look(self, when: str) -> None:
        if not self._library.exists():
            assert not self._known, when
            return
        with closing(Library.open(self._library)) as library:
            assert library.doctor(sorted(self._known)) == (), when
            entries = library.outline(grouped=False, limit=100_000)
            cards = library.cards([article for entry in entries for article in entry.articles])
        assert len(cards) == len({card.id for card in cards}) == len({card.origin for card in cards}), when
        states = {card.id: card.read and card.starred for card in cards}
        assert all(states[article] for article in self._marked), when


def run(trials: int, seed: int, place: Path) -> Killing:
    """So many kills, with a whole add after every fifth."""
    killing = Killing(place, seed)
    for number in range(trials):
        killing.trial(number)
        if number % 5 == 4 or number == trials - 1:
            killing.complete()
            sys.stdout.write(f"{number + 1} trials: {killing}\n")
            sys.stdout.flush()
    return killing


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as folder:
        run(count, first, Path(folder))
