"""What stands above the rows leaves room for them: titles and first sentences fold where there is little of it."""

from __future__ import annotations

import pytest

from reader.ui.views.heads import FEW
from tests.ui.comparison.bridge import many
from tests.ui.comparison.test_comparison_screen import compared

FIRST_LINE = 4
"""The first line below the title of the screen, in the stacked form."""


def first_row(text: str) -> int:
    """The line on which the first row stands."""
    return next(number for number, line in enumerate(text.split("\n")) if line.strip() == "Rows") + 1


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 24)])
async def test_the_first_rows_are_seen_when_the_screen_opens(size: tuple[int, int]) -> None:
    async with compared(size=size) as session:
        assert first_row(session.text) <= size[1] // 2


@pytest.mark.parametrize("sources", [FEW, 10, 19])
async def test_many_sources_do_not_push_the_rows_away(sources: int) -> None:
    async with compared(many(sources), size=(80, 24)) as session:
        assert first_row(session.text) <= FIRST_LINE + FEW + 3


async def test_enter_unfolds_the_first_sentences_and_they_stay_open() -> None:
    async with compared(size=(80, 24)) as session:
        await session.press("j")
        assert session.key == "heads.leads"
        assert "Traffic in Velden came to a halt" not in session.text.split("\n Rows")[0]
        await session.press("enter")
        assert session.key == "heads.leads"
        assert "Traffic in Velden came to a halt" in session.text.split("\n Rows")[0]
        await session.press("2", "1")
        assert "Traffic in Velden came to a halt" in session.text.split("\n Rows")[0]


async def test_they_unfold_with_the_window_and_fold_when_stacked() -> None:
    async with compared(size=(120, 40)) as session:
        assert "Titles and first sentences" in session.text
        await session.press("s")
        assert "First sentences" in session.text
        await session.press("s")
        assert "Titles and first sentences" in session.text
        await session.pilot.resize_terminal(120, 24)
        await session.press("j")
        assert "Titles and first sentences" not in session.text
