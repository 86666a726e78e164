"""The facts view: what happened, its who, when and where below each other, and what is in dispute above all."""

from __future__ import annotations

from dataclasses import replace

from reader.models.comparison import (
    Aspect,
    Comparison,
    Confidence,
    Difference,
    Fact,
    FactRelation,
    FactValue,
    Passage,
    Topic,
)
from reader.models.same_text import folded
from reader.ui.sources import ComparedSource, read_sources
from reader.ui.views.facts import DIFFER, SINGLE, facts_page
from reader.ui.views.happenings import HAPPENED
from reader.ui.views.page import Block
from tests.ui.comparison.bridge import ComparedRecords, bridge, place_of


def blocks_of(records: ComparedRecords, *, opened: frozenset[str] = frozenset()) -> list[Block]:
    return list(facts_page(records.comparisons[7], sources_of(records), opened).blocks)


def sources_of(records: ComparedRecords) -> dict[int, ComparedSource]:
    return read_sources(records, (1, 2, 3))


def told(block: Block) -> list[str]:
    return [text for text, _ in block.title]


def changed(records: ComparedRecords, *facts: Fact, differences: tuple[Difference, ...] = ()) -> ComparedRecords:
    before: Comparison = records.comparisons[7]
    records.comparisons[7] = replace(before, facts=facts, differences=differences, figures=())
    return records


def fact(records: ComparedRecords, relation: FactRelation, *values: tuple[int, str, str]) -> Fact:
    places = [(place_of(records, article, words), value) for article, words, value in values]
    found = tuple(FactValue(place.article, place.start, place.end, value) for place, value in places)
    return Fact(Topic.DATE, Aspect.WHEN, relation, "h", "closed · bridge", found)


def test_what_happened_is_told_once_and_its_aspects_follow_without_a_blank_line() -> None:
    first, second, other = [block for block in blocks_of(bridge()) if block.section == HAPPENED]
    assert (told(first), first.is_close) == (["closed · oldest bridge", "when ~4 Mar 2024"], False)
    assert (told(second), second.is_close) == (["where"], True)
    assert (told(other)[0], other.is_close) == ("Ines Marlow · said", False)
    assert [first.sign, second.sign, other.sign] == ["=", "≈", "="]


def test_every_value_is_marked_in_its_sentence_and_leads_there() -> None:
    records = bridge()
    for block in blocks_of(records, opened=frozenset({"single 1", "single 3"})):
        for words in block.words:
            assert words.place is not None
            if words.style == "text":
                (mark,) = words.marks
                assert words.text[mark.start : mark.end] in records.articles[words.article].text
                assert words.place.start <= words.place.end


def test_dates_that_are_not_the_same_stand_with_what_they_come_to() -> None:
    records = bridge()
    values = ((1, "Monday", "2024-03-04"), (3, "Tuesday", "2024-03"))
    (block,) = blocks_of(changed(records, fact(records, FactRelation.COMPATIBLE, *values)))
    assert (block.sign, told(block)) == ("≈", ["closed · bridge", "when"])
    assert [each.text for each in block.words if each.style == "muted"] == ["= 4 Mar 2024", "= Mar 2024"]


def test_values_that_differ_claim_nothing_without_a_difference_that_says_so() -> None:
    records = bridge()
    conflict = fact(records, FactRelation.CONFLICT, (1, "Monday", "2024-03-04"), (3, "Tuesday", "2024-03-05"))
    (block,) = blocks_of(changed(records, conflict))
    assert (block.sign, block.section) == ("≈", HAPPENED)
    readings = tuple(Passage(value.article, value.start, value.end) for value in conflict.values)
    said = Difference("d", Topic.DATE, Confidence.SURE, readings, "Monday / Tuesday")
    (block,) = blocks_of(changed(records, conflict, differences=(said,)))
    assert (block.sign, block.section, block.differences) == ("!", DIFFER, ("d",))


def test_a_range_tells_what_its_ends_share_once() -> None:
    records = bridge()
    values = ((1, "Monday", "2024-03-04/2024-03-10"), (2, "Monday", "2024-03-04/2024-03-10"))
    (block,) = blocks_of(changed(records, fact(records, FactRelation.AGREE, *values)))
    assert told(block)[-1] == "when 4–10 Mar 2024"


def test_what_one_source_alone_says_is_folded_into_its_line() -> None:
    folded_lines = [block for block in blocks_of(bridge()) if block.section == SINGLE]
    assert [block.is_folded for block in folded_lines] == [True, True]


def test_a_fact_of_a_source_and_its_copy_is_one_of_one_source() -> None:
    shown = folded(bridge().comparisons[7], {2: 1})
    assert [each.relation for each in shown.facts if each.happening == "f-closed"] == [
        FactRelation.SINGLE,
        FactRelation.COMPATIBLE,
    ]
