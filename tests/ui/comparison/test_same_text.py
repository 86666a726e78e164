"""Sources with one and the same text, and what folding them does to a comparison."""

from __future__ import annotations

from reader.models.comparison import Relation
from reader.models.same_text import folded, same_texts
from tests.ui.comparison.bridge import bridge, many

REPORT = [
    "The pier fell at night.",
    "Nobody was hurt.",
    "It was built in 1890.",
    "Boats wait outside.",
    "Work begins soon.",
]


def test_a_text_that_was_cut_from_the_end_is_the_same() -> None:
    assert same_texts((1, 2), {1: REPORT, 2: REPORT[:4]}) == {2: 1}


def test_the_first_of_the_order_stands_for_the_others() -> None:
    assert same_texts((3, 1, 2), {1: REPORT, 2: REPORT, 3: REPORT}) == {1: 3, 2: 3}


def test_blanks_and_case_do_not_count() -> None:
    assert same_texts((1, 2), {1: REPORT, 2: [line.upper().replace(" ", "  ") for line in REPORT]}) == {2: 1}


def test_shared_quotations_are_no_same_text() -> None:
    assert (
        same_texts((1, 2), {1: REPORT, 2: [*REPORT[:2], "We met the keeper.", "He wept.", "The sea was calm."]}) == {}
    )


def test_a_known_near_copy_needs_less() -> None:
    edited = [*REPORT[:3], "Boats are waiting.", "The work starts soon."]
    assert same_texts((1, 2), {1: REPORT, 2: edited}) == {}
    assert same_texts((1, 2), {1: REPORT, 2: edited}, known=[2]) == {2: 1}


def test_a_text_too_short_to_tell_stays_alone() -> None:
    assert same_texts((1, 2), {1: REPORT[:2], 2: REPORT[:2]}) == {}


def test_agreement_among_copies_is_no_agreement_of_sources() -> None:
    comparison = many(3, copies=1).comparisons[7]
    shown = folded(comparison, {3: 1})
    assert shown.articles == (1, 2)
    for before, after in zip(comparison.rows, shown.rows, strict=True):
        sources = {reading.article for reading in before.readings}
        if sources <= {1, 3} and len(sources) > 1:
            assert after.relation is Relation.SINGLE


def test_a_sentence_that_only_the_copy_has_is_kept() -> None:
    comparison = bridge().comparisons[7]
    shown = folded(comparison, {3: 1})
    assert [reading.article for row in shown.rows if row.key == "mayor" for reading in row.readings] == [3]


def test_without_copies_nothing_changes() -> None:
    comparison = bridge().comparisons[7]
    assert folded(comparison, {}) is comparison
