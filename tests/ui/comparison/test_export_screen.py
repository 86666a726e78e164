"""The dialog behind X, as a person at the keyboard meets it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reader.ui.screens.comparison import ComparisonScreen
from reader.ui.screens.export import ExportScreen
from tests.ui.comparison.test_comparison_screen import Session, compared
from tests.ui.screens import assert_golden

NAME = "velden-bridge-shut-after-crack-is-found-2024-03-05"


def note(session: Session) -> str:
    return str(dialog(session).note.content)


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def dialog(session: Session) -> ExportScreen:
    assert isinstance(session.app.screen, ExportScreen)
    return session.app.screen


async def test_it_proposes_a_name_and_writes_what_is_chosen(tmp_path: Path) -> None:
    async with compared() as session:
        await session.press("X")
        assert dialog(session).field.value == f"{NAME}.md"
        await session.press("j")
        assert dialog(session).field.value == f"{NAME}.json"
        await session.press("enter")
        assert isinstance(session.app.screen, ComparisonScreen)
        written = json.loads((tmp_path / f"{NAME}.json").read_text(encoding="utf-8"))
        assert written["articles"] == [str(each) for each in session.records.comparisons[7].articles]
        assert f"{NAME}.json" in "".join(str(each.message) for each in session.app._notifications)


async def test_arrows_choose_and_letters_typed_into_the_name_stay_letters(tmp_path: Path) -> None:
    async with compared() as session:
        await session.press("X", "down", "tab", "home", "c", "h")
        assert dialog(session).field.value == f"ch{NAME}.html"
        await session.press("enter")
        assert (tmp_path / f"ch{NAME}.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


async def test_a_file_that_is_there_takes_a_second_enter(tmp_path: Path) -> None:
    taken = tmp_path / f"{NAME}.csv"
    taken.write_text("mine")
    async with compared() as session:
        await session.press("X", "c", "enter")
        assert "already. Enter again overwrites it." in note(session)
        assert taken.read_text() == "mine"
        await session.press("m", "c", "enter")
        assert taken.read_text() == "mine", "another choice in between takes the consent back"
        await session.press("enter")
        assert taken.read_text(encoding="utf-8").startswith("row,relation,mark,")


async def test_an_error_is_one_sentence_and_the_dialog_stays(tmp_path: Path) -> None:
    async with compared() as session:
        await session.press("X")
        dialog(session).field.value = str(tmp_path / "nowhere" / "x.md")
        await session.press("enter")
        assert note(session).endswith("x.md cannot be written: no such file or directory.")
        dialog(session).field.value = "  "
        await session.press("enter")
        assert note(session) == "Name the file first."
        await session.press("escape")
        assert isinstance(session.app.screen, ComparisonScreen)
    assert sorted(each.name for each in os.scandir(tmp_path)) == ["home"]


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_the_dialog_looks_as_kept(size: tuple[int, int]) -> None:
    async with compared(size=size) as session:
        await session.press("X")
        assert_golden(session.app, f"export_{size[0]}x{size[1]}")
