from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.analysis.segment import split_sentences
from reader.analysis.temporal import date_interval, dates_conflict, find_dates
from reader.analysis.temporal.names import UNIT_CODES
from reader.analysis.temporal.patterns import OF_UNITS, PATTERNS, may_hold_a_date, may_hold_a_length
from reader.analysis.temporal.resolve import read
from reader.models.article import LineLabel
from tests.analysis.plain_articles import article_of

ANCHOR = date(2024, 6, 13)  # a Thursday

RESOLVED = [
    ("The council met on 4 March 2021.", "4 March 2021", "2021-03-04"),
    ("The council met on the 4th of March, 2021.", "4th of March, 2021", "2021-03-04"),
    ("It opened on March 4, 2021, in Oslo.", "March 4, 2021", "2021-03-04"),
    ("Published: JUNE 3, 2022", "JUNE 3, 2022", "2022-06-03"),
    ("Filed 2022-06-03 by the desk", "2022-06-03", "2022-06-03"),
    ("Updated 03.06.2022 at noon", "03.06.2022", "2022-06-03"),
    ("On 25/12/2020 the ice broke.", "25/12/2020", "2020-12-25"),
    ("On Dec. 24 the ice broke.", "Dec. 24", "2023-12-24"),
    ("The ice broke on May 5.", "May 5", "2024-05-05"),
    ("The summit will open on July 9.", "July 9", "2024-07-09"),
    ("The summit will open on January 9.", "January 9", "2025-01-09"),
    ("The fair ran from 3-5 May 2022.", "3-5 May 2022", "2022-05-03/2022-05-05"),
    ("They met on Wednesday, April 19, 2023.", "Wednesday, April 19, 2023", "2023-04-19"),
    ("They met on Tuesday.", "Tuesday", "2024-06-11"),
    ("They met on Thursday.", "Thursday", "2024-06-13"),
    ("They met on Friday.", "Friday", "2024-06-07"),
    ("They will meet on Tuesday.", "Tuesday", "2024-06-18"),
    ("The minister is expected to arrive on Saturday.", "Saturday", "2024-06-15"),
    ("The minister said on Tuesday he would resign.", "Tuesday", "2024-06-11"),
    ("The bank said on Tuesday it will close the branch.", "Tuesday", "2024-06-11"),
    ("Rescuers worked through Wednesday night.", "Wednesday night", "2024-06-12T20"),
    ("It rained last Tuesday.", "last Tuesday", "2024-06-11"),
    ("They return next Monday.", "next Monday", "2024-06-17"),
    ("It happened yesterday.", "yesterday", "2024-06-12"),
    ("It happened yesterday evening.", "yesterday evening", "2024-06-12T19"),
    ("The talks go on tomorrow.", "tomorrow", "2024-06-14"),
    ("A concert takes place tonight.", "tonight", "2024-06-13T20"),
    ("He arrived this morning.", "this morning", "2024-06-13T08"),
    ("Floods hit the valley last month.", "last month", "2024-05"),
    ("Last year the harvest failed.", "Last year", "2023"),
    ("Elections follow next year.", "next year", "2025"),
    ("The law passed last week.", "last week", "2024-06-03/2024-06-09"),
    ("It was built in 1987.", "1987", "1987"),
    ("Since 1993 nobody has tried.", "1993", "1993"),
    ("The 2020 war changed that.", "2020", "2020"),
    ("Exports grew in 2016-2020.", "2016-2020", "2016/2020"),
    ("Exports grew in 2016–20.", "2016–20", "2016/2020"),
    ("Between 2016 and 2020 exports grew.", "Between 2016 and 2020", "2016/2020"),
    ("It was common in the 1990s.", "1990s", "1990/1999"),
    ("They opened it in March.", "March", "2024-03"),
    ("They opened it in August.", "August", "2023-08"),
    ("They will open it in August.", "August", "2024-08"),
    ("They opened it in March of this year.", "March of this year", "2024-03"),
    ("They opened it in March last year.", "March last year", "2023-03"),
    ("They opened it in early March 2019.", "early March 2019", "2019-03"),
    ("They opened it in May.", "May", "2024-05"),
    ("Two days ago a bridge fell.", "Two days ago", "2024-06-11"),
    ("It closed three weeks ago.", "three weeks ago", "2024-05-23"),
    ("It closed ten years ago.", "ten years ago", "2014"),
    ("The strike lasted four days.", "four days", "P4D"),
    ("A two-day visit begins.", "two-day", "P2D"),
    ("He waited 10 years.", "10 years", "P10Y"),
    ("It was the first in nearly three decades.", "nearly three decades", "P30Y"),
    ("It took more than 48 hours.", "more than 48 hours", "PT48H"),
    ("It lasted half an hour.", "half an hour", "PT0.5H"),
    ("He served twenty-five years.", "twenty-five years", "P25Y"),
    ("The past two weeks were dry.", "past two weeks", "P2W"),
    ("Sales began at 15:05.", "15:05", "T15:05"),
    ("Sales began at 3 p.m. in Rome.", "3 p.m.", "T15"),
    ("Sales began at 3:30 pm local time.", "3:30 pm local time", "T15:30"),
    ("The quake struck at 0415 GMT.", "0415 GMT", "T04:15"),
    ("The game (20:30 local time) is sold out.", "20:30 local time", "T20:30"),
    ("They met at midnight.", "midnight", "T00"),
    ("A heat wave came in the summer of 2003.", "summer of 2003", "2003-06/2003-08"),
]


@pytest.mark.parametrize(("text", "span", "value"), RESOLVED)
def test_usual_forms(text: str, span: str, value: str) -> None:
    article = article_of(text)
    found = find_dates(article, split_sentences(article), ANCHOR)
    assert (span, value) in [(text[d.start : d.end], d.value) for d in found]
    assert len(found) == (2 if "noon" in text else 1)


NO_DATES = [
    "You may leave, but do not march on the palace.",
    "Theresa May met April Ryan.",
    "May said the plan was dead.",
    "The second of the three men fled.",
    "A 42-year-old man was held.",
    "He is 42 years old.",
    "He reads The Sunday Times and USA Today.",
    "The shop is open 24/7.",
    "Some 2000 soldiers marched.",
    "The road is 2020 km long.",
    "It cost $1999.",
    "The flat has 1,950 rooms.",
    "They won 3-1.",
    "Call 555-1234.",
    "The Sun reported it.",
    "He is the second to fall.",
    "See https://example.com/2020/03/04/story.",
    "The ratio is 3:1.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    article = article_of(text)
    assert [text[d.start : d.end] for d in find_dates(article, split_sentences(article), ANCHOR)] == []


def test_without_an_anchor_only_what_is_stated_has_a_value() -> None:
    text = "They met on Tuesday, in March, and on 5 May 2021, two days ago."
    article = article_of(text)
    found = find_dates(article, split_sentences(article), None)
    assert [(text[d.start : d.end], d.value, d.stated, d.anchor) for d in found] == [
        ("Tuesday", "", False, ""),
        ("March", "", False, ""),
        ("5 May 2021", "2021-05-05", True, ""),
        ("two days ago", "", False, ""),
    ]


def test_the_anchor_is_named_where_it_was_needed() -> None:
    text = "They met on Tuesday, as in 1999."
    article = article_of(text)
    found = find_dates(article, split_sentences(article), ANCHOR)
    assert [(d.value, d.stated, d.anchor) for d in found] == [("2024-06-11", False, "2024-06-13"), ("1999", True, "")]


def test_nothing_is_looked_for_in_noise() -> None:
    text = "Subscribe before 5 May 2021\nIt opened in 2001."
    article = article_of(text, {0: LineLabel.BOILERPLATE})
    assert [d.value for d in find_dates(article, split_sentences(article), ANCHOR)] == ["2001"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_in_three_spellings(day: date) -> None:
    for text in (
        f"On {day.day} {day:%B} {day.year} it rained.",
        f"On {day:%B} {day.day}, {day.year} it rained.",
        f"On {day.isoformat()} it rained.",
    ):
        article = article_of(text)
        (found,) = find_dates(article, split_sentences(article), None)
        assert found.value == day.isoformat()
        assert date_interval(found.value) == (day, day)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.sampled_from(["Monday", "Wednesday", "Sunday"]))
def test_weekdays_lie_within_a_week_of_the_anchor_on_the_side_of_the_verb(anchor: date, weekday: str) -> None:
    for text, least, most in ((f"It rained on {weekday}.", -6, 0), (f"They will meet on {weekday}.", 0, 6)):
        article = article_of(text)
        (found,) = find_dates(article, split_sentences(article), anchor)
        day = date.fromisoformat(found.value)
        assert f"{day:%A}" == weekday
        assert least <= (day - anchor).days <= most


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "May",
                " ",
                "5",
                "2020",
                "-",
                ",",
                "Tuesday",
                "last",
                "week",
                "3",
                "p.m.",
                "ago",
                "two",
                "days",
                "to",
                "31",
                "/",
                "'90s",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_expressions_are_in_order_apart_and_inside_the_text(text: str) -> None:
    article = article_of(text)
    found = find_dates(article, split_sentences(article), ANCHOR)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


CONFLICTS = [
    ("2024-06-11", "2024-06-12", True),
    ("2024-06-11", "2024-06-11", False),
    ("2024-06-11T20", "2024-06-11", False),
    ("2024-06-11T20", "2024-06-12", True),
    ("2024-03", "2024-04", True),
    ("2024-03", "2024-03-05", False),
    ("2024-03", "2025", False),
    ("2023", "2024", True),
    ("2016/2020", "2018/2022", False),
    ("2016/2020", "2021/2022", True),
    ("P4D", "P5D", False),
    ("", "2024", False),
    ("T15", "T16", False),
]


@pytest.mark.parametrize(("a", "b", "conflict"), CONFLICTS)
def test_dates_conflict_only_if_equally_precise_and_apart(a: str, b: str, *, conflict: bool) -> None:
    assert dates_conflict(a, b) is conflict
    assert dates_conflict(b, a) is conflict


def test_impossible_values_have_no_interval() -> None:
    assert [date_interval(v) for v in ("2023-13", "2023-02-30", "0000", "x", "2024/2020", "P2D", "")] == [None] * 7


WRITTEN = """
12 2 1998 an a five twenty half quarter past to ago last next the previous in of early mid-May Sept. Q3 Monday Eid dec
year-old seven-year hour and more than about end noon Christmas fall 3pm eat
"""
WORDS = st.sampled_from([*WRITTEN.split(), *UNIT_CODES, *(f"{unit}s" for unit in UNIT_CODES)])


@given(st.lists(WORDS, max_size=8).map(" ".join))
@example("five")  # an hour by itself is a number, not a time
def test_no_sentence_is_passed_over_in_which_something_is_read(words: str) -> None:
    found = {
        name for name, pattern in PATTERNS for match in pattern.finditer(words) if read(name, match, words, ANCHOR)
    }
    assert may_hold_a_date(words) or not found
    assert may_hold_a_length(words) or not found & OF_UNITS
