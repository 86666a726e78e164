"""Damaged libraries: every command and the app end in one sentence; ``tests.bench.corrupt`` tries hundreds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.corrupt import failures


@pytest.mark.parametrize("seed", [0, 4, 6, 111, 160])
def test_no_damage_ends_in_a_traceback(analysed: Path, seed: int) -> None:
    assert list(failures(analysed, range(seed, seed + 1))) == []
