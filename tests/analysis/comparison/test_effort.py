"""A comparison that is given too little time leaves out pairs, says so, and stands."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.comparison import compare
from reader.analysis.comparison.effort import Effort
from reader.models.comparison import Omission, Part
from reader.models.partial import partial
from tests.analysis.comparison.stock import dense_lines
from tests.analysis.comparison.written import written_article

ARTICLES = [written_article(lines, number, "2024-06-05") for number, lines in enumerate(dense_lines(4, 1, 12), 1)]


def after(calls: int) -> Callable[[], bool]:
    """Says that the time is over once it was asked so often."""
    left = iter(range(calls))
    return lambda: next(left, None) is None


def test_a_comparison_with_time_enough_leaves_nothing_out() -> None:
    assert compare(ARTICLES).left_out == ()
    assert compare(ARTICLES, stopped=after(10**6)) == compare(ARTICLES)


def test_a_comparison_without_time_shows_every_sentence_and_says_what_it_left_out() -> None:
    whole, stopped = compare(ARTICLES), compare(ARTICLES, stopped=lambda: True)
    shown = [sorted((r.article, r.start) for row in each.rows for r in row.readings) for each in (whole, stopped)]
    assert shown[0] == shown[1]
    left = {each.part: (each.count, each.of) for each in stopped.left_out}
    assert left.keys() == {Part.QUOTES, Part.FIGURES, Part.DATES}
    assert all(count == of for count, of in left.values())


@given(st.integers(0, 60))
def test_whenever_the_time_is_over_the_comparison_ends_and_is_partial(calls: int) -> None:
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > calls

    compared = compare(ARTICLES, stopped=stopped)
    assert bool(compared.left_out) == (asked > calls)
    assert compared.rows


def test_what_is_left_of_a_part_is_the_most_that_a_step_left_of_it() -> None:
    effort = Effort(lambda: False)
    assert list(effort.each(Part.DATES, [1, 2, 3])) == [1, 2, 3]
    effort.leave_out(Part.FIGURES, 0, 8)
    effort.leave_out(Part.QUOTES, 2, 8)
    effort.leave_out(Part.QUOTES, 1, 2)
    effort.leave_out(Part.QUOTES, 1, 9)
    assert effort.left_out == (Omission(Part.QUOTES, 1, 2),)


def test_what_is_left_out_is_told_in_words() -> None:
    left = (Omission(Part.SENTENCES, 2, 5), Omission(Part.DATES, 7, 7), Omission(Part.FIGURES, 1, 900))
    assert partial(left) == "partial: 40 % of the sentences, all the dates, 1 % of the figures were not compared"
    assert partial(()) == ""
