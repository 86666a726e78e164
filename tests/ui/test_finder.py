"""The finder and what it leads to: names, places in the text, and the walk through them."""

from __future__ import annotations

import pytest

from tests.ui.screens import assert_golden
from tests.ui.test_reading_screen import TO_GAZETTE, opened


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_names_come_before_places(size: tuple[int, int]) -> None:
    async with opened(size=size) as session:
        await session.press(*TO_GAZETTE, "slash", *"Orrin")
        await session.pilot.pause(0.2)
        assert_golden(session.app, f"find_{size[0]}x{size[1]}")


async def test_nothing_found_is_said() -> None:
    async with opened() as session:
        await session.press("slash", *"zzz")
        await session.pilot.pause(0.2)
        assert "Nothing found for “zzz”." in session.text
        await session.press("enter")
        assert session.screen_name == "FindScreen"


async def test_hits_are_walked_through_in_a_circle_and_counted() -> None:
    async with opened() as session:
        await session.press(*TO_GAZETTE, "n")
        assert "Nothing was searched for." in session.text
        await session.press("slash", *"the river", "enter")
        assert "“the river”: 1 of 1" in session.text
        assert session.sentence.startswith("“We heard a crack")
        await session.press("slash", *"Orrin", "down", "enter")
        assert "“Orrin”: 1 of 2" in session.text
        await session.press("n")
        assert "“Orrin”: 2 of 2" in session.text
        assert session.sentence.startswith("The operator, Orrin Water")
        await session.press("n")
        assert "“Orrin”: 1 of 2, from the top again" in session.text
        await session.press("N")
        assert "“Orrin”: 2 of 2, from the end again" in session.text
        await session.press("J", "J", "n")
        assert "“Orrin” does not stand in this article." in session.text


async def test_a_hit_in_what_is_folded_away_unfolds_it() -> None:
    async with opened() as session:
        await session.press(*TO_GAZETTE, "slash", *"Wednesday morning", "enter")
        assert session.sentence.startswith("The harbour on Wednesday")
        await session.press("K", "J")
        assert "The harbour on Wednesday" not in session.text, "only the article that was gone to is unfolded"
