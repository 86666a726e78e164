"""What a key costs in the article list, as ratios of processor time inside one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest
from textual.app import App, ComposeResult
from textual.widgets import OptionList

from reader.models.article import Status
from reader.models.library import OutlineEntry
from reader.models.listing import ArticleCard
from reader.ui.messages import ArticleChosen, CardsWanted, PagesWanted
from reader.ui.outline import Outline
from reader.ui.theme import THEMES
from reader.ui.widgets.article_list import ArticleList

pytestmark = pytest.mark.bench

KEYS = 40


def card(number: int) -> ArticleCard:
    return ArticleCard(
        id=number,
        title=f"The title of article number {number} is as long as titles are",
        title_status=Status.STATED,
        outlet="The Lantern",
        published="2024-03-06",
        published_status=Status.STATED,
        sort_at="2024-03-06",
        event=number,
        story=None,
        words=500,
        origin=f"/news/{number}.txt",
        read=False,
        starred=False,
        analysed=True,
    )


class OurList(App[None]):
    """The article list alone, with this number of entries."""

    CSS_PATH = Path(__file__).parents[2] / "reader" / "ui" / "app.tcss"

    def __init__(self, size: int) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self._entries = size

    def compose(self) -> ComposeResult:
        yield ArticleList(date(2024, 6, 1), id="list")

    def on_mount(self) -> None:
        listing = self.query_one(ArticleList)
        listing.show_outline(Outline.of(OutlineEntry("", number, (number,)) for number in range(self._entries)))
        listing.focus()

    def on_cards_wanted(self, message: CardsWanted) -> None:
        self.query_one(ArticleList).put_cards([card(number) for number in message.articles], ())

    def on_article_chosen(self, message: ArticleChosen) -> None:
        message.stop()

    def on_pages_wanted(self, message: PagesWanted) -> None:
        message.stop()


class TheirList(App[None]):
    """Textual's own list of options, two lines each."""

    def compose(self) -> ComposeResult:
        yield OptionList(*[f"{card(number).outlet}\n{card(number).title}" for number in range(1000)])


async def cost_of_a_key(app: App[None]) -> float:
    """Processor seconds of a move of the cursor with all its painting; the quiet quarter, as the machine is shared."""
    async with app.run_test(size=(60, 40)) as pilot:
        await pilot.press(*["down"] * 30)
        costs = []
        for _ in range(KEYS):
            began = process_time()
            await pilot.press("down")
            await pilot.pause()
            costs.append(process_time() - began)
        return sorted(costs)[KEYS // 4]


async def test_a_key_costs_the_same_in_a_hundred_times_longer_list() -> None:
    assert await cost_of_a_key(OurList(100_000)) < 1.5 * await cost_of_a_key(OurList(1_000))


async def test_a_key_in_a_hundred_thousand_rows_costs_less_than_in_a_thousand_options() -> None:
    nothing = await cost_of_a_key(App())
    ours, theirs = await cost_of_a_key(OurList(100_000)), await cost_of_a_key(TheirList())
    assert ours - nothing < theirs - nothing  # 0.78 when measured, with every key scrolling both lists
