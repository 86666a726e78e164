from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.analysis.alignment.stemming import stem
from reader.analysis.alignment.words import MAX_WORD, content_words


@pytest.mark.parametrize(
    "forms",
    [
        ("open", "opened", "opening", "opens"),
        ("country", "countries"),
        ("travel", "travelling", "traveled", "travels"),
        ("strengthen", "strengthened", "strengthening"),
        ("inaugurate", "inaugurated", "inauguration"),
        ("organise", "organised", "organisation", "organization"),
        ("plan", "planned", "planning"),
        ("announce", "announced", "announcement"),
        ("meet", "met", "meeting"),
        ("die", "died", "dead", "death"),
        ("economy", "economic"),
    ],
)
def test_forms_of_one_word_meet(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("national", "nation"), ("bus", "but"), ("price", "prize"), ("2016", "2020"), ("embassy", "ember")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_stop_words_possessives_and_attribution_are_left_out() -> None:
    text = "The minister’s spokesman said that Israel's plan wasn't its own."
    assert [text[word.start : word.end] for word in content_words(text, 0, len(text))] == [
        "minister’s",
        "spokesman",
        "Israel's",
        "plan",
    ]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "Bridge closed. Ferry cancelled."
    assert [text[word.start : word.end] for word in content_words(text, 15, len(text))] == ["Ferry", "cancelled"]


@example("ʼ")
@given(st.text(max_size=300))
def test_words_are_stretches_of_the_text_in_order(text: str) -> None:
    at = 0
    for word in content_words(text, 0, len(text)):
        assert at <= word.start < word.end <= len(text)
        assert word.stem
        at = word.end


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'’", min_size=1, max_size=60))
def test_a_stem_is_never_longer_than_a_word_may_be(text: str) -> None:
    assert all(len(word.stem) <= MAX_WORD + 1 for word in content_words(text, 0, len(text)))


def test_a_megabyte_of_letters_is_one_short_word() -> None:
    text = "a" * 1_000_000
    (word,) = content_words(text, 0, len(text))
    assert len(word.stem) <= MAX_WORD
