"""The quality of the analysis on the labelled samples may only rise."""

from __future__ import annotations

from pathlib import Path

from tests.quality.finding import find
from tests.quality.pins import complaints, read_pins
from tests.quality.scores import scores_of


def test_no_score_has_fallen_and_every_pin_is_up_to_date(tmp_path: Path) -> None:
    found = complaints(scores_of(find(tmp_path / "library.db")), read_pins())
    assert not found, "\n".join(["", *found, "See tests/quality/pins.toml."])
