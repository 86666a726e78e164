"""The keys that a person has chosen."""

from __future__ import annotations

import pytest

from reader.errors import UsageError
from reader.ui.app import ReaderApp, own_keys
from reader.ui.keymap import KEYS, as_chosen, keys_shown
from reader.ui.own_keys import PRESETS, chosen_keys
from tests.library.test_config import write_settings
from tests.ui.records import sample
from tests.ui.screens import TODAY, screen_text, settle


def shown(chosen: dict[str, tuple[str, ...]], action: str) -> list[str]:
    return [keys_shown(key) for key in as_chosen(KEYS, chosen) if key.action == action]


@pytest.mark.parametrize("preset", list(PRESETS))
def test_every_preset_fits_the_table(preset: str) -> None:
    chosen = chosen_keys(preset, ())
    assert (chosen == {}) == (preset == "vim")


def test_the_table_shows_what_is_chosen() -> None:
    chosen = chosen_keys("newsboat", [("star or unstar", ("Ctrl+s", "F9")), ("Next line", ("↓", ","))])
    assert shown(chosen, "toggle_star") == ["Ctrl+s F9"]
    assert shown(chosen, "next_unread") == ["n"]
    assert shown(chosen, "count") == ["5 ↓"]
    assert shown(chosen, "chord") == ["g g"]
    assert set(shown(chosen, "move(1)")) >= {"↓ ,"}
    assert shown({}, "toggle_star") == ["t"]


def test_a_beginning_may_stand_for_one_key_of_two_screens() -> None:
    chosen = chosen_keys("vim", [("next difference", (")",))])
    assert {name for name in chosen if name.startswith("next difference")} == set(chosen)
    assert len(chosen) == 2


@pytest.mark.parametrize(
    ("preset", "name", "key", "words"),
    [
        ("emacs", "star or unstar", "s", "no keys “emacs”; there are vim, newsboat, arrows"),
        ("vim", "make coffee", "s", "nothing in the help is called so"),
        ("vim", "", "s", "nothing in the help is called so"),
        ("vim", "compare", "s", "write more of it"),
        ("vim", "star or unstar", "Hyper+s", "a key “Hyper.s” that there is none of"),
        ("vim", "star or unstar", "m", "the key m would mean both “.*read or unread” and “star or unstar”"),
        ("vim", "star or unstar", "g", "the key g would mean both"),
        ("vim", "star or unstar", "5", "the key 5 would mean both"),
        ("vim", "this help", "y", "the key y would mean both"),
        ("vim", "export as JSON", "s", "nothing in the help is called so"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(preset: str, name: str, key: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        chosen_keys(preset, [(name, (key,))])


def test_keys_are_read_from_the_settings() -> None:
    assert own_keys() == {}
    write_settings('[keys]\npreset = "arrows"\n"star or unstar" = ["s", "t"]\n')
    assert own_keys()["star or unstar"] == ("s", "t")
    assert own_keys()["this help"] == ("f1", "?")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('keys = "vim"', "must be a table"),
        ("[keys]\npreset = 3", "must be a text"),
        ('[keys]\npreset = ["vim", "arrows"]', "must be one text"),
        ('[keys]\n"star or unstar" = []', "must be a text"),
        ('[keys]\n"star or unstar" = [1]', "must be a text"),
    ],
)
def test_wrong_keys_are_told_with_the_file(text: str, words: str) -> None:
    write_settings(text)
    with pytest.raises(UsageError, match=words):
        own_keys()


async def test_the_chosen_keys_work_and_are_shown_and_the_others_do_not() -> None:
    chosen = chosen_keys("newsboat", [("star or unstar", ("s",))])
    library = sample()
    app = ReaderApp(lambda: library, "tests", today=TODAY, keys=chosen)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        before = screen_text(app)
        await pilot.press("t")
        await settle(pilot)
        assert screen_text(app) == before
        await pilot.press("s")
        await settle(pilot)
        assert library.starred
        assert " N read " in screen_text(app).splitlines()[-1] or " F filter " in screen_text(app).splitlines()[-1]
        await pilot.press("question_mark", *"star")
        await settle(pilot)
        assert any(line.split("star or unstar")[0].split()[-1:] == ["s"] for line in screen_text(app).splitlines())
    app.close()
