from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.events.terms import (
    LEAD_WORDS,
    MAXIMUM_COUNT,
    Terms,
    count_terms,
    extract_terms,
    hash_pair,
    hash_word,
    words_of,
)
from reader.models.article import LineLabel
from tests.analysis.events.reports import Report, as_article


def test_words_are_folded_and_lose_their_possessive() -> None:
    assert words_of("Israel’s Herzog isn't in BAKU; co-operation") == [
        "israel", "herzog", "isn't", "in", "baku", "co", "operation",
    ]  # fmt: skip


def test_hashes_are_the_same_in_every_process() -> None:
    assert hash_word("ferry") == 3205307410
    assert hash_pair("ferry", "fire") == 678636187


def test_the_title_counts_twice_and_stop_words_break_pairs() -> None:
    terms = count_terms("Ferry fire", "A fire on the ferry.")
    counts = dict(zip(terms.hashes.tolist(), terms.counts.tolist(), strict=True))
    assert counts == {hash_word("ferry"): 3, hash_word("fire"): 3, hash_pair("ferry", "fire"): 2}


def test_only_the_lead_counts() -> None:
    lead = " ".join(f"word{number}" for number in range(LEAD_WORDS))
    assert np.array_equal(count_terms("", lead).hashes, count_terms("", f"{lead} background").hashes)


def test_a_derived_title_does_not_count_again() -> None:
    report = Report("fire", "", "", "Ferry burns off Faial.")
    terms = extract_terms(as_article(report))
    assert set(terms.counts.tolist()) == {1}


def test_noise_lines_are_left_out() -> None:
    report = Report("fire", "", "Ferry burns", "Smoke rose over Faial.\nSubscribe to our newsletter")
    article = as_article(report)
    lines = (*article.lines[:-1], replace(article.lines[-1], label=LineLabel.BOILERPLATE))
    assert hash_word("newsletter") not in extract_terms(replace(article, lines=lines)).hashes.tolist()
    assert hash_word("smoke") in extract_terms(replace(article, lines=lines)).hashes.tolist()


def test_counts_stay_in_a_byte() -> None:
    terms = count_terms("fire " * LEAD_WORDS, "fire " * LEAD_WORDS)
    assert terms.counts.max() == MAXIMUM_COUNT


@given(st.text(), st.text())
def test_terms_survive_storing(title: str, body: str) -> None:
    terms = count_terms(title, body)
    again = Terms.from_bytes(terms.to_bytes())
    assert np.array_equal(terms.hashes, again.hashes)
    assert np.array_equal(terms.counts, again.counts)
    assert np.all(np.diff(terms.hashes.astype(np.int64)) > 0)
