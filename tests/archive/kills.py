"""An archive made on a cluster of two workers, its client and a worker killed every now and then.

``python -m tests.archive.kills [ARTICLES] [KILLS] [SEED]``: the shards must equal those of an undisturbed run.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from random import Random

from tests.command import command, environment

LOST, PATIENCE = 4, 5
"""Exit code of a client that has lost its scheduler; how often that may happen."""

NAMES = ("Ida Brandt", "Tomas Eker", "Greta Solm", "Pavel Rohde", "Nora Quist", "Joren Vale", "Henrik Aas")
PLACES = ("Port Linden", "Karsund", "Velmar", "Orra", "Northgate", "Halvik", "Esbjerg")
DEEDS = (
    "opened a bridge",
    "closed a school",
    "named a new harbour master",
    "spoke of higher fares",
    "left the council",
)


def write_articles(folder: Path, count: int, seed: int = 0) -> Path:
    """A folder of so many invented short reports; one in two hundred cannot be read."""
    rng = Random(seed)  # noqa: S311 words, no secrets
    for number in range(count):
        inside = folder / f"{number // 1000:03}"
        inside.mkdir(parents=True, exist_ok=True)
        name, place = rng.choice(NAMES), rng.choice(PLACES)
        text = f"{name} {rng.choice(DEEDS)} in {place}\n\n{1 + number % 28} June 2024\n\n"
        text += (
            f"{name} {rng.choice(DEEDS)} in {place} on Tuesday, {rng.randrange(2, 900)} people heard. Report {number}."
        )
        (inside / f"{number:06}.txt").write_text("" if number % 200 == 199 else text, encoding="utf-8")
    return folder


def shards(archive: Path) -> dict[str, str]:
    """The digest of every shard by its name."""
    return {
        path.name: blake2b(path.read_bytes(), digest_size=16).hexdigest() for path in (archive / "shards").iterdir()
    }


class Client:
    """The command ``reader archive``, killed at random moments and started again."""

    def __init__(self, folder: Path, archive: Path, *options: object) -> None:
        self._words = command("archive", folder, "--to", archive, *options)
        self.memory: list[int] = []

    def finish(self, rng: Random | None = None, kills: int = 0, seconds: float = 5.0) -> None:
        """Run it to its end, killing it so often before."""
        killed = lost = 0
        while True:
            process = subprocess.Popen(
                self._words,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            end = time.monotonic() + rng.uniform(1, seconds) if rng and killed < kills else None
            while process.poll() is None and (end is None or time.monotonic() < end):
                time.sleep(0.2)
                self._measure(process.pid)
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                killed += 1
            elif process.returncode in {0, 3}:
                return
            else:  # a busy machine may lose its scheduler: the same command goes on
                lost += 1
                assert process.returncode == LOST, process.returncode
                assert lost < PATIENCE

    def _measure(self, number: int) -> None:
        with suppress(OSError):
            for line in Path(f"/proc/{number}/status").read_text(encoding="ascii").splitlines():
                if line.startswith("VmRSS:"):
                    self.memory.append(int(line.split()[1]) // 1000)


def main(articles: int, kills: int, seed: int) -> None:
    """Make an archive undisturbed and one with kills, and compare them."""
    from distributed import LocalCluster

    rng = Random(seed)  # noqa: S311 moments, no secrets
    with tempfile.TemporaryDirectory() as place:
        folder = write_articles(Path(place) / "articles", articles, seed)
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            options = ("--engine", "dask", "--scheduler", cluster.scheduler_address)
            started = time.monotonic()
            calm = Client(folder, Path(place) / "calm", *options)
            calm.finish()
            seconds = time.monotonic() - started
            fifth = len(calm.memory) // 5
            most = [max(calm.memory[start : start + fifth]) for start in range(fifth, 5 * fifth, fifth)]
            sys.stdout.write(
                f"{articles} articles undisturbed in {seconds:.0f} s; memory of the client in four fifths of that, at"
                f" most: {', '.join(map(str, most))} MB, and {max(calm.memory)} MB at the end\n"
            )
            sys.stdout.flush()
            kill_worker(cluster)
            Client(folder, Path(place) / "killed", *options).finish(rng, kills, max(2.0, 2 * seconds / max(kills, 1)))
        one, other = shards(Path(place) / "calm"), shards(Path(place) / "killed")
        sys.stdout.write(f"{kills} kills, {len(one)} shards, {'equal' if one == other else 'NOT EQUAL'}\n")


def kill_worker(cluster: object) -> None:
    """Kill a worker of a cluster; its nanny starts another one."""
    nanny = next(iter(cluster.workers.values()))  # type: ignore[attr-defined]
    os.kill(nanny.process.pid, signal.SIGKILL)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    main(*(numbers + [20_000, 20, 0][len(numbers) :]))
