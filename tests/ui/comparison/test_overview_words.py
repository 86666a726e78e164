"""What the overview tells in few words: whom a source quotes, and what a sentence says."""

from __future__ import annotations

from dataclasses import replace

from reader.models.comparison import Passage, QuoteGroup, QuoteRelation, Relation
from reader.models.dismissals import Disputes
from reader.ui.sources import read_sources
from reader.ui.views.rows import row_block
from reader.ui.views.speakers import speakers_of
from tests.ui.comparison.bridge import bridge


def said(speaker: str | None, *articles: int) -> QuoteGroup:
    return QuoteGroup(QuoteRelation.SINGLE, speaker, tuple(Passage(article, 0, 9) for article in articles))


def test_forms_of_one_name_are_counted_together_and_told_by_the_shortest() -> None:
    quotes = (said("Ines Marlow", 1, 2), said("Marlow", 1), said("Piet Haan", 2))
    assert speakers_of(quotes) == {1: "Marlow 2", 2: "Marlow 1, Piet Haan 1"}


def test_what_nobody_is_known_to_have_said_comes_last() -> None:
    assert speakers_of((said(None, 1), said(None, 1), said("Haan", 1))) == {1: "Haan 1, not said who 2"}


def test_of_many_speakers_the_most_quoted_are_named_and_the_others_counted() -> None:
    quotes = tuple(said(name, *[1] * times) for name, times in (("A", 4), ("B", 3), ("C", 2), ("D", 1), ("E", 1)))
    assert speakers_of(quotes) == {1: "A 4, B 3, C 2, 2 more"}


def test_a_possible_match_shows_its_partner() -> None:
    records = bridge()
    one, other = (next(row for row in records.comparisons[7].rows if row.key == key) for key in ("cars", "detour"))
    mine = replace(one, key="a", relation=Relation.POSSIBLE, readings=one.readings[:1], see=("b",))
    its = replace(other, key="b", relation=Relation.POSSIBLE, doubtful=False, readings=other.readings[1:2], see=("a",))
    comparison = replace(records.comparisons[7], differences=())
    sources = read_sources(records, comparison.articles)
    block = row_block(mine, Disputes.of(comparison), sources, {"a": mine, "b": its})
    assert block.sign == "~"
    assert [words.article for words in block.words] == [mine.readings[0].article, its.readings[0].article]
    assert block.words[1].style == "muted"
