from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.quotes import find_quotations, same_utterance
from reader.analysis.segment import split_sentences
from reader.models.article import LineLabel
from reader.models.comparison import QuoteRelation
from tests.analysis.plain_articles import article_of, mentions_of


def quotes_in(
    text: str, labels: Mapping[int, LineLabel] | None = None, /, **names: str
) -> list[tuple[str, str | None]]:
    article = article_of(text, labels)
    found = find_quotations(article, split_sentences(article), mentions_of(text, **names))
    return [(text[quote.start : quote.end], quote.speaker) for quote in found]


SPANS = [
    ("She said: “We will rebuild the bridge.”", ["“We will rebuild the bridge.”"]),
    ('She said: "We will rebuild the bridge."', ['"We will rebuild the bridge."']),
    ('"We will rebuild the bridge,” she said.', ['"We will rebuild the bridge,”']),
    ("She said, „wir bauen die Brücke“ and left.", ["„wir bauen die Brücke“"]),
    ("Elle a dit «nous partons demain matin» et partit.", ["«nous partons demain matin»"]),
    (
        "»We will rebuild the bridge«, she said. »It is over now«, he said.",
        ["»We will rebuild the bridge«", "»It is over now«"],
    ),
    ("« Nous partons demain », a dit Anne. Il est parti.", ["« Nous partons demain »"]),
    ("``We will rebuild the bridge,'' she said. It's over.", ["``We will rebuild the bridge,''"]),
    ("‘We will rebuild the bridge,’ she said.", ["‘We will rebuild the bridge,’"]),
    ("The mayor's aide said 'We will rebuild the town's bridge.' on Monday.", ["'We will rebuild the town's bridge.'"]),
    ("She called it a “so-called reform” of “rare” kind.", []),
    ("He read “The Old Man and the Sea” on the train.", []),
    ("“No comment,” the firm said.", ["“No comment,”"]),
    ("The mayor said so on “Meet the Harbour.” Nobody heard it.", []),
    ("The band played “Long Way Home,” which is their best song.", []),
    ("“Thank God,” the mayor said.", ["“Thank God,”"]),
    ("The banner reads: “Long Live Brask.”", ["“Long Live Brask.”"]),
    (
        "He spoke of “close ties with the north” and “a new era of trade.”",
        ["“close ties with the north”", "“a new era of trade.”"],
    ),
    ("“We said ‘not on our watch’ and we meant it,” he said.", ["“We said ‘not on our watch’ and we meant it,”"]),
    ("“He told me “go home now” and I went,” she said.", ["“He told me “go home now” and I went,”"]),
    (
        "“The bridge will stand for a century. “It will not fall,” she said.",
        ["“The bridge will stand for a century.", "“It will not fall,”"],
    ),
    ("“We have waited long enough, ” he said.", ["“We have waited long enough, ”"]),
    ('The 6\'2" guard and the 5" pipe were found.', []),
    ("It was the players’ and the fans’ day; don’t forget ’90s music.", []),
    ("It is over” he wrote.", []),
]


@pytest.mark.parametrize(("text", "spans"), SPANS)
def test_what_is_a_quotation(text: str, spans: list[str]) -> None:
    assert [span for span, _ in quotes_in(text)] == spans


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    text = "Reyes said: “The dam is safe.\n\n“Nobody has to leave,” she added."
    assert quotes_in(text, PERSON="Reyes") == [("“The dam is safe.", "Reyes"), ("“Nobody has to leave,”", "Reyes")]


def test_noise_holds_no_quotations() -> None:
    text = "READ: “We will not leave our homes”\n“We will not leave our homes,” said Reyes."
    assert len(quotes_in(text, {0: LineLabel.RELATED}, PERSON="Reyes")) == 1


SPEAKERS = [
    ("“The dam is safe for now,” said Maria Reyes.", {"PERSON": "Maria Reyes"}, ["Maria Reyes"]),
    ("“The dam is safe for now,” Maria Reyes told reporters.", {"PERSON": "Maria Reyes"}, ["Maria Reyes"]),
    ("Maria Reyes said the dam was “safe for now.”", {"PERSON": "Maria Reyes"}, ["Maria Reyes"]),
    ("According to Maria Reyes, the dam is “safe for now.”", {"PERSON": "Maria Reyes"}, ["Maria Reyes"]),
    ("The dam is “safe for now,” according to the Water Board.", {"ORG": "Water Board"}, ["Water Board"]),
    ("Reyes: “The dam is safe for now.”", {"PERSON": "Reyes"}, ["Reyes"]),
    (
        "Maria Reyes visited the dam. “The dam is safe for now,” she said.",
        {"PERSON": "Maria Reyes"},
        ["Maria Reyes"],
    ),
    (
        "Maria Reyes met Tom Hale. “The dam is safe for now,” Reyes said.",
        {"PERSON": "Maria Reyes|Tom Hale|Reyes"},
        ["Maria Reyes"],
    ),
    (
        "Engineer Maria Reyes met with Tom Hale. “The dam is safe for now,” she said.",
        {"PERSON": "Maria Reyes|Tom Hale"},
        ["Maria Reyes"],
    ),
    (
        "Energy Minister Tom Hale met Mayor Maria Reyes. “The dam is safe for now,” the minister said.",
        {"PERSON": "Maria Reyes|Tom Hale"},
        ["Tom Hale"],
    ),
    (
        "Ana Lim, a spokeswoman for the Water Board, arrived late. “The dam is safe for now,” the spokesperson said.",
        {"PERSON": "Ana Lim", "ORG": "Water Board"},
        ["Ana Lim"],
    ),
    (
        "“The dam is safe,” said Reyes. “Nobody has to leave the valley.”",
        {"PERSON": "Reyes"},
        ["Reyes", "Reyes"],
    ),
    (
        "“The dam is safe,” said Reyes, adding that “nobody has to leave the valley.”",
        {"PERSON": "Reyes"},
        ["Reyes", "Reyes"],
    ),
    (
        "“The dam,” Reyes said, “is safe for now.”",
        {"PERSON": "Reyes"},
        ["Reyes", "Reyes"],
    ),
    (
        "“The dam is safe for now,” said the head of the Water Board, Maria Reyes.",
        {"PERSON": "Maria Reyes", "ORG": "Water Board"},
        ["Maria Reyes"],
    ),
    (
        "“The dam is safe for now,” said Tom Hale’s deputy, Maria Reyes.",
        {"PERSON": "Maria Reyes|Tom Hale"},
        ["Maria Reyes"],
    ),
    (
        "The Water Board denied the report. It said the dam was “safe for the time being.”",
        {"ORG": "Water Board"},
        ["Water Board"],
    ),
    (
        "Hale accused Norland of having “poisoned the river for years,” which Norland denied.",
        {"PERSON": "Hale", "PLACE": "Norland"},
        ["Hale"],
    ),
    (
        "“The dam is safe for now,” reports The Valley Herald.",
        {"ORG": "The Valley Herald"},
        ["The Valley Herald"],
    ),
    (
        "“Is the dam safe?” asked Hale. “It is safe for now,” replied Reyes.",
        {"PERSON": "Hale|Reyes"},
        ["Hale", "Reyes"],
    ),
    (
        "After praising the “courage of the workers,” Reyes flew home.",
        {"PERSON": "Reyes"},
        ["Reyes"],
    ),
    (
        "The report on the dam was “long and hard to read.”",
        {},
        [None],
    ),
    (
        "In a letter to Hale, Reyes wrote that “the dam is safe for now.”",
        {"PERSON": "Hale|Reyes"},
        ["Reyes"],
    ),
    (
        "“The dam is safe for now,” Reyes, who has led the board since May, told The Valley Herald.",
        {"PERSON": "Reyes", "ORG": "The Valley Herald"},
        ["Reyes"],
    ),
    (
        "Hale visited the town, where residents said they were “left alone for days.”",
        {"PERSON": "Hale"},
        [None],
    ),
    (
        "Hale visited the town. “We were left alone for days,” a resident said.",
        {"PERSON": "Hale"},
        [None],
    ),
    (
        "Carl Mossing was tried. “I am innocent,” Mossing said. “He is lying,” the prosecutor said.",
        {"PERSON": "Carl Mossing|Mossing"},
        ["Carl Mossing", None],
    ),
    ("Ann Lee fled. “We saw smoke,” the detective said.", {"PERSON": "Ann Lee"}, [None]),
    ("Ann Lee won. “It was close,” the analyst said.", {"PERSON": "Ann Lee"}, [None]),
    ("Ann Lee, a detective, fled. “We saw smoke,” the detective said.", {"PERSON": "Ann Lee"}, ["Ann Lee"]),
    ("“We saw smoke,” the detective said. Detective Ann Lee fled.", {"PERSON": "Ann Lee"}, ["Ann Lee"]),
    (
        "Striker Jo Odell scored twice. “We were left alone for days,” the midfielder said.",
        {"PERSON": "Jo Odell"},
        ["Jo Odell"],
    ),
    (
        "“We were left alone for days.” — Jo Odell",
        {"PERSON": "Jo Odell"},
        ["Jo Odell"],
    ),
    (
        "Jo Odell, the club’s captain, met coach Ann Wu. “We were left alone for days,” the captain said.",
        {"PERSON": "Jo Odell|Ann Wu"},
        ["Jo Odell"],
    ),
    (
        "Ann Wu was furious.\n\n“We were left alone for days.”",
        {"PERSON": "Ann Wu"},
        ["Ann Wu"],
    ),
    (
        "Maeve Tolan took her son Fionn along. Fionn saw the pig. “He liked it a lot,” she said.",
        {"PERSON": "Maeve Tolan|Fionn"},
        ["Maeve Tolan"],
    ),
    (
        "Mr. Hale met Ms. Reyes. “The dam is a risk for us all,” she said.",
        {"PERSON": "Hale|Reyes"},
        ["Reyes"],
    ),
    (
        "Hale was unmoved. Reyes, a former diver, shot back: “The dam is a risk for us all.”",
        {"PERSON": "Hale|Reyes"},
        ["Reyes"],
    ),
    (
        "“The dam is safe,” Ana Costa said after a talk with Joao Lima, who called it “a risk for us all.”",
        {"PERSON": "Ana Costa|Joao Lima"},
        ["Ana Costa", "Joao Lima"],
    ),
    (
        "Water Board Secretary-General Pedro Alves, speaking in Baden, urged the town to “step back from the dam.”",
        {"PERSON": "Pedro Alves", "ORG": "Water Board", "PLACE": "Baden"},
        ["Pedro Alves"],
    ),
    (
        "Its chief executive, Jane Roe, told analysts on a call that demand was “as strong as it has ever been.”",
        {"PERSON": "Jane Roe"},
        ["Jane Roe"],
    ),
    (
        "Analysts at Hill & Co. said the results were “better than they had feared.”",
        {"ORG": "Hill & Co"},
        [None],
    ),
    (
        "Reyes spoke first. Hale disagreed. “The dam is a risk for us all,” he said.",
        {"PERSON": "Hale|Reyes"},
        ["Hale"],
    ),
    (
        "Reyes, a pilot, won. “The town is mine,” the pilot wrote. “I will stay.” (Holm, who is known, claims it.)",
        {"PERSON": "Reyes|Holm"},
        ["Reyes", "Reyes"],
    ),
    (
        "Brask voted. “The tolls are too high,” wrote Lt. Ana Holm, a spokeswoman.",
        {"PERSON": "Ana Holm"},
        ["Ana Holm"],
    ),
    (
        "Ivan Reyes spoke late. “The tolls are too high for us,” the Oregon Republican said.",
        {"PERSON": "Ivan Reyes", "PLACE": "Oregon"},
        ["Ivan Reyes"],
    ),
    (
        "Ivan Reyes died. The family told the neighbours: “Please come to the harbour with us.”",
        {"PERSON": "Ivan Reyes"},
        [None],
    ),
]


@pytest.mark.parametrize(("text", "names", "speakers"), SPEAKERS)
def test_who_said_it(text: str, names: dict[str, str], speakers: list[str | None]) -> None:
    found = quotes_in(text, None, **names)
    assert [speaker for _, speaker in found] == speakers


def test_a_quotation_of_its_own_paragraph_continues_the_one_before() -> None:
    text = "“The dam is safe,” Maria Reyes said.\n\n“Nobody has to leave the valley.”\n\nHale left."
    assert [s for _, s in quotes_in(text, PERSON="Maria Reyes|Hale")] == ["Maria Reyes", "Maria Reyes"]


def test_a_pull_quote_belongs_to_the_name_under_it() -> None:
    text = "“Nobody has to leave the valley.”\n\nMaria Reyes\n\nHale left. Maria Reyes stayed."
    labels = {0: LineLabel.PULLQUOTE, 2: LineLabel.BOILERPLATE}
    assert quotes_in(text, labels, PERSON="Maria Reyes|Hale") == [("“Nobody has to leave the valley.”", "Maria Reyes")]


def test_a_pull_quote_without_a_name_belongs_to_whoever_says_it_in_the_text() -> None:
    text = "“Nobody has to leave the valley.”\n\nHale left.\n\n“Nobody has to leave the valley,” Reyes said."
    assert [s for _, s in quotes_in(text, PERSON="Hale|Reyes")] == ["Reyes", "Reyes"]


MARKED = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'", "’", "‘", "«", "»", "„", "we will go", "said", "Reyes", ",", ".", " ", "\n", "he", "s"]
    ),
    max_size=60,
).map("".join)


@given(MARKED | st.text(max_size=200))
def test_quotations_are_in_order_apart_and_inside_one_line(text: str) -> None:
    article = article_of(text)
    found = find_quotations(article, split_sentences(article), mentions_of(text, PERSON="Reyes"))
    assert all(a.end <= b.start for a, b in pairwise(found))
    for quote in found:
        assert any(line.start <= quote.start < quote.end <= line.end for line in article.lines)
        assert text[quote.start] in "“”\"'‘«»„`"
        assert 0 <= quote.confidence <= 1
        assert (quote.speaker is None) == (quote.confidence == 0)


SAME = [
    ("“The dam is safe for now,”", '"the dam is safe for now."', QuoteRelation.IDENTICAL),
    ("“The dam is safe for now. Nobody has to leave.”", "“safe for now”", QuoteRelation.CONTAINED),
    (
        "“We are strengthening our political and security alliance with the north.”",
        "“We are strengthening our political, security and economic alliance with the north”",
        QuoteRelation.VARIANT,
    ),
    ("“The dam is safe for now.”", "“The mayor has left for good.”", None),
    ("“The dam is safe for now.”", "“Now for the safe: is dam the?”", None),
    ("“”", "“The dam is safe.”", None),
]


@pytest.mark.parametrize(("a", "b", "relation"), SAME)
def test_one_utterance_or_two(a: str, b: str, relation: QuoteRelation | None) -> None:
    assert same_utterance(a, b) is relation
    assert same_utterance(b, a) is relation


SPOKEN = st.lists(
    st.sampled_from(["the", "dam", "is", "safe", "now", "we", "will", "rebuild", "it", "for", "all", "of", "you"]),
    max_size=14,
).map(" ".join)


@given(SPOKEN, SPOKEN)
def test_the_relation_is_symmetric_and_reflexive(a: str, b: str) -> None:
    assert same_utterance(a, b) is same_utterance(b, a)
    assert same_utterance(a, a) is (QuoteRelation.IDENTICAL if a else None)
