"""A few of the kills that ``tests/worker/kills.py`` makes by the thousand."""

from __future__ import annotations

from pathlib import Path

from tests.worker.kills import run


def test_what_was_acknowledged_before_a_kill_is_in_the_library_once(tmp_path: Path) -> None:
    seen = run(5, 3, tmp_path)
    assert seen.killed.total()
    assert seen.acknowledged.total()
