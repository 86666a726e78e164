"""``python -m tests.quality``: every score beside its pin; with ``--pin`` the pins are raised to the scores."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.quality.finding import find
from tests.quality.pins import read_pins, write_pins
from tests.quality.scores import scores_of

with TemporaryDirectory() as folder:
    scores, pins = scores_of(find(Path(folder) / "library.db")), read_pins()
for name, score in scores.items():
    sys.stdout.write(f"{name:20} {score:.3f}  {score - pins.get(name, 0.0):+.3f}\n")
if "--pin" in sys.argv[1:]:
    write_pins(scores, pins)
