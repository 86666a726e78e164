"""``python -m tests.following.kills ROUNDS [SEED]``: updates are killed at random moments, and nothing may be lost.

Each round changes the feeds, starts ``reader update`` and kills it with its worker (``kill -9``). What it said was
stored by then must be there, whole; the update that comes next must do the rest, and no article may be there twice.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from reader.library import Library
from tests.fetching.server import Server
from tests.following.feeds import item, rss, story

FEEDS = 6
ITEMS = 8
COMMAND = [sys.executable, "-m", "reader"]


def offer(server: Server, version: int) -> None:
    """Every feed gets a new item and a changed one, and loses its oldest."""
    for feed in range(FEEDS):
        items = [
            item(
                server.url(f"/{feed}/{number}"),
                f"Report {number} of {feed}",
                f"{story(100 * number + feed)} Version {version if number == version + ITEMS - 1 else 0}.",
                guid=str(number),
            )
            for number in range(version, version + ITEMS)
        ]
        server.puts(f"/{feed}", rss("".join(items), title=f"Post {feed}"))


def reader(place: Path, *words: str) -> subprocess.Popen[str]:
    """Reader with this library, in a process group of its own."""
    return subprocess.Popen(
        [*COMMAND, words[0], "--library", str(place), *words[1:]],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def killed_update(place: Path, seconds: float, *, while_storing: bool) -> set[int]:
    """Ids of the articles that an update acknowledged before it was killed, so long after its start or first word."""
    process = reader(place, "update", "--no-wait", "--json")
    assert process.stdout is not None
    first = process.stdout.readline() if while_storing else ""
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    said = first + process.communicate()[0]
    lines = said.splitlines() if said.endswith("\n") else said.splitlines()[:-1]
    return {int(found["id"]) for line in lines if (found := json.loads(line))["id"] is not None}


def finished(place: Path, *words: str) -> None:
    """Run Reader to its end.

    Raises:
        AssertionError: it says that something is wrong.
    """
    process = reader(place, *words)
    _, said = process.communicate(timeout=120)
    if process.returncode != 0:
        raise AssertionError(f"{words} ended with {process.returncode}: {said}")


def run(place: Path, rounds: int, seed: int) -> int:
    """Kill so many updates; how many of them had acknowledged something before they died.

    Raises:
        AssertionError: something is lost, or there twice.
    """
    chance = random.Random(seed)  # noqa: S311 (to be the same each time)
    told = 0
    with Server() as server:
        offer(server, 0)
        finished(place, "follow", *(server.url(f"/{feed}") for feed in range(FEEDS)))
        offer(server, 1)
        began = time.monotonic()
        finished(place, "update", "--no-wait")
        usual = time.monotonic() - began
        acknowledged: set[int] = set()
        for number in range(2, rounds + 2):
            offer(server, number)
            while_storing = number % 2 == 0
            seconds = chance.uniform(0, 0.3 if while_storing else 1.2) * usual
            said = killed_update(place, seconds, while_storing=while_storing)
            told += bool(said)
            acknowledged |= said
            with closing(Library.open(place)) as books:
                problems = books.doctor(acknowledged)
                if problems:
                    raise AssertionError(f"round {number}: {problems}")
        finished(place, "update", "--no-wait")
        with closing(Library.open(place)) as books:
            ids = [article for entry in books.outline(grouped=False, limit=10**6) for article in entry.articles]
            titles = [card.title for card in books.cards(ids)]
            offered = {
                f"Report {number} of {feed}"
                for feed in range(FEEDS)
                for number in range(rounds + 1, rounds + 1 + ITEMS)
            }
            if missing := offered - set(titles):
                raise AssertionError(f"not there after the last update: {sorted(missing)[:5]}")
            if len(titles) != len(set(titles)):
                raise AssertionError("an article is there twice")
    return told


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        count = int(sys.argv[1])
        found = run(Path(folder) / "library.db", count, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
        sys.stdout.write(
            f"{count} updates killed, {found} of them while they were storing: nothing lost, nothing twice\n"
        )
