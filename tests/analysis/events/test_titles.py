from __future__ import annotations

import pytest

from reader.analysis.events.titles import Telling, choose_title, tidy_headline


def telling(headline: str | None, story: str, names: tuple[str, ...] = (), outlet: str = "") -> Telling:
    return Telling(headline, f"{headline or ''}\n{story}", outlet, names)


STORY = "The ferry Santa Quitéria burned off Faial on Tuesday and twelve people died in the fire."


@pytest.mark.parametrize(
    ("headline", "outlet", "tidy"),
    [
        ("  Ferry\n burns  off Faial ", "", "Ferry burns off Faial"),
        ("LIVE: Ferry burns off Faial", "", "Ferry burns off Faial"),
        ("Ferry burns off Faial | The Harbour Post", "Harbour Post", "Ferry burns off Faial"),
        ("Ferry burns off Faial - twelve dead", "Harbour Post", "Ferry burns off Faial - twelve dead"),
        ("Live music returns to Faial", "", "Live music returns to Faial"),
    ],
)
def test_headlines_are_tidied(headline: str, outlet: str, tidy: str) -> None:
    assert tidy_headline(headline, outlet) == tidy


def test_the_headline_that_the_sources_share_wins() -> None:
    members = [
        telling("Twelve die as ferry burns off Faial", STORY),
        telling("A black day for the islands of the west", STORY),
        telling(None, STORY),
    ]
    assert choose_title(members, None) == "Twelve die as ferry burns off Faial"


@pytest.mark.parametrize(
    "worse",
    [
        "Why did the ferry Santa Quitéria burn off Faial?",
        "“The ferry burned”: twelve died in fire off Faial",
        "Ferry burned",
        "How the ferry Santa Quitéria burned off Faial",
    ],
)
def test_questions_quotes_and_scraps_are_avoided(worse: str) -> None:
    plain = "Twelve people died in ferry fire off Faial"
    assert choose_title([telling(worse, STORY), telling(plain, STORY)], None) == plain


def test_of_two_that_are_shared_alike_the_one_that_says_more_wins() -> None:
    story = "The ferry burns off Faial. Twelve people die."
    members = [telling("Ferry burns off Faial, twelve people die", story), telling("Ferry burns off Faial", story)]
    assert choose_title(members, None) == "Ferry burns off Faial, twelve people die"


def test_a_headline_of_two_sentences_stays_whole() -> None:
    headline = "Ferry burned off Faial. Twelve people died in the fire"
    assert choose_title([telling(headline, STORY), telling("A black day for the islands", STORY)], None) == headline


def test_without_headlines_the_main_names_and_the_day_are_the_title() -> None:
    members = [
        telling(None, STORY, ("Cohen", "Eli Cohen", "Baku", "Ilham Aliyev")),
        telling(None, STORY, ("Eli Cohen", "Ilham Aliyev", "Aliyev", "Turkmenistan")),
    ]
    assert choose_title(members, "2023-04-19") == "Eli Cohen and Ilham Aliyev, 19 Apr 2023"
    assert choose_title(list(reversed(members)), None) == "Eli Cohen and Ilham Aliyev"


def test_without_headlines_and_names_there_is_no_title() -> None:
    assert choose_title([telling(None, STORY)], "2023-04-19") == ""


def test_very_many_names_are_no_trouble() -> None:
    crowd = tuple(f"Person {number}" for number in range(50_000))
    assert choose_title([telling(None, STORY, crowd)], None) == "Person 0 and Person 1"
