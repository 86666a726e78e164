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

WORKER, CHILD = "reader.worker", "reader.foreign"


def run(kills: int, seed: int, place: Path, folder: Path | None = None) -> Counter[str]:
    """Kill so often during additions of the same articles; how often what was killed. Each library is looked at."""
    rng = Random(seed)  # noqa: S311 moments, no secrets
    folder = folder or _written(place / "articles", rng)
    expected = _added(folder, place / "expected.db", None, Counter(), 0)
    killed: Counter[str] = Counter()
    round_ = 0
    while killed.total() < kills:
        round_ += 1
        library = place / f"{round_}.db"
        assert _added(folder, library, rng, killed, kills) == expected, f"round {round_}"
        for file in place.glob(f"{round_}.db*"):
            file.unlink()
        sys.stdout.write(f"{killed.total()} kills: {dict(killed)}, nothing lost, nothing twice\n")
        sys.stdout.flush()
    return killed


def _added(folder: Path, library: Path, rng: Random | None, killed: Counter[str], kills: int) -> object:
    """What a library knows once the folder is added, with something killed every now and then."""
    words = command("add", folder, "--workers", 2, "--library", library)
    code = -1
    while code:
        process = subprocess.Popen(words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            time.sleep(rng.uniform(0.2, 3) if rng else 0.2)
            if rng and killed.total() < kills:
                _kill_one(process.pid, rng, killed)
        code = process.returncode if rng else process.wait() * 0
    with closing(Library.open(library)) as books:
        assert books.doctor() == ()
        counts = books.counts()
        assert counts.articles == counts.analysed == len([each for each in folder.rglob("*") if each.is_file()])
        assert not books.has_work()
    return known(library)


def _kill_one(above: int, rng: Random, killed: Counter[str]) -> None:
    """Kill the worker (one time in four) or a child of it."""
    kind = WORKER if rng.random() < 0.25 else CHILD
    running = [number for number, words, _ in processes_below(above) if kind in words]
    if running:
        with suppress(ProcessLookupError):
            os.kill(rng.choice(running), signal.SIGKILL)
            killed[kind] += 1


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
