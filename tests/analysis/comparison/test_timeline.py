"""The line of time tells what happened, each thing once, and no date that only says which thing is meant."""

from __future__ import annotations

import pytest

from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.comparison import compare
from tests.analysis.comparison.written import written_article

_PARSER = SpacyParser()


def days(*lines: str) -> list[str]:
    article = written_article(["News of 12 March 2024", *lines], 1, "2024-03-14")
    entries = compare(list(with_clauses([article], _PARSER))).timeline
    return [entry.date for entry in entries for _ in entry.readings]


@pytest.mark.parametrize(
    "sentence",
    [
        "Paul Berg spoke about the 2016 campaign.",
        "The mayor defended last year's budget in the council.",
        "It was the worst storm of 2011.",
        "Norda filed its June 2013 report.",
    ],
)
def test_a_date_that_says_which_thing_is_meant_is_no_moment(sentence: str) -> None:
    assert not days(sentence)


def test_a_sentence_stands_at_the_date_of_what_it_tells() -> None:
    assert days("On 12 March 2024 Norda closed the mine that it had bought in 1998.") == ["2024-03-12"]
    assert days("Berg said on 13 March 2024 that the mine was closed on 4 May 2023.") == ["2023-05-04"]


def test_a_title_is_no_moment() -> None:
    assert not days("Nothing is known of the rest.")
