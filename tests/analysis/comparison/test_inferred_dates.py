"""An inferred date never separates: of articles that don't state their day, only the words can disagree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.comparison import compare
from reader.models.annotations import AnalysedArticle
from reader.models.article import Evidence, Metadatum, Status
from reader.models.comparison import Aspect, Comparison, Confidence, FactRelation, Topic
from tests.analysis.comparison.written import written_article

DAY = "2024-03-14"
THURSDAY_AND_BEFORE = (
    "The two ministers met in Geneva to talk about the river on Wednesday.",
    "The two ministers met in Geneva to talk about the river on Tuesday.",
)
UNSAID = (
    ("The high in Dalby on Wednesday was 31 degrees.", "The high in Dalby yesterday was 31 degrees."),
    ("The two ministers met in Geneva on Tuesday.", "The two ministers met in Geneva on 13 March 2024."),
    ("The bridge in Dalby was built last year by Telm.", "The bridge in Dalby was built in 2021 by Telm."),
    ("The ceasefire in Dova took effect yesterday.", "The ceasefire in Dova took effect today."),
    ("The two ministers met in Geneva last Tuesday.", "The two ministers met in Geneva on Tuesday."),
)
STILL_SURE = (
    ("Brell opened an embassy in Oran in March.", "Brell opened its embassy in Oran in April."),
    ("The trial of the general began on 4 March 2024.", "The trial of the general began on 6 March 2024."),
    ("The bridge was built in 1931 by two engineers.", "Two engineers built the bridge in 1936."),
)

_PARSER = SpacyParser()


def undated(lines: list[str], number: int, day: str) -> AnalysedArticle:
    """An article of which the day was given by its event, and its dates resolved against it."""
    dated = written_article(lines, number, day)
    published = Metadatum(day, Status.INFERRED, Evidence(0, "same event"))
    return replace(dated, article=replace(dated.article, published=published))


def compared(one: str, other: str, days: tuple[str, str] = (DAY, DAY)) -> Comparison:
    articles = [
        undated(["Report from the region", one, "Residents gathered in the square."], 1, days[0]),
        undated(["News of the day", other, "The government has not commented yet."], 2, days[1]),
    ]
    return compare(list(with_clauses(articles, _PARSER)))


def dates_said(comparison: Comparison) -> list[Confidence]:
    return [difference.confidence for difference in comparison.differences if difference.kind is Topic.DATE]


@pytest.mark.parametrize(("one", "other"), UNSAID)
@pytest.mark.parametrize("days", [(DAY, DAY), (DAY, "2024-03-16")])
def test_what_hangs_on_an_inferred_day_is_no_difference(one: str, other: str, days: tuple[str, str]) -> None:
    comparison = compared(one, other, days)
    assert not dates_said(comparison)
    assert not any(fact.aspect is Aspect.WHEN and fact.relation is FactRelation.CONFLICT for fact in comparison.facts)


def test_other_weekdays_of_one_verb_are_likely_at_most() -> None:
    assert dates_said(compared(*THURSDAY_AND_BEFORE)) == [Confidence.LIKELY]


@pytest.mark.parametrize(("one", "other"), STILL_SURE)
def test_months_and_years_by_name_need_no_day(one: str, other: str) -> None:
    assert dates_said(compared(one, other)) == [Confidence.SURE]
