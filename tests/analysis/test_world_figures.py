"""Figures as outlets of all countries write them: round parts, money, speeds, ages, and numbers that are no figures."""

from __future__ import annotations

import pytest

from reader.analysis.figures import extract_figures
from reader.analysis.figures.compatibility import compatible, contradicts
from reader.analysis.segment import split_sentences
from reader.models.annotations import Figure
from tests.analysis.plain_articles import article_of


def figures_in(text: str) -> tuple[Figure, ...]:
    article = article_of(text)
    return extract_figures(article, split_sentences(article))


def only(text: str) -> Figure:
    (figure,) = figures_in(text)
    return figure


WRITTEN = [
    ("It left a quarter of a million homes dark.", "a quarter of a million", 250_000, "", "home"),
    ("Three quarters of a million voters stayed away.", "Three quarters of a million", 750_000, "", "voter"),
    ("It sold one and a half million tickets.", "one and a half million", 1_500_000, "", "ticket"),
    ("It sold two and a half billion litres.", "two and a half billion litres", 2.5e9, "litre", ""),
    ("Several hundred farmers came.", "Several hundred", 200, "", "farmer"),
    ("They planted a couple of hundred trees.", "a couple of hundred", 150, "", "tree"),
    ("A few thousand fans waited.", "A few thousand", 2_000, "", "fan"),
    ("Winds of 130 miles per hour hit the coast.", "130 miles per hour", 130, "mph", ""),
    ("It was going at 110km/h.", "110km/h", 110, "km/h", ""),
    ("It sailed at 14 knots.", "14 knots", 14, "knot", ""),
    ("The furnace reached 1,300C.", "1,300C", 1300, "°C", ""),
    ("A magnitude 6.4 earthquake struck.", "6.4", 6.4, "magnitude", "earthquake"),
    ("She pledged 1.2 billion pesos.", "1.2 billion pesos", 1.2e9, "peso", ""),
    ("The scheme costs Rs 450 crore.", "Rs 450 crore", 4.5e9, "rupee", ""),
    ("The budget is Rs 1.2 lakh crore.", "Rs 1.2 lakh crore", 1.2e12, "rupee", ""),
    ("The levy rises by Sh7 this year.", "Sh7", 7, "shilling", ""),
    ("It needs Sh4.2 trillion.", "Sh4.2 trillion", 4.2e12, "shilling", ""),
    ("It needs 4.2 trillion Kenyan shillings.", "4.2 trillion Kenyan shillings", 4.2e12, "shilling", ""),
    ("The club paid N120 billion.", "N120 billion", 1.2e11, "naira", ""),
    ("The road cost R450m.", "R450m", 4.5e8, "ZAR", ""),
    ("Families get 50,000 lei.", "50,000 lei", 50_000, "RON", ""),
    ("It is worth 90 million Fijian dollars.", "90 million Fijian dollars", 9e7, "Fijian dollar", ""),
    ("The rate rose by 25 basis points.", "25 basis points", 25, "basis point", ""),
    ("Hackers took 300 gigabytes.", "300 gigabytes", 300, "GB", ""),
    ("The storm left 11 killed.", "11", 11, "", "dead"),
    ("Six of the dead were sailors.", "Six", 6, "", "dead"),
    ("Marta Ruiz, 51, resigned.", "51", 51, "", "age"),
]


@pytest.mark.parametrize(("text", "surface", "value", "unit", "counts"), WRITTEN)
def test_figure_is_read(text: str, surface: str, value: float, unit: str, counts: str) -> None:
    figure = only(text)
    assert (text[figure.start : figure.end], figure.unit, figure.counts) == (surface, unit, counts)
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "The N25 is closed.",
        "Take the R101 north.",
        "A Category 3 hurricane came.",
        "3) Fuel costs more.",
        "2. Fuel costs more.",
    ],
)
def test_codes_and_numbers_of_items_are_no_figures(text: str) -> None:
    assert figures_in(text) == ()


def test_sets_told_in_a_row_are_scores() -> None:
    found = figures_in("Tamm beat Rossi 3-6, 4-6, 7-5, 6-3.")
    assert [(figure.value, figure.low, figure.high) for figure in found] == [(3, 3, 3), (4, 4, 4), (7, 7, 7), (6, 6, 6)]


def test_the_base_of_a_rate_is_no_figure_of_its_own() -> None:
    assert [figure.value for figure in figures_in("There are 4.8 deaths per 1,000 children.")] == [4.8]


ONE_AND_THE_SAME = [
    ("It left a quarter of a million homes dark.", "It left around 240,000 homes dark."),
    ("The train did 140 kilometres per hour.", "The train did 87 mph."),
    ("Half a million people left.", "About 480,000 people left."),
    ("The rate fell by 0.5 percentage points.", "The rate fell by 50 basis points."),
    ("It costs ₹450 crore.", "It costs Rs 4.5 billion."),
    ("Several hundred people came.", "About 600 people came."),
]


@pytest.mark.parametrize(("one", "other"), ONE_AND_THE_SAME)
def test_one_value_in_two_forms_is_compatible(one: str, other: str) -> None:
    assert compatible(only(one), only(other))


APART = [
    ("Winds of 130 miles per hour came.", "Winds of 125 mph came."),
    ("The train did 140 km/h.", "The train did 110 kph."),
    ("A quarter of a million homes went dark.", "Some 120,000 homes went dark."),
    ("The furnace reached 1,300C.", "The furnace reached 900C."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_values_of_one_measure_contradict(one: str, other: str) -> None:
    assert contradicts(only(one), only(other))


def test_a_speed_is_no_distance_and_knots_are_no_megawatts() -> None:
    speed = only("It did 110km/h.")
    assert not compatible(speed, only("It is 110 km long."))
    assert not contradicts(speed, only("It makes 90 MW."))
