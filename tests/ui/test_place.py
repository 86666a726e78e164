"""Where the person was comes back at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.app import ReaderApp
from reader.ui.place import Place, keep_place, read_place
from tests.ui.records import Records, article_of, sample
from tests.ui.screens import TODAY, screen_text, settle


async def screen_after(records: Records, file: Path, size: tuple[int, int], *keys: str) -> str:
    """What is on the screen after these keys; then the program is left."""
    app = ReaderApp(lambda: records, "tests", today=TODAY, place=file)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        await settle(pilot)
        seen = screen_text(app)
        app.exit()
        await pilot.pause()
    return seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 30), (40, 20)])
@pytest.mark.parametrize(
    "keys",
    [
        "j space j",
        "j space j j enter j j j",
        "f b a k e r enter",
        "F j j",
        "j enter = H",
        "| |",
        "j space j j enter j c",
    ],
)
async def test_the_screen_looks_the_same_after_a_restart(tmp_path: Path, size: tuple[int, int], keys: str) -> None:
    records, file = sample(), tmp_path / "place.json"
    before = await screen_after(records, file, size, *keys.split(), "wait:300", "f5")
    after = await screen_after(records, file, size, "wait:300", "f5")
    assert _steady(after) == _steady(before)


def _steady(screen: str) -> str:
    """Without what was said last, which is about a key."""
    return "\n".join(screen.split("\n")[:-1])


async def test_scroll_and_sentence_come_back_in_a_long_article(tmp_path: Path) -> None:
    records, file = sample(), tmp_path / "place.json"
    lines = "\n".join(f"Sentence {number} of a long article." for number in range(300))
    records.articles[4] = article_of(4, f"T:Ferry\n{lines}", day="2024-03-11")
    before = await screen_after(records, file, (80, 24), "enter", "pagedown", "pagedown", "pagedown", "k", "k")
    assert before == await screen_after(records, file, (80, 24), "wait:300")


async def test_what_is_gone_does_not_hinder_the_start(tmp_path: Path) -> None:
    file = tmp_path / "place.json"
    keep_place(file, Place(query='"', article=99, pane="article", unfolded=(99,), division="?", highlights="?"))
    assert "Ferry to the isles" in await screen_after(sample(), file, (80, 24))


@given(st.binary(max_size=200) | st.just(b'{"article": "x", "unfolded": [1.5], "grouped": 1, "pane": 3}'))
def test_a_file_that_makes_no_sense_is_the_beginning(tmp_path_factory: pytest.TempPathFactory, written: bytes) -> None:
    file = tmp_path_factory.mktemp("place") / "place.json"
    file.write_bytes(written)
    assert read_place(file) == Place()


def test_a_place_is_read_as_it_was_kept(tmp_path: Path) -> None:
    place = Place(query="baker", article=3, unfolded=(1, 2), compared=(1, 2), at=(1, 2, 3), marks=True)
    keep_place(tmp_path / "deep" / "place.json", place)
    assert read_place(tmp_path / "deep" / "place.json") == place
