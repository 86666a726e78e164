"""How much more two processes do than one: ``python -m tests.worker.measure FOLDER [WORKERS]``.

Each addition is timed by its processes' CPU, and by the clock. On a machine that others load the clock says little; the
bound on free cores is the CPU of all its processes over their number, or the writer's own if that is more.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.command import command, environment
from tests.contents import contents

TICKS = 100
"""A second, as the system counts CPU."""


@dataclass
class Spent:
    """CPU seconds of the processes of one addition, by process and what it does; and seconds by the clock."""

    cpu: dict[int, tuple[str, float]] = field(default_factory=dict)
    clock: float = 0.0

    def of(self, word: str) -> float:
        """CPU of the processes with a word in their command."""
        return sum(cpu for words, cpu in self.cpu.values() if word in words)

    def __str__(self) -> str:
        parts = {"front end": " -m reader ", "worker": "reader.worker", "children": "reader.foreign"}
        told = ", ".join(f"{name} {self.of(word):.1f}" for name, word in parts.items())
        return f"{self.clock:.0f} s by the clock; CPU: {told}, all {self.of(''):.1f} s"


def processes_below(root: int) -> Iterator[tuple[int, str, float]]:
    """Every process below one: its number, its command, and its CPU seconds."""
    parents: dict[int, tuple[int, str, float]] = {}
    for place in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            fields = (place / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            words = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            cpu = (int(fields[11]) + int(fields[12])) / TICKS
            parents[int(place.name)] = int(fields[1]), words, cpu
    yield root, *parents.get(root, (0, "", 0.0))[1:]
    for number, (_, words, cpu) in parents.items():
        above: int | None = number
        while above is not None and above != root:
            above = parents[above][0] if above in parents else None
        if above == root:
            yield number, words, cpu


def add(folder: Path, library: Path, workers: int) -> Spent:
    """Add a folder to a new library; what it cost."""
    spent, started = Spent(), time.monotonic()
    words = command("add", folder, "--workers", workers, "--library", library)
    with subprocess.Popen(words, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for number, shown, cpu in processes_below(process.pid):
                spent.cpu[number] = (shown or spent.cpu.get(number, ("", 0.0))[0]), cpu  # the dead show no words
            time.sleep(0.1)
    spent.clock = time.monotonic() - started
    return spent


def main(folder: Path, workers: int) -> None:
    """Add with one process and with several; say what both cost, and whether the libraries are equal."""
    with tempfile.TemporaryDirectory() as place:
        libraries = Path(place) / "one.db", Path(place) / "several.db"
        one, several = (add(folder, library, count) for library, count in zip(libraries, (1, workers), strict=True))
        held = [contents(library) for library in libraries]
    bound = max(several.of("") / workers, several.of("reader.worker"))
    sys.stdout.write(
        f"{len(held[0]['article'])} articles\n1: {one}\n{workers}: {several}\n"
        f"throughput {one.clock / several.clock:.2f} times by the clock, at best {one.of('') / bound:.2f}"
        f" on {workers} free cores\n"
    )
    unequal = [table for table in held[0] if held[0][table] != held[1].get(table)]
    sys.stdout.write(f"not equal: {', '.join(unequal)}\n" if unequal else "the libraries are equal\n")
    for table in unequal:
        for one_row, other_row in zip(held[0][table], held[1][table], strict=False):
            if one_row != other_row:
                sys.stdout.write(f"{table}: {str(one_row)[:300]}\n{' ' * len(table)}  {str(other_row)[:300]}\n")
                break


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2)
