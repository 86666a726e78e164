"""Identical words in two articles are joined, whatever the similarity says."""

from __future__ import annotations

from reader.analysis.alignment.identical import identical_pairs
from reader.analysis.alignment.statements import statements_of
from reader.analysis.comparison import compare
from reader.models.comparison import Relation
from tests.analysis.comparison.written import written_article

BY_THE_WAY = (
    "Visitors came from all over the valley, and many of them stayed until the lamps were lit, among them the mayor, "
    "who said the old mill by the river had been sold to a baker from Leeds."
)


def said(*lines: list[str]) -> dict[tuple[int, int], bool]:
    return identical_pairs(statements_of([written_article(own, number) for number, own in enumerate(lines, start=1)]))


def test_eight_words_in_succession_are_linked_and_joined_where_they_are_most_of_a_sentence() -> None:
    found = said(["The old mill by the river had been sold."], [BY_THE_WAY])
    assert found == {(0, 1): True}


def test_eight_words_of_two_long_sentences_are_worth_a_reference() -> None:
    other = "On Sunday, while it rained in Dalby, the mayor, who said the old mill by the river was no ruin, fell ill."
    assert said([BY_THE_WAY], [other]) == {(0, 1): False}


def test_seven_words_are_not() -> None:
    assert not said(["Old mill by the river had been burnt."], ["In Dalby an old mill by the river had been sold."])


def test_one_article_repeats_itself_as_it_likes() -> None:
    assert not said([BY_THE_WAY, BY_THE_WAY], ["News"])


def test_the_result_of_a_vote_joins() -> None:
    one = "The final tally was 97-1."
    other = "This followed a 97–1 vote hours earlier in the upper chamber, before the members left for the country."
    assert said([one], [other]) == {(0, 1): True}
    assert said(["Ryan lost, 134 to 63, in the vote."], ["She won with 134 votes to 63."]) == {(0, 1): True}


def test_the_result_of_a_match_or_a_range_does_not() -> None:
    assert not said(["Rovers beat United 3-1."], ["It stood 3-1 when the rain came."])
    assert not said(["Tickets cost 10-12 euros."], ["It takes 10-12 days."])


def test_a_sentence_with_the_same_words_is_never_unmatched() -> None:
    lines = ["The senator waved to the crowd.", "The final tally was 97-1.", "Nobody had expected that."]
    other = ["Rain fell in the hills.", "It came after a 97-1 vote in the upper house.", "The lamps were lit at nine."]
    rows = compare([written_article(lines, 1), written_article(other, 2)]).rows
    assert [row.relation for row in rows if len(row.readings) == 2] == [Relation.DIFFER]
