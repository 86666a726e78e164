"""Whatever ends the process or fills the disk: what was acknowledged is there, and the library opens and works."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.store.store import Store
from tests.store.making import HARVEST, make_article, put

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from reader.errors import LibraryError
from reader.store.store import Store
from tests.store.making import BRIDGE, analyse, make_article, put

start = int(sys.argv[2])
try:
    with Store.open(Path(sys.argv[1])) as store:
        for index in range(start, start + 400):
            text = (*BRIDGE, f"Note {index}. " + " ".join(f"word{index * 31 + place}" for place in range(300)))
            outcome = put(store, make_article(text, f"/news/{index}.txt"))
            print(outcome.id, flush=True)
            analyse(store, outcome.id)
except LibraryError as error:
    print(error, file=sys.stderr)
    sys.exit(4)
"""


def start_writing(path: Path, start: int, limit: int | None = None) -> subprocess.Popen[str]:
    def restrict() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(start)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=restrict,  # noqa: PLW1509 (a limit that only the child may have; no threads here)
    )


def test_a_writer_that_is_killed_loses_nothing_it_has_acknowledged(library_path: Path) -> None:
    acknowledged: list[int] = []
    for attempt, lines in enumerate((1, 7, 40, 90)):
        writer = start_writing(library_path, attempt * 1000)
        assert writer.stdout is not None
        acknowledged += [int(writer.stdout.readline()) for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        rest, _ = writer.communicate(timeout=60)
        assert writer.returncode == -signal.SIGKILL
        acknowledged += [int(line) for line in rest.split("\n")[:-1]]
        with Store.open(library_path) as store:
            assert store.integrity_problems(acknowledged) == ()
    assert len(set(acknowledged)) == len(acknowledged)


@pytest.mark.parametrize("limit", [512, 20_000, 300_000, 1_000_000])
def test_when_a_file_may_not_grow_it_is_said_in_a_sentence_and_the_library_works_afterwards(
    library_path: Path, limit: int
) -> None:
    writer = start_writing(library_path, 0, limit)
    printed, said = writer.communicate(timeout=60)
    assert writer.returncode == 4
    assert "Traceback" not in said
    assert "disk" in said
    acknowledged = [int(line) for line in printed.split()]
    with Store.open(library_path) as store:
        assert store.integrity_problems(acknowledged) == ()
        assert put(store, make_article(HARVEST, "/after.txt")).id is not None
