"""Headlines in title case are read as sentences, and every offset stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.headlines import in_sentence_case
from reader.analysis.clauses.parser import SpacyParser
from reader.models.annotations import Tense
from tests.analysis.comparison.written import written_article


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Ministry Will Close Plant In Orsted", "Ministry will close plant in Orsted"),
        ("Norda's Rival Buys NATO Supplier In Orsted", "Norda's rival buys NATO supplier in Orsted"),
        ("Ministry will close plant in Orsted", "Ministry will close plant in Orsted"),
        ("Norda Buys Orsted", "Norda Buys Orsted"),
    ],
)
def test_only_names_and_abbreviations_keep_their_capitals(line: str, read: str) -> None:
    assert in_sentence_case(line, {"Orsted", "Norda"}) == read


@given(st.text(), st.sets(st.text(max_size=5)))
def test_the_line_keeps_its_length(line: str, names: set[str]) -> None:
    assert len(in_sentence_case(line, names)) == len(line)


def test_a_headline_in_title_case_has_clauses() -> None:
    article = written_article(["Lindholm Will Close Steel Plant In Orsted", "Residents met."], 1)
    (parsed,) = with_clauses([article], SpacyParser())
    assert ("clos", Tense.FUTURE) in {(each.verb, each.tense) for each in parsed.annotations.clauses or ()}
