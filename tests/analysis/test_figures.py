from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.figures import extract_figures, figure_mentions
from reader.analysis.segment import split_sentences
from reader.analysis.temporal import find_dates
from reader.models.annotations import Bound, Figure, FigureKind
from reader.models.article import LineLabel
from tests.analysis.plain_articles import article_of

EXACT, ABOUT, AT_LEAST, AT_MOST = Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST


def figures_in(text: str) -> tuple[Figure, ...]:
    article = article_of(text)
    return extract_figures(article, split_sentences(article))


def surfaces(text: str) -> list[str]:
    return [text[figure.start : figure.end] for figure in figures_in(text)]


READ = [
    ("Police held 30 people.", "30", 30, "", EXACT, "person"),
    ("Some 30 Israeli companies took part.", "Some 30", 30, "", ABOUT, "company"),
    ("Over 100 meetings were held.", "Over 100", 100, "", AT_LEAST, "meeting"),
    ("At least 12 miners died.", "At least 12", 12, "", AT_LEAST, "miner"),
    ("Up to 80 jobs will go.", "Up to 80", 80, "", AT_MOST, "job"),
    ("Fewer than 10 votes decided it.", "Fewer than 10", 10, "", AT_MOST, "vote"),
    ("As many as 400 homes burned.", "As many as 400", 400, "", AT_MOST, "home"),
    ("They sent just 12 trucks.", "12", 12, "", EXACT, "truck"),
    ("About 1,900 workers walked out.", "About 1,900", 1900, "", ABOUT, "worker"),
    ("It employs 12 or more nurses.", "12 or more", 12, "", AT_LEAST, "nurse"),
    ("It has 300+ members.", "300+", 300, "", AT_LEAST, "member"),
    ("Three hundred and five seats were sold.", "Three hundred and five", 305, "", EXACT, "seat"),
    ("Twenty-five children sang.", "Twenty-five", 25, "", EXACT, "child"),
    ("A dozen villages were flooded.", "A dozen", 12, "", EXACT, "village"),
    ("Two dozen boats sailed.", "Two dozen", 24, "", EXACT, "boat"),
    ("Half a dozen men ran.", "Half a dozen", 6, "", EXACT, "man"),
    ("Dozens of protesters gathered.", "Dozens", 20, "", ABOUT, "protester"),
    ("Hundreds of small farms closed.", "Hundreds", 100, "", ABOUT, "farm"),
    ("Tens of thousands of fans came.", "Tens of thousands", 10_000, "", ABOUT, "fan"),
    ("It sold 1.7 million cars.", "1.7 million", 1_700_000, "", EXACT, "car"),
    ("Half a million homes lost power.", "Half a million", 500_000, "", EXACT, "home"),
    ("The deal is worth $1.7bn.", "$1.7bn", 1_700_000_000, "USD", EXACT, ""),
    ("The deal is worth $1.7 billion in aid.", "$1.7 billion", 1_700_000_000, "USD", EXACT, "aid"),
    ("It cost €4.50.", "€4.50", 4.5, "EUR", EXACT, ""),
    ("It cost around £200m.", "around £200m", 200_000_000, "GBP", ABOUT, ""),
    ("They owe 200 million dollars.", "200 million dollars", 200_000_000, "USD", EXACT, ""),
    ("They owe US$30 million.", "US$30 million", 30_000_000, "USD", EXACT, ""),
    ("A $5 billion pipeline was cancelled.", "$5 billion", 5e9, "USD", EXACT, "pipeline"),
    ("Turnout was 69 percent.", "69 percent", 69, "%", EXACT, ""),
    ("It gets around 30% of its oil there.", "around 30%", 30, "%", ABOUT, "oil"),
    ("About 40% of the petroleum imported by sea is lost.", "About 40%", 40, "%", ABOUT, "petroleum"),
    ("It held 69 per cent of Norway’s fish exports.", "69 per cent", 69, "%", EXACT, "export"),
    ("A 17 percent increase was agreed.", "17 percent", 17, "%", EXACT, "increase"),
    ("More than a third of the seats are empty.", "More than a third", 100 / 3, "%", AT_LEAST, "seat"),
    ("Two-thirds of voters agreed.", "Two-thirds", 200 / 3, "%", EXACT, "voter"),
    ("Nearly half of the crew left.", "Nearly half", 50, "%", ABOUT, "crew"),
    ("Half of the crew left.", "Half", 50, "%", EXACT, "crew"),
    ("One in five pupils is ill.", "One in five", 20, "%", EXACT, "pupil"),
    ("1 in 4 bridges is unsafe.", "1 in 4", 25, "%", EXACT, "bridge"),
    ("The town is 12 miles from the Turkish border.", "12 miles", 12, "mile", EXACT, "border"),
    ("A 670-kilometer border divides them.", "670-kilometer", 670, "km", EXACT, "border"),
    ("It lies 19 km north of Lima.", "19 km", 19, "km", EXACT, "lima"),
    ("The wall is 5 ft high.", "5 ft", 5, "foot", EXACT, ""),
    ("The fire burned 300 square kilometres of forest.", "300 square kilometres", 300, "sq km", EXACT, "forest"),
    ("It covers 40 sq km.", "40 sq km", 40, "sq km", EXACT, ""),
    ("They seized 2.5 tonnes of cocaine.", "2.5 tonnes", 2.5, "tonne", EXACT, "cocaine"),
    ("It weighs almost 90kg.", "almost 90kg", 90, "kg", ABOUT, ""),
    ("It was 38°C in the shade.", "38°C", 38, "°C", EXACT, ""),
    ("The strike went on for four days.", "four days", 4, "day", EXACT, ""),
    ("It ended nearly three decades of war.", "nearly three decades", 3, "decade", ABOUT, "war"),
    ("Between 12 and 15 miners died.", "Between 12 and 15", 12, "", ABOUT, "miner"),
    ("They walked 12-15 miles.", "12-15 miles", 12, "mile", ABOUT, ""),
    ("The cost is 2 to 3 million euros.", "2 to 3 million euros", 2_000_000, "EUR", ABOUT, ""),
    ("It was her first visit.", "first", 1, "", EXACT, ""),
    ("It marks the 75th anniversary.", "75th", 75, "", EXACT, ""),
    ("It was the twenty-first attempt.", "twenty-first", 21, "", EXACT, ""),
    ("They won 3-1 at home.", "3-1", 3, "", EXACT, ""),
    ("One soldier was hurt.", "One", 1, "", EXACT, "soldier"),
    ("Officials put the toll at 46.", "46", 46, "", EXACT, ""),
    ("The company’s 30 new arms factories opened.", "30", 30, "", EXACT, "factory"),
    ("30 of the hostages were freed.", "30", 30, "", EXACT, "hostage"),
    ("Rents rose by 1.5 percentage points.", "1.5 percentage points", 1.5, "point", EXACT, ""),
    ("He bought ¥300 billion of bonds.", "¥300 billion", 3e11, "JPY", EXACT, "bond"),
    ("Some 200 Norland-made tanks rolled in.", "Some 200", 200, "", ABOUT, "tank"),
    ("The deal includes 30 F-16 fighter jets.", "30", 30, "", EXACT, "jet"),
    ("It left 45 others without a home.", "45", 45, "", EXACT, ""),
    ("Rates rose by a quarter of a percentage point.", "a quarter of a percentage point", 0.25, "point", EXACT, ""),
    ("Rates rose by 50 basis points.", "50 basis points", 50, "basis point", EXACT, ""),
    ("Crude rose to $84.10 a barrel.", "$84.10", 84.1, "USD", EXACT, ""),
    ("It has 1.5m customers.", "1.5m", 1_500_000, "", EXACT, "customer"),
    ("It held 9 billion cubic metres of water.", "9 billion cubic metres", 9e9, "m³", EXACT, "water"),
    ("It fell to minus 12 degrees.", "minus 12 degrees", -12, "degree", EXACT, ""),
    ("The fund paid between $200 and $350 in fees.", "between $200 and $350", 200, "USD", ABOUT, "fee"),
    ("The target is 3% to 6% of output.", "3% to 6%", 3, "%", ABOUT, "output"),
    ("They waited two and a half hours.", "two and a half hours", 2.5, "hour", EXACT, ""),
    ("A four-year term ends there.", "four-year", 4, "year", EXACT, "term"),
    ("The ship carried 3,000 barrels of oil.", "3,000 barrels", 3000, "barrel", EXACT, "oil"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit", "bound", "counts"), READ)
def test_usual_forms(text: str, span: str, value: float, *, unit: str, bound: Bound, counts: str) -> None:
    (figure,) = figures_in(text)
    assert text[figure.start : figure.end] == span
    assert figure.value == pytest.approx(value)
    assert (figure.unit, figure.bound, figure.counts) == (unit, bound, counts)
    assert figure.low <= figure.high
    if counts:
        assert counts[:1] in text[figure.counts_start : figure.counts_end].lower()
    else:
        assert figure.counts_start == figure.counts_end


NO_FIGURES = [
    "It opened in 2019.",
    "It opened on March 4, 2021, at 3 p.m.",
    "They met between 2016 and 2020.",
    "The B52 and the F-16 landed; Covid-19 spread.",
    "Call +44 20 7946 0958 or 555-1234.",
    "See https://example.com/12/34 or write to desk12@example.org.",
    "Follow @user30 for more.",
    "Python 3.11.2 was released.",
    "No one knows which one it is.",
    "One of the men fled, and one can see why.",
    "The shop is open 24/7.",
    "The shop is open from 10 to 11 a.m.",
    "Image 1 of / 25 Caption Close The tower leans 1 / 25 Back to Gallery",
    "The First Lady spoke of the Second World War.",
    "At first nobody came.",
    "They cited Article 5 of the treaty and Resolution 1701.",
    "A Boeing 737-800 crashed and Apollo 11 landed.",
    "She stood outside the Four Courts in Dublin.",
    "The 9/11 attacks were recalled.",
    "A third party paid.".replace("third", "fair"),
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figures(text: str) -> None:
    assert surfaces(text) == []


SEVERAL = [
    ("Exports rose from 12 to 15 percent.", ["12", "15 percent"]),
    ("It has 30 companies, 30% of trade and 30 children.", ["30", "30%", "30"]),
    ("He met two ministers in four days.", ["two", "four days"]),
    ("The toll rose to 15, up from at least 12 on Tuesday.", ["15", "at least 12"]),
    ("He asked about 30 companies that hired over 200 people.", ["30", "over 200"]),
    ("A fire in 2019 killed 2000 sheep and 14 dogs.", ["2000", "14"]),
    ("He sued over €1,846 and lost over €1,500.", ["€1,846", "over €1,500"]),
    ("Germany paid €3m, France $2m.", ["€3m", "$2m"]),
]


@pytest.mark.parametrize(("text", "spans"), SEVERAL)
def test_several_in_one_sentence(text: str, spans: list[str]) -> None:
    assert surfaces(text) == spans


def test_ages_are_durations_and_no_mention() -> None:
    text = "A 42-year-old man lifted 90 kg."
    article = article_of(text)
    sentences = split_sentences(article)
    figures = extract_figures(article, sentences)
    assert [(f.kind, f.value, f.counts) for f in figures] == [
        (FigureKind.DURATION, 42, "age"),
        (FigureKind.MASS, 90, ""),
    ]
    assert find_dates(article, sentences, None) == ()
    assert [text[m.start : m.end] for m in figure_mentions(figures, ())] == ["90 kg"]


def test_durations_are_dates_and_not_figure_mentions() -> None:
    text = "In four days 30 envoys crossed nearly 15 miles of desert for the first time."
    article = article_of(text)
    sentences = split_sentences(article)
    dates = find_dates(article, sentences, None)
    mentions = figure_mentions(extract_figures(article, sentences), dates)
    assert [text[d.start : d.end] for d in dates] == ["four days"]
    assert [text[m.start : m.end] for m in mentions] == ["30", "nearly 15 miles", "first"]


def test_nothing_is_looked_for_in_noise() -> None:
    text = "Join 30 readers\nPolice held 12 men."
    article = article_of(text, {0: LineLabel.EMBED})
    assert [f.value for f in extract_figures(article, split_sentences(article))] == [12]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("about 100 men", 88, 112),
        ("nearly 100 men", 88, 100),
        ("over 100 men", 100, math.inf),
        ("up to 100 men", 0, 100),
        ("dozens of men", 20, 300),
        ("hundreds of men", 100, 2500),
        ("half of the men", 48, 52),
        ("$1.7 billion", 1.65e9, 1.75e9),
        ("$200 million", 199.5e6, 200.5e6),
        ("12 km", 11_500, 12_500),
        ("3 tonnes", 2500, 3500),
        ("12 men", 12, 12),
        ("between 12 and 15 men", 12, 15),
    ],
)
def test_hedges_become_intervals(text: str, low: float, high: float) -> None:
    (figure,) = figures_in(f"They counted {text}.")
    assert figure.low == pytest.approx(low)
    assert figure.high == pytest.approx(high)


@given(st.integers(2, 10**9))
def test_every_number_is_read_back(number: int) -> None:
    (figure,) = figures_in(f"They counted {number:,} sheep." if number > 999 else f"They counted {number} sheep.")
    assert figure.value == number
    assert figure.counts == "sheep"


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "1",
                "2,5",
                "one",
                "hundred",
                "and",
                "-",
                " ",
                "%",
                "$",
                "half",
                "a",
                "third",
                "to",
                "in",
                "dozen",
                "of",
                "km",
                "’s",
                "’",
                "over",
                ".",
                "of the",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_figures_are_in_order_apart_and_inside_the_text(text: str) -> None:
    found = figures_in(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(f.low <= f.high and not math.isnan(f.value) for f in found)
    assert all(0 <= f.counts_start <= f.counts_end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
