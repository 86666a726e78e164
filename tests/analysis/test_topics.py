"""Paragraphs on other topics, read whole: every date, figure and quotation that a careful reader would mark."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pytest

from reader.analysis.figures import extract_figures, figure_mentions
from reader.analysis.quotes import find_quotations
from reader.analysis.segment import split_sentences
from reader.analysis.temporal import find_dates
from tests.analysis.plain_articles import article_of, mentions_of

ANCHOR: Final = date(2024, 10, 9)  # a Wednesday


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text and what is in it; ``counted`` says of some figures what they count, ``quotes`` who says how many."""

    text: str
    dates: list[tuple[str, str]]
    figures: list[str]
    quotes: list[str | None] = field(default_factory=list)
    counted: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    sentences: int = 0


TOPICS: Final = {
    "flood": Paragraph(
        "At least 23 people died and more than 4,000 homes were swept away when the River Tarn burst its banks late on "
        "Monday, the regional governor, Élodie Marchand, said. “The water rose two metres in under three hours,” she "
        "told reporters. “Nobody had a chance.” Rescue teams searched until 3 a.m. on Tuesday; a dozen villages were "
        "still cut off 36 hours later.",
        [
            ("Monday", "2024-10-07"),
            ("under three hours", "PT3H"),
            ("3 a.m.", "T03"),
            ("Tuesday", "2024-10-08"),
            ("36 hours later", ""),
        ],
        ["At least 23", "more than 4,000", "two metres", "a dozen"],
        ["Élodie Marchand", "Élodie Marchand"],
        {"At least 23": "person", "more than 4,000": "home", "a dozen": "village"},
        {"PERSON": "Élodie Marchand", "PLACE": "River Tarn"},
        4,
    ),
    "football": Paragraph(
        "Brightwater United beat Eastham 3-1 on Saturday to end a run of seven defeats. Striker Tomás Ibarra scored "
        "twice before half-time. “We needed that,” the 24-year-old said. “The gaffer told us at the break: ‘Keep your "
        "heads.’” A crowd of 31,200 saw the game, the club’s biggest since 1998.",
        [("Saturday", "2024-10-05"), ("1998", "1998")],
        ["3-1", "seven", "31,200"],
        ["Tomás Ibarra", "Tomás Ibarra"],
        {"seven": "defeat"},
        {"PERSON": "Tomás Ibarra", "ORG": "Brightwater United|Eastham"},
        5,
    ),
    "company": Paragraph(
        "Norvik Foods said on Wednesday it would cut 1,200 jobs, or about 8% of its workforce, by the end of next "
        "year. Sales fell 4.5 percent to €2.3 billion in the third quarter. “These are painful steps,” chief executive "
        "Anna Lindqvist said in a statement. The shares, which have lost nearly a third of their value since "
        "January, rose 2%.",
        [
            ("Wednesday", "2024-10-09"),
            ("end of next year", "2025"),
            ("third quarter", "2024-07/2024-09"),
            ("January", "2024-01"),
        ],
        ["1,200", "about 8%", "4.5 percent", "€2.3 billion", "nearly a third", "2%"],
        ["Anna Lindqvist"],
        {"1,200": "job", "about 8%": "workforce", "nearly a third": "value"},
        {"PERSON": "Anna Lindqvist", "ORG": "Norvik Foods"},
        4,
    ),
    "court": Paragraph(
        "A 58-year-old accountant was jailed for six years on Friday for stealing £1.4m from a charity. Judge Harriet "
        "Bell told Colin Marsh he had “betrayed those who trusted you the most.” Marsh, of 14 Cedar Row, took "
        "the money in 212 "
        'transfers between 2011 and 2019, the court heard. His lawyer, Dev Anand, said: "He is deeply sorry."',
        [("six years", "P6Y"), ("Friday", "2024-10-04"), ("between 2011 and 2019", "2011/2019")],
        ["£1.4m", "14", "212"],
        ["Harriet Bell", "Dev Anand"],
        {"212": "transfer"},
        {"PERSON": "Harriet Bell|Colin Marsh|Marsh|Dev Anand"},
        4,
    ),
    "science": Paragraph(
        "Astronomers have found a planet 40 light years away that may hold water, according to a paper published last "
        "week. It is roughly 1.6 times as wide as the Earth and circles its star every 12 days. “This is the best "
        "candidate we have had in a decade,” said Mei Tanaka, an astronomer at the Kyo Institute, who was not "
        "involved. The first data came from a 6.5-metre telescope.",
        [("last week", "2024-09-30/2024-10-06"), ("12 days", "P12D"), ("a decade", "P10Y")],
        ["40", "roughly 1.6", "first", "6.5-metre"],
        ["Mei Tanaka"],
        {"6.5-metre": "telescope"},
        {"PERSON": "Mei Tanaka", "ORG": "Kyo Institute", "PLACE": "Earth"},
        4,
    ),
    "election": Paragraph(
        "With 98 per cent of votes counted, the Green Alliance had 41 seats, three short of a majority. Its leader, "
        "Piotr Zalewski, vowed to form a government “without the far right, come what may.” Turnout was 71.3%, up from "
        "66.8% in 2020. Talks will begin on Thursday. Asked whether he would resign, outgoing premier Jan Dudek "
        "replied: “Ask me tomorrow.”",
        [("2020", "2020"), ("Thursday", "2024-10-10"), ("tomorrow", "2024-10-10")],
        ["98 per cent", "41", "three", "71.3%", "66.8%"],
        ["Piotr Zalewski", "Jan Dudek"],
        {"98 per cent": "vote", "41": "seat"},
        {"PERSON": "Piotr Zalewski|Jan Dudek", "ORG": "Green Alliance"},
        5,
    ),
    "war": Paragraph(
        "Shelling killed eight civilians, two of them children, in the town of Orsk on Sunday night, officials said. "
        "The army denied targeting the market. “We struck a depot some 600 metres away,” its spokesman, Col. Ivan "
        "Petrenko, said. Residents spoke of “scenes from hell.” Dozens of wounded were taken to a hospital 30 "
        "km to the west.",
        [("Sunday night", "2024-10-06T20")],
        ["eight", "two", "some 600 metres", "Dozens", "30 km"],
        ["Ivan Petrenko", None],
        {"eight": "civilian"},
        {"PERSON": "Ivan Petrenko", "PLACE": "Orsk"},
        5,
    ),
    "health": Paragraph(
        "One in eight adults in the region now takes the drug, up from one in 20 in 2021, a survey of 5,300 patients "
        "found. Dr. Lena Okafor, who led the study, warned that supplies could run out within weeks. “We have had to "
        "turn people away since August,” she said. A course costs between $200 and $350.",
        [("2021", "2021"), ("August", "2024-08")],
        ["One in eight", "one in 20", "5,300", "between $200 and $350"],
        ["Lena Okafor"],
        {"One in eight": "adult", "5,300": "patient"},
        {"PERSON": "Lena Okafor"},
        4,
    ),
    "weather": Paragraph(
        "Temperatures hit 47.2°C in the valley on 3 August 2023, the highest since records began in the 1890s. "
        "Forecasters expect 10 to 15 cm of snow this weekend. “It is a once-in-a-century event,” said Paulo Reis of "
        "the weather service. “Stay at home,” he added. Wind speeds of 120 km per hour were measured at 15:40.",
        [
            ("3 August 2023", "2023-08-03"),
            ("1890s", "1890/1899"),
            ("this weekend", "2024-10-12/2024-10-13"),
            ("15:40", "T15:40"),
        ],
        ["47.2°C", "10 to 15 cm", "120 km per hour"],
        ["Paulo Reis", "Paulo Reis"],
        {"10 to 15 cm": "snow"},
        {"PERSON": "Paulo Reis"},
        5,
    ),
    "culture": Paragraph(
        "The director of “The Long Way Home” died at his home in Lagos aged 81, his daughter said on Tuesday. In a "
        "career of five decades he made 27 films and won two Golden Lions. “Cinema lost its conscience,” wrote critic "
        "Rosa Delgado in The Weekly Mirror. “He was, in short, ‘the real thing’.” His last film comes out on Nov. 14.",
        [("Tuesday", "2024-10-08"), ("five decades", "P50Y"), ("Nov. 14", "2024-11-14")],
        ["81", "27", "two"],
        ["Rosa Delgado", "Rosa Delgado"],
        {"27": "film"},
        {"PERSON": "Rosa Delgado", "ORG": "The Weekly Mirror", "PLACE": "Lagos"},
        5,
    ),
}


@pytest.mark.parametrize("topic", TOPICS)
def test_dates_of(topic: str) -> None:
    told = TOPICS[topic]
    article = article_of(told.text)
    found = find_dates(article, split_sentences(article), ANCHOR)
    assert [(told.text[d.start : d.end], d.value) for d in found] == told.dates


@pytest.mark.parametrize("topic", TOPICS)
def test_figures_of(topic: str) -> None:
    told = TOPICS[topic]
    article = article_of(told.text)
    sentences = split_sentences(article)
    figures = extract_figures(article, sentences)
    mentions = figure_mentions(figures, find_dates(article, sentences, ANCHOR))
    assert [told.text[m.start : m.end] for m in mentions] == told.figures
    counted = {told.text[f.start : f.end]: f.counts for f in figures}
    assert {words: counted[words] for words in told.counted} == told.counted


@pytest.mark.parametrize("topic", TOPICS)
def test_quotations_of(topic: str) -> None:
    told = TOPICS[topic]
    article = article_of(told.text)
    found = find_quotations(article, split_sentences(article), mentions_of(told.text, **told.names))
    assert [quote.speaker for quote in found] == told.quotes


@pytest.mark.parametrize("topic", TOPICS)
def test_sentences_of(topic: str) -> None:
    told = TOPICS[topic]
    assert len(split_sentences(article_of(told.text))) == told.sentences
