"""Moving about in a comparison must stay cheap: CPU time of a step beside that of a small screen, inside one run."""

from __future__ import annotations

from time import process_time

import pytest

from reader.ui.comparison_pages import Compared, Showing, page_of
from reader.ui.screens.comparison import ComparisonScreen
from reader.ui.sources import read_sources
from reader.ui.views.page import View
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


OF_A_TENTH = 20
"""Laying out the overview of 30 sources may cost so many times that of 3: ten times the sentences, and no square."""


def cpu_of_opening(records: ComparedRecords) -> float:
    """Seconds of CPU of the overview, from the comparison and its sources to its blocks."""
    comparison = records.comparisons[7]
    sources = read_sources(records, comparison.articles)
    start = process_time()
    for _ in range(3):
        compared = Compared.of(comparison, sources)
        page_of(compared, Showing(View.OVERVIEW, compared.columns(None), frozenset()))
    return (process_time() - start) / 3


def test_opening_many_sources_costs_no_more_than_their_number() -> None:
    small, large = cpu_of_opening(many(3)), cpu_of_opening(many(30))
    assert large < OF_A_TENTH * max(small, 0.0005), (small, large)


async def test_a_step_does_not_cost_more_the_more_there_is_to_compare() -> None:
    small = await cpu_of_a_step(many(2))
    large = await cpu_of_a_step(many(30))
    assert large < OVER_A_SMALL_ONE * max(small, 0.0005), (small, large)
