"""Keys that come faster than screens open and close: all in one read of the terminal, on every screen, at any size."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

from reader.ui.app import ReaderApp
from reader.ui.keymap import KEYS
from tests.ui.records import sample
from tests.ui.screens import app_of, settle

KEYS_IN_ALL = int(os.environ.get("READER_SOAK_KEYS", "200"))
"""At each size; READER_SOAK_KEYS=10000 for a soak."""

NEVER = {"ctrl+z", "ctrl+q", "q"}
"""Keys that end the program or send it away, as they should."""

PRESSED = sorted({name for key in KEYS for name in key.keys} - NEVER | set("aeiou") | {"backspace", "delete"})


async def in_one_read(pilot: Pilot[None], keys: Sequence[str]) -> None:
    """Send keys as one read of the terminal does: none waits for what the one before does."""
    for key in keys:
        pilot.app.post_message(
            events.Key(_character_to_key(key) if len(key) == 1 else key, key if len(key) == 1 else None)
        )
    await settle(pilot)


def screens(app: ReaderApp) -> list[str]:
    return [type(screen).__name__ for screen in app.screen_stack[1:]]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 20)])
async def test_random_keys_in_bursts_do_not_end_the_program(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # some of the keys write an export
    rand = random.Random(size[0])  # noqa: S311 (the same keys in every run)
    app = app_of(sample())
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        pressed = 0
        while pressed < KEYS_IN_ALL:
            burst = rand.choices(PRESSED, k=rand.randint(1, 12))
            pressed += len(burst)
            await in_one_read(pilot, burst)
            assert app.is_running, burst
        await in_one_read(pilot, ["escape"] * 12)
        assert screens(app)[0] == "ReadingScreen"
    app.close()


@pytest.mark.parametrize(
    ("keys", "stays_at"),
    [
        ("j c c", "ComparisonScreen"),
        ("j c escape c escape c", "ComparisonScreen"),
        ("j c ? escape escape escape", "ReadingScreen"),
        ("ctrl+p enter enter enter", None),
        ("ctrl+p escape escape", "ReadingScreen"),
        ("? ?", "HelpScreen"),
        ("? escape escape j enter", "ReadingScreen"),
        ("/ escape escape /", "FindScreen"),
        ("R R escape", "ReadingScreen"),
    ],
)
async def test_two_keys_in_one_read_do_what_they_do_slowly(keys: str, stays_at: str | None) -> None:
    app = app_of(sample())
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await in_one_read(pilot, keys.split())
        assert app.is_running
        assert stays_at is None or screens(app)[-1] == stays_at
    app.close()


async def test_what_is_typed_after_the_key_of_a_field_stands_in_that_field() -> None:
    app = app_of(sample())
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await in_one_read(pilot, [*"/quill"])
        assert app.screen.query_one(Input).value == "quill"
        await in_one_read(pilot, ["enter"])
        await in_one_read(pilot, ["f", "j"])
        assert app.reading.source.name == "Ada Quill"
    app.close()


@pytest.mark.parametrize("opening", ["/", "f", "?", "ctrl+p"])
async def test_nothing_hostile_gets_into_a_field_by_pasting_or_typing(opening: str) -> None:
    app = app_of(sample())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await in_one_read(pilot, [opening])
        app.post_message(events.Paste("a\x1b]0;b\x07\x9b31m\u202ec\n\x1b[2Jd"))
        app.post_message(events.Key("\u202e", "\u202e"))
        app.post_message(events.Key("\x9b", "\x9b"))
        await settle(pilot)
        assert app.screen.query_one(Input).value == "a0;bc d"
    app.close()
