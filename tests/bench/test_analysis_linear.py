"""The analysis of one article takes time in proportion to its length, whatever the text is made of."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import Final

import pytest

from reader.analysis.figures import extract_figures, figure_mentions
from reader.analysis.quotes import find_quotations
from reader.analysis.segment import split_sentences
from reader.analysis.temporal import find_dates
from reader.models.annotations import Kind, Mention, MentionSource
from tests.analysis.plain_articles import article_of

pytestmark = pytest.mark.bench

GROWTH: Final = 8
"""How much longer the longer text is."""
SHORT: Final = 4_000
"""Characters of the shorter text: enough that its time is well above the clock's grain."""
MOST: Final = 2.5
"""Times of the longer text, per character, against the shorter: a quadratic step would show 8."""

HOSTILE: Final = {
    "prose": "The minister said on Tuesday that about 30 companies paid $1.7bn, up 12 percent. “We agreed,” he added. ",
    "one word": "a",
    "blanks": " ",
    "digits": "1",
    "groups of digits": "1,111,",
    "numbers": "1 ",
    "number words": "two hundred and ",
    "dashes": "1-",
    "stops": ".",
    "stops apart": ". ",
    "abbreviations": "U.S. ",
    "capitals": "A. B. ",
    "brackets": ". (",
    "closing marks": '."',
    "open quotes": "“",
    "closed quotes": "”",
    "straight quotes": '"',
    "straight quotes apart": '" ',
    "apostrophes": "'a ",
    "mixed quotes": '“he said that” "we go” ',
    "quoted words": "“We go home now,” he said. ",
    "quoted lines": "“We go home now.”\n",
    "names": "Reyes and ",
    "roles": "the minister ",
    "said": "said ",
    "he said": "he said, ",
    "months": "May ",
    "dates": "5 May 2021 ",
    "years": "2020 ",
    "clock": "3:30 ",
    "hedges": "more than about ",
    "units": "12 km ",
    "money": "$",
    "half": "half a ",
    "addresses": "http://a@b",
    "possessives": "Reyes’s ",
    "commas": ", ",
}


def names_in(text: str) -> list[Mention]:
    found: list[Mention] = []
    at = text.find("Reyes")
    while at >= 0:
        found.append(Mention(at, at + 5, Kind.PERSON, MentionSource.MODEL))
        at = text.find("Reyes", at + 5)
    return found


def analyse(text: str) -> None:
    article = article_of(text)
    sentences = split_sentences(article)
    dates = find_dates(article, sentences, date(2024, 6, 13))
    figure_mentions(extract_figures(article, sentences), dates)
    find_quotations(article, sentences, names_in(text))


def seconds_of_cpu(work: Callable[[str], None], text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        work(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_eight_times_the_text_takes_about_eight_times_the_time(name: str) -> None:
    unit = HOSTILE[name]
    short = unit * (SHORT // len(unit))
    analyse(short[:1000])
    once = seconds_of_cpu(analyse, short)
    longer = seconds_of_cpu(analyse, short * GROWTH)
    assert longer <= MOST * GROWTH * max(once, 0.002)
