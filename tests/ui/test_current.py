"""Keeping current on the screen: r fetches without waiting, d shows what changed, the list marks it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from reader.models.listing import AddOutcome, AddStatus
from reader.models.revisions import Version
from reader.ui.screens.reading_current import told
from tests.ui.records import sample
from tests.ui.screens import app_of, assert_golden, screen_text, settle

BEFORE = (
    "The ferry to Larno will not sail before Thursday because its second engine has to be replaced.\n"
    "About 1,400 people use the crossing on a working day, most of them on their way to the shipyard.\n"
    "Mayor Ines Tolvanen called the repair overdue."
)
AFTER = (
    "The ferry to Larno will not sail before Saturday because its second engine has to be replaced.\n"
    "About 1,400 people use the crossing on a working day, most of them on their way to the shipyard.\n"
    "A diver found the crack in the casing on Sunday.\n"
    "Mayor Ines Tolvanen called the repair long overdue and asked for a second ship."
)
VERSIONS = (
    Version("Ferry stays until Thursday", BEFORE, "2026-11-24T10:00:00", "1"),
    Version("Ferry stays until Saturday", AFTER, "", "2"),
)


@pytest.fixture
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_in_utc")
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_what_changed_is_shown_word_by_word(size: tuple[int, int]) -> None:
    library = sample()
    article = library.outline()[0].articles[0]
    library.texts[article] = VERSIONS
    app = app_of(library)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert library.seen == [article], "the list marks it no longer"
        assert_golden(app, f"revisions_{size[0]}x{size[1]}")
        await pilot.press("d")
        await settle(pilot)
        assert "Changed once" not in screen_text(app)


async def test_an_article_without_revisions_says_so() -> None:
    app = app_of(sample())
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert "has not been changed since it was first read" in screen_text(app)


async def test_without_anything_to_fetch_r_says_how_to_begin() -> None:
    app = app_of(sample())
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Nothing is followed yet" in screen_text(app)


def outcome(status: AddStatus, number: int | None, reason: str | None = None) -> AddOutcome:
    return AddOutcome(status, number, "https://post.example/", reason)


def added(number: int) -> AddOutcome:
    return outcome(AddStatus.ADDED, number)


@pytest.mark.parametrize(
    ("outcomes", "asked", "sentence"),
    [
        ([], True, "Nothing new."),
        ([], False, ""),
        ([outcome(AddStatus.ADDED, 1), outcome(AddStatus.UNCHANGED, None)], False, "1 new article."),
        ([*map(added, range(3)), outcome(AddStatus.UPDATED, 4)], True, "3 new articles, 1 changed article."),
        ([outcome(AddStatus.UPDATED, 4, "the rest of its text")], True, "Nothing new."),
        ([outcome(AddStatus.FAILED, None, "is gone")], True, "Nothing new; 1 source could not be read."),
        ([outcome(AddStatus.FAILED, None, "is gone")], False, ""),
        ([outcome(AddStatus.REMOVED, 1), outcome(AddStatus.REMOVED, 2)], True, "2 old articles removed."),
    ],
)  # fmt: skip
def test_an_update_is_told_in_one_sentence(outcomes: list[AddOutcome], asked: bool, sentence: str) -> None:  # noqa: FBT001 (a row of the table)
    assert told(outcomes, asked=asked) == sentence
