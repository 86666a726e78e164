"""Kinds of names that are easily got wrong, several variants of each, found by the tagger and the rules together."""

from __future__ import annotations

import pytest

from reader.analysis.annotate import annotate
from reader.analysis.naming.tagger import NameTagger
from reader.models.annotations import NAMED_KINDS
from tests.analysis.plain_articles import article_of

TAGGER = NameTagger()


def names_in(text: str) -> list[str]:
    """The names of a text in order, as ``KIND name``."""
    (found,) = annotate([article_of(text)], TAGGER)
    return [f"{one.kind} {text[one.start : one.end]}" for one in found.mentions if one.kind in NAMED_KINDS]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("McDonald's closed a restaurant in Velmar.", ["ORG McDonald's", "PLACE Velmar"]),
        ("A spokesman for McDonald's said so.", ["ORG McDonald's"]),
        ("Moody's cut its rating for Kenya.", ["ORG Moody's", "PLACE Kenya"]),
        ("Macy's shares fell after the report.", ["ORG Macy's"]),
        ("Analysts at Moody's Investors Service agree.", ["ORG Moody's Investors Service"]),
        ("Ronald McDonald's brother spoke.", ["PERSON Ronald McDonald"]),
    ],
)
def test_names_with_a_possessive(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ursula von der Leyen came. Critics of von der Leyen left.",
            ["PERSON Ursula von der Leyen", "PERSON von der Leyen"],
        ),
        ("Anneke van den Berg came. Later van den Berg left.", ["PERSON Anneke van den Berg", "PERSON van den Berg"]),
        ("Juan de la Cruz spoke on Monday.", ["PERSON Juan de la Cruz"]),
        ("Alexander van der Bellen won in Austria.", ["PERSON Alexander van der Bellen", "PLACE Austria"]),
        (
            "Prince Mohammed bin Salman met Abdel Fattah al-Sisi.",
            ["PERSON Mohammed bin Salman", "PERSON Abdel Fattah al-Sisi"],
        ),
    ],
)
def test_surnames_with_particles(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A statue of Martin Luther King Jr. was unveiled.", ["PERSON Martin Luther King Jr."]),
        ("Senator Angus King came. King left.", ["PERSON Angus King", "PERSON King"]),
        ("Judge Amy Pope met Elijah Bishop.", ["PERSON Amy Pope", "PERSON Elijah Bishop"]),
        ("John Major and Howard Dean agreed.", ["PERSON John Major", "PERSON Howard Dean"]),
        ("Mr. Prince and Mrs. Duke were there.", ["PERSON Prince", "PERSON Duke"]),
    ],
)
def test_surnames_that_are_titles(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "name",
    [
        'Dwayne "The Boulder" Johnston',
        'Frank "Tiny" Harlow',
        "Maria “La Jefa” Ortega",
        'George "Red" Callahan',
        'Yusuf "The Wall" Demir',
    ],
)
def test_a_nickname_in_quotes_is_part_of_the_name(name: str) -> None:
    assert names_in(f"{name} was in town on Monday. The crowd cheered {name}.") == [f"PERSON {name}"] * 2


@pytest.mark.parametrize(
    "name", ["Guðni Th. Jóhannesson", "Geo. Harlow", "Alexandros Th. Papadakis", "Wm. Penhallow", "L.Oyun-Erdene"]
)
def test_a_shortened_name_is_whole(name: str) -> None:
    assert names_in(f"President {name} opened the hall on Monday.") == [f"PERSON {name}"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MAYOR OLGA BRANDT SPOKE IN ORRIN ON MONDAY.", ["PERSON OLGA BRANDT", "PLACE ORRIN"]),
        ("BRANDT MET PRESIDENT EMMANUEL MACRON IN PARIS.", ["PERSON BRANDT", "PERSON EMMANUEL MACRON", "PLACE PARIS"]),
        ("POLICE IN KENYA ARREST DAVID OMONDI.", ["PLACE KENYA", "PERSON DAVID OMONDI"]),
        ("GOVERNOR JANE HOLLIS TOLD REUTERS SO.", ["PERSON JANE HOLLIS", "ORG REUTERS"]),
        ("FLOODS IN INDIA AND NEPAL KILL DOZENS.", ["PLACE INDIA", "PLACE NEPAL"]),
    ],
)
def test_names_in_capitals(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize("ship", ["HMS Northport", "USS Kelso", "MV Blue Marlin", "RMS Victory", "INS Vikrant"])
def test_ships_are_whole_and_of_one_kind(ship: str) -> None:
    assert names_in(f"The {ship} hit a rock on Monday. {ship} has a crew of 190.") == [f"OTHER {ship}"] * 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Han Duck-soo and Han Dong-hoon met.", ["PERSON Han Duck-soo", "PERSON Han Dong-hoon"]),
        ("Kim Jong-un greeted Kim Yo-jong.", ["PERSON Kim Jong-un", "PERSON Kim Yo-jong"]),
        ("Hans Keller and Hans Vogt spoke.", ["PERSON Hans Keller", "PERSON Hans Vogt"]),
        ("Leyla Aliyeva and Mehriban Aliyeva came.", ["PERSON Leyla Aliyeva", "PERSON Mehriban Aliyeva"]),
        ("Park Min-ji beat Park Seung-woo.", ["PERSON Park Min-ji", "PERSON Park Seung-woo"]),
    ],
)
def test_two_people_of_one_name_are_two(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("FILE PHOTO: A ship leaves the harbour.", []),
        ("Deaths from Covid-19 and TB fell.", []),
        ("Orange and Riverside counties opened shelters.", ["PLACE Orange", "PLACE Riverside"]),
        ("Amazon.com said it would hire.", ["ORG Amazon.com"]),
        ("Trump won in Ohio, and Clinton lost.", ["PERSON Trump", "PLACE Ohio", "PERSON Clinton"]),
        ("The Trump Organization sued him.", ["ORG Trump Organization"]),
    ],
)
def test_words_that_look_like_other_names(text: str, names: list[str]) -> None:
    assert names_in(text) == names
