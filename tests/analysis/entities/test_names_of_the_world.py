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
        # a given name says that a person follows, whatever the tagger saw
        ("He met Renata Alvaro there.", {}, [("Renata Alvaro", PER)]),
        ("He met Renata Alvaro there.", {"Renata_Alvaro": "ORG"}, [("Renata Alvaro", PER)]),
        ("The MVP Renata Alvaro left.", {"MVP_Renata_Alvaro": "PERSON"}, [("Renata Alvaro", PER)]),
        ("AFP Renata Alvaro spoke.", {"AFP_Renata_Alvaro": "PERSON"}, [("AFP", ORG), ("Renata Alvaro", PER)]),
        ("Frenchman Romain Orb won.", {"Frenchman_Romain_Orb": "ORG"}, [("Frenchman", GROUP), ("Romain Orb", PER)]),
        ("It hurt Renata and me.", {"Renata": "ORG"}, [("Renata", PER)]),
        # but not where the name is a street's, a foundation's or an airport's
        ("At the Martha Alvaro Museum.", {}, [("Martha Alvaro Museum", ORG)]),
        ("They flew to Martha Alvaro airport.", {}, []),
        ("The San Diego Otters came.", {}, [("San Diego", PLACE)]),
        # a description behind a name, an office inside it
        ("Ilmar Jandt, a local shopkeeper, fled.", {}, [("Ilmar Jandt", PER)]),
        ("Ilmar Jandt, 46, fled.", {}, [("Ilmar Jandt", PER)]),
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
        # places by their form
        ("A raid in Mazar-e-Halb began.", {"Mazar": "PERSON"}, [("Mazar-e-Halb", PLACE)]),
        ("A Tehreek-e-Halb rally.", {}, [("Tehreek-e-Halb", ORG)]),
        ("Two lawmakers (D-Calif. and R-Iowa) left.", {}, [("Calif.", PLACE), ("Iowa", PLACE)]),
        ("He lives in Orrin, Va., now.", {"Orrin": "GPE"}, [("Orrin", PLACE), ("Va.", PLACE)]),
        ("Off Halbard Avenue.", {"Halbard_Avenue": "PERSON"}, [("Halbard Avenue", PLACE)]),
        # papers and firms by the noun behind them
        ("The Halb Ilbo newspaper said so.", {"Halb_Ilbo": "PERSON"}, [("Halb Ilbo", ORG)]),
        ("Halbard's Renata Alvaro won.", {"Halbard": "PERSON"}, [("Halbard", ORG), ("Renata Alvaro", PER)]),
        # accounts, topics, shouted and quoted words are no names
        ("Thanks to @halbard and #Orrin today.", {"Orrin": "ORG"}, []),
        ("It was a MAJOR fire, and a major loss.", {}, []),
        ("The tour of “Red Harbour” ends.", {"Red_Harbour": "PERSON"}, []),
        ("The Super Bowl was in Rome.", {"Super_Bowl": "FAC"}, [("Rome", PLACE)]),
        # marks over which no name goes
        ("Getty - Contributor sent it.", {"Getty_-_Contributor": "ORG"}, [("Getty", ORG)]),
        ("Ask Orrin and The Halb Times.", {"Orrin_and_The_Halb_Times": "ORG"}, [("Orrin", ORG), ("Halb Times", ORG)]),
    ],
)  # fmt: skip
def test_names_are_cut_and_typed(text: str, labels: dict[str, str], names: list[tuple[str, Kind]]) -> None:
    assert [one for one in names_of(article_of(text), **labels) if one[0] != "Contributor"] == names


def test_a_single_title_makes_a_persons_name_of_every_mention() -> None:
    article = article_of("President Halvor spoke. Halvor left.", "The Halvor plan. Critics of Halvor. Halvor won.")
    assert {kind for name, kind in names_of(article, Halvor="ORG") if name == "Halvor"} == {PER}


def test_a_word_that_the_article_writes_small_is_no_name_but_one_of_the_tables_is() -> None:
    article = article_of("The Gorilla died. A gorilla is rare.", "Members of the House left the house.")
    assert names_of(article, Gorilla="PERSON", House="ORG") == [("House", ORG)]


def test_a_town_is_known_by_its_police() -> None:
    article = article_of("The Orrin Police Department spoke. In the streets Orrin kept calm.", "Orrin slept.")
    names = dict(names_of(article, Orrin_Police_Department="ORG", Orrin="GPE"))
    assert names == {"Orrin Police Department": ORG, "Orrin": PLACE}


def test_teams_are_organisations_in_sports_reports_by_form_and_nickname() -> None:
    article = article_of(MATCH, "The Houston Otters beat the Wolves.", "The Otters led, and the Wolves fell.")
    names = names_of(article, Houston="GPE", Otters="PERSON", Wolves="PERSON")
    assert names == [("Houston Otters", ORG), ("Wolves", ORG), ("Otters", ORG), ("Wolves", ORG)]


def test_a_known_team_is_one_anywhere_and_so_is_its_nickname() -> None:
    article = article_of("Fans of the Green Bay Packers met.", "The Packers agreed.")
    assert names_of(article, Green_Bay_Packers="PERSON") == [("Green Bay Packers", ORG), ("Packers", ORG)]


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


def test_what_a_headline_runs_together_is_no_name() -> None:
    article = article_of(
        ("Kenya Seizes Ship Suspected Of Hiding Oil", LineLabel.TITLE),
        "Kenya seizes a ship.",
        "It is suspected of more.",
    )
    assert names_of(article, Kenya_Seizes_Ship_Suspected="ORG") == [("Kenya", PLACE), ("Kenya", PLACE)]


def test_a_line_that_is_nothing_but_a_credit_names_photographer_and_agency() -> None:
    article = article_of("Jana Sorel/Northlight Press via Getty Images", "A long day ended/began in peace here.")
    assert names_of(article) == [("Jana Sorel", PER), ("Northlight Press", ORG), ("Getty Images", ORG)]


def test_the_known_first_name_before_a_surname_found_again_belongs_to_it() -> None:
    article = article_of("Mr. Tamir spoke.", "They have held Ahud Tamir since May.")
    assert names_of(article, Tamir="PERSON")[-1] == ("Ahud Tamir", PER)


def test_tables_hold_no_name_twice_and_no_given_name_that_everyone_knows_otherwise() -> None:
    known = {key for key, name in gazetteer().by_key.items() if not name.ambiguous}
    assert not given_names() & known
    assert all(name == name.lower() and name.isalpha() for name in given_names())


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("ana duarte", {"duarte"}),
        ("mohammed bin salman", {"salman", "bin salman"}),
        ("xi jinping", {"jinping", "xi"}),
        ("luis alonso solis rivera", {"rivera", "solis rivera", "alonso solis rivera", "solis"}),
    ],
)
def test_the_shorter_names_of_a_person(name: str, keys: set[str]) -> None:
    assert set(surname_keys(name.split(" "))) == keys
