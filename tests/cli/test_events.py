"""Events from the command line: why they are events, and put right by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.command import objects, reader


@pytest.fixture
def library(analysed: Path, tmp_path: Path) -> Path:
    """A copy of the library with one event of three sources, which a test may change."""
    return Path(shutil.copy(analysed, tmp_path / "library.db"))


def ids(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(each) for each in value]


def test_why_says_what_ties_the_articles_as_text_and_as_json(library: Path) -> None:
    (event,) = objects("events", "--library", library)
    (why,) = objects("events", event["id"], "--why", "--library", library)
    assert {"schema", "id", "title", "articles", "by_hand", "ties", "near"} <= set(why)
    assert ids(why["articles"]) == ids(event["articles"])
    assert why["by_hand"] is False
    ties = why["ties"]
    assert isinstance(ties, list)
    assert {tie["kind"] for tie in ties} >= {"word", "name"}
    assert all(len(tie["articles"]) > 1 for tie in ties)
    told = reader("events", event["id"], "--why", "--library", library)
    assert all(tie["text"] in told.stdout for tie in ties)


def test_a_split_and_a_join_hold_and_say_what_came_of_them(library: Path) -> None:
    (event,) = objects("events", "--library", library)
    first, *rest = ids(event["articles"])
    split = reader("events", "split", event["id"], first, "--library", library)
    assert (split.returncode, "2 events now" in split.stderr) == (0, True), split.stderr
    parted = objects("events", "--library", library)
    assert sorted(ids(each["articles"]) for each in parted) == sorted([[first], rest])
    again = reader("events", "split", event["id"], first, "--library", library)
    assert again.returncode == 2
    joined = reader("events", "join", *(each["id"] for each in parted), "--library", library)
    assert (joined.returncode, "1 event now" in joined.stderr) == (0, True), joined.stderr
    (event,) = objects("events", "--library", library)
    assert sorted(ids(event["articles"])) == sorted([first, *rest])


def test_what_is_one_event_already_is_not_joined(library: Path) -> None:
    (event,) = objects("events", "--library", library)
    done = reader("events", "join", event["id"], event["id"], "--library", library)
    assert (done.returncode, done.stderr) == (1, "reader: Nothing changes: it is so already.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("join 1", "join needs two events"),
        ("join 1 99", "There is no event 99"),
        ("split 1", "split needs an event and articles"),
        ("split 1 99", "has no article 99"),
        ("split 1 1 2 3", "nothing to split them from"),
        ("split 1 one", "is not the number"),
        ("99 --why", "There is no event 99"),
        ("--why", "--why needs the number"),
        ("join 1 1 --why", "--why says of one EVENT"),
    ],
)
def test_what_makes_no_sense_is_one_sentence_and_changes_nothing(library: Path, words: str, said: str) -> None:
    before = objects("events", "--library", library)
    done = reader("events", *words.split(), "--library", library)
    assert done.returncode == 2
    assert said in done.stderr
    assert objects("events", "--library", library) == before
