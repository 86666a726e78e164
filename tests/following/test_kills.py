"""An update that is killed loses nothing and doubles nothing; ``kills.py`` does it more often."""

from __future__ import annotations

from pathlib import Path

from tests.following import kills


def test_a_killed_update_loses_nothing(tmp_path: Path) -> None:
    kills.run(tmp_path / "library.db", 2, seed=7)
