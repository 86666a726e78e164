"""Names on news of all kinds: what given names, descriptions, sport, abbreviations and the article's own words tell."""

from __future__ import annotations

import pytest

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.votes import surname_keys
from reader.analysis.given_names import given_names
from reader.models.annotations import Kind
from reader.models.article import Article, LineLabel
from tests.analysis.entities.test_find import article_of, found

PER, ORG, PLACE, GROUP = Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.GROUP
NAMED = {PER, ORG, PLACE, GROUP}

MATCH = "The squad scored twice; the coach praised the goalkeeper and the fans sang. "
"""Words enough of sport to make an article a sports report."""


def names_of(article: Article, **labels: str) -> list[tuple[str, Kind]]:
    return [one for one in found(article, **labels) if one[1] in NAMED]


@pytest.mark.parametrize(
    ("text", "labels", "names"),
    [
        ("They flew to Martha Alvaro airport.", {}, []),
        ("The San Diego Otters came.", {}, [("San Diego", PLACE)]),
        ("Halbard Rising, a Republican group, paid.", {}, [("Republican", GROUP)]),
        (
            "Halbard Chief Executive Ilmar Jandt spoke.",
            {"Halbard_Chief_Executive_Ilmar_Jandt": "WORK_OF_ART"},
            [("Ilmar Jandt", PER)],
        ),
        # two surnames: people go by the first of them
        (
            "President Luis Alonso Solis Rivera came. Later Solis spoke.",
            {"Solis": "ORG"},
            [("Luis Alonso Solis Rivera", PER), ("Solis", PER)],
        ),
        # accounts, topics, shouted and quoted words are no names
        ("Thanks to @halbard and #Orrin today.", {"Orrin": "ORG"}, []),
        ("It was a MAJOR fire, and a major loss.", {}, []),
    ],
)  # fmt: skip
def test_names_are_cut_and_typed(text: str, labels: dict[str, str], names: list[tuple[str, Kind]]) -> None:
    assert [one for one in names_of(article_of(text), **labels) if one[0] != "Contributor"] == names


def test_a_single_title_makes_a_persons_name_of_every_mention() -> None:
    article = article_of("President Halvor spoke. Halvor left.", "The Halvor plan. Critics of Halvor. Halvor won.")
    assert {kind for name, kind in names_of(article, Halvor="ORG") if name == "Halvor"} == {PER}


def test_a_town_is_known_by_its_police() -> None:
    article = article_of("The Orrin Police Department spoke. In the streets Orrin kept calm.", "Orrin slept.")
    names = dict(names_of(article, Orrin_Police_Department="ORG", Orrin="GPE"))
    assert names == {"Orrin Police Department": ORG, "Orrin": PLACE}


def test_an_athlete_may_be_called_like_a_firm() -> None:
    article = article_of(MATCH, "Marcus Ericsson crashed.", "Later Ericsson walked.")
    assert names_of(article, Marcus_Ericsson="PERSON") == [("Marcus Ericsson", PER), ("Ericsson", PER)]
    report = article_of("Ericsson sells phones.", "Marcus Ericsson bought one.")
    assert ("Ericsson", ORG) in names_of(report, Marcus_Ericsson="PERSON")


def test_a_headline_names_people_in_full_if_the_article_knows_them() -> None:
    article = article_of(
        ("Harbour Strike Ends As Renata Alvaro Signs Deal", LineLabel.TITLE), "Mrs. Alvaro signed it on the quay."
    )
    assert names_of(article) == [("Renata Alvaro", PER), ("Alvaro", PER)]


def test_a_line_that_is_nothing_but_a_credit_names_photographer_and_agency() -> None:
    article = article_of("Jana Sorel/Northlight Press via Getty Images", "A long day ended/began in peace here.")
    assert names_of(article) == [("Jana Sorel", PER), ("Northlight Press", ORG), ("Getty Images", ORG)]


def test_tables_hold_no_name_twice_and_no_given_name_that_everyone_knows_otherwise() -> None:
    known = {key for key, name in gazetteer().by_key.items() if not name.ambiguous}
    assert not given_names() & known
    assert all(name == name.lower() and name.isalpha() for name in given_names())


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("ana duarte", {"duarte"}),
        ("mohammed bin salman", {"salman", "bin salman"}),
        ("ursula von der leyen", {"leyen", "von der leyen"}),
        ("xi jinping", {"jinping", "xi"}),
        ("luis alonso solis rivera", {"rivera", "solis rivera", "alonso solis rivera", "solis"}),
    ],
)
def test_the_shorter_names_of_a_person(name: str, keys: set[str]) -> None:
    assert set(surname_keys(name.split(" "))) == keys
