"""Days that lie ahead without "will", and the parts of a year: summits "for Friday", quarters, feasts, seasons."""

from __future__ import annotations

from datetime import date

import pytest

from reader.analysis.segment import split_sentences
from reader.analysis.temporal import find_dates
from tests.analysis.plain_articles import article_of

ANCHOR = date(2024, 7, 30)  # a Tuesday


def dates_in(text: str, anchor: date | None = ANCHOR) -> list[tuple[str, str]]:
    article = article_of(text)
    found = find_dates(article, split_sentences(article), anchor)
    return [(text[one.start : one.end], one.value) for one in found]


AHEAD = [
    ("Leeds open the season at home on 17 August.", "17 August", "2024-08-17"),
    ("Ghana face Togo on September 7 in Accra.", "September 7", "2024-09-07"),
    ("He has called a summit for Friday in Abuja.", "Friday", "2024-08-02"),
    ("The mayor declared two days of mourning from Friday.", "Friday", "2024-08-02"),
    ("The alliance announced a strike for Thursday.", "Thursday", "2024-08-01"),
    ("The launch was scheduled for the fourth quarter.", "fourth quarter", "2024-10/2024-12"),
    ("It begins at 9:00 GMT+6 sharp.", "9:00 GMT+6", "T09:00"),
    ("The port is closed until Saturday.", "Saturday", "2024-08-03"),
    ("The airport will not open before Saturday.", "Saturday", "2024-08-03"),
    ("The next meeting of the board is on October 10.", "October 10", "2024-10-10"),
    ("Her data will be published in the autumn.", "the autumn", "2024-09/2024-11"),
    ("The deal is expected to close in the fourth quarter.", "fourth quarter", "2024-10/2024-12"),
    ("Nobody will be dismissed before Christmas.", "Christmas", "2024-12-25"),
]


@pytest.mark.parametrize(("text", "surface", "value"), AHEAD)
def test_day_ahead(text: str, surface: str, value: str) -> None:
    assert (surface, value) in dates_in(text)


BEHIND = [
    ("They scored twice on 17 August.", "17 August", "2023-08-17"),
    ("He was arrested on September 7.", "September 7", "2023-09-07"),
    ("Shares fell from Friday's close.", "Friday", "2024-07-26"),
    ("Sales fell in the first quarter.", "first quarter", "2024-01/2024-03"),
    ("Sales rose in Q3 2023.", "Q3 2023", "2023-07/2023-09"),
    ("It grew in the first half of 2022.", "first half of 2022", "2022-01/2022-06"),
    ("The bridge fell on Boxing Day 2019.", "Boxing Day 2019", "2019-12-26"),
    ("The doors opened at 08h12.", "08h12", "T08:12"),
    ("It left at 09.40 CET.", "09.40 CET", "T09:40"),
]


@pytest.mark.parametrize(("text", "surface", "value"), BEHIND)
def test_day_behind(text: str, surface: str, value: str) -> None:
    assert (surface, value) in dates_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Leeds were better in the first half.",
        "A quarter of them stayed.",
        "He scored in the second quarter of the game.",
        "The coils spring back.",
    ],
)
def test_halves_of_games_and_fractions_are_no_dates(text: str) -> None:
    assert dates_in(text) == []
