"""The lag counter."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from time import process_time

import pytest

from reader.ui.lag import LagCounter


async def test_a_loop_that_is_held_up_is_noticed() -> None:
    lag = LagCounter()
    watch = asyncio.create_task(lag.watch())
    await asyncio.sleep(0.05)
    until = process_time() + 0.15
    while process_time() < until:
        pass
    await asyncio.sleep(0.05)
    watch.cancel()
    assert lag.stalls >= 1
    assert lag.own_stalls >= 1
    assert lag.worst_ms > 100


def test_lateness_without_work_of_its_own_is_told_apart() -> None:
    lag = LagCounter()
    lag.note(80.0, 3.0)
    lag.note(2.0, 1.0)
    assert (lag.samples, lag.stalls, lag.own_stalls) == (2, 1, 0)
    assert "2 samples, 1 over 50 ms late (0 by its own work)" in lag.sentence()


def test_the_counts_are_written_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lag = LagCounter()
    lag.write()
    monkeypatch.setenv("READER_LAG_FILE", str(tmp_path / "lag"))
    lag.note(60.0, 55.0)
    lag.write()
    told = json.loads((tmp_path / "lag").read_text())
    assert (told["schema"], told["samples"], told["stalls"], told["own_stalls"]) == (1, 1, 1, 1)
