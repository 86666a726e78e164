"""What the rules for names promise, with raw spans as a tagger might give them: no model is loaded here."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.entities.find import find_mentions
from reader.analysis.entities.reading import is_headline
from reader.analysis.entities.words import words_in
from reader.analysis.figures import extract_figures
from reader.analysis.segment import split_sentences
from reader.analysis.tagger import RawSpan
from reader.analysis.temporal import find_dates
from reader.models.annotations import NAMED_KINDS, Kind, Mention
from reader.models.article import UNKNOWN, Article, Line, LineLabel, Metadatum, Status

AUTHORS: Metadatum[tuple[str, ...]] = Metadatum(None, Status.UNKNOWN, None)


def article_of(*lines: tuple[str, LineLabel] | str) -> Article:
    text = ""
    listed: list[Line] = []
    for line in lines:
        written, label = (line, LineLabel.BODY) if isinstance(line, str) else line
        if written.strip():
            listed.append(Line(len(text), len(text) + len(written), label))
        text += written + "\n"
    return Article(1, text, UNKNOWN, UNKNOWN, AUTHORS, UNKNOWN, UNKNOWN, "", tuple(listed))


def found(article: Article, **labels: str) -> list[tuple[str, Kind]]:
    """Names found if the tagger takes every occurrence of a surface for what ``labels`` says ("_" for a blank)."""
    spans = []
    for surface, label in labels.items():
        name = surface.replace("_", " ")
        at = article.text.find(name)
        while at >= 0:
            spans.append(RawSpan(at, at + len(name), KINDS[label]))
            at = article.text.find(name, at + 1)
    return [(article.text[m.start : m.end], m.kind) for m in mentions_of(article, sorted(spans))]


def mentions_of(article: Article, spans: list[RawSpan]) -> tuple[Mention, ...]:
    sentences = split_sentences(article)
    dates = find_dates(article, sentences, None)
    return find_mentions(article, sentences, dates, extract_figures(article, sentences), spans)


KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORG,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.GROUP,
    "OTHER": Kind.OTHER,
    "PRODUCT": Kind.OTHER,
    "EVENT": Kind.OTHER,
    "WORK_OF_ART": Kind.OTHER,
    "LAW": Kind.OTHER,
}

PER, ORG, PLACE, GROUP = Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.GROUP


@pytest.mark.parametrize(
    ("text", "labels", "names"),
    [
        ("A Kenyan embassy opened.", {}, [("Kenyan", GROUP)]),
        ("Talks on the Ankara-Athens ties.", {}, [("Ankara", PLACE), ("Athens", PLACE)]),
        ("A Shi’ite Muslim village and a Muslim-Sunni one.", {}, [("Shi’ite Muslim", GROUP), ("Muslim-Sunni", GROUP)]),
        ("Shi'ite-majority areas", {}, [("Shi'ite", GROUP)]),
        ("Finance Minister Ana Duarte spoke.", {"Ana_Duarte": "ORG"}, [("Ana Duarte", PER)]),
        ("Its spokesman, Omar Haddad, and his wife, Lina, left.", {}, [("Omar Haddad", PER), ("Lina", PER)]),
        (
            "The Arctic Seal Agency (ASA) said so. ASA may sue.",
            {"Arctic_Seal_Agency": "ORG"},
            [("Arctic Seal Agency", ORG), ("ASA", ORG), ("ASA", ORG)],
        ),
        ("They told us in the US.", {}, [("US", PLACE)]),
        ("Jordan spoke.", {"Jordan": "PERSON"}, [("Jordan", PER)]),
        ("Park Jin-woo, the defence minister, left.", {"Park_Jin-woo": "PERSON"}, [("Park Jin-woo", PER)]),
    ],
)
def test_a_name_is_cut_and_typed_as_written(text: str, labels: dict[str, str], names: list[tuple[str, Kind]]) -> None:
    named = {Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.GROUP, Kind.OTHER}
    assert [one for one in found(article_of(text), **labels) if one[1] in named] == names


def test_a_surname_takes_its_person_over_what_the_tagger_says() -> None:
    article = article_of("Ana Duarte arrived.", "Duarte left again.", "The Duartes live in Rome.")
    names = found(article, Ana_Duarte="PERSON", Duarte="ORG", Duartes="ORG")
    assert names == [("Ana Duarte", PER), ("Duarte", PER), ("Duartes", PER), ("Rome", PLACE)]


def test_a_name_seen_twice_is_found_again_but_not_where_it_is_a_common_word() -> None:
    article = article_of("Zephyr sells. Zephyr buys.", "Then Zephyr fell.")
    spans = [RawSpan(0, 6, Kind.ORG), RawSpan(14, 20, Kind.ORG)]
    assert [article.text[m.start : m.end] for m in mentions_of(article, spans)] == ["Zephyr"] * 3


@pytest.mark.parametrize(
    ("line", "label", "names"),
    [
        ("(photo credit: ANNA LIND/FOREIGN OFFICE)", LineLabel.CAPTION, [("ANNA LIND", PER), ("FOREIGN OFFICE", ORG)]),
        ("A bridge (Anna Lind/Harbour Times)", LineLabel.CAPTION, [("Anna Lind", PER), ("Harbour Times", ORG)]),
        ("A bridge. (credit: FLASH24)", LineLabel.CAPTION, [("FLASH24", ORG)]),
        ("By ANNA LIND and Omar Haddad", LineLabel.BYLINE, [("ANNA LIND", PER), ("Omar Haddad", PER)]),
        ("A bridge (left) and a tower (right)", LineLabel.CAPTION, []),
    ],
)
def test_credits_name_people_and_organisations(line: str, label: LineLabel, names: list[tuple[str, Kind]]) -> None:
    assert found(article_of((line, label))) == names


def test_nothing_is_found_in_noise() -> None:
    article = article_of(("Kenya and Rome", LineLabel.RELATED), ("12 miles from Rome", LineLabel.BOILERPLATE))
    assert found(article, Rome="GPE") == []


def test_towns_are_clubs_where_they_play_and_places_where_they_lie() -> None:
    article = article_of("Seville beat Leeds in the league match on Sunday in Seville, after a goal of their striker.")
    assert found(article)[:2] == [("Seville", ORG), ("Leeds", ORG)]
    assert ("Seville", PLACE) in found(article)


def test_the_outlet_and_the_authors_are_known_from_the_metadata() -> None:
    plain = article_of("The Tidal Standard asked. Anna Lind wrote for the Tidal Standard.")
    outlet = Metadatum("The Tidal Standard", Status.STATED, None)
    article = replace(plain, outlet=outlet, authors=Metadatum(("Anna Lind",), Status.STATED, None))
    assert found(article) == [("Tidal Standard", ORG), ("Anna Lind", PER), ("Tidal Standard", ORG)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("PASTO, Colombia (Tidal Press) — Rain fell.", [("PASTO", PLACE), ("Colombia", PLACE), ("Tidal Press", ORG)]),
        ("Rome (Tidal Press) - Rain fell.", [("Rome", PLACE), ("Tidal Press", ORG)]),
        ("WARSAW, Nov 9 (Reuters) - Rain fell.", [("WARSAW", PLACE), ("Nov 9", Kind.DATE), ("Reuters", ORG)]),
        ("WATCH: rain — live", []),
    ],
)
def test_a_dateline_names_a_place_and_an_agency(line: str, names: list[tuple[str, Kind]]) -> None:
    assert found(article_of(line)) == names


def test_numbers_inside_names_are_no_figures() -> None:
    article = article_of("He drives in Formula One, she flew a Zenith 737 for 20 miles.")
    names = found(article, Zenith_737="PRODUCT")
    assert names == [("Formula One", ORG), ("Zenith 737", Kind.OTHER), ("20 miles", Kind.FIGURE)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The premier left 10 Downing Street on Monday.", "10 Downing Street"),
        ("He lives at 42 Elm Street.", "42 Elm Street"),
        ("The office at 350 Fifth Avenue was shut.", "350 Fifth Avenue"),
        ("She moved to 221B Baker Street.", "221B Baker Street"),
        ("They met at 1600 North Elm Road again.", "1600 North Elm Road"),
    ],
)
def test_an_address_is_one_place(text: str, place: str) -> None:
    assert (place, Kind.PLACE) in found(article_of(text))


def test_a_headline_has_no_lower_case_but_small_words() -> None:
    for text, headline in [
        ("Floods Kill Dozens in the Hills of Kenya", True),
        ("Floods kill dozens in the hills of Kenya", False),
        ("Rome and Kenya", False),
    ]:
        assert is_headline(list(words_in(text, 0, len(text)))) is headline


PIECES = st.sampled_from(
    [
        "Ana Duarte",
        "Duarte",
        "Kenya",
        "’s ",
        " ",
        "Foreign Ministry",
        "-",
        "the ",
        "President ",
        "12 miles",
        "(",
        ")",
        "/",
        ". ",
        "Muslim",
        " said ",
        "Wednesday",
        "İ",
        "ß",
        "\u200b",
        "\x1b",
        "Bank of ",
        "\n",
        "A.B. ",
        "'",
        "O'Neil",
        "(credit: X/Y)",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.data())
def test_mentions_are_in_order_apart_and_inside_lines_whatever_the_tagger_says(text: str, data: st.DataObject) -> None:
    article = article_of(*text.split("\n"))
    size = len(article.text)
    edges = sorted(data.draw(st.lists(st.integers(0, size), max_size=12)))
    labels = st.sampled_from(sorted(NAMED_KINDS))
    edges = [at for at in edges if article.text[at - 1 : at].isalnum() != article.text[at : at + 1].isalnum()]
    pairs = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b]
    spans = [
        RawSpan(a, b, data.draw(labels))
        for a, b in pairs
        if article.text[a:b].split("\n") == [article.text[a:b].strip()]
    ]
    mentions = mentions_of(article, spans)
    assert all(m.start < m.end for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    for mention in mentions:
        assert any(line.start <= mention.start and mention.end <= line.end for line in article.lines)
        surface = article.text[mention.start : mention.end]
        assert surface == surface.strip()
