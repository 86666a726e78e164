"""Children of a worker, and the worker itself, killed while articles are analysed: nothing is lost, nothing is twice.

``python -m tests.worker.child_kills [KILLS] [SEED] [FOLDER]`` kills as often as is wanted and says what it has seen.
"""

from __future__ import annotations

import os
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
from tests.command import command, environment
from tests.contents import known
from tests.worker.measure import processes_below

ARTICLES = 24
"""Articles of one addition, if none are given."""

KILLS_EACH = 6
"""Kills in the time that an undisturbed addition takes; each costs the time in which a model is loaded."""

WORKER, CHILD = "reader.worker", "reader.foreign"


class Killer:
    """What kills so often, at random moments.

    Attributes:
        killed: how often what was killed.
        pace: seconds between two kills, on average.
    """

    def __init__(self, rng: Random, kills: int, pace: float) -> None:
        self.killed: Counter[str] = Counter()
        self.pace = pace
        self._rng = rng
        self._kills = kills

    @property
    def is_done(self) -> bool:
        """Whether it has killed often enough."""
        return self.killed.total() >= self._kills

    def strike(self, above: int) -> None:
        """After a while, kill the worker below a process (one time in four) or a child of the worker."""
        time.sleep(self._rng.uniform(0, 2 * self.pace))
        kind = WORKER if self._rng.random() < 0.25 else CHILD
        running = [number for number, words, _ in processes_below(above) if kind in words]
        if running and not self.is_done:
            with suppress(ProcessLookupError):
                os.kill(self._rng.choice(running), signal.SIGKILL)
                self.killed[kind] += 1


def run(kills: int, seed: int, place: Path, folder: Path | None = None) -> Counter[str]:
    """Kill so often during additions of the same articles; how often what was killed. Each library is looked at."""
    rng = Random(seed)  # noqa: S311 moments, no secrets
    folder = folder or _written(place / "articles", rng)
    started = time.monotonic()
    expected = _added(folder, place / "expected.db")
    killer = Killer(rng, kills, (time.monotonic() - started) / KILLS_EACH)
    round_ = 0
    while not killer.is_done:
        round_ += 1
        library = place / f"{round_}.db"
        assert _added(folder, library, killer) == expected, f"round {round_}"
        for file in place.glob(f"{round_}.db*"):
            file.unlink()
        sys.stdout.write(f"{killer.killed.total()} kills: {dict(killer.killed)}, nothing lost, nothing twice\n")
        sys.stdout.flush()
    return killer.killed


def _added(folder: Path, library: Path, killer: Killer | None = None) -> object:
    """What a library knows once the folder is added, with something killed every now and then."""
    words = command("add", folder, "--workers", 2, "--library", library)
    code = -1
    while code:
        process = subprocess.Popen(words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while killer and process.poll() is None:
            killer.strike(process.pid)
        code = process.wait()
        assert killer or code == 0
    with closing(Library.open(library)) as books:
        assert books.doctor() == ()
        counts = books.counts()
        assert counts.articles == counts.analysed == len([each for each in folder.rglob("*") if each.is_file()])
        assert not books.has_work()
    return known(library)


def _written(folder: Path, rng: Random) -> Path:
    """A folder of invented articles: a third of them of one event."""
    folder.mkdir()
    for number, lines in enumerate(dense_lines(ARTICLES, rng.randrange(1 << 30), 12)):
        day = 4 if number % 3 == 0 else number + 1
        serial = f"Report {number} lists {rng.sample(range(900), 9)}."
        head = f"Ferry log {number}\n\nBy Source {number}\n\n{day} June 2024"
        (folder / f"{number:02}.txt").write_text("\n\n".join([head, *lines, serial]), encoding="utf-8")
    return folder


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    given = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory() as temporary:
        run(count, first, Path(temporary), given)
