"""The main job in a real terminal: open, read, compare, go to the source and back, find, quit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import SEEDS
from tests.terminal.conftest import Start

pytestmark = pytest.mark.terminal

SIZES = [(120, 40), (80, 24)]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_from_the_list_to_a_difference_to_its_sentence_and_back(
    start: Start, samples: Path, columns: int, rows: int
) -> None:
    terminal = start("--library", samples, columns=columns, rows=rows)
    terminal.until(" events")
    terminal.press("j", "c")  # the newest event has one source
    terminal.until("1 Overview")
    terminal.press("!")
    before = terminal.until(
        lambda screen: "▸ conflicts first" in screen and "12 miles" in screen and "15 miles" in screen
    )
    terminal.press("Enter")
    terminal.until(lambda screen: "1 Overview" not in screen and "miles" in screen)
    terminal.press("Escape")
    terminal.until(lambda screen: under_cursor(screen) == under_cursor(before))
    assert terminal.leave() == 0


def under_cursor(screen: str) -> list[str]:
    return [line for line in screen.splitlines() if line.startswith("▎")]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_name_is_found_by_one_of_its_spellings_and_the_finder_says_why(
    start: Start, samples: Path, columns: int, rows: int
) -> None:
    terminal = start("--library", samples, columns=columns, rows=rows)
    terminal.until(" events")
    listed = terminal.screen
    terminal.press("/")
    terminal.until(lambda screen: screen != listed)
    terminal.type("aliev")
    terminal.until(lambda screen: "person  Ilham Aliyev  also “Ilham Aliev”" in screen)
    terminal.press("Escape")
    terminal.until(lambda screen: "Ilham Aliyev" not in screen or screen == listed)
    assert terminal.leave() == 0


def test_a_folder_can_be_read_while_it_is_analysed(start: Start, tmp_path: Path) -> None:
    folder = SEEDS / "vistula-election"
    terminal = start(folder, "--library", tmp_path / "library.db", columns=120, rows=40)
    terminal.until("3 unread")
    terminal.press("Enter", "j", "j")
    terminal.until(lambda screen: "· 1 event" in screen and "analysing" not in screen)
    terminal.press("Escape")  # what comes while somebody reads waits for a key
    terminal.until(lambda screen: screen.count("\n ●") + screen.count("▎") < 3)
    assert terminal.leave() == 0


def test_an_empty_library_says_what_to_do(start: Start, tmp_path: Path) -> None:
    terminal = start("--library", tmp_path / "library.db", columns=80, rows=24)
    terminal.until("reader")
    assert terminal.leave() == 0
