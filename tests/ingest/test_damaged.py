"""Damaged pages cost themselves only: each is read, or refused in a sentence."""

from __future__ import annotations

from tests.ingest.damage import run

COUNT = 24
"""So many in every run of the tests; the script ``damage`` takes more."""


def test_damaged_inputs_are_read_or_refused() -> None:
    outcomes, _ = run(range(COUNT))
    assert outcomes.total() == COUNT
    assert not [reason for reason in outcomes if "cannot be parsed" in reason or "crash" in reason]
