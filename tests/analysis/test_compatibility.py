"""Pairs of figures that no one may get wrong, written before the code."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.figures import extract_figures
from reader.analysis.figures.compatibility import compatible, contradicts, in_common_unit, label, same_measure
from reader.analysis.segment import split_sentences
from reader.models.annotations import Figure
from tests.analysis.plain_articles import article_of

FIT: Final = [
    ("at least 12 killed", "15 killed"),
    ("at least 12 killed", "12 killed"),
    ("more than 30 villages", "32 villages"),
    ("over 100 meetings", "about 110 meetings"),
    ("$1.7bn", "1,700 million dollars"),
    ("$1.7bn", "$1.72 billion"),
    ("$200 million", "200 million dollars"),
    ("a dozen boats", "12 boats"),
    ("two dozen boats", "24 boats"),
    ("40 percent of the oil", "more than a third of the oil"),
    ("40%", "40 per cent"),
    ("half of the voters", "51 percent of the voters"),
    ("two-thirds of the voters", "66 percent of the voters"),
    ("one in five pupils", "20 percent of pupils"),
    ("12 miles", "19 km"),
    ("12 miles", "19.3 kilometres"),
    ("5 tonnes", "5,000 kg"),
    ("six feet", "1.8 metres"),
    ("300 sq km", "116 square miles"),
    ("nearly three decades", "28 years"),
    ("nearly three decades", "three decades"),
    ("two weeks", "14 days"),
    ("dozens of arrests", "45 arrests"),
    ("hundreds of arrests", "about 400 arrests"),
    ("hundreds of arrests", "more than 2,000 arrests"),
    ("up to 100 jobs", "80 jobs"),
    ("as many as 400 homes", "350 homes"),
    ("fewer than 10 votes", "8 votes"),
    ("about 100 men", "110 men"),
    ("almost 100 men", "97 men"),
    ("between 12 and 15 men", "13 men"),
    ("12-15 miles", "14 miles"),
    ("at least 12 killed", "at least 20 killed"),
    ("half a million homes", "500,000 homes"),
    ("some 1,900 workers", "2,000 workers"),
    ("1.7 million people", "1,712,000 people"),
    ("around 30%", "a third of the total"),
]
CLASH: Final = [
    ("$1.7bn", "1,900 million dollars"),
    ("12 miles", "15 miles"),
    ("12 miles", "24 km"),
    ("around 30%", "About 40%"),
    ("fewer than 10 votes", "12 votes"),
    ("30 companies", "32 companies"),
    ("at least 12 killed", "9 killed"),
    ("more than 30 villages", "28 villages"),
    ("up to 100 jobs", "120 jobs"),
    ("dozens of arrests", "5 arrests"),
    ("hundreds of arrests", "12 arrests"),
    ("a dozen boats", "14 boats"),
    ("half of the voters", "60 percent of the voters"),
    ("more than a third of the oil", "30 percent of the oil"),
    ("nearly three decades", "12 years"),
    ("nearly 100 men", "120 men"),
    ("four days", "five days"),
    ("two weeks", "10 days"),
    ("between 12 and 15 men", "18 men"),
    ("5 tonnes", "7,000 kg"),
    ("69%", "64%"),
    ("$200 million", "$250 million"),
    ("about 100 men", "about 200 men"),
    ("the 75th anniversary", "the 70th anniversary"),
]
APART: Final = [
    ("30 companies", "30%"),
    ("$30 million", "30 million people"),
    ("$30 million", "€30 million"),
    ("12 miles", "12 hours"),
    ("12 kg", "12 km"),
    ("30 children", "30 miles"),
    ("38°C", "38 degrees Fahrenheit"),
    ("300 sq km", "300 km"),
]


def figure_in(words: str) -> Figure:
    article = article_of(f"They counted {words}.")
    (figure,) = extract_figures(article, split_sentences(article))
    return figure


@pytest.mark.parametrize(("a", "b"), FIT)
def test_both_can_be_true(a: str, b: str) -> None:
    first, second = figure_in(a), figure_in(b)
    assert same_measure(first, second)
    assert compatible(first, second)
    assert compatible(second, first)
    assert not contradicts(first, second)


@pytest.mark.parametrize(("a", "b"), CLASH)
def test_both_cannot_be_true(a: str, b: str) -> None:
    first, second = figure_in(a), figure_in(b)
    assert contradicts(first, second)
    assert contradicts(second, first)
    assert not compatible(first, second)


@pytest.mark.parametrize(("a", "b"), APART)
def test_different_measures_neither_agree_nor_contradict(a: str, b: str) -> None:
    first, second = figure_in(a), figure_in(b)
    assert not same_measure(first, second)
    assert not compatible(first, second)
    assert not contradicts(first, second)


def test_values_in_the_unit_of_the_first() -> None:
    values = in_common_unit([figure_in("12 miles"), figure_in("19 km"), figure_in("1,000 metres")])
    assert values == pytest.approx((12, 11.806, 0.6214), abs=1e-3)
    assert in_common_unit([figure_in("3 sq km"), figure_in("300 hectares")]) == pytest.approx((3, 3))
    assert in_common_unit([figure_in("12 miles"), figure_in("30%")]) is None
    assert in_common_unit([]) is None


def test_labels_say_unit_and_what_is_counted() -> None:
    assert label(figure_in("12 miles from the border")) == "mile · border"
    assert label(figure_in("30% of its oil")) == "% · oil"
    assert label(figure_in("30 new companies")) == "company"
    assert label(figure_in("$5 billion in aid")) == "$ · aid"


AMOUNTS = st.builds(
    lambda hedge, number, unit: f"{hedge} {number} {unit}".strip(),
    st.sampled_from(["", "about", "nearly", "more than", "at least", "up to", "fewer than"]),
    st.integers(2, 5000).map(str),
    st.sampled_from(["people", "km", "miles", "%", "dollars", "days", "tonnes"]),
)


@given(AMOUNTS, AMOUNTS)
def test_judgements_are_symmetric_and_exclude_each_other(a: str, b: str) -> None:
    first, second = figure_in(a), figure_in(b)
    assert compatible(first, second) is compatible(second, first)
    assert contradicts(first, second) is contradicts(second, first)
    assert not (compatible(first, second) and contradicts(first, second))
    assert compatible(first, first)
