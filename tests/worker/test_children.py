"""Articles annotated in several processes: the same library, whatever happens to the processes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from reader.errors import TaskError
from reader.models.article import Article
from reader.pipeline import children
from reader.pipeline.children import Children, annotating
from tests.command import SEEDS, reader
from tests.contents import contents
from tests.store.making import make_article
from tests.worker.child_kills import run


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> Iterator[Children]:
    """Two processes that do what an article's first word says, within half a second of CPU."""
    monkeypatch.setattr(children, "_FUNCTIONS", {"annotate": "tests.worker.tasks:annotate"})
    monkeypatch.setattr(children, "LIMITS", replace(children.LIMITS, cpu_seconds=0.5))
    made = Children(2, "")
    yield made
    made.close()


def article(text: str) -> Article:
    return make_article((text,), "/news/one.txt")


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("crash", "SIGABRT"),
        ("loop", "takes more than 0.5 seconds"),
        ("fault", "a rule's own fault"),
    ],
)
def test_what_an_article_does_to_its_process_costs_no_other_article(two: Children, word: str, told: str) -> None:
    two.plan([annotating(article(f"{text} {number}")) for number in range(6) for text in (word, "good")])
    for number in range(6 if word == "fault" else 2):
        with pytest.raises(TaskError, match=told):
            two.annotate(article(f"{word} {number}"))
        assert two.annotate(article(f"good {number}")).broken == "good"


def test_an_article_whose_process_is_killed_is_tried_again(two: Children, tmp_path: Path) -> None:
    for number in range(3):
        assert two.annotate(article(f"killed {tmp_path / str(number)}")).broken == "killed"
        assert (tmp_path / str(number)).is_dir()


def test_what_is_needed_now_is_done_before_what_is_planned(two: Children) -> None:
    two.annotate(article("good"))
    two.plan([annotating(article(f"slow {number}")) for number in range(40)])
    started = monotonic()
    assert two.annotate(article("needed")).broken == "needed"
    assert monotonic() - started < 2  # forty slow ones take four seconds


def test_two_processes_make_the_same_library_as_one(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    for name in ("vistula-election", "harbour-cup", "uruguay-rates"):
        shutil.copytree(SEEDS / name, folder / name)
    for count in (1, 2):
        done = reader("add", folder, "--workers", count, "--library", tmp_path / f"{count}.db")
        assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "1.db") == contents(tmp_path / "2.db")


def test_killed_children_and_workers_lose_nothing_and_do_nothing_twice(tmp_path: Path) -> None:
    run(3, 1, tmp_path)


def test_a_number_of_workers_that_makes_no_sense_is_refused(tmp_path: Path) -> None:
    done = reader("add", SEEDS, "--workers", 0, "--library", tmp_path / "library.db")
    assert done.returncode == 2
    assert "--workers" in done.stderr
