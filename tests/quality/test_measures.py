"""The measures measure what they say."""

from __future__ import annotations

import pytest

from tests.quality.grouping_scores import b_cubed
from tests.quality.measures import Tally, pairs, share, tally
from tests.quality.pins import complaints


def test_precision_recall_and_f1() -> None:
    counted = tally({"a", "b", "c"}, {"b", "c", "d", "e"})
    assert counted == Tally(2, 3, 4)
    assert counted.precision == pytest.approx(2 / 3)
    assert counted.recall == pytest.approx(1 / 2)
    assert counted.f1 == pytest.approx(4 / 7)


def test_nothing_said_of_nothing_scores_nothing() -> None:
    assert Tally(0, 0, 0).f1 == 0
    assert share([]) == 0


def test_pairs_of_things() -> None:
    assert [pairs(number) for number in range(5)] == [0, 0, 1, 3, 6]


def test_b_cubed_is_one_for_the_right_groups_and_less_for_any_other() -> None:
    true = frozenset({frozenset("abc"), frozenset("d")})
    assert b_cubed(true, true) == 1
    assert b_cubed(frozenset({frozenset("abcd")}), true) == pytest.approx(2 * 0.625 / 1.625)
    assert b_cubed(frozenset(map(frozenset, "abcd")), true) == pytest.approx(2 * 0.5 / 1.5)


def test_a_score_below_its_pin_is_a_fall_and_one_far_above_asks_for_a_new_pin() -> None:
    assert complaints({"x": 0.796}, {"x": 0.8}) == []
    assert complaints({"x": 0.81}, {"x": 0.8}) == []
    assert complaints({"x": 0.79}, {"x": 0.8}) == ["x fell from 0.800 to 0.790"]
    assert complaints({"x": 0.83}, {"x": 0.8}) == ["x rose from 0.800: pin it at 0.830"]
    assert complaints({"y": 0.5}, {"x": 0.8}) == ["x is not measured any more", "y is not pinned: it is 0.500"]
