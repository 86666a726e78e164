"""Word-level differences between the versions of an utterance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.views.versions import differing_words


def marked(versions: list[str], reference: int = 0) -> list[list[str]]:
    return [
        [version[start:end] for start, end in stretches]
        for version, stretches in zip(versions, differing_words(versions, reference), strict=True)
    ]


def test_words_that_were_replaced_are_marked_in_both() -> None:
    assert marked(["Nobody was in danger at any time today.", "Nobody was in danger at any moment today."]) == [
        ["time"],
        ["moment"],
    ]


def test_words_that_were_put_in_are_marked_where_they_stand() -> None:
    assert marked(["a security alliance", "a security and economic alliance"]) == [[], ["and economic"]]


def test_case_quotes_and_apostrophes_do_not_count() -> None:
    assert marked(["“It’s the Shi’ite ones’ turn,”", "\"It's the Shiite ones' turn\""]) == [[], []]


@pytest.mark.parametrize(
    "shorter", ["the harbour will open", "will open again in May", "“the harbour will open again in May”"]
)
def test_a_version_that_quotes_less_does_not_differ(shorter: str) -> None:
    assert marked(["We promise that the harbour will open again in May, as planned.", shorter]) == [[], []]


def test_three_versions_are_compared_with_the_reference() -> None:
    versions = ["we shall rebuild the old pier", "we will rebuild the old pier", "we shall rebuild the new pier"]
    assert marked(versions) == [["shall", "old"], ["will"], ["new"]]


def test_another_part_of_the_statement_is_not_marked() -> None:
    assert marked(["The gate broke at night.", "Nobody had told us of any crack."]) == [[], []]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=5), st.data())
def test_stretches_lie_inside_in_order_and_apart(versions: list[str], data: st.DataObject) -> None:
    reference = data.draw(st.integers(0, len(versions) - 1))
    for version, stretches in zip(versions, differing_words(versions, reference), strict=True):
        edges = [edge for stretch in stretches for edge in stretch]
        assert edges == sorted(set(edges))
        assert all(0 <= edge <= len(version) for edge in edges)


@given(st.text(max_size=80))
def test_a_version_does_not_differ_from_itself(version: str) -> None:
    assert differing_words([version, version], 0) == ((), ())
