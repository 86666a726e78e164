"""Damaged copies of a library, and what the commands say to them: one sentence each, never a traceback.

``python -m tests.bench.corrupt LIBRARY [COPIES]`` tries every command that only reads on each copy.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from traceback import format_exc

from reader.cli.root import main

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("list",), ("list", "--json", "outlet:post"), ("list", "entity:Nowak"), ("show", "1"), ("show", "2", "--json"),
    ("search", "election"), ("search", "the", "--json"), ("entities",), ("entities", "a"), ("events",),
    ("events", "--json"), ("doctor",), ("doctor", "--json"),
)  # fmt: skip
"""Every command that reads a library."""


def damaged(content: bytes, seed: int) -> bytes:
    """A copy with some bytes changed, a stretch overwritten, swapped, zeroed or cut off."""
    rng = random.Random(seed)  # noqa: S311 (the same damage every time)
    copy = bytearray(content)
    start = rng.randrange(len(copy))
    stretch = slice(start, min(start + rng.choice((1, 4, 64, 8192, 40_000)), len(copy)))
    match seed % 6:
        case 0:
            for _ in range(rng.choice((1, 5, 50, 500))):
                copy[rng.randrange(len(copy))] = rng.randrange(256)
        case 1:
            copy[stretch] = rng.randbytes(stretch.stop - stretch.start)
        case 2:
            copy[stretch] = bytes(stretch.stop - stretch.start)
        case 3:
            del copy[start:]
        case 4:
            other = rng.randrange(len(copy) // 8192) * 8192
            first = start // 8192 * 8192
            copy[first : first + 8192] = content[other : other + 8192]
        case _:
            # The first page: the header and the names of the tables.
            for _ in range(rng.choice((1, 5, 20))):
                copy[rng.randrange(min(8192 * 8, len(copy)))] = rng.randrange(256)
    return bytes(copy)


def told(words: tuple[str, ...], library: Path) -> str | None:
    """What is wrong with how a command ends on a library; None if it ends as it should."""
    out, err = TextIOWrapper(BytesIO(), "utf-8"), StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main([words[0], "--library", str(library), *words[1:]])
    except BaseException:  # noqa: BLE001 (whatever it is, it is told below)
        return format_exc()
    said = err.getvalue()
    if (
        code not in {0, 1, 3, 4}
        or len(said.strip().splitlines()) > 1
        or (code == 4 and words[0] != "doctor" and not said)
    ):
        return f"exit code {code}: {said}"
    return None


def failures(library: Path, seeds: range, commands: tuple[tuple[str, ...], ...] = COMMANDS) -> Iterator[str]:
    """Every damaged copy and command that does not end in one sentence."""
    content = library.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            for words in commands:
                for old in Path(folder).iterdir():
                    old.unlink()
                copy = Path(folder) / "library.db"
                copy.write_bytes(damaged(content, seed))
                if wrong := told(words, copy):
                    yield f"copy {seed}, {' '.join(words)}: {wrong}"


if __name__ == "__main__":
    count = 0
    for failure in failures(Path(sys.argv[1]), range(int(sys.argv[2]) if len(sys.argv) > 2 else 500)):
        count += 1
        print(failure, flush=True)  # noqa: T201 (its output)
    print(f"{count} failures")  # noqa: T201
    sys.exit(bool(count))
