"""Names of unseen events as the tagger and the rules find them together: kind and cut as the words around them say."""

from __future__ import annotations

import pytest

from reader.analysis.naming.tagger import NameTagger
from reader.analysis.tagger import tag_articles
from reader.models.annotations import NAMED_KINDS, Kind
from tests.analysis.entities.test_find import article_of, mentions_of

PER, ORG, PLACE, GROUP, OTHER = Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.GROUP, Kind.OTHER


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Radu Enache, a 24-year-old student, got out.", [("Radu Enache", PER)]),
        ("He met Radu Enache (24) there.", [("Radu Enache", PER)]),
        ("\u201cFine,\u201d Razia Khan said.", [("Razia Khan", PER)]),
        ("Energy Adviser Fouz Kabir Khan left.", [("Fouz Kabir Khan", PER)]),
        ("Later Khan said no.", [("Khan", PER)]),
        ("A girl from Bakov was hurt.", [("Bakov", PLACE)]),
        ("The train from Tarsk to Olm was late.", [("Tarsk", PLACE), ("Olm", PLACE)]),
        ("Measles spread fast. The measles vaccine helps.", []),
        ("It opened at 8am, the PM said.", []),
        ("Brisk herself voted no.", [("Brisk", PER)]),
        ("Kenya\u2019s Foreign Ministry spoke.", [("Kenya", PLACE), ("Foreign Ministry", ORG)]),
        ("She met Ana Duarte to Kenya.", [("Ana Duarte", PER), ("Kenya", PLACE)]),
        ("He spoke for the Ministry of Health and Welfare.", [("Ministry of Health and Welfare", ORG)]),
        ("Talks in Tbilisi: Georgia joins.", [("Tbilisi", PLACE), ("Georgia", PLACE)]),
        ("They signed the Harbour Treaty.", [("Harbour Treaty", OTHER)]),
        ("He met Renata Alvaro there.", [("Renata Alvaro", PER)]),
        ("AFP Renata Alvaro spoke.", [("AFP", ORG), ("Renata Alvaro", PER)]),
        ("Frenchman Romain Orb won.", [("Frenchman", GROUP), ("Romain Orb", PER)]),
        ("It hurt Renata and me.", [("Renata", PER)]),
        ("Ilmar Jandt, a local shopkeeper, fled.", [("Ilmar Jandt", PER)]),
        ("Ilmar Jandt, 46, fled.", [("Ilmar Jandt", PER)]),
        ("A raid in Mazar-e-Halb began.", [("Mazar-e-Halb", PLACE)]),
        ("He lives in Orrin, Va., now.", [("Orrin", PLACE), ("Va.", PLACE)]),
        ("The Halb Ilbo newspaper said so.", [("Halb Ilbo", ORG)]),
    ],
)
def test_names(text: str, names: list[tuple[str, Kind]], tagger: NameTagger) -> None:
    article = article_of(text)
    (spans,) = tag_articles([article], tagger)
    found = mentions_of(article, list(spans))
    assert [(article.text[one.start : one.end], one.kind) for one in found if one.kind in NAMED_KINDS] == names
