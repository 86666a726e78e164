"""Differences set aside, and the rows that showed them."""

from __future__ import annotations

from reader.models.comparison import Relation
from reader.models.dismissals import Disputes, row_differences, settled, sign_of_differences, with_dismissed
from reader.models.signs import sign_of
from tests.ui.comparison.bridge import bridge


def signs(*dismissed: str) -> dict[str, str]:
    return {row.key: sign_of(row) for row in settled(with_dismissed(bridge().comparisons[7], dismissed)).rows}


def test_a_row_disagrees_no_longer_once_its_difference_is_set_aside() -> None:
    assert signs()["repair"] == "!"
    assert signs("d-repair")["repair"] == "≈"
    assert signs()["detour"] == "?"
    assert signs("d-detour")["detour"] == "≈"


def test_other_rows_stay_as_they_are() -> None:
    before, after = signs(), signs("d-repair")
    assert {key for key in before if before[key] != after[key]} == {"repair"}


def test_taking_it_back_brings_the_row_back() -> None:
    comparison = bridge().comparisons[7]
    assert settled(with_dismissed(with_dismissed(comparison, {"d-repair"}), ())) == comparison


def test_a_row_knows_its_differences_and_no_others() -> None:
    comparison = bridge().comparisons[7]
    disputes = Disputes.of(comparison)
    found = {row.key: [each.key for each in row_differences(disputes, row)] for row in comparison.rows}
    assert {key: keys for key, keys in found.items() if keys} == {
        "quote": ["d-words"],
        "detour": ["d-detour"],
        "repair": ["d-repair"],
    }


def test_the_most_serious_difference_that_stands_gives_the_sign() -> None:
    comparison = bridge().comparisons[7]
    assert sign_of_differences(comparison.differences) == "!"
    assert sign_of_differences(with_dismissed(comparison, {"d-repair"}).differences) == "?"
    keys = {each.key for each in comparison.differences}
    assert sign_of_differences(with_dismissed(comparison, keys).differences) == "×"
    assert sign_of_differences(()) == " "


def test_marks_of_the_figures_go_with_the_difference() -> None:
    comparison = settled(with_dismissed(bridge().comparisons[7], {"d-repair"}))
    row = next(row for row in comparison.rows if row.key == "repair")
    assert row.relation is Relation.DIFFER
    assert not any(reading.disputed for reading in row.readings)
