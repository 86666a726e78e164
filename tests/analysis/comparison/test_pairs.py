"""Pairs of sentences whose figures or dates no one may get wrong."""

from __future__ import annotations

import pytest

from reader.analysis.comparison import compare
from reader.models.annotations import AnalysedArticle
from reader.models.comparison import Comparison, Confidence, FigureRelation, Topic
from tests.analysis.comparison.written import written_article

AGREE, COMPATIBLE, CONFLICT, SURE, APART = "agree", "compatible", "conflict", "sure", "apart"
"""Expected: same value · both can be true · conflict · sure conflict · two different things (or nothing to be said)."""

FIGURES = (
    # deaths and injuries
    ("At least 12 people were killed in the blast in Karsk.", "The blast in Karsk killed 15 people.", COMPATIBLE),
    ("The blast in Karsk killed 12 people.", "In Karsk 15 people were killed in the blast.", CONFLICT),
    ("The blast in Karsk killed 12 people.", "The blast in Karsk killed a dozen people.", AGREE),
    ("The blast in Karsk killed 12 people.", "The blast in Karsk injured 40 people.", APART),
    (
        "More than 30 people were hurt in the crash near Dalby.",
        "32 people were hurt in the crash near Dalby.",
        COMPATIBLE,
    ),
    ("Up to 20 people were hurt in the crash near Dalby.", "The crash near Dalby hurt 17 people.", COMPATIBLE),
    ("Up to 20 people were hurt in the crash near Dalby.", "The crash near Dalby hurt 45 people.", CONFLICT),
    ("About 100 people were hurt in the crash near Dalby.", "The crash near Dalby hurt 104 people.", COMPATIBLE),
    ("Dozens of people were hurt in the crash near Dalby.", "The crash near Dalby hurt 64 people.", COMPATIBLE),
    ("Hundreds of homes were flooded along the Ruhn.", "Some 400 homes were flooded along the Ruhn.", COMPATIBLE),
    ("Three people died in the fire on Mill Street.", "Five people died in the fire on Mill Street.", CONFLICT),
    ("The fire on Mill Street killed 3 people.", "Three people died in the fire on Mill Street.", AGREE),
    ("Nearly 50 people were rescued from the ferry.", "47 people were rescued from the ferry.", COMPATIBLE),
    ("Fewer than 10 people were hurt in the storm in Tole.", "In Tole 14 people were hurt in the storm.", CONFLICT),
    ("At least 12 people were killed in the blast in Karsk.", "The blast in Karsk killed 9 people.", CONFLICT),
    # things counted
    (
        "The minister came with 30 companies to the fair.",
        "The fair was attended by the minister and 30 children.",
        APART,
    ),
    (
        "Police arrested 24 protesters outside the ministry.",
        "Police arrested 31 protesters outside the ministry.",
        SURE,
    ),
    ("The airline will buy 60 aircraft from the maker.", "The airline will buy 60 planes from the maker.", AGREE),
    ("The airline will buy 60 aircraft from the maker.", "The airline will buy 45 planes from the maker.", CONFLICT),
    ("The plant in Orsted employs 900 workers.", "The plant in Orsted employs 1,200 workers.", SURE),
    ("The plant in Orsted employs 900 workers.", "The plant in Orsted employs about 950 workers.", COMPATIBLE),
    ("The plant in Orsted will cut 900 jobs.", "The plant in Orsted makes 900 engines a day.", APART),
    ("The fleet lost two ships near Varna.", "The fleet lost two vessels near Varna.", AGREE),
    ("The law passed with 210 votes in the lower house.", "The law passed with 219 votes in the lower house.", SURE),
    ("Parliament passed the law with 210 votes to 98.", "Parliament passed the law with 210 votes.", AGREE),
    # per cent and shares
    (
        "Some 40 percent of the electricity comes from coal.",
        "More than a third of the electricity comes from coal.",
        COMPATIBLE,
    ),
    (
        "Coal provides 40% of the country's electricity.",
        "Coal provides 40 percent of the country's electricity.",
        AGREE,
    ),
    ("Coal provides 40% of the country's electricity.", "Coal provides 55% of the country's electricity.", SURE),
    ("Coal provides 40% of the country's electricity.", "Gas provides 22% of the country's heating.", APART),
    ("Half of the voters took part in the referendum.", "50 percent of the voters took part in the referendum.", AGREE),
    ("Turnout in the referendum was 48.5 percent.", "Turnout in the referendum was 48.5%.", AGREE),
    ("The bank raised its key rate by 0.5 percent.", "The bank raised its key rate to 4.5 percent.", APART),
    ("Exports of wheat rose by 12% last year.", "Exports of wheat rose by 12 percent last year.", AGREE),
    ("About 30% of its oil comes from Arland.", "Around 40% of its petroleum comes from Arland.", CONFLICT),
    # money
    ("Norda buys its rival Telm for $1.7bn.", "Norda buys its rival Telm for 1,700 million dollars.", AGREE),
    ("Norda buys its rival Telm for $1.7bn.", "Norda buys its rival Telm for 1,900 million dollars.", CONFLICT),
    ("Norda buys its rival Telm for $1.7bn.", "Norda buys its rival Telm for about $1.8bn.", COMPATIBLE),
    ("Norda buys its rival Telm for $1.7bn.", "Norda buys its rival Telm for €1.6bn.", APART),
    ("The fine for the bank is 250 million euros.", "The bank must pay a fine of €250m.", AGREE),
    ("The fine for the bank is at least 250 million euros.", "The fine for the bank is 300 million euros.", COMPATIBLE),
    ("The stadium cost 80 million euros to build.", "The stadium cost more than 95 million euros to build.", CONFLICT),
    # lengths, areas, masses
    ("The town is 12 miles from the border.", "The town is 15 miles from the border.", SURE),
    ("The town is 12 miles from the border.", "The town is about 20 km from the border.", COMPATIBLE),
    ("The town is 12 miles from the border.", "The town is 40 km from the border.", SURE),
    ("The town is 12 miles from the border.", "The two countries share a border of 670 kilometres.", APART),
    (
        "The fire burned 500 hectares of forest near Sela.",
        "The fire burned 5 square kilometres of forest near Sela.",
        AGREE,
    ),
    ("The fire burned 500 hectares of forest near Sela.", "The fire burned 900 hectares of forest near Sela.", SURE),
    ("Customs seized 2 tonnes of cocaine in the port.", "Customs seized 2,000 kilos of cocaine in the port.", AGREE),
    ("Customs seized 2 tonnes of cocaine in the port.", "Customs seized 3.5 tonnes of cocaine in the port.", SURE),
    ("The tunnel under the bay is 7 km long.", "The tunnel under the bay is 7 kilometres long.", AGREE),
    # durations
    ("He was sentenced to ten years in prison.", "He was sentenced to 10 years in prison.", AGREE),
    ("He was sentenced to six years in prison.", "He was sentenced to nine years in prison.", CONFLICT),
    ("The occupation lasted nearly three decades.", "The occupation lasted almost thirty years.", AGREE),
    ("The talks lasted two hours.", "The talks lasted five hours.", CONFLICT),
    ("It is the first visit in ten years.", "The ceasefire holds for three days.", APART),
    # years that are not disjoint
    ("In 2021 the plant in Orsted employed 900 workers.", "In 2023 the plant in Orsted employed 1,200 workers.", APART),
    (
        "On Monday 12 people were killed in shelling in Dova.",
        "On Tuesday 20 people were killed in shelling in Dova.",
        APART,
    ),
)

CONFLICTING_DATES = (
    ("Brell opened an embassy in Oran in March.", "Brell opened its embassy in Oran in April."),
    ("The trial of the general began on 4 March 2024.", "The trial of the general began on 6 March 2024."),
    ("The two ministers met in Geneva on Wednesday.", "The two ministers met in Geneva on Tuesday."),
    ("The bridge was built in 1931 by two engineers.", "Two engineers built the bridge in 1936."),
    ("The ceasefire in Dova took effect on Friday.", "The ceasefire in Dova took effect on Saturday."),
    ("He has led the party since 2015.", "He has led the party since 2012."),
    ("The vessel passed its annual inspection in April.", "The ship passed its yearly inspection in March."),
)

PEACEFUL_DATES = (
    ("Brell opened an embassy in Oran in March.", "Brell opened its embassy in Oran on 14 March."),
    ("Brell opened an embassy in Oran in March.", "Oran has had an embassy in Brell since 1993."),
    (
        "The two ministers met in Geneva, a spokesman said on Wednesday.",
        "The two ministers met in Geneva, a spokesman said on Tuesday.",
    ),
    ("The two ministers met in Geneva on Wednesday.", "The two ministers will travel on to Paris on Thursday."),
    ("Police arrested the man on Monday.", "The man was charged with fraud on Tuesday."),
    ("He has led the party since 2015.", "He led the party until 2012."),
    ("The trial of the general began on 11 March 2024.", "The trial of the general began on Monday."),
    ("The bridge was built in 1931.", "The bridge was rebuilt in 1946 after the war."),
    ("Relations were established in 1991.", "An embassy was opened in 1993."),
)

FILLER = ("Residents gathered in the square.", "The government has not commented yet.")


def compared(one: str, other: str) -> Comparison:
    first: AnalysedArticle = written_article(["Report from the region", one, FILLER[0]], 1, "2024-03-14")
    second = written_article(["News of the day", other, FILLER[1]], 2, "2024-03-14")
    return compare([first, second])


@pytest.mark.parametrize(("one", "other", "expected"), FIGURES)
def test_figures(one: str, other: str, expected: str) -> None:
    comparison = compared(one, other)
    shared = {group.relation for group in comparison.figures if len({value.article for value in group.values}) > 1}
    conflicts = [d.confidence for d in comparison.differences if d.kind is Topic.FIGURE]
    if expected == APART:
        assert not shared
        assert not conflicts
    elif expected in {AGREE, COMPATIBLE}:
        assert shared == {FigureRelation(expected)}
        assert not conflicts
    else:
        assert shared == {FigureRelation.CONFLICT}
        assert len(conflicts) == 1
        assert conflicts == [Confidence.SURE] or expected == CONFLICT


@pytest.mark.parametrize(("one", "other"), CONFLICTING_DATES)
def test_dates_that_conflict(one: str, other: str) -> None:
    dates = [difference for difference in compared(one, other).differences if difference.kind is Topic.DATE]
    assert [difference.confidence for difference in dates] == [Confidence.SURE]


@pytest.mark.parametrize(("one", "other"), PEACEFUL_DATES)
def test_dates_that_do_not_conflict(one: str, other: str) -> None:
    assert not [difference for difference in compared(one, other).differences if difference.kind is Topic.DATE]


def test_a_figure_beside_one_that_conflicts_agrees_on_its_own() -> None:
    comparison = compared(
        "An audit found 31 defects on the four ships of the company.",
        "An audit found 29 defects on the four ships of the company.",
    )
    relations = {value.value: group.relation for group in comparison.figures for value in group.values}
    assert relations == {31.0: FigureRelation.CONFLICT, 29.0: FigureRelation.CONFLICT, 4.0: FigureRelation.AGREE}
