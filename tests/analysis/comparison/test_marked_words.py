"""Which words of two linked sentences are marked: what a person would underline."""

from __future__ import annotations

from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.comparison import compare
from reader.models.comparison import Comparison, Relation
from reader.models.titles import without_titles
from tests.analysis.comparison.written import written_article

_PARSER = SpacyParser()
FILLER = ("Residents gathered in the square.", "The government has not commented yet.")


def compared(one: list[str], other: list[str]) -> tuple[Comparison, dict[int, str]]:
    articles = [written_article([*lines, FILLER[n]], n + 1) for n, lines in enumerate((one, other))]
    texts = {analysed.article.id: analysed.article.text for analysed in articles}
    return compare(list(with_clauses(articles, _PARSER))), texts


def marked(one: str, other: str) -> list[str]:
    comparison, texts = compared(["News", one], ["Report", other])
    (row,) = [row for row in comparison.rows if row.relation is Relation.DIFFER]
    return [texts[reading.article][start:end] for reading in row.readings for start, end in reading.differing]


def test_in_nearly_the_same_words_those_that_differ() -> None:
    assert marked(
        "The old bridge over the river in Dova was closed by angry farmers at noon.",
        "The old bridge over the river in Dova was closed by angry miners at noon.",
    ) == ["farmers", "miners"]


def test_in_other_words_only_the_figures_and_verbs() -> None:
    found = marked(
        "Flames destroyed 40 wooden houses near the old mill in Dova before dawn, officials in the valley said.",
        "In Dova a terrible inferno consumed dozens of wooden houses beside the old mill while people were asleep.",
    )
    assert sorted(found) == ["consumed dozens", "destroyed 40"]


def test_a_form_of_address_is_no_other_word() -> None:
    assert not marked(
        "“The bridge over the river in Dova is safe for lorries,” Berg said.",
        "“The bridge over the river in Dova is safe for lorries,” Mr. Berg said on Monday.",
    )[1:]


def test_a_title_stands_in_no_row_beside_its_own_text() -> None:
    line = "The old bridge over the river in Dova was closed by angry farmers."
    comparison, _ = compared([line[:-1], line], [line])
    rows = without_titles(comparison, comparison.rows)
    titles = {head.article: head.title for head in comparison.heads}
    assert {len(row.readings) for row in comparison.rows} == {1, 3}
    assert {len(row.readings) for row in rows} == {1, 2}
    assert not [r for row in rows for r in row.readings if (r.start, r.end) == titles[1]]
