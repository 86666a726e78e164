from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.segment import split_sentences
from reader.models.article import LineLabel
from tests.analysis.plain_articles import article_of

HARD = [
    "The U.S. Senate voted on Tuesday.|The bill now goes to the House.",
    "He lives in the U.S.|The move surprised nobody.",
    "Dr. Anna Kowalska met Mr. Lee at St. Mary's Hospital.|They talked for an hour.",
    "J. K. Rowling and George W. Bush were there.|So was Lt. Gen. Mark Smith.",
    "Shares of Acme Inc. fell 3.5 percent.|Bolt Co. rose.",
    "The train left at 9 a.m. on Monday.|It arrived at 5 p.m.|Nobody waited.",
    "Doors open at 8 p.m. EST and close at 10 p.m. Tuesday.|Entry is free.",
    "The vote is on Jan. 5 and Sept. 12.|No. 10 declined to comment.",
    "“We are ready,” she said.|“Are you?”",
    "“Is it safe?” he asked.|“I doubt it!”|She left.",
    "“Why now?” Novak asked.|Nobody answered.",
    '"It is over.”|He added: “We go home.”',
    "She said it was “a disgrace.”|The minister resigned.",
    "He spoke of growth… from trade… and of peace.|Then he left.",
    "The role…from economy to sport.|It matters.",
    "The river rose 2.5 metres.|It was 3.15 metres high.",
    "A spokesman (the third this year) resigned.|(He had been ill.)|The post is vacant.",
    "The harbour at dusk. (Photo: Jane Doe/Agency)",
    "Visit example.com for more.|Write to desk@example.org.",
    "Smith vs. Jones was heard in court.|It lasted e.g. two days, i.e. too long.",
    "He said no.|They said yes.",
    "The firm, Brown & Sons Ltd., closed.|Its owner fled.",
    "Prices rose by approx. 12 per cent in Aug. 2021.|In Nov.|Winter came.",
    "What?!|Really…|Yes.",
    "He paid $5.|$3 was returned.",
    "It was plan B.|Nobody had a plan C.|Doctors spoke of vitamin D.|Patients listened.",
    "They play in Group A.|France lead.|He had hepatitis C.|Nurses knew.",
    "It was said by J. Patients and W. H. Auden.|Readers of K. Nobody wrote.",
    "»We go.«|»Never.«|They left.",
    "The company launched in 2001.|iPhone sales rose.|eBay followed.",
    "In Washington, D.C., officials waited.|They work in Washington, D.C.|The office is closed.",
    "1. The council meets.|2. The mayor speaks.",
    "« Nous partons. »|Il est parti.",
    "‘We will not leave,’ she said.|‘Never.’",
    "The Rev. Martin Cole, Jr. spoke.|He was joined by Sen. Ann Poe, R-Ala.",
    "Members of the E.U. and the U.N. met.|A U.K. envoy came too.",
    "The answer is 42.|Nothing else matters.",
    "He lost 3-1.|“A bad day,” said the coach.",
    "CAMBER, S.C. — In the spring the pier was closed.|It is open again.",
    "Mara Tillen (D-N.Y.) ― no friend of the bill ― left.",
    "The fee is $7.25.|And nobody pays it.",
    "He met Drs. Lee and Roe.|They agreed.",
    "“I went there every now and then.’ ”",
]


@pytest.mark.parametrize("marked", HARD)
def test_hard_cases(marked: str) -> None:
    text = marked.replace("|", " ")
    article = article_of(text)
    assert [text[s.start : s.end] for s in split_sentences(article)] == marked.split("|")


def test_a_missing_blank_after_a_stop_is_seen() -> None:
    text = "It was over.The crowd went home. Booking.Com is a site; Node.js too."
    found = [text[s.start : s.end] for s in split_sentences(article_of(text))]
    assert found == ["It was over.", "The crowd went home.", "Booking.Com is a site; Node.js too."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The lab reads DNA.", "The device is new."),
        ("It would be better without it.", "Now, we know why."),
        ("Nobody wants the bridge.", "Tillen’s plan is dead."),
        ("The price was 12 in 2017.", "It has doubled."),
    ],
)
def test_a_missing_blank_is_seen_after_capitals_numbers_and_before_names(first: str, second: str) -> None:
    text = first + second
    assert [text[s.start : s.end] for s in split_sentences(article_of(text))] == [first, second]


@pytest.mark.parametrize("text", ["The St.Alban side won twice.", "It is sold at Vue.Js and Dell.EMC now."])
def test_stops_inside_names_end_nothing(text: str) -> None:
    assert len(split_sentences(article_of(text))) == 1


def test_a_sentence_never_crosses_a_line_and_keeps_its_label() -> None:
    text = "A title without a stop\n\n  The first line goes on\nhere. And ends. \nAdvertisement"
    article = article_of(text, {0: LineLabel.TITLE, 4: LineLabel.BOILERPLATE})
    found = [(text[s.start : s.end], s.label) for s in split_sentences(article)]
    assert found == [
        ("A title without a stop", LineLabel.TITLE),
        ("The first line goes on", LineLabel.BODY),
        ("here.", LineLabel.BODY),
        ("And ends.", LineLabel.BODY),
        ("Advertisement", LineLabel.BOILERPLATE),
    ]


PROSE = st.lists(
    st.sampled_from(
        [
            "The",
            "U.S.",
            "Mr.",
            "left",
            ".",
            "…",
            "!",
            '"',
            "“",
            "”",
            "(",
            ")",
            " ",
            "  ",
            "\n",
            "5.",
            "a.m.",
            "é",
            "\u00a0",
            "'",
        ]
    ),
    max_size=60,
).map("".join)


@given(PROSE | st.text(max_size=200))
def test_sentences_hold_all_that_is_not_blank_in_order(text: str) -> None:
    article = article_of(text)
    sentences = split_sentences(article)
    covered = "".join("".join(text[s.start : s.end].split()) for s in sentences)
    assert covered == "".join("".join(text[line.start : line.end].split()) for line in article.lines)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    for sentence in sentences:
        piece = text[sentence.start : sentence.end]
        assert piece
        assert piece == piece.strip()
        assert any(line.start <= sentence.start and sentence.end <= line.end for line in article.lines)
