"""The pinned scores in ``pins.toml``: what Reader reaches on the labelled samples. They may only rise."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).parent / "pins.toml"

SLACK = 0.005
"""How far a score may lie below its pin: less than one line, name or pair of the labelled ones."""

STALE = 0.02
"""How far a score may lie above its pin before the pin has to be raised, so that what was gained stays."""

HEADER = """\
# What Reader reaches on the labelled samples, between 0 and 1, the more the better; the modules *_scores say what each
# score is. They may only rise: "python -m tests.quality --pin" raises those that have risen.
"""


def read_pins() -> dict[str, float]:
    """The pinned scores by name."""
    return {name: float(pin) for name, pin in tomllib.loads(FILE.read_text(encoding="utf-8")).items()}


def write_pins(scores: Mapping[str, float], pins: Mapping[str, float]) -> None:
    """Raise the pins to the scores; a pin whose score has fallen stays."""
    raised = {name: max(score, pins.get(name, 0.0)) for name, score in scores.items()}
    lines = [f'"{name}" = {pin:.3f}\n' for name, pin in raised.items()]
    FILE.write_text(HEADER + "".join(lines), encoding="utf-8")


def complaints(scores: Mapping[str, float], pins: Mapping[str, float]) -> list[str]:
    """What is wrong with the scores, one sentence each: fallen, risen without a new pin, not pinned, not measured."""
    found = [f"{name} is not measured any more" for name in pins.keys() - scores.keys()]
    found += [f"{name} is not pinned: it is {scores[name]:.3f}" for name in scores.keys() - pins.keys()]
    for name in pins.keys() & scores.keys():
        if scores[name] < pins[name] - SLACK:
            found.append(f"{name} fell from {pins[name]:.3f} to {scores[name]:.3f}")
        elif scores[name] > pins[name] + STALE:
            found.append(f"{name} rose from {pins[name]:.3f}: pin it at {scores[name]:.3f}")
    return sorted(found)
