"""A library that is being filled: what is said meanwhile, and of the files that could not be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader.models.library import JobState
from reader.models.listing import AddOutcome, AddStatus
from tests.ui.records import Records, sample
from tests.ui.screens import assert_golden, filled_app_of, screen_text, settle

BECAME = (
    AddOutcome(AddStatus.ADDED, 1, "/news/flood.txt"),
    AddOutcome(AddStatus.SKIPPED, 1, "/news/copy.txt", "the same text as another file"),
    AddOutcome(AddStatus.FAILED, None, "/news/picture.txt", "holds binary data, not text"),
)


async def test_while_articles_are_read_nobody_is_told_to_bring_some() -> None:
    records = Records()
    app = filled_app_of(records, "news")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Reading news …" in screen_text(app)
        assert records.order is not None
        records.order = replace(records.order, total=40, done=3)
        await app._watch()
        app.reading.show_counts()
        assert_golden(app, "reading_80x24")
        assert "Nothing to read" not in screen_text(app)
        whole = sample()
        records.articles, records.groups = whole.articles, whole.groups
        records.order = replace(records.order, state=JobState.STORED)
        await app._watch()
        assert app.reading.counts.articles == 4
        records.change(articles=(1, 2, 3, 4))
        await app.reading.poll()
        await settle(pilot)
        assert "Ferry to the isles" in screen_text(app)
        assert "analysing …" in screen_text(app)
        records.found[1] = whole.found[1]
        records.change(articles=(1,))
        await app.reading.poll()
        await settle(pilot)
        assert "analysing 1/4" in screen_text(app)
    app.close()


async def test_a_folder_without_an_article_is_named() -> None:
    records = Records()
    app = filled_app_of(records, "news")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert records.order is not None
        records.order = replace(records.order, state=JobState.DONE)
        await app._watch()
        app.reading.show_counts()
        await settle(pilot)
        assert "There is no article in news." in screen_text(app)
    app.close()


async def test_files_that_were_not_read_are_counted_and_listed_with_their_reasons() -> None:
    records = replace(sample(), became=BECAME)
    app = filled_app_of(records, "news")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("R")
        await settle(pilot)
        assert "Every file was read." in screen_text(app)
        assert records.order is not None
        records.order = replace(records.order, state=JobState.STORED)
        await app._watch()
        app.reading.show_counts()
        await settle(pilot)
        assert "1 file not read" in screen_text(app)
        await pilot.press("R")
        await settle(pilot)
        assert_golden(app, "not_read_80x24")
        await pilot.press("j", "G", "g", "g", "ctrl+d", "q")
        await settle(pilot)
        assert app.screen is app.reading
    app.close()


async def test_files_that_an_earlier_start_could_not_read_are_still_told_as_long_as_they_are_there(
    tmp_path: Path,
) -> None:
    torn, gone = tmp_path / "torn.txt", tmp_path / "gone.txt"
    torn.touch()
    became = tuple(AddOutcome(AddStatus.FAILED, None, str(path), "holds no text") for path in (torn, gone))
    records = replace(sample(), became=became)
    app = filled_app_of(records)
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        app.reading.show_counts()
        await settle(pilot)
        assert "1 file not read" in screen_text(app)
        await pilot.press("R")
        await settle(pilot)
        assert "torn.txt" in screen_text(app)
        assert "gone.txt" not in screen_text(app)
        torn.unlink()
        await pilot.press("q", "R")
        await settle(pilot)
        assert "Every file was read." in screen_text(app)
    app.close()
