"""Numbers as the countries and trades write them, and numbers that are part of a name or a day."""

from __future__ import annotations

from datetime import date

import pytest

from reader.analysis.figures import extract_figures
from reader.analysis.segment import split_sentences
from reader.analysis.temporal import find_dates
from reader.models.annotations import Figure
from tests.analysis.plain_articles import article_of

ANCHOR = date(2024, 3, 12)


def figures_in(text: str) -> list[Figure]:
    article = article_of(text)
    sentences = split_sentences(article)
    return list(extract_figures(article, sentences, find_dates(article, sentences, ANCHOR)))


WRITTEN = [
    ("It burned 816 000 tonnes of grain.", "816 000 tonnes", 816_000, "tonne"),
    ("It cost 25\u202f000 euros a day.", "25\u202f000 euros", 25_000, "EUR"),
    ("Some 1\u00a0204\u00a0300 people fled.", "Some 1\u00a0204\u00a0300", 1_204_300, ""),
    ("It cost 1'500'000 francs.", "1'500'000 francs", 1_500_000, "franc"),
    ("It cost 1’200 francs.", "1’200 francs", 1_200, "franc"),
    ("The region has 1.500.000 voters.", "1.500.000", 1_500_000, ""),
    ("They ran 1.500 metres.", "1.500 metres", 1.5, "m"),
    ("It covers 2½ acres.", "2½ acres", 2.5, "acre"),
    ("It weighed 1¾ tons.", "1¾ tons", 1.75, "tonne"),
    ("They walked ½ mile.", "½ mile", 0.5, "mile"),
    ("The farm has 2 1/2 acres.", "2 1/2 acres", 2.5, "acre"),
    ("It sold 3½ million cars.", "3½ million", 3_500_000, ""),
    ("It costs £4 m.", "£4 m", 4e6, "GBP"),
    ("Insurers pay $1.5MM.", "$1.5MM", 1.5e6, "USD"),
    ("They owe €30 k.", "€30 k", 30_000, "EUR"),
    ("The rope is 3mm thick.", "3mm", 3, "mm"),
    ("It costs $10-15m.", "$10-15m", 10e6, "USD"),
    ("From 10 to 20 million litres burned.", "10 to 20 million litres", 10e6, "litre"),
    ("It rose from $10 to $20 million.", "$10 to $20 million", 10e6, "USD"),
    ("It lost tens of millions of euros.", "tens of millions of euros", 1e7, "EUR"),
    ("Hundreds of billions of dollars are needed.", "Hundreds of billions of dollars", 1e11, "USD"),
    ("They drove hundreds of miles.", "hundreds of miles", 100, "mile"),
    ("A 40- to 60-foot wave came.", "40- to 60-foot", 40, "foot"),
    ("It is a $3- to $4-billion plan.", "$3- to $4-billion", 3e9, "USD"),
    ("Some 20 Wall Street banks closed.", "Some 20", 20, ""),
    ("Their 19 Sept. 11 hijackers were named.", "19", 19, ""),
    ("On 5 May 300 people came.", "300", 300, ""),
    ("The Jazz beat the Heat 110-108.", "110-108", 110, ""),
]


@pytest.mark.parametrize(("text", "span", "value", "unit"), WRITTEN)
def test_every_way_of_writing_a_number(text: str, span: str, value: float, unit: str) -> None:
    (figure,) = figures_in(text)
    assert (text[figure.start : figure.end], figure.unit) == (span, unit)
    assert figure.value == pytest.approx(value)


NO_FIGURES = [
    "The premier left 10 Downing Street.",
    "He lives at 221B Baker Street with a dog.",
    "It stands at 350 Fifth Avenue in the city.",
    "They met at 1600 North Elm Road.",
    "The 2024/25 season opened.",
    "It was agreed on 9/11.",
    "The shop is open 24/7.",
    "Version 2.3.114 was released.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_of_streets_seasons_and_versions_count_nothing(text: str) -> None:
    assert [text[figure.start : figure.end] for figure in figures_in(text)] == []


DAYS = [
    ("It broke out the day before yesterday.", "the day before yesterday", "2024-03-10"),
    ("It opens the day after tomorrow.", "the day after tomorrow", "2024-03-14"),
    ("The 2024/25 season opened.", "2024/25", "2024/2025"),
    ("The 2023/2024 season closed.", "2023/2024", "2023/2024"),
    ("The 19 Sept. 11 hijackers were named.", "Sept. 11", "2023-09-11"),
    ("It burned 2½ years ago.", "2½ years ago", "2022"),
]


@pytest.mark.parametrize(("text", "span", "value"), DAYS)
def test_days_and_seasons(text: str, span: str, value: str) -> None:
    article = article_of(text)
    found = find_dates(article, split_sentences(article), ANCHOR)
    assert (span, value) in [(text[one.start : one.end], one.value) for one in found]
