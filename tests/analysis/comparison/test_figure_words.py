"""The words that are shown of a figure: with what it counts, and nothing of what is done."""

from __future__ import annotations

import pytest

from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.comparison.figures.counted import counts_end
from tests.analysis.comparison.written import written_article

_PARSER = SpacyParser()


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("A 52-year-old baker beat the deputy mayor on Sunday.", "52-year-old baker"),
        ("The ferry carried 212 passengers to Velmar.", "212 passengers"),
        ("The mast stands 15 miles from the Norland border.", "15 miles from the Norland border"),
    ],
)
def test_a_figure_is_shown_with_what_it_counts_and_no_verb(sentence: str, shown: str) -> None:
    (article,) = with_clauses([written_article([sentence], 1, "2024-05-01")], _PARSER)
    figure, *_ = article.annotations.figures
    end = max(figure.end, counts_end(figure, article.annotations.clauses or ()))
    assert article.article.text[figure.start : end].rstrip() == shown
