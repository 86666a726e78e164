"""Moving about in a comparison must stay cheap: CPU time of a step beside that of a small screen, inside one run."""

from __future__ import annotations

from time import process_time

import pytest

from reader.ui.screens.comparison import ComparisonScreen
from tests.ui.comparison.bridge import ComparedRecords, many
from tests.ui.screens import app_of, settle

pytestmark = pytest.mark.bench

STEPS = 40

OVER_A_SMALL_ONE = 3
"""A step among 30 articles of 30 sentences may cost so many times one among two: what is painted is one window of
lines in both. On the machine of the budget (16 ms of CPU a step) a step costs about 8 ms."""


async def cpu_of_a_step(records: ComparedRecords) -> float:
    """Seconds of CPU of one step down, painting included."""
    app = app_of(records)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert isinstance(app.screen, ComparisonScreen)
        await pilot.press("j", "j")
        start = process_time()
        for _ in range(STEPS):
            app.screen.blocks.action_move(1)
            await pilot.pause()
        spent = process_time() - start
    app.close()
    return spent / STEPS


async def test_a_step_does_not_cost_more_the_more_there_is_to_compare() -> None:
    small = await cpu_of_a_step(many(2))
    large = await cpu_of_a_step(many(30))
    assert large < OVER_A_SMALL_ONE * max(small, 0.0005), (small, large)
