"""How blocks of many sources are laid out: nothing half hidden, no line full of gaps."""

from __future__ import annotations

from dataclasses import replace

from reader.models.comparison import Passage
from reader.ui.comparison_grid import lay_out, place_columns
from reader.ui.views.page import Block, Page, Words

NAMES = {number: f"outlet{number}.example" for number in range(1, 10)}
PLACES = {number: number - 1 for number in NAMES}
WIDTH = 120


def told(page: Page) -> list[str]:
    """The lines of a page in the columns that fit, as text."""
    grid = lay_out(page, PLACES, NAMES, WIDTH, place_columns(page, WIDTH, len(NAMES), 1))
    return [
        "".join(f"{piece.source[piece.start : piece.end]} " for piece in line if piece.style != "rule").strip()
        for line in grid.lines
    ]


def said(article: int, text: str) -> Words:
    return Words(article, text, 0, len(text), place=Passage(article, 0, len(text)))


def block(*articles: int, key: str = "a") -> Block:
    words = tuple(said(article, f"words of {article}") for article in articles)
    return Block(key, title=(("Ada Quill ?", "name"),), words=words)


def paged(block: Block) -> Block:
    return replace(block, is_paged=True)


def listed(block: Block) -> Block:
    return replace(block, is_listed=True, is_close=True)


def test_what_a_few_sources_say_is_shown_whole_with_their_names() -> None:
    lines = told(Page((block(1, 2, 8),), 34))
    assert [line for line in lines if "outlet8.example words of 8" in line]
    assert not [line for line in lines if "more source" in line]


def test_what_most_sources_say_stands_in_the_columns_in_view_and_the_others_are_counted() -> None:
    lines = told(Page((block(*NAMES),), 34))
    assert "words of 1 words of 2 words of 3" in " ".join(lines)
    assert "+ 6 more sources" in lines


def test_two_sources_of_a_wide_screen_are_not_left_alone_between_gaps() -> None:
    page = Page((block(1, 3),), 18)
    lines = told(page)
    assert not [line for line in lines if "·" in line]


def test_a_name_that_no_column_in_view_has_lists_its_sources_instead_of_gaps() -> None:
    page = Page((paged(block(8, 9)), paged(block(1, 9, key="b"))), 12, label_cells=26, is_tight=True)
    first, second = told(page)
    assert "outlet8.example words of 8 · outlet9.example words of 9" in first
    assert second.count("·") == 6 - 1


def test_a_list_has_a_line_for_each_source_beside_its_title() -> None:
    lines = told(Page((listed(block(2, 7)), listed(block(3, key="b"))), 34))
    assert [line.split() for line in lines] == [
        ["Ada", "Quill", "?", "outlet2.example", "words", "of", "2"],
        ["outlet7.example", "words", "of", "7"],
        ["Ada", "Quill", "?", "outlet3.example", "words", "of", "3"],
    ]
