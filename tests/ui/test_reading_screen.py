"""The reading screen, as a person at the keyboard meets it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from reader.models.journal import ChangeKind
from reader.models.library import OutlineEntry
from reader.ui.app import ReaderApp
from reader.ui.origins import web_address
from reader.ui.panes import Pane
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.reading_article import PREVIEW_SECONDS
from reader.ui.widgets.article_list import ArticleList
from tests.ui.records import Records, article_of, sample
from tests.ui.screens import app_of, assert_golden, screen_text, settle


@dataclass
class Session:
    """An app that is running on some records."""

    app: ReaderApp
    pilot: Pilot[None]
    records: Records

    @property
    def home(self) -> ReadingScreen:
        return self.app.reading

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)

    async def rest(self) -> None:
        """Let the cursor rest, so that the article beside it is shown."""
        await self.pilot.pause(PREVIEW_SECONDS * 1.5)
        await settle(self.pilot)

    async def news(self) -> None:
        """Let the screen hear of what has changed."""
        await self.home.poll()
        await settle(self.pilot)

    @property
    def text(self) -> str:
        return screen_text(self.app)

    def grouping_waits(self) -> bool:
        return self.home.listing.has_pending

    @property
    def screen_name(self) -> str:
        return type(self.app.screen).__name__

    @property
    def list_text(self) -> str:
        return "\n".join(line.split("▕")[0] for line in self.text.split("\n")[1:])

    @property
    def listed(self) -> list[int]:
        return [article for _, entry in self.home.listing.outline.entries() for article in entry.articles]

    @property
    def sentence(self) -> str:
        place, opened = self.home.pane.sentence, self.home.opened
        assert place is not None
        assert opened is not None
        return opened.article.text[place[0] : place[1]]


@asynccontextmanager
async def opened(records: Records | None = None, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Session]:
    records = records if records is not None else sample()
    app = app_of(records)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield Session(app, pilot, records)
    app.close()


TO_GAZETTE = ("j", "space", "j", "j")
"""From the ferry to the flood, which is unfolded, and over its first source to the North Shore Gazette."""


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (40, 20)])
async def test_the_first_screen(size: tuple[int, int]) -> None:
    async with opened(size=size) as session:
        assert_golden(session.app, f"first_{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (40, 20)])
async def test_an_article_with_its_gutter(size: tuple[int, int]) -> None:
    async with opened(size=size) as session:
        await session.press(*TO_GAZETTE, "enter", "j")
        assert_golden(session.app, f"article_{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (40, 20)])
async def test_the_entity_panel(size: tuple[int, int]) -> None:
    async with opened(size=size) as session:
        await session.press(*TO_GAZETTE, "e", "j")
        assert_golden(session.app, f"panel_{size[0]}x{size[1]}")


async def test_an_empty_library_says_what_to_do() -> None:
    async with opened(Records()) as session:
        assert_golden(session.app, "empty_120x40")
        await session.press("j", "k", "G", "l", "e", "enter", "]", "v", "m", "space", "J", "y", "escape")


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 10), (10, 3), (1, 80), (80, 1), (300, 100)])
async def test_no_size_is_too_small_or_too_large(size: tuple[int, int]) -> None:
    async with opened(size=size) as session:
        await session.press("j", "enter", "j", "e", "z", "z", "escape", "?", "escape", "f", "escape")


async def test_keys_of_vim_and_arrows_move_alike() -> None:
    async with opened() as session:
        await session.press("j", "up", "down")
        assert session.home.listing.article == 2
        await session.press("G")
        assert session.home.listing.article == 2
        await session.press("g", "g")
        assert session.home.listing.article == 4
        await session.press("end", "home")
        assert session.home.listing.article == 4


async def test_the_article_follows_the_cursor_of_the_list() -> None:
    async with opened(size=(160, 40)) as session:
        await session.rest()
        assert "Passengers had" in session.text
        await session.press(*TO_GAZETTE)
        await session.rest()
        assert session.home.pane.article == 1
        await session.press("J")
        await session.rest()
        assert session.home.pane.article == 3
        await session.press("K", "K")
        await session.rest()
        assert session.home.pane.article == 2


async def test_nothing_is_laid_out_where_the_article_is_hidden() -> None:
    async with opened() as session:
        await session.press("j", "j")
        await session.rest()
        assert session.home.pane.article == 0


async def test_stepping_through_articles_goes_through_the_sources_of_an_event() -> None:
    async with opened() as session:
        await session.press("enter")
        seen = []
        for _ in range(4):
            seen.append(session.home.pane.article)
            await session.press("J")
        assert seen == [4, 2, 1, 3]


async def test_the_text_is_never_broken_anew_because_the_focus_moved() -> None:
    async with opened(size=(160, 40)) as session:
        await session.press(*TO_GAZETTE)
        await session.rest()
        page = session.home.pane._page
        await session.press("enter", "j", "escape", "enter", "e", "escape")
        assert session.home.pane._page is page


async def test_reading_to_the_end_marks_read_which_undo_passes_over() -> None:
    async with opened() as session:
        await session.press("t", "enter")
        assert session.home.active is Pane.ARTICLE
        assert session.records.read == set()
        await session.press("j")
        assert session.records.read == {4}
        await session.press("u")
        assert (session.records.read, session.records.starred) == ({4}, set())
        assert "No longer starred: “Ferry to the isles runs again" in session.text
        await session.press("ctrl+r")
        assert session.records.starred == {4}
        assert "Starred again: “Ferry" in session.text


async def test_an_article_that_is_left_before_its_end_stays_unread() -> None:
    records = sample()
    records.articles[4] = article_of(4, "T:Ferry\n" + "\n".join(f"Sentence {number}." for number in range(60)))
    async with opened(records) as session:
        await session.press("G", "enter", "j", "j", "escape")
        assert session.records.read == set()
        await session.press("enter", "pagedown", "pagedown", "pagedown", "pagedown", "escape")
        assert session.records.read == {4}


async def test_undo_names_what_it_has_taken_back() -> None:
    async with opened() as session:
        await session.press("m", "u")
        assert session.records.read == set()
        assert "Unread again: “Ferry to the isles" in session.text
        await session.press("A", "u")
        assert "Unread again: 4 articles." in session.text


async def test_star_mark_and_read_are_kept_and_shown() -> None:
    async with opened() as session:
        await session.press("t", "v", "m")
        assert session.records.starred == {4}
        assert session.records.marks == [4]
        assert session.records.read == {4}
        assert "★" in session.text
        assert "◆" in session.text
        await session.press("u", "u", "u")
        assert (session.records.starred, session.records.marks, session.records.read) == (set(), [], set())
        assert "★" not in session.text


async def test_all_listed_articles_are_marked_read_in_one_step() -> None:
    async with opened() as session:
        await session.press("A")
        assert session.records.read == {1, 2, 3, 4}
        assert [kind for kind, _, _ in session.records.done] == [ChangeKind.READ]
        await session.press("u")
        assert session.records.read == set()


async def test_next_difference_goes_to_what_is_disputed() -> None:
    async with opened() as session:
        await session.press(*TO_GAZETTE, "]")
        assert session.home.active is Pane.ARTICLE
        assert "1,200 people had been taken" in session.sentence
        assert "sources disagree" in session.text
        await session.press("]")
        assert "will meet on Friday" in session.sentence
        await session.press("]")
        assert "No further difference" in session.text
        await session.press("[")
        assert "1,200 people had been taken" in session.sentence


async def test_in_a_grown_event_next_difference_goes_to_what_is_new_as_well() -> None:
    records = replace(sample(), read={2, 3}, late={7: (1,)})
    async with opened(records) as session:
        assert "+1" in session.text
        await session.press(*TO_GAZETTE, "]")
        assert "1,200 people had been taken" in session.sentence
        assert "New since you read" not in session.text
        await session.press("]")
        assert "We heard a crack" in session.sentence
        assert "New since you read this event: 1 of 1" in session.text


async def test_an_article_that_says_nothing_new_says_so() -> None:
    plain = sample()
    known = replace(plain.comparisons[7], rows=plain.comparisons[7].rows[2:3])
    async with opened(replace(plain, read={2, 3}, late={7: (1,)}, comparisons={7: known})) as session:
        await session.press(*TO_GAZETTE, "]")
        assert "Nothing here is new" in session.text


async def test_mentions_of_an_entity_are_walked_in_a_circle() -> None:
    async with opened() as session:
        await session.press(*TO_GAZETTE, "*")
        assert session.home.picked == 1
        assert session.sentence.startswith("Mayor Ada Quill said")
        await session.press("*")
        assert session.sentence.startswith("Mayor Ada Quill orders")
        await session.press("#")
        assert session.sentence.startswith("Mayor Ada Quill said")
        await session.press("H")
        assert session.home.picked is None


async def test_an_entity_filters_the_list_to_its_articles() -> None:
    async with opened() as session:
        await session.press(*TO_GAZETTE, "e", "j", "enter")
        assert session.screen_name == "WhoScreen"
        await session.press("f")
        assert "▸ Tomas Hale" in session.text
        assert session.listed == [1]
        await session.press("escape")
        assert len(session.listed) == 4


async def test_space_in_the_panel_highlights_one_entity_alone() -> None:
    async with opened() as session:
        await session.press(*TO_GAZETTE, "e", "space")
        assert session.home.picked == 1
        assert "◉" in session.text
        await session.press("space")
        assert session.home.picked is None


async def test_a_filter_query_shortens_the_list_and_a_wrong_one_says_where_it_broke() -> None:
    async with opened() as session:
        await session.press("f", *"baker", "enter")
        assert session.listed == [1]
        assert session.home.listing.has_focus
        await session.press("f", *'the "baker', "enter")
        assert session.listed == [1]
        assert "The quote mark is not closed." in session.text
        caret, query = (next(line for line in session.text.split("\n") if sign in line) for sign in ("^", '"baker'))
        assert caret.index("^") == query.index('"')
        await session.press("escape", "escape")
        assert len(session.listed) == 4


async def test_the_list_is_grouped_or_flat_and_events_fold() -> None:
    async with opened() as session:
        assert "NSG" in session.text
        assert session.home.listing.outline.height == 2
        await session.press("F")
        assert session.home.listing.outline.height == 4
        await session.press("F", "G", "space")
        assert session.home.listing.outline.height == 5
        assert "▾" in session.text
        await session.press("space", "Z")
        assert session.home.listing.outline.height == 5
        await session.press("Z")
        assert session.home.listing.outline.height == 2


async def test_captions_are_folded_until_asked_for() -> None:
    async with opened() as session:
        await session.press(*TO_GAZETTE)
        assert "The harbour on Wednesday" not in session.text
        await session.press("enter")
        assert "1 line folded away" in session.text
        await session.press("j", ".")
        assert "The harbour on Wednesday" in session.text


async def test_the_cursor_stays_on_its_sentence_when_the_window_changes() -> None:
    async with opened() as session:
        await session.press(*TO_GAZETTE, "enter", "j", "j")
        before = session.sentence
        await session.pilot.resize_terminal(60, 20)
        await settle(session.pilot)
        assert session.sentence == before
        assert before.split()[0] in session.text


async def test_copying_gives_the_sentence_with_its_source() -> None:
    async with opened() as session:
        await session.press(*TO_GAZETTE, "enter", "j", "y")
        copied = session.app.clipboard
        assert "Harbour of Lindum floods" in copied
        assert "North Shore Gazette, 6 Mar 2024, /news/001_article.txt" in copied


async def test_below_eighty_columns_one_pane_is_shown_at_a_time() -> None:
    async with opened(size=(60, 24)) as session:
        assert "Passengers had" not in session.text
        await session.press("enter")
        assert "Passengers had" in session.text
        assert "Dam gate" not in session.text
        await session.press("q")
        assert "Dam gate" in session.text


async def test_zen_shows_the_article_alone() -> None:
    async with opened() as session:
        await session.press("z")
        assert "4 unread" not in session.text
        assert "NSG" not in session.text
        await session.press("escape", "escape")
        assert "4 unread" in session.text


@pytest.mark.parametrize("size", [(80, 24), (80, 110), (40, 20)])
async def test_help_shows_this_screen_then_the_signs_then_the_others(size: tuple[int, int]) -> None:
    async with opened(size=size) as session:
        await session.press("?")
        assert_golden(session.app, f"help_{size[0]}x{size[1]}")
        assert "event loop" not in session.text


async def test_help_is_searched_by_typing() -> None:
    async with opened() as session:
        await session.press("?", *"undo")
        assert session.screen_name == "HelpScreen"
        assert "Ctrl+r" not in session.text
        assert "undo" in session.text
        await session.press("escape")
        assert session.screen_name == "ReadingScreen"


async def test_a_number_before_a_movement_repeats_it() -> None:
    async with opened() as session:
        await session.press("j", "space", "k", "3", "j")
        assert session.home.listing.article == 1
        await session.press("j", "2", "k")
        assert session.home.listing.article == 2
        await session.press("2", "m", "j")
        assert session.home.listing.article == 1, "a number is forgotten with the next key"
        await session.press("enter", "2", "j")
        assert session.home.pane.unit == 3
        await session.press("1", "0", "k")
        assert session.home.pane.unit == 0
        await session.press("2", "]")
        assert "will meet on Friday" in session.sentence
        await session.press("e", "2", "j", "enter", "f")
        assert "▸ Orrin Water" in session.text


async def test_the_next_unread_article_is_found_in_a_circle() -> None:
    async with opened() as session:
        await session.press("M")
        assert session.home.listing.article == 2
        await session.press("A", "space", "j", "j", "m", "g", "g", "M")
        assert session.home.listing.article == 1
        await session.press("M", "m", "M")
        assert "There is no unread article in this list." in session.text


async def test_a_page_is_opened_in_the_browser_and_of_a_file_the_path_is_copied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []

    def browse(url: str) -> bool:
        seen.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    records = sample()
    records.articles[1] = replace(records.articles[1], origin="https://example.org/flood?a=1")
    async with opened(records) as session:
        await session.press("o")
        assert session.app.clipboard == "/news/004_article.txt"
        assert "A file; its path is copied by the terminal (OSC 52): /news/004_article.txt" in session.text
        assert seen == []
        await session.press(*TO_GAZETTE, "o")
        assert seen == ["https://example.org/flood?a=1"]


@pytest.mark.parametrize(
    "origin",
    ["file:///etc/passwd", "javascript:alert(1)", "/news/a.txt", "https://", "http://a b/", "-x", ""],
)
def test_what_is_no_page_is_never_given_to_a_browser(origin: str) -> None:
    assert web_address(origin) is None


async def test_a_filter_says_how_many_articles_it_lets_through() -> None:
    async with opened() as session:
        await session.press("f", *"Lindum", "enter")
        assert "2 found in 4 articles" in session.text
        await session.press("f", *"baker", "enter")
        assert "1 found in 4 articles" in session.text
        await session.press("q")
        assert "4 unread · 2 events" in session.text


async def test_marks_are_counted_compared_where_they_are_and_taken_away_at_once() -> None:
    async with opened() as session:
        await session.press("v", "G", "space", "G", "v")
        assert "2 marked" in session.text
        await session.press("c")
        assert session.screen_name == "ComparisonScreen"
        assert "2 marked articles" in session.text
        await session.press("escape", "k", "k", "v")
        assert "3 marked" in session.text
        await session.press("V")
        assert "marked" not in session.text.split("\n")[0]
        assert session.records.marks == []
        await session.press("u")
        assert "3 marked" in session.text


async def test_marks_elsewhere_leave_an_event_to_be_compared() -> None:
    records = sample()
    ferry = records.articles[4]
    records.articles[5] = replace(ferry, id=5, origin="/news/005_article.txt")
    async with opened(records) as session:
        await session.press("v", "j", "v", "j", "c")
        assert session.screen_name == "ComparisonScreen"
        assert "marked articles" not in session.text
        assert len(session.listed) == 5


async def test_q_leaves_from_the_home_screen() -> None:
    async with opened() as session:
        await session.press("q")
        assert session.app._exit


@pytest.mark.parametrize("size", [(60, 24), (120, 40)])
async def test_q_leaves_an_article_and_a_filter_before_it_leaves_reader(size: tuple[int, int]) -> None:
    async with opened(size=size) as session:
        await session.press("f", *"baker", "enter", "enter", "q", "q")
        assert not session.app._exit
        assert len(session.listed) == 4
        await session.press("e", "j", "enter", "f")
        assert session.listed == [2, 1]
        await session.press("q")
        assert not session.app._exit
        assert len(session.listed) == 4
        await session.press("q")
        assert session.app._exit


async def test_what_is_said_stands_in_the_last_line_until_the_next_key() -> None:
    async with opened() as session:
        await session.press("C")
        assert "This event has no related events." in session.text.split("\n")[-1]
        await session.press("H")
        assert "Highlights: all" in session.text.split("\n")[-1]
        assert "no related" not in session.text
        await session.press("j")
        assert "Highlights" not in session.text


async def test_an_article_that_is_not_analysed_is_read_line_by_line() -> None:
    records = replace(sample(), found={}, comparisons={}, groups={})
    async with opened(records) as session:
        await session.press("G", "enter")
        assert session.sentence.startswith("Residents of Lindum")
        await session.press("j")
        assert session.sentence.startswith("Ada Quill said")


async def test_cursor_scroll_and_order_stay_while_articles_are_grouped() -> None:
    records = sample()
    groups, records.groups = records.groups, {}
    async with opened(records) as session:
        listing = session.home.listing
        await session.press("j", "j")
        article, row = listing.article, listing.outline.line_of(listing.spot) - listing.top
        before = session.list_text
        records.groups = groups
        records.change(articles=(1, 2, 3), events=(7,))
        await session.news()
        assert session.grouping_waits()
        assert session.list_text == before
        await session.press("m")
        assert not session.grouping_waits()
        assert "NSG" in session.text
        assert article in (listing.outline.entry(listing.spot.entry) or OutlineEntry("", 0, ())).articles
        assert listing.outline.line_of(listing.spot) - listing.top in {row, row - 1}


async def test_before_the_first_key_new_grouping_is_shown_at_once() -> None:
    records = sample()
    groups, records.groups = records.groups, {}
    async with opened(records) as session:
        records.groups = groups
        records.change(articles=(1, 2, 3), events=(7,))
        await session.news()
        assert session.home.listing.outline.height == 2
        assert session.home.listing.top == 0


async def test_an_analysis_that_arrives_leaves_the_reader_at_the_same_sentence() -> None:
    records = sample()
    found = records.found.pop(1)
    async with opened(records) as session:
        await session.press(*TO_GAZETTE, "enter", "j", "j")
        words = session.sentence[:20]
        records.found[1] = found
        records.change(articles=(1,))
        await session.news()
        assert session.sentence.startswith(words)


async def test_a_long_list_is_read_page_by_page_and_to_its_end() -> None:
    records = Records()
    for number in range(1, 1301):
        day = f"20{number // 28 // 12:02}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        records.articles[number] = article_of(number, f"T:Title {number}\nText of {number}.", day=day)
    async with opened(records) as session:
        await session.press("ctrl+d", "pagedown")
        await session.press("G")
        assert len(session.listed) < 1300, "only the pages that were looked at are read"
        assert session.home.listing.article == 1
        assert "Title 1\n" in session.text + "\n" or "Title 1 " in session.text


async def test_the_mouse_chooses_opens_and_folds() -> None:
    async with opened() as session:
        await session.pilot.click("#list", offset=(30, 1))
        await settle(session.pilot)
        assert session.home.listing.article == 2
        await session.pilot.click("#list", offset=(1, 1))
        await settle(session.pilot)
        assert "▾" in session.text
        await session.pilot.click("#list", offset=(30, 3))
        await session.pilot.click("#list", offset=(30, 3))
        await settle(session.pilot)
        assert session.home.active is Pane.ARTICLE
        assert session.home.pane.article == 1


async def test_lines_that_are_gone_are_painted_over(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as session:
        listing = session.home.listing
        painted: set[int] = set()

        def refresh(*regions: Region, **_: object) -> ArticleList:
            painted.update(line for region in regions for line in range(region.y, region.bottom))
            return listing

        lines = listing.outline.height
        monkeypatch.setattr(listing, "refresh", refresh)
        listing.set_line_count(lines - 2)
        assert painted == {lines - 2, lines - 1}


async def test_a_message_is_drawn_at_every_width() -> None:
    async with opened() as session:
        for sentence in ("There is nothing to undo.", "This event has one source. C compares it with its story."):
            for width in (40, 79, 80, *range(88, 128), 160):
                await session.pilot.resize_terminal(width, 24)
                session.app.tell(sentence)
                await session.pilot.pause()
                assert sentence[: width - 6] in screen_text(session.app).splitlines()[-1], width
