"""A theme chosen in the palette is the one of the next start; where it cannot be kept, that is said."""

from __future__ import annotations

from reader import config
from reader.ui.app import chosen_theme
from reader.ui.theme import DARK, LIGHT
from tests.ui.records import sample
from tests.ui.screens import app_of, screen_text, settle


async def test_a_theme_chosen_in_the_palette_is_kept() -> None:
    app = app_of(sample())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert app.theme == DARK.name
        await pilot.press("ctrl+p", *"theme light")
        await settle(pilot)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert app.theme == LIGHT.name
    app.close()
    assert chosen_theme() == LIGHT.name


async def test_a_theme_that_cannot_be_kept_is_shown_all_the_same_and_that_is_said() -> None:
    file = config.config_file()
    file.parent.mkdir(parents=True)
    file.mkdir()
    app = app_of(sample())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await app.run_action(f"choose_theme('{LIGHT.name}')")
        await settle(pilot)
        assert app.theme == LIGHT.name
        assert "The theme is not kept" in screen_text(app)
    app.close()
