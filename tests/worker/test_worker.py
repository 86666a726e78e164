"""The worker process: one per library, started and stopped by its client, and honest about why it ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError, WorkerError
from reader.library import Library
from reader.models.library import JobState
from reader.worker import client, lock
from reader.worker.client import Worker
from tests.command import SEEDS

PATIENCE = 60.0


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def is_stored(library: Library, job: int) -> bool:
    found = library.job(job)
    return found is not None and found.state in {JobState.STORED, JobState.DONE}


def test_a_second_worker_takes_over_when_the_first_ends(library_path: Path) -> None:
    with closing(Library.open(library_path)) as library:
        first = Worker(library_path, analyse=False)
        with Worker(library_path, analyse=False) as second:
            job = library.request_add([str(SEEDS / "uruguay-rates")], analyse=False)
            until(lambda: is_stored(library, job))
            first.stop()
            assert first.failure() is None
            job = library.request_add([str(SEEDS / "harbour-cup")], analyse=False)
            until(lambda: is_stored(library, job))
            assert second.failure() is None
        assert library.counts().articles == 6


def test_a_worker_that_cannot_use_the_library_says_why(library_path: Path) -> None:
    library_path.write_text("no library " * 100)
    with Worker(library_path, analyse=False) as worker:
        until(lambda: worker.failure() is not None)
        failure = worker.failure()
    assert isinstance(failure, LibraryError)
    assert "not a Reader library" in str(failure)


def test_ctrl_c_does_not_end_a_worker(library_path: Path) -> None:
    with closing(Library.open(library_path)) as library, Worker(library_path, analyse=False) as worker:
        job = library.request_add([str(SEEDS / "uruguay-rates")], analyse=False)
        until(lambda: is_stored(library, job))
        os.kill(worker._child.pid, signal.SIGINT)
        job = library.request_add([str(SEEDS / "harbour-cup")], analyse=False)
        until(lambda: is_stored(library, job))
        assert worker.failure() is None


def test_an_idle_worker_ends_and_comes_back_with_new_work(library_path: Path) -> None:
    with (
        closing(Library.open(library_path)) as library,
        Worker(library_path, analyse=False, idle_seconds=0.3) as worker,
    ):
        until(lambda: worker.has_ended)
        assert worker.failure() is None
        job = library.request_add([str(SEEDS / "uruguay-rates")], analyse=False)
        assert library.has_work()
        worker.wake()
        until(lambda: is_stored(library, job))
        until(lambda: worker.has_ended)
        assert worker.failure() is None
        found = library.job(job)
        assert found is not None
        assert found.state is JobState.DONE


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
def test_a_worker_that_dies_or_stands_still_is_replaced_once_and_told_until_it_works_again(
    library_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    monkeypatch.setattr(client, "STOPPED_SECONDS", 0.2)
    monkeypatch.setattr(client, "PROVEN_SECONDS", 1.5)
    with closing(Library.open(library_path)) as library, Worker(library_path, analyse=False) as worker:
        first = worker._child.pid
        os.kill(first, number)
        until(lambda: worker.failure() is not None)
        assert worker._child.pid != first
        job = library.request_add([str(SEEDS / "uruguay-rates")], analyse=False)
        until(lambda: is_stored(library, job))
        until(lambda: worker.failure() is None)
        second = worker._child.pid
        os.kill(second, number)
        until(lambda: worker.failure() is not None and worker._child.pid != second)
        os.kill(worker._child.pid, number)
        until(lambda: worker.failure() is not None and worker.has_ended)
        assert worker.has_ended
        assert isinstance(worker.failure(), WorkerError)
        worker.wake()
        job = library.request_add([str(SEEDS / "harbour-cup")], analyse=False)
        until(lambda: is_stored(library, job))


def test_a_stopped_worker_without_a_front_end_does_not_keep_the_library(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "STOPPED_SECONDS", 0.2)
    holding = "import sys, time; from pathlib import Path; from reader.worker.lock import only_worker\n"
    holding += "with only_worker(Path(sys.argv[1]), time.sleep, bool): print(flush=True); time.sleep(600)"
    with subprocess.Popen([sys.executable, "-c", holding, library_path], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.send_signal(signal.SIGSTOP)
        with lock.only_worker(library_path, time.sleep, lambda: False) as ours:
            assert ours
        assert holder.wait() == -signal.SIGKILL


def test_ctrl_z_in_the_terminal_does_not_stop_a_worker(library_path: Path) -> None:
    with closing(Library.open(library_path)) as library, Worker(library_path, analyse=False) as worker:
        job = library.request_add([str(SEEDS / "uruguay-rates")], analyse=False)
        until(lambda: is_stored(library, job))
        os.kill(worker._child.pid, signal.SIGTSTP)
        job = library.request_add([str(SEEDS / "harbour-cup")], analyse=False)
        until(lambda: is_stored(library, job))
        assert worker.is_well
