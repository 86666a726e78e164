"""The one key table and what is made of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reader.ui.app import ReaderApp
from reader.ui.keymap import KEYS, Context, Key, footer_keys, keys_shown, markdown_table, matching
from reader.ui.screens.comparison import ComparisonScreen
from reader.ui.screens.export import ExportScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.entity_panel import EntityPanel

README = Path(__file__).parents[2] / "README.md"
HOLDERS = {
    Context.APP: ReaderApp,
    Context.READING: ReadingScreen,
    Context.LIST: ArticleList,
    Context.ARTICLE: ArticlePane,
    Context.PANEL: EntityPanel,
    Context.ROWS: ComparisonScreen,
    Context.COLUMNS: ComparisonScreen,
    Context.DIFFERING: ComparisonScreen,
    Context.EXPORT: ExportScreen,
}


@pytest.mark.parametrize("context", list(Context))
def test_a_key_does_one_thing_in_one_place(context: Context) -> None:
    counted = Counter(name for key in KEYS if context in key.contexts for name in key.keys)
    assert [name for name, number in counted.items() if number > 1] == []


@pytest.mark.parametrize("context", list(HOLDERS))
def test_every_action_is_there_where_its_key_works(context: Context) -> None:
    for key in KEYS:
        if context in key.contexts:
            assert hasattr(HOLDERS[context], "action_" + key.action.split("(")[0]), key


@pytest.mark.parametrize("key", KEYS, ids=keys_shown)
def test_a_key_says_what_it_does_without_markup(key: Key) -> None:
    assert key.help
    assert "[" not in key.help
    assert not key.help.endswith(".")


def test_help_ends_the_key_bar() -> None:
    keys = footer_keys(Context.READING, Context.APP)
    assert [key.footer for key in keys[:2]] == ["find", "compare"]
    assert keys[-1].footer == "help"


def test_help_finds_keys_by_words_in_any_order() -> None:
    assert {key.action for key in matching(KEYS, "difference NEXT")} == {"difference(1)"}
    assert matching(KEYS, "no such thing") == ()


def test_the_readme_lists_the_keys_of_the_table() -> None:
    begin, end = "<!-- keys: generated from reader/ui/keymap.py -->\n", "<!-- end of keys -->"
    written = README.read_text(encoding="utf-8").split(begin)[1].split(end)[0]
    assert written.strip() == markdown_table().strip()
