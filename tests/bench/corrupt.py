"""Damaged copies of a library, and what the commands and the app say to them: one sentence each, never a traceback.

``python -m tests.bench.corrupt LIBRARY [COPIES [FIRST]]`` tries every command, and the app, on each copy.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, redirect_stderr, redirect_stdout, suppress
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from shutil import rmtree
from traceback import format_exc

from reader.cli.root import main
from reader.errors import ReaderError
from reader.library import Library
from tests.ui.screens import app_of, settle

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("list",), ("list", "--json", "outlet:post"), ("list", "entity:Nowak"), ("show", "1"), ("show", "2", "--json"),
    ("search", "election"), ("search", "the", "--json"), ("entities",), ("entities", "a"), ("events",),
    ("events", "--json"), ("events", "--why", "{event}"), ("compare", "{event}"), ("compare", "{event}", "--json"),
    ("show", "1", "--revisions"), ("sources",), ("opml", "export"), ("list", "event:{event}"), ("add", "{text}"),
    ("doctor",), ("doctor", "--repair"), ("list",),
)  # fmt: skip
"""The commands, in turn on one copy; the last two on what is mended."""

KEYS = ("j", "enter", "tab", "w", "escape", "c", "2", "3", "4", "5", "escape", "T", "escape", "/", "a", "escape", "G",
        "r", "s", "m", "u", "S", "escape", "k", "g")  # fmt: skip
"""What is typed in the app: it opens articles, comparisons, threads, and writes."""


def damaged(content: bytes, seed: int) -> bytes:
    """A copy with some bytes changed, a stretch overwritten, swapped, zeroed or cut off."""
    rng = random.Random(seed)  # noqa: S311 (the same damage every time)
    copy = bytearray(content)
    start = rng.randrange(len(copy))
    stretch = slice(start, min(start + rng.choice((1, 4, 64, 8192, 40_000)), len(copy)))
    match seed % 7:
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
        case 5:
            # The first page: the header and the names of the tables.
            for _ in range(rng.choice((1, 5, 20))):
                copy[rng.randrange(min(8192 * 8, len(copy)))] = rng.randrange(256)
        case _:
            pass  # its values: see ``spoil``
    return bytes(copy)


ODD = (None, -1, 0, 7, 2**63 - 1, 1.5, "", "zzz", "9999-99-99", b"\xff\x00", "{}", "[1]", "x" * 5000)
"""Values of another sort than the one that stood there."""


def spoil(library: Path, seed: int) -> None:
    """Give one column of some or all rows of a table another value, as flipped bytes may."""
    rng = random.Random(seed)  # noqa: S311 (the same damage every time)
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE type = 'table'")
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        table = rng.choice([name for (name,) in connection.execute(tables)])
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        column = rng.choice([row[1] for row in columns])
        with suppress(sqlite3.Error):  # a key may refuse
            connection.execute(
                f"UPDATE OR IGNORE {table} SET {column} = ? WHERE random() % ? = 0",  # noqa: S608 (names of its own)
                (rng.choice(ODD), rng.choice((1, 1, 3))),
            )


def told(words: tuple[str, ...], library: Path) -> str | None:
    """What is wrong with how a command ends on a library; None if it ends as it should."""
    out, err = TextIOWrapper(BytesIO(), "utf-8"), StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main([words[0], "--library", str(library), *words[1:]])
    except BaseException:  # noqa: BLE001 (whatever it is, it is told below)
        return format_exc()
    said = err.getvalue()
    sentences = [line for line in said.strip().splitlines() if "added" not in line and "\r" not in line]
    if (
        code not in {0, 1, 2, 3, 4}
        or (len(sentences) > 1 and code != 2)
        or "Traceback" in said
        or (code == 4 and words[0] != "doctor" and not said)
    ):
        return f"exit code {code}: {said}"
    return None


def shown(library: Path) -> str | None:
    """What is wrong with how the app fares on a library: it may end with a sentence, and with nothing else."""

    async def use() -> Exception | None:
        app = app_of(opened)
        try:
            async with app.run_test(size=(120, 40)) as pilot:
                await settle(pilot)
                for key in KEYS:
                    await pilot.press(key)
                    await pilot.pause()
        finally:
            app.shelf.close()
        return app.crash

    try:
        opened = Library.open(library)
    except ReaderError:
        return None
    try:
        asyncio.run(use())
    except ReaderError:
        return None
    except BaseException as fault:  # noqa: BLE001 (as above)
        if isinstance(getattr(fault, "error", None), ReaderError):
            return None
        return format_exc()
    return None


def failures(library: Path, seeds: range, commands: tuple[tuple[str, ...], ...] = COMMANDS) -> Iterator[str]:
    """Every damaged copy and command that does not end in one sentence."""
    content = library.read_bytes()
    with closing(Library.open(library)) as whole:
        event = next(str(card.id) for card in whole.events() if len(card.articles) > 1)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "new.txt"
        text.write_text("Bridge shut\n\nThe bridge at Lindholm was shut on Tuesday.\n", encoding="utf-8")
        for seed in seeds:
            copy = Path(folder) / f"{seed}" / "library.db"
            copy.parent.mkdir()
            copy.write_bytes(damaged(content, seed))
            if seed % 7 == 6:
                spoil(copy, seed)
            if wrong := shown(copy):
                yield f"copy {seed}, the app: {wrong}"
            for words in commands:
                if wrong := told(tuple(word.format(event=event, text=text) for word in words), copy):
                    yield f"copy {seed}, {' '.join(words)}: {wrong}"
            rmtree(copy.parent)


if __name__ == "__main__":
    count = 0
    numbers = [int(word) for word in sys.argv[2:]]
    copies, first = [*numbers, *(500, 0)[len(numbers) :]]
    for failure in failures(Path(sys.argv[1]), range(first, first + copies)):
        count += 1
        print(failure, flush=True)  # noqa: T201 (its output)
    print(f"{count} failures")  # noqa: T201
    sys.exit(bool(count))
