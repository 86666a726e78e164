"""Measures told in two units are one figure, and numbers that are part of a name are none."""

from __future__ import annotations

from datetime import date

import pytest

from reader.analysis.figures import extract_figures
from reader.analysis.segment import split_sentences
from reader.analysis.temporal import find_dates
from tests.analysis.plain_articles import article_of

COMPOUNDS = (
    ("The engine burned for one minute and 14 seconds.", "one minute and 14 seconds", 74, "second"),
    ("The engine burned for 74 seconds.", "74 seconds", 74, "second"),
    ("The match took two hours, 41 minutes.", "two hours, 41 minutes", 161, "minute"),
    ("He must serve two years and six months.", "two years and six months", 30, "month"),
    ("The statue is 5 feet 10 inches tall.", "5 feet 10 inches", 70, "inch"),
    ("The repair took a year and a half.", "a year and a half", 1.5, "year"),
    ("About an hour and a half later it stopped.", "About an hour and a half", 1.5, "hour"),
    ("The ship carries 64 metric tons of grain.", "64 metric tons", 64, "tonne"),
    ("It rises on 5 million pounds of lift-off thrust.", "5 million pounds", 5_000_000, "lb"),
    ("Gusts reached 140 kilometres per hour.", "140 kilometres per hour", 140, "km/h"),
)

APART = (
    ("The trial took two hours and 3 witnesses spoke.", [2, 3]),
    ("It lasted two hours, ten years after the war.", [2, 10]),
    ("They waited two weeks and 30 hours.", [2, 30]),
)

NAMES = (
    "All Meridian Flight 175 made a turn over the sea.",
    "They won game seven on Sunday.",
    "He left the road on lap 13.",
    "The Long Dawn 4 space mission will start in June.",
    "A fully laden 737 aircraft is lighter.",
)

COUNTS = (
    ("In Karsk 30 civilians were killed.", 30),
    ("Flight 175 passengers were sent home.", 175),
    ("The crash killed 10 US citizens.", 10),
    ("The crash killed 12 U.S. tourists.", 12),
)


@pytest.mark.parametrize(("text", "span", "value", "unit"), COMPOUNDS)
def test_a_measure_in_two_units_is_one_figure(text: str, span: str, value: float, unit: str) -> None:
    article = article_of(text)
    (figure,) = extract_figures(article, split_sentences(article))
    assert (text[figure.start : figure.end], figure.value, figure.unit) == (span, value, unit)


@pytest.mark.parametrize(("text", "values"), APART)
def test_two_measures_stay_two_figures(text: str, values: list[float]) -> None:
    article = article_of(text)
    assert [figure.value for figure in extract_figures(article, split_sentences(article))] == values


@pytest.mark.parametrize("text", NAMES)
def test_a_number_in_a_name_counts_nothing(text: str) -> None:
    article = article_of(text)
    assert not extract_figures(article, split_sentences(article))


@pytest.mark.parametrize(("text", "value"), COUNTS)
def test_a_number_after_a_name_counts_the_plural_that_follows(text: str, value: float) -> None:
    article = article_of(text)
    (figure,) = extract_figures(article, split_sentences(article))
    assert figure.value == value
    assert figure.counts not in {"", "u"}


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It burned for one minute and 14 seconds.", "one minute and 14 seconds", "PT1M14S"),
        ("He must serve two years and six months.", "two years and six months", "P2Y6M"),
        ("They took three hours, 20 minutes.", "three hours, 20 minutes", "PT3H20M"),
    ],
)
def test_a_length_of_time_in_two_units_is_one_date(text: str, span: str, value: str) -> None:
    article = article_of(text)
    (found,) = find_dates(article, split_sentences(article), date(2024, 3, 14))
    assert (text[found.start : found.end], found.value) == (span, value)
