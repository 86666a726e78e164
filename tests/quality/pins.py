"""The pinned scores: what Reader reaches on the labelled samples. They may only rise."""

from __future__ import annotations

from typing import Final

PINS: Final[dict[str, float]] = {}
"""Every score by name, between 0 and 1, the more the better; see the modules ``*_scores`` for what each one is."""

SLACK = 0.005
"""How far a score may lie below its pin: less than one line, name or pair of the labelled ones."""

STALE = 0.02
"""How far a score may lie above its pin before the pin has to be raised, so that what was gained stays."""


def complaints(scores: dict[str, float], pins: dict[str, float]) -> list[str]:
    """What is wrong with the scores, one sentence each: fallen, risen without a new pin, not pinned, not measured."""
    found = [f"{name} is not measured any more" for name in pins.keys() - scores.keys()]
    found += [f"{name} is not pinned: it is {scores[name]:.3f}" for name in scores.keys() - pins.keys()]
    for name in pins.keys() & scores.keys():
        if scores[name] < pins[name] - SLACK:
            found.append(f"{name} fell from {pins[name]:.3f} to {scores[name]:.3f}")
        elif scores[name] > pins[name] + STALE:
            found.append(f"{name} rose from {pins[name]:.3f}: pin it at {scores[name]:.3f}")
    return sorted(found)
