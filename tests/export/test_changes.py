"""What changed between two texts: nothing is left out, and it reads as a person would mark it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.export.changes import compare_words, marked, revisions
from reader.models.revisions import Fate, Paragraph, Version

WORDS = st.lists(st.sampled_from(["the", "ferry", "stays", "until", "Thursday", "Friday", "harbour"]), max_size=30)


def side(paragraph: Paragraph, fate: Fate) -> list[str]:
    """The words before (what was kept and removed) or after (kept and added)."""
    return [word for each in paragraph.words if each.fate in {Fate.KEPT, fate} for word in each.text.split()]


@given(WORDS, WORDS)
def test_both_texts_can_be_read_off(before: list[str], after: list[str]) -> None:
    found = compare_words(before, after)
    assert side(found, Fate.REMOVED) == before
    assert side(found, Fate.ADDED) == after
    assert found.is_changed == (before != after)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_no_paragraph_is_lost(before: list[list[str]], after: list[list[str]]) -> None:
    texts = ["\n".join(" ".join(words) for words in paragraphs) for paragraphs in (before, after)]
    (step,) = revisions([Version("A", texts[0], "2026-11-24T10:00:00", "1"), Version("A", texts[1], "", "2")])
    for fate, text in ((Fate.REMOVED, texts[0]), (Fate.ADDED, texts[1])):
        assert sorted(word for each in step.paragraphs for word in side(each, fate)) == sorted(text.split())


def test_a_changed_day_is_two_words_and_the_rest_stays() -> None:
    before = ["The", "ferry", "stays", "until", "Thursday", "because", "its", "engine", "is", "broken"]
    after = ["The", "ferry", "stays", "until", "next", "Friday", "because", "its", "engine", "is", "broken"]
    assert marked(compare_words(before, after)) == (
        "The ferry stays until [-Thursday-] {+next Friday+} because its engine is broken"
    )


def test_words_that_stay_between_two_changes_are_taken_with_them() -> None:
    before, after = (
        ["some", "five", "of", "them", "left", "at", "noon", "on", "Monday"],
        ["all", "seven", "of", "us", "left", "at", "noon", "on", "Monday"],
    )
    assert marked(compare_words(before, after)) == "[-some five of them-] {+all seven of us+} left at noon on Monday"


def test_a_new_paragraph_does_not_smear_over_its_neighbours() -> None:
    one = "The ferry stays in the harbour until Thursday."
    two = "The company pays for the bus over the bridge."
    new = "A diver found the crack on Sunday."
    (step,) = revisions(
        [Version("A", f"{one}\n{two}", "2026-11-24T10:00:00", "1"), Version("B", f"{one}\n{new}\n{two}", "", "2")]
    )
    assert [each.is_changed for each in step.paragraphs] == [False, True, False]
    assert (step.removed, step.added) == (1, 8)
    assert marked(step.title) == "[-A-] {+B+}"


def test_texts_that_repeat_themselves_without_end_take_no_time() -> None:
    (step,) = revisions([Version("A", "a " * 50_000, "2026-11-24T10:00:00", "1"), Version("A", "a " * 49_999, "", "2")])
    assert (step.removed, step.added) == (50_000, 49_999)
