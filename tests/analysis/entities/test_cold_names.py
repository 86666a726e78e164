"""Names that a tagger gets wrong on unseen events, and what the words around them say."""

from __future__ import annotations

import pytest

from reader.models.annotations import Kind
from tests.analysis.entities.test_find import article_of, found

PER, ORG, PLACE = Kind.PERSON, Kind.ORG, Kind.PLACE


@pytest.mark.parametrize(
    ("text", "labels", "names"),
    [
        ("Radu Enache, a 24-year-old student, got out.", {"Radu_Enache": "ORG"}, [("Radu Enache", PER)]),
        ("He met Radu Enache (24) there.", {"Radu_Enache": "ORG"}, [("Radu Enache", PER)]),
        ("“Fine,” Razia Khan said.", {"Khan": "PERSON"}, [("Razia Khan", PER)]),
        ("Energy Adviser Fouz Kabir Khan left.", {"Kabir_Khan": "PERSON"}, [("Fouz Kabir Khan", PER)]),
        ("Later Khan said no.", {"Khan": "PERSON"}, [("Khan", PER)]),
        ("A girl from Bakov was hurt.", {"Bakov": "PERSON"}, [("Bakov", PLACE)]),
        ("The train from Tarsk to Olm was late.", {"Tarsk": "ORG"}, [("Tarsk", PLACE)]),
        ("Measles spread fast. The measles vaccine helps.", {"Measles": "ORG"}, []),
        ("It opened at 8am, the PM said.", {"PM": "ORG"}, []),
        ("Brisk herself voted no.", {"Brisk": "ORG"}, [("Brisk", PER)]),
    ],
)
def test_names(text: str, labels: dict[str, str], names: list[tuple[str, Kind]]) -> None:
    assert [
        (name, kind) for name, kind in found(article_of(text), **labels) if kind not in {Kind.DATE, Kind.FIGURE}
    ] == names
