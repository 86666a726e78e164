"""Sources with one and the same text are one source that names the others wherever a comparison is read."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from reader.export.formats import Format, exported
from reader.models.article import Article
from reader.models.comparison import Comparison, Confidence, Difference, Passage, Topic
from reader.models.same_text import folded
from tests.ui.comparison.bridge import many

FOLDED = [Format.HTML, Format.MARKDOWN, Format.TEXT]


def wire() -> tuple[Comparison, dict[int, Article]]:
    """Four sources; the third and the fourth carry the text of the first."""
    records = many(4, copies=2)
    return records.comparisons[7], dict(records.articles)


@pytest.mark.parametrize("form", FOLDED)
def test_a_sentence_that_copies_repeat_stands_once_and_every_source_can_be_cited(form: Format) -> None:
    comparison, articles = wire()
    written = exported(form, comparison, articles)
    first = next(row for row in comparison.rows if len(row.readings) > 1).readings[0]
    sentence = articles[first.article].text[first.start : first.end]
    assert written.count(sentence) < 3
    for article in articles.values():
        assert article.outlet.value is not None
        assert article.outlet.value in written
        assert article.origin in written


@pytest.mark.parametrize("form", [Format.HTML, Format.MARKDOWN])
def test_the_others_are_named_with_their_numbers(form: Format) -> None:
    written = exported(form, *wire()).replace("\\[", "[").replace("\\]", "]")
    assert "4 sources, 2 with the same text as another" in written
    assert "same text: Outlet 03 [3], Outlet 04 [4]" in written
    assert written.count("same text as [1]") == 2


def test_a_program_gets_every_source() -> None:
    comparison, articles = wire()
    lines = csv.DictReader(io.StringIO(exported(Format.CSV, comparison, articles), newline=""))
    assert {line["outlet"] for line in lines} == {f"Outlet {number:02}" for number in range(1, 5)}
    assert len(json.loads(exported(Format.JSON, comparison, articles))["articles"]) == 4


@pytest.mark.parametrize("known", [(), (2,)])
def test_reports_of_their_own_stay_apart_whatever_the_library_holds(known: tuple[int, ...]) -> None:
    records = many(2)
    written = exported(Format.TEXT, records.comparisons[7], dict(records.articles), known_copies=known)
    assert "same text" not in written


def test_a_difference_is_told_once_for_each_text_and_of_a_copy_from_its_text_as_it_is() -> None:
    comparison, _ = wire()
    passages = tuple(Passage(article, 0, 5) for article in (1, 2, 3))
    apart = Difference("a", Topic.FIGURE, Confidence.SURE, passages, "")
    inside = Difference("b", Topic.FIGURE, Confidence.SURE, (passages[0], passages[2]), "")
    told = folded(replace(comparison, differences=(apart, inside)), {3: 1, 4: 1}).differences
    assert [each.readings for each in told] == [passages[:2], inside.readings]
