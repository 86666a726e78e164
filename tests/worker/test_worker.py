"""The worker process: one per library, started and stopped by its client, and honest about why it ended."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.models.library import JobState
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
        worker._process.send_signal(signal.SIGINT)
        job = library.request_add([str(SEEDS / "harbour-cup")], analyse=False)
        until(lambda: is_stored(library, job))
        assert worker.failure() is None
