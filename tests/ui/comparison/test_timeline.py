"""The line of time stays readable where a source names one date again and again."""

from __future__ import annotations

from dataclasses import replace

from reader.models.comparison import Passage, TimelineEntry
from reader.ui.sources import read_sources
from reader.ui.views.page import Page
from reader.ui.views.timeline import SHOWN, time_page
from tests.ui.comparison.bridge import bridge


def page(sentences: int, *opened: str) -> Page:
    """The page of one date that the first source names in so many sentences, and the second one in one."""
    records = bridge()
    comparison = records.comparisons[7]
    sources = read_sources(records, comparison.articles)
    first, second, *_ = comparison.articles
    readings = [Passage(first, *place) for place in sources[first].sentences[:sentences]]
    readings.append(Passage(second, *sources[second].sentences[0]))
    entry = TimelineEntry("2024-03-04", stated=True, readings=tuple(readings))
    return time_page(replace(comparison, timeline=(entry,)), sources, frozenset(opened))


def test_the_first_sentences_are_shown_and_the_others_are_one_line_until_it_is_unfolded() -> None:
    folded = page(6).blocks
    assert [block.is_folded for block in folded] == [False] * SHOWN + [True, False]
    line = folded[SHOWN]
    assert (len(line.signs), line.tail) == (6 - SHOWN, f"+ {6 - SHOWN - 1} more")
    unfolded = page(6, line.key).blocks
    assert len(unfolded) == 6 + 1
    assert not any(block.is_folded for block in unfolded)
    assert unfolded[SHOWN].key == line.key, "the cursor stays where it is"


def test_one_sentence_more_is_not_worth_a_fold() -> None:
    assert not any(block.is_folded for block in page(SHOWN + 1).blocks)
