"""Speakers in the forms that unseen reports use: verbs after an aside, passives, offices in capitals."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes import quotes_in

SPOKEN: list[tuple[str, dict[str, str], str | None]] = [
    (
        "“Two years is short,” Ann Lee, a doctor in Oslo who was not involved in the study, cautioned.",
        {"PERSON": "Ann Lee"},
        "Ann Lee",
    ),
    (
        "The jewels are worth little, the insurer said, but “priceless to the country”, in the words of Ann Lee.",
        {"PERSON": "Ann Lee"},
        "Ann Lee",
    ),
    (
        "Judge Tom Webb told the daily Post: “There are people under the rubble of the hall.”",
        {"PERSON": "Tom Webb", "ORG": "Post"},
        "Tom Webb",
    ),
    (
        "Webb was jailed for what the judge called “a betrayal as cold as it was long”. Justice Ann Lee sat alone.",
        {"PERSON": "Ann Lee"},
        "Ann Lee",
    ),
    (
        "Mayor Tom Webb said he had been assured by Ann Lee that “nobody will be shown the door”.",
        {"PERSON": "Ann Lee"},
        "Ann Lee",
    ),
    (
        "Cabinet Secretary Tom Webb tabled the budget. “We have heard you loud and clear,” the CS told the house.",
        {"PERSON": "Tom Webb"},
        "Tom Webb",
    ),
    (
        "Striker Tom Webb left. “It is only the beginning for me,” the former forward disclosed.",
        {"PERSON": "Tom Webb"},
        "Tom Webb",
    ),
]


@pytest.mark.parametrize(("text", "names", "speaker"), SPOKEN)
def test_who_said_it(text: str, names: dict[str, str], speaker: str | None) -> None:
    assert [said for _, said in quotes_in(text, **names)] == [speaker]
