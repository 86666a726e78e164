from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.events.particulars import Particulars
from reader.analysis.events.scores import event_score, story_score

MONDAY = 738_000


def report(day: int | None = None, outlet: str = "", *days: int) -> Particulars:
    return Particulars(day, outlet, frozenset(days))


def test_without_days_and_outlets_the_likeness_alone_counts() -> None:
    assert event_score(0.4, report(), report()) == 0.4
    assert event_score(0.4, report(MONDAY), report()) == 0.4


def test_an_event_is_news_for_days_and_a_story_for_weeks() -> None:
    after = {gap: event_score(1.0, report(MONDAY), report(MONDAY + gap)) for gap in (0, 1, 2, 7)}
    assert after[0] == 1.0
    assert after[1] > 0.9
    assert after[2] > 0.75
    assert after[7] < 0.05
    assert story_score(1.0, MONDAY, MONDAY + 7) > 0.8


def test_an_outlets_reports_of_two_days_are_two_events_unless_the_later_comes_back_to_the_first() -> None:
    today, tomorrow = report(MONDAY, "post", MONDAY), report(MONDAY + 1, "post", MONDAY + 1)
    assert event_score(0.95, today, tomorrow) == 0.0
    assert event_score(0.95, report(MONDAY, "post"), report(MONDAY + 1, "post")) == 0.0
    assert event_score(0.45, today, report(MONDAY + 1, "post", MONDAY, MONDAY + 1)) > 0.2
    assert event_score(0.55, today, report(MONDAY + 1, "post", MONDAY, MONDAY + 1)) == 0.0, "one form, filled in twice"


def test_what_an_outlet_always_writes_ties_little_but_its_copies_are_copies() -> None:
    assert event_score(0.5, report(MONDAY, "post"), report(MONDAY, "post")) < event_score(
        0.5, report(MONDAY, "post"), report(MONDAY, "echo")
    )
    assert event_score(0.9, report(MONDAY, "post"), report(MONDAY, "post")) == 0.9


def test_undated_reports_of_one_outlet_are_told_apart_by_the_dates_in_them() -> None:
    assert event_score(0.9, report(None, "post", MONDAY), report(None, "post", MONDAY + 1)) == 0.0
    assert event_score(0.9, report(None, "post", MONDAY), report(None, "echo", MONDAY + 1)) == 0.9


def test_what_happened_after_a_report_is_hardly_its_event() -> None:
    before = report(MONDAY, "post", MONDAY)
    again, on_it = report(MONDAY + 1, "echo", MONDAY + 1), report(MONDAY + 1, "echo", MONDAY)
    assert event_score(0.5, before, again) < 0.8 * event_score(0.5, before, on_it)


particulars = st.builds(
    Particulars,
    st.none() | st.integers(MONDAY, MONDAY + 12),
    st.sampled_from(["", "post", "echo"]),
    st.frozensets(st.integers(MONDAY - 2, MONDAY + 12), max_size=3),
)


@given(particulars, particulars, st.floats(0, 1))
def test_scores_are_symmetric_and_never_above_the_likeness(one: Particulars, other: Particulars, cosine: float) -> None:
    score = event_score(cosine, one, other)
    assert score == event_score(cosine, other, one)
    assert 0 <= score <= cosine
