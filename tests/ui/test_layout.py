"""Text broken into rows."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.layout import cells_between, fit, fit_name, offset_at, wrap

ALPHABET = "ab cé—–“”…漢字👨\u200d👩e\u0301\ufe0f -"
TEXTS = st.text(alphabet=ALPHABET, max_size=120)


@given(TEXTS, st.integers(min_value=2, max_value=30))
def test_rows_hold_every_character_but_blanks_in_order(text: str, width: int) -> None:
    rows = list(wrap(text, 0, len(text), width))
    covered = [offset for start, end in rows for offset in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(text[offset] == " " for offset in set(range(len(text))) - set(covered))


@given(TEXTS, st.integers(min_value=2, max_value=30))
def test_no_row_is_wider_than_the_measure(text: str, width: int) -> None:
    assert all(cell_len(text[start:end]) <= width for start, end in wrap(text, 0, len(text), width))


@given(st.lists(st.text(alphabet="abcé", min_size=1, max_size=8), min_size=1, max_size=30))
def test_words_that_fit_are_never_cut(words: list[str]) -> None:
    text = " ".join(words)
    rows = [text[start:end] for start, end in wrap(text, 0, len(text), 10)]
    assert " ".join(rows).split() == words


@given(TEXTS, st.integers(min_value=0, max_value=40))
def test_cells_lead_back_to_their_character(text: str, cell: int) -> None:
    offset = offset_at(text, 0, len(text), cell)
    assert cells_between(text, 0, offset) <= max(cell, cell_len(text))
    assert offset == len(text) or cells_between(text, 0, offset) <= cell


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "before. one two three four"
    assert [text[start:end] for start, end in wrap(text, 8, 21, 8)] == ["one two", "three"]


def test_rows_break_after_dashes_and_between_wide_characters() -> None:
    assert _rows("peace—and quiet", 8) == ["peace—", "and", "quiet"] or _rows("peace—and quiet", 8)[0] == "peace—"
    assert _rows("漢字漢字", 5) == ["漢字", "漢字"]


def test_a_joined_family_stays_one_character() -> None:
    family = "👨\u200d👩\u200d👧"
    assert all(family in row or "👨" not in row for row in _rows(f"aaa {family} bbb", 5))


@pytest.mark.parametrize("unit", ["word ", "x", "漢", "e\u0301", "\u200d", "\u0301", " ", "👨\u200d"])
def test_a_line_of_a_megabyte_is_laid_out_in_linear_time(unit: str) -> None:
    small, large = (_cost(unit * (size // len(unit))) for size in (50_000, 400_000))
    assert large < small * 8 * 3 + 0.05


def _cost(text: str) -> float:
    began = process_time()
    for _ in wrap(text, 0, len(text), 70):
        pass
    return process_time() - began


def test_fit_says_where_something_is_missing() -> None:
    assert fit("a long title", 7) == "a long…"
    assert fit("short", 7) == "short"
    assert cell_len(fit("漢字漢字漢字", 5)) <= 5
    assert fit("anything", 1) == "…"
    assert fit("anything", 0) == ""


def _rows(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@pytest.mark.parametrize(
    ("name", "width", "shown"),
    [
        ("Velden Post", 11, "Velden Post"),
        ("North Shore Gazette", 12, "North Shore…"),
        ("north.shore.example 014", 16, "north.shore… 014"),
        ("no outlet harbour-2", 8, "no outl…"),
    ],
)
def test_a_name_is_cut_where_it_does_not_tell_sources_apart(name: str, width: int, shown: str) -> None:
    assert fit_name(name, width) == shown
