from __future__ import annotations

from datetime import date

import pytest

from reader.analysis.events.days import Dating, as_day, event_day, read_dating
from reader.models.annotations import AnalysedArticle, Annotations, Sentence, TimeExpression
from reader.models.article import LineLabel
from tests.analysis.events.reports import Report, as_article

WEDNESDAY = date(2023, 4, 19)
THURSDAY = date(2023, 4, 20)


def test_the_first_stated_publication_is_the_day() -> None:
    assert event_day([Dating(THURSDAY), Dating(WEDNESDAY), Dating(None)]) == WEDNESDAY


def test_a_day_before_on_which_two_agree_wins() -> None:
    members = [Dating(THURSDAY, opening_days=(WEDNESDAY,)), Dating(THURSDAY, opening_days=(WEDNESDAY,))]
    assert event_day(members) == WEDNESDAY
    assert event_day(members[:1]) == THURSDAY


def test_the_weekday_of_an_undated_article_counts_as_the_last_before_the_news() -> None:
    members = [Dating(THURSDAY, opening_days=(WEDNESDAY,)), Dating(None, opening_weekdays=(2,))]
    assert event_day(members) == WEDNESDAY


def test_a_day_long_before_the_news_is_not_the_event() -> None:
    monday_before = date(2023, 4, 10)
    assert event_day([Dating(THURSDAY, opening_days=(monday_before,))] * 2) == THURSDAY


def test_without_any_publication_two_that_name_one_day_agree_on_it() -> None:
    members = [Dating(None, opening_days=(WEDNESDAY,)), Dating(None, None, (WEDNESDAY, date(2023, 1, 2)))]
    assert event_day(members) == WEDNESDAY
    assert event_day(members[:1]) is None
    assert event_day([members[0], Dating(None, THURSDAY, (WEDNESDAY,))]) == WEDNESDAY


def test_only_without_stated_dates_an_inferred_one_is_taken() -> None:
    assert event_day([Dating(None, inferred=WEDNESDAY), Dating(None)]) == WEDNESDAY
    assert event_day([Dating(None, inferred=WEDNESDAY), Dating(THURSDAY)]) == THURSDAY
    assert event_day([Dating(None)]) is None


@pytest.mark.parametrize(
    ("value", "day"), [("2023-04-19T15:05", WEDNESDAY), ("2023-04", None), ("2023-13-40", None), (None, None)]
)
def test_days_are_read_from_iso(value: str | None, day: date | None) -> None:
    assert as_day(value) == day


def test_only_past_weekdays_of_the_opening_are_read() -> None:
    text = "Cohen met Aliyev on Wednesday. He flies on Friday. It rained. On Monday he rested."
    article = as_article(Report("visit", "2023-04-20", "", text))
    marks = [("Wednesday", "2023-04-19"), ("Friday", "2023-04-21"), ("Monday", "2023-04-17")]
    dates = tuple(
        TimeExpression(text.index(word), text.index(word) + len(word), value, stated=False, anchor="2023-04-20")
        for word, value in marks
    )
    ends = [index + 1 for index, letter in enumerate(text) if letter == "."]
    sentences = tuple(
        Sentence(start, end, LineLabel.BODY) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)
    )
    annotations = Annotations(1, sentences, (), (), dates, ())
    assert read_dating(AnalysedArticle(article, annotations)) == Dating(THURSDAY, None, (WEDNESDAY,), ())
    undated = as_article(Report("visit", "", "", text))
    unresolved = tuple(TimeExpression(each.start, each.end, "", stated=False) for each in dates)
    read = read_dating(AnalysedArticle(undated, Annotations(1, sentences, (), (), unresolved, ())))
    assert read == Dating(None, None, (), (2, 4))
