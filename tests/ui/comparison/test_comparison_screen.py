"""The comparison screen, as a person at the keyboard meets it: five views of one event."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import pytest
from textual.pilot import Pilot

from reader.models.comparison import Confidence, QuoteGroup, QuoteRelation
from reader.ui.app import ReaderApp
from reader.ui.screens.comparison import ComparisonScreen
from tests.ui.comparison.bridge import ComparedRecords, bridge, many, place_of
from tests.ui.screens import app_of, assert_golden, screen_text, settle

VIEWS = {"1": "overview", "2": "facts", "3": "quotes", "4": "who", "5": "time"}


@dataclass
class Session:
    """An app with the comparison open."""

    app: ReaderApp
    pilot: Pilot[None]
    records: ComparedRecords

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)

    @property
    def screen(self) -> ComparisonScreen:
        assert isinstance(self.app.screen, ComparisonScreen)
        return self.app.screen

    @property
    def key(self) -> str | None:
        return self.screen.blocks.key

    @property
    def sign(self) -> str:
        block = self.screen.blocks.current
        assert block is not None
        return block.sign

    @property
    def text(self) -> str:
        return screen_text(self.app)

    @property
    def sentence(self) -> str:
        place, opened = self.app.reading.pane.sentence, self.app.reading.opened
        assert place is not None
        assert opened is not None
        return opened.article.text[place[0] : place[1]]

    async def go_to(self, key: str) -> None:
        """Walk down to a block, unfolding the sections of the overview on the way."""
        await self.press("g", "g")
        for _ in range(80):
            if self.key == key:
                return
            block = self.screen.blocks.current
            if block is not None and block.key.startswith("section") and block.words:
                await self.press("enter")
            await self.press("j")
        raise AssertionError(key)


@asynccontextmanager
async def compared(records: ComparedRecords | None = None, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Session]:
    records = records if records is not None else bridge()
    app = app_of(records)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        session = Session(app, pilot, records)
        await session.press("c")
        yield session
    app.close()


# What is seen


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (200, 60)])
@pytest.mark.parametrize("view", list(VIEWS))
async def test_each_view(view: str, size: tuple[int, int]) -> None:
    async with compared(size=size) as session:
        await session.press(view)
        assert_golden(session.app, f"comparison_{VIEWS[view]}_{size[0]}x{size[1]}")


@pytest.mark.parametrize("view", list(VIEWS))
async def test_every_mark_has_a_glyph_so_that_no_colour_is_needed(view: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with compared() as session:
        await session.press(view)
        coloured = session.text
    monkeypatch.setenv("NO_COLOR", "1")
    async with compared() as session:
        await session.press(view)
        assert session.text == coloured


async def test_the_header_counts_what_differs_and_what_is_shared() -> None:
    async with compared() as session:
        standing = [each for each in session.records.comparisons[7].differences if not each.dismissed]
        sure = sum(each.confidence is Confidence.SURE for each in standing)
        counts = session.text.split("\n")[1]
        assert f"! {sure} differ" in counts
        assert f"? {len(standing) - sure} may differ" in counts


async def test_brackets_visit_every_difference_once_from_any_view() -> None:
    async with compared() as session:
        wanted = {each.key for each in session.records.comparisons[7].differences}
        visited = []
        for _ in wanted:
            await session.press("]")
            visited.append(session.key)
        assert set(visited) == wanted
        await session.press("]")
        assert "That was the last" in session.text
        assert session.key == visited[-1]
        await session.press("[")
        assert session.key == visited[-2]
        await session.press("5", "]")
        assert session.key == visited[0]


async def test_a_section_unfolds_into_its_rows_and_folds_again() -> None:
    async with compared() as session:
        while not str(session.key).startswith("section"):
            await session.press("j")
        key, before = session.key, session.text
        await session.press("enter")
        assert session.key == key
        assert "▾" in session.text
        await session.press("enter")
        assert session.text == before


async def test_the_last_line_says_what_the_sign_under_the_cursor_means() -> None:
    async with compared() as session:
        for key, meaning in (("cars", "others say it too"), ("d-repair", "sources disagree")):
            await session.go_to(key)
            assert meaning in session.text.split("\n")[-2]
        await session.press("x")
        assert "set aside" in session.text.split("\n")[-2]


async def test_no_view_gives_a_verdict() -> None:
    async with compared() as session:
        for view in VIEWS:
            await session.press(view)
            told = session.text.casefold()
            assert [word for word in ("bias", "truth", "score", "wrong") if word in told] == []


async def test_figures_in_two_units_stand_in_a_common_one() -> None:
    async with compared() as session:
        await session.press("2")
        assert "= 19.3 km" in session.text
        assert "= 3 months" not in session.text
        assert "25 km" in session.text


async def test_agreed_facts_come_before_disputed_ones_unless_those_are_wanted_first() -> None:
    async with compared(size=(120, 60)) as session:
        await session.press("2")
        text = session.text
        assert text.index("closed · oldest") < text.index("12,000") < text.index("repair") < text.index("detour")
        await session.press("!")
        assert "▸ conflicts first" in session.text.split("\n")[1]
        text = session.text
        assert text.index("repair") < text.index("detour") < text.index("closed · oldest") < text.index("12,000")
        await session.press("!")
        assert "▸ conflicts first" not in session.text


async def test_quotes_whose_words_differ_come_first_where_that_is_wanted() -> None:
    records = bridge()
    whole = records.comparisons[7]
    places = (place_of(records, 1, "About 12,000"), place_of(records, 2, "Some 12,000"))
    same = QuoteGroup(QuoteRelation.IDENTICAL, None, places)
    records.comparisons[7] = replace(whole, quotes=(same, *whole.quotes))
    async with compared(records) as session:
        await session.press("3", "g", "g")
        assert session.sign in "=≈"
        await session.press("!")
        assert session.sign == "?"
        assert "▸ conflicts first" in session.text.split("\n")[1]
        await session.press("!")
        assert "▸ conflicts first" not in session.text


async def test_a_speaker_is_marked_as_a_guess() -> None:
    async with compared() as session:
        await session.press("3")
        assert "Ines Marlow ?" in session.text


async def test_who_a_source_leaves_out_comes_before_who_is_in_all() -> None:
    async with compared() as session:
        await session.press("4")
        text = session.text
        assert text.index("Oster") < text.index("  Velden  ")


async def test_inferred_dates_are_told_apart_from_stated_ones() -> None:
    async with compared() as session:
        await session.press("5")
        lines = session.text.split("\n")
        assert any(line.startswith("▎●") and "1931" in line for line in lines)
        assert any(line.startswith(" ○~") and "Monday" in line for line in lines)
        assert any("~Mon 4 Mar 2024" in line for line in lines)


# Walking


async def test_numbers_switch_views_and_each_keeps_its_place() -> None:
    async with compared() as session:
        await session.go_to("d-detour")
        await session.press("4", "j", "j")
        who = session.key
        await session.press("1")
        assert session.key == "d-detour"
        await session.press("4")
        assert session.key == who


async def test_a_click_on_the_name_of_a_view_shows_it() -> None:
    async with compared() as session:
        line = session.text.split("\n")[0]
        await session.pilot.click("#comparison-title", offset=(line.index("Quotes"), 0))
        await settle(session.pilot)
        assert "[3 Quotes]" in session.text


async def test_a_view_chosen_before_the_comparison_is_there_is_shown() -> None:
    records = bridge()
    app = app_of(records)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("c", "3")
        await settle(pilot)
        assert "[3 Quotes]" in screen_text(app)
    app.close()


@pytest.mark.parametrize(("view", "words"), [("1", "12 miles"), ("2", "12 miles"), ("3", "Nobody"), ("5", "1931")])
async def test_enter_goes_to_the_exact_sentence_and_escape_back_to_the_same_place(view: str, words: str) -> None:
    async with compared() as session:
        await session.press(view)
        for _ in range(20):
            block = session.screen.blocks.words
            if block is not None and words in block.text[block.start : block.end]:
                break
            await session.press("j")
        key, column, top = session.key, session.screen.blocks.column, session.screen.blocks.top
        await session.press("enter")
        assert words in session.sentence
        await session.press("escape")
        assert (session.key, session.screen.blocks.column, session.screen.blocks.top) == (key, column, top)
        assert f"[{view} " in session.text


async def test_enter_goes_to_the_source_of_the_column() -> None:
    async with compared() as session:
        await session.go_to("cars")
        await session.press("l", "enter")
        assert session.sentence == "Some 12,000 cars cross it daily."


async def test_enter_on_an_empty_cell_says_so_and_stays() -> None:
    async with compared() as session:
        await session.press("4")
        await session.go_to("entity 5")
        await session.press("l", "l", "enter")
        assert "This source does not name it." in session.text
        await session.press("h", "enter")
        assert "Oster" in session.sentence


async def test_enter_on_a_name_walks_through_its_mentions() -> None:
    async with compared() as session:
        await session.press("4")
        await session.go_to("entity 1")
        await session.press("enter")
        assert "the city engineer" in session.sentence
        await session.press("escape", "enter")
        assert session.sentence == "Marlow expects that the repair will take six weeks."
        await session.press("escape", "enter")
        assert "the city engineer" in session.sentence


async def test_a_run_unfolds_and_stays_unfolded() -> None:
    async with compared() as session:
        await session.press("2", "G")
        key = session.key
        block = session.screen.blocks.current
        assert block is not None
        assert block.is_folded
        await session.press("enter")
        assert session.key == key
        unfolded = session.screen.blocks.current
        assert unfolded is not None
        assert not unfolded.is_folded
        await session.press("1", "2")
        assert session.key == key


async def test_the_reference_leads_the_columns_and_the_order_in_every_view() -> None:
    async with compared() as session:
        await session.press("l", "space")
        heads = session.text.split("\n")[3]
        assert heads.index("Velden Post") < heads.index("Tarn Herald")
        assert "Velden Post *" in heads
        await session.press("2")
        heads = session.text.split("\n")[3]
        assert heads.index("Velden Post") < heads.index("Tarn Herald")


async def test_stacked_shows_the_sources_below_each_other() -> None:
    async with compared() as session:
        await session.go_to("cars")
        await session.press("s")
        lines = session.text.split("\n")
        first = next(number for number, line in enumerate(lines) if "About 12,000" in line)
        assert "Some 12,000" in lines[first + 1]
        assert session.key == "cars"
        await session.press("s")
        assert any("About 12,000" in line and "Some 12,000" in line for line in session.text.split("\n"))


async def test_keys_of_the_rows_do_nothing_hidden_elsewhere() -> None:
    async with compared() as session:
        await session.press("5", "i", "!", "s", "space", "x")
        assert not session.records.aside
        await session.press("1")
        assert "conflicts first" not in session.text.split("\n")[1]


@pytest.mark.parametrize("view", list(VIEWS))
async def test_the_key_bar_shows_only_what_works(view: str) -> None:
    async with compared(size=(200, 40)) as session:
        await session.press(view)
        bar = session.text.split("\n")[-1]
        assert ("conflicts first" in bar) == (view in "123")
        assert ("reference" in bar) == (view != "5")
        assert ("set aside" in bar) == (view in "123")


# Keeping


async def test_a_difference_is_set_aside_and_taken_back() -> None:
    async with compared() as session:
        await session.go_to("d-repair")
        assert session.sign == "!"
        await session.press("x")
        assert session.records.aside == {"d-repair"}
        assert (session.key, session.sign) == ("d-repair", "×")
        await session.press("2")
        assert (
            session.text.index("detour · mile") < session.text.index("repair · week") < session.text.index("set aside")
        )
        await session.press("1", "u")
        assert session.records.aside == set()
        assert (session.key, session.sign) == ("d-repair", "!")


async def test_what_was_set_aside_is_so_when_the_comparison_is_opened_again() -> None:
    records = bridge()
    records.dismiss("d-repair")
    async with compared(records) as session:
        await session.go_to("d-repair")
        assert session.sign == "×"
        await session.press("x")
        assert records.history == ["d-repair"]


async def test_the_wording_of_a_quote_can_be_set_aside_where_the_quote_is() -> None:
    async with compared() as session:
        await session.press("3")
        assert session.sign == "?"
        await session.press("x")
        assert session.records.aside == {"d-words"}
        assert "set aside" in session.text


async def test_nothing_is_set_aside_where_nothing_differs() -> None:
    async with compared() as session:
        await session.go_to("cars")
        await session.press("x")
        assert not session.records.aside


async def test_a_row_and_a_fact_are_copied_with_every_source() -> None:
    async with compared() as session:
        for view in ("1", "2"):
            await session.press(view)
            for _ in range(20):
                words = session.screen.blocks.words
                if words is not None and "12 miles" in words.text[words.start : words.end]:
                    break
                await session.press("j")
            await session.press("y")
            assert session.app.clipboard == (
                "The detour through Oster is 12 miles long.\n"
                "(Velden bridge shut after crack is found, Tarn Herald, 4 Mar 2024, /news/001_article.txt)\n\n"
                "Drivers must take a detour of 25 km over Oster.\n"
                "(Crack closes Velden's oldest bridge, The Velden Post, ~4 Mar 2024, /news/002_article.txt)\n"
            )


# Sizes


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (10, 3), (40, 20), (80, 1), (1, 80), (61, 24), (99, 30), (300, 100)])
async def test_no_size_is_too_small_or_too_large(size: tuple[int, int]) -> None:
    async with compared(size=size) as session:
        for view in VIEWS:
            await session.press(view, "j", "l", "ctrl+d", "G", "k", "h", "s", "s", "g", "g")


async def test_at_40_columns_everything_is_still_readable() -> None:
    async with compared(size=(40, 20)) as session:
        await session.press("2")
        assert_golden(session.app, "comparison_facts_40x20")
        await session.press("4")
        assert_golden(session.app, "comparison_who_40x20")
        await session.press("1")
        assert_golden(session.app, "comparison_overview_40x20")


async def test_an_article_alone_has_no_differences_and_no_gaps() -> None:
    records = bridge()
    whole = records.comparisons[7]
    rows = tuple(
        replace(row, readings=row.readings[:1]) for row in whole.rows if row.readings and row.readings[0].article == 1
    )
    records.comparisons[7] = replace(whole, rows=rows, articles=(1,), figures=(), quotes=(), differences=(), facts=())
    async with compared(records) as session:
        for view in VIEWS:
            await session.press(view)
            assert "Velden Post" not in session.text


async def test_an_empty_comparison_says_so_in_every_view() -> None:
    records = bridge()
    records.comparisons[7] = replace(
        records.comparisons[7],
        rows=(),
        figures=(),
        quotes=(),
        differences=(),
        coverage=(),
        heads=(),
        timeline=(),
        facts=(),
    )
    async with compared(records) as session:
        for view, told in zip(VIEWS, ("share", "figure", "quoted", "names", "date"), strict=True):
            await session.press(view)
            assert told in session.text.split("\n")[4] or told in session.text.split("\n")[3]
            await session.press("j", "enter", "x", "y", "]", "l", "space", "s")


async def test_what_sources_share_is_listed_by_how_many_share_it() -> None:
    async with compared() as session:
        await session.press("a")
        assert "▸ only what sources share" in session.text
        blocks = session.screen.blocks
        sources = []
        for _ in range(20):
            block = blocks.current
            assert block is not None
            sources.append(len({words.article for words in block.words}))
            if blocks.key == "repair":
                await session.press("1", "2", "1")
                assert blocks.key == "repair", "the order is kept over another view"
            await session.press("j")
        assert sources == sorted(sources, reverse=True)
        assert min(sources) > 1
        await session.press("a")
        assert "▸ only" not in session.text


async def test_unfolding_keeps_the_order_of_the_rows() -> None:
    async with compared() as session:
        await session.press("!", *"jjjj")
        while not (block := session.screen.blocks.current) or not block.is_folded:
            await session.press("j")
        await session.press("enter")
        assert "conflicts first" in session.text.split("\n")[1]


# Many sources


async def test_thirty_sources_page_and_the_reference_stays() -> None:
    async with compared(many(30), size=(120, 40)) as session:
        for _ in range(29):
            await session.press("l")
        heads = session.text.split("\n")[3]
        assert "Outlet 01" in heads
        assert "Outlet 30" in heads
        assert "30 of 30" in heads
        for _ in range(29):
            await session.press("h")
        assert "▸ Outlet 01" in session.text.split("\n")[3]


async def test_a_row_says_how_many_more_sources_have_it() -> None:
    async with compared(many(30), size=(120, 40)) as session:
        await session.press("a")
        assert "+ 18 more sources" in session.text


async def test_the_map_shows_where_the_sources_differ() -> None:
    async with compared(many(30), size=(120, 40)) as session:
        assert session.text.split("\n")[-2].count("!") == 3


async def test_a_disagreement_is_shown_whole_whatever_columns_are_in_view() -> None:
    async with compared(many(6), size=(120, 60)) as session:
        await session.press("]")
        block = session.screen.blocks.current
        assert block is not None
        for words in block.words:
            assert f"source {words.article} " in session.text


async def test_wire_copy_is_one_column_that_names_its_outlets() -> None:
    async with compared(many(6, copies=3)) as session:
        await session.press("s")
        assert "same text: Outlet 04, Outlet 05, Outlet 06" in session.text
        await session.press("s")
        assert "3 with the same text as another" in session.text
        assert "Outlet 04" not in session.text.split("\n")[3]
        await session.press("]", "y")
        assert "same text: Outlet 04, Outlet 05, Outlet 06" in session.app.clipboard
