"""The panel that says why articles are one event and puts it right, and a story as a thread."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from reader.models.explaining import NearEvent, ThreadEvent, Tie, TieKind, Why
from reader.ui.app import ReaderApp
from tests.ui.records import Records, sample
from tests.ui.screens import app_of, assert_golden, screen_text, settle

FLOOD, FERRY = 7, 1004
"""The event of three sources, and the event of the ferry alone."""

WHY = Why(
    FLOOD,
    "Dam gate fails, lower Lindum under water",
    (2, 1, 3),
    (
        Tie(TieKind.WORD, "orrin dam", (1, 2)),
        Tie(TieKind.WORD, "lower town", (1, 3)),
        Tie(TieKind.NAME, "Ada Quill", (1, 2, 3)),
        Tie(TieKind.NAME, "Lindum", (1, 2)),
        Tie(TieKind.DAY, "2024-03-05", (1, 2)),
        Tie(TieKind.FIGURE, "five", (1, 2)),
    ),
    (
        NearEvent(
            FERRY,
            "Ferry to the isles runs again after three weeks",
            "2024-03-11",
            0.14,
            ("published 5 days apart", "fewer words in common than its own articles have"),
        ),
    ),
    by_hand=True,
)
THREAD = (
    ThreadEvent(FLOOD, WHY.title, "2024-03-05", (2, 1, 3), ("Ada Quill", "Orrin Water"), ("1,200 people",), 1),
    ThreadEvent(FERRY, "Ferry to the isles runs again", "2024-03-11", (4,), (), ("two sailings", "90 km"), 1),
)


def records() -> Records:
    return replace(sample(), whys={FLOOD: WHY}, threads={3: THREAD}, read={2, 1})


@asynccontextmanager
async def reading(known: Records, size: tuple[int, int], *keys: str) -> AsyncIterator[tuple[ReaderApp, Pilot[None]]]:
    app = app_of(known)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        yield app, pilot
    app.close()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


SIZES = [(80, 24), (120, 40), (40, 20)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_panel_says_what_ties_the_articles_and_what_is_near(size: tuple[int, int]) -> None:
    async with reading(records(), size, "j", "w") as (app, _):
        assert_golden(app, f"why_{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_the_thread_goes_from_event_to_event(size: tuple[int, int]) -> None:
    async with reading(records(), size, "j", "T") as (app, _):
        assert_golden(app, f"thread_{size[0]}x{size[1]}")


async def test_a_tie_leads_to_its_sentence() -> None:
    async with reading(records(), (120, 40), "j", "w", "j", "enter") as (app, _):
        place, opened = app.reading.pane.sentence, app.reading.opened
        assert place is not None
        assert opened is not None
        assert "Lindum" in opened.article.text[place[0] : place[1]]


async def test_a_near_event_is_one_key_away() -> None:
    async with reading(records(), (120, 40), "j", "w", "G", "enter") as (app, _):
        assert app.reading.pane.article == 4


async def test_an_event_of_the_thread_is_one_key_away() -> None:
    async with reading(records(), (120, 40), "j", "T", "j", "enter") as (app, _):
        assert app.reading.pane.article == 4


async def test_without_related_events_there_is_no_thread() -> None:
    async with reading(sample(), (120, 40), "T") as (app, _):
        assert "no related events" in screen_text(app)


@pytest.mark.parametrize(
    ("marked", "keys", "done", "said"),
    [
        ((), "w o", [("split", (FLOOD, 2))], "Moved out"),
        ((4,), "w v", [("join", (FLOOD, FERRY))], "Joined"),
        ((4,), "w n", [("part", (FLOOD, FERRY))], "Kept apart"),
        ((), "w v", [], "Mark an article of one other event"),
        ((1,), "w v", [], "nothing changes"),
        ((1,), "w n", [], "nothing changes"),
    ],
)
async def test_one_key_puts_it_right(
    marked: tuple[int, ...], keys: str, done: list[tuple[str, tuple[int, ...]]], said: str
) -> None:
    known = replace(records(), marks=list(marked))
    async with reading(known, (120, 40), "j", *keys.split()) as (app, _):
        assert known.put_right == done
        assert said in screen_text(app)


@pytest.mark.parametrize("opens", ["w", "T"])
@pytest.mark.parametrize("closes", ["escape", "q"])
async def test_the_panels_close_and_leave_everything_as_it_was(opens: str, closes: str) -> None:
    async with reading(records(), (80, 24), "j") as (app, pilot):
        before = screen_text(app)
        await press(pilot, opens, "j", "k", closes)
        assert screen_text(app) == before
