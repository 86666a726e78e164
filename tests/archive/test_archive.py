"""Archives: every input once, whatever stops the run; and what a library makes of them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("pyarrow", reason="“sh .ci/setup archive” installs what archives need")

from reader.analysis.events.terms import Terms, extract_terms
from reader.analysis.events.weights import find_ubiquitous
from reader.archive import mapping, ubiquity
from reader.archive.plan import Plans
from reader.library import Library
from reader.shards.files import read_columns, shards_of
from reader.shards.rows import article_of_row
from tests.archive.grouping import rows, same
from tests.archive.kills import Client, shards, write_articles
from tests.command import HEEDS_CTRL_C, SEEDS, command, environment, reader
from tests.contents import known
from tests.worker.measure import processes_below

PATIENCE = 120.0

SOME = ("vistula-election", "harbour-cup", "uruguay-rates")


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the sample articles, and an input that cannot be read."""
    folder = tmp_path_factory.mktemp("articles")
    for name in SOME:
        shutil.copytree(SEEDS / name, folder / name)
    (folder / "empty.txt").touch()
    return folder


@pytest.fixture(scope="module")
def archive(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of them."""
    archive = tmp_path_factory.mktemp("made") / "archive"
    done = reader("archive", folder, "--to", archive)
    assert done.returncode == 3
    assert "empty.txt: is empty" in done.stdout
    return archive


@pytest.fixture(scope="module")
def plain(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library to which they were added."""
    library = tmp_path_factory.mktemp("plain") / "library.db"
    assert reader("add", folder, "--library", library).returncode == 3
    return library


def test_what_is_archived_is_not_archived_again(archive: Path, folder: Path) -> None:
    before = shards(archive)
    done = reader("archive", folder, "--to", archive)
    assert done.returncode == 0
    assert "has all of it already" in done.stderr
    assert shards(archive) == before


def test_a_bad_input_is_a_row_with_its_reason(archive: Path, folder: Path) -> None:
    told: dict[str, tuple[str, str]] = {}
    for path in shards_of(archive):
        columns = read_columns(path, ["origin", "digest", "reason"])
        told |= {row[0]: row[1:] for row in zip(*columns.values(), strict=True)}
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert told.keys() == {str(path) for path in files}
    assert told[str(folder / "empty.txt")] == ("", "is empty")


def test_a_library_from_an_archive_is_that_of_a_plain_add(archive: Path, plain: Path, tmp_path: Path) -> None:
    done = reader("add", "--archive", archive, "--library", tmp_path / "library.db")
    assert done.returncode == 0, done.stderr
    assert known(tmp_path / "library.db") == known(plain)


@pytest.mark.parametrize(
    "query",
    [
        "election",
        "-election",
        '"interest rate"',
        "outlet:tagus OR place:warsaw",
        "person:wilk",
        "group:wilk",
        "group:polish",
        "with:sarria",
        "after:2024-01",
        "before:2024 -lang:en",
        "title:rate",
        "lang:en date:2023",
    ],
)
def test_a_query_chooses_from_an_archive_what_it_shows_of_a_library(archive: Path, plain: Path, query: str) -> None:
    from reader.shards.choosing import chosen_rows

    with closing(Library.open(plain)) as library:
        ids = [number for entry in library.outline(query, grouped=False) for number in entry.articles]
        expected = {card.origin for card in library.cards(ids)}
    assert {row.origin for row in chosen_rows(archive, query)} == expected


def test_what_an_archive_cannot_know_is_refused(archive: Path, tmp_path: Path) -> None:
    done = reader("add", "--archive", archive, "is:unread", "--library", tmp_path / "library.db")
    assert done.returncode == 2
    assert "An archive does not know “unread”" in done.stderr


def test_names_and_words_are_found(archive: Path) -> None:
    done = reader("archive", archive, "--find", "uruguay", "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert len(found) == 2
    assert all(each["named"] and "uruguay" in each["origin"] for each in found)
    assert reader("archive", archive, "--find", "no such words anywhere").returncode == 1


def test_a_text_that_was_moved_is_not_analysed_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = folder / SOME[0]
    archive = tmp_path / "archive"
    assert reader("archive", first, "--to", archive).returncode == 0
    moved = shutil.copytree(first, tmp_path / "moved")
    plans = Plans(archive)
    from reader.ingest.files import find_files

    number = plans.make(find_files([moved]))
    assert number == 2
    monkeypatch.setattr(mapping, "annotate_alone", None)
    (part,) = plans.parts(number)
    found = mapping.rows_of(part, "")
    assert len(found) == len(list(first.iterdir()))
    assert all(row.annotations and not row.reason for row in found)


def test_standard_input_is_archived_and_an_address_is_not(tmp_path: Path) -> None:
    done = subprocess.run(
        command("archive", "-", "--to", tmp_path / "archive"),
        input="Bridge closed\n\nThe bridge at Lindholm was closed on Tuesday.\n",
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert reader("archive", tmp_path / "archive", "--find", "lindholm").stdout.endswith("Bridge closed\n")
    done = reader("archive", "https://example.com/", "--to", tmp_path / "archive")
    assert done.returncode == 2
    assert "https://example.com/ goes into a library with “reader add”" in done.stderr


def test_ctrl_c_ends_a_run_at_once_and_the_next_goes_on(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles", 60)
    words = ["archive", str(folder), "--to", str(tmp_path / "archive"), "--workers", "2"]
    start = [sys.executable, "-c", HEEDS_CTRL_C, *words]
    with subprocess.Popen(start, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        until(lambda: bool(list((tmp_path / "archive").glob("plans/*.inputs"))))
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    Client(folder, tmp_path / "archive").finish()
    assert len(shards(tmp_path / "archive")) == 4


def test_a_run_that_is_killed_goes_on_and_gives_the_same_shards(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles", 80)
    Client(folder, tmp_path / "calm", "--workers", 1).finish()
    Client(folder, tmp_path / "killed", "--workers", 2).finish(Random(1), 3)  # noqa: S311 (moments, no secrets)
    assert shards(tmp_path / "calm") == shards(tmp_path / "killed")
    assert len(shards(tmp_path / "calm")) == 5


CLUSTER = """
import sys, time
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        time.sleep(600)
"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[int, str]]:
    """A cluster of two workers in a process of its own: its number, and the scheduler's address."""
    pytest.importorskip("distributed")
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        yield process.pid, process.stdout.readline().strip()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def test_a_cluster_gives_the_same_shards_though_a_worker_is_killed(tmp_path: Path, cluster: tuple[int, str]) -> None:
    number, address = cluster
    folder = write_articles(tmp_path / "articles", 80)
    Client(folder, tmp_path / "here", "--workers", 1).finish()
    options = ("--engine", "dask", "--scheduler", address)
    Client(folder, tmp_path / "there", *options).finish(Random(1), 1)  # noqa: S311 (moments, no secrets)
    workers = [process for process, words, _ in processes_below(number) if "spawn_main" in words]
    os.kill(workers[0], signal.SIGKILL)
    Client(folder, tmp_path / "there", *options).finish()
    assert shards(tmp_path / "here") == shards(tmp_path / "there")


def test_a_scheduler_that_is_lost_is_one_sentence_and_the_run_goes_on(tmp_path: Path, cluster: tuple[int, str]) -> None:
    number, address = cluster
    folder = write_articles(tmp_path / "articles", 80)
    words = ("archive", folder, "--to", tmp_path / "there", "--engine", "dask", "--scheduler", address)
    client = subprocess.Popen(
        command(*words), env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    with client:
        until(lambda: bool(list((tmp_path / "there").glob("shards/*.parquet"))))
        os.killpg(number, signal.SIGKILL)
        _, said = client.communicate(timeout=120)
    assert client.returncode == 4
    last = said.splitlines()[-1]
    assert last == f"reader: The scheduler {address} is lost. The same command goes on where it stood."
    Client(folder, tmp_path / "there").finish()
    Client(folder, tmp_path / "here").finish()
    assert shards(tmp_path / "here") == shards(tmp_path / "there")


def test_a_scheduler_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    folder = write_articles(tmp_path / "articles", 2)
    done = reader(
        "archive", folder, "--to", tmp_path / "archive", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"
    )
    assert done.returncode == 4
    told = "reader: The scheduler tcp://127.0.0.1:9 is lost. The same command goes on where it stood."
    assert done.stderr.splitlines()[-1] == told


def test_the_events_of_an_archive_are_those_of_one_library(tmp_path: Path) -> None:
    events, _ = same(600, 1, tmp_path)
    assert events > 100


def test_the_terms_that_an_archive_is_full_of_are_those_of_all_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ubiquity, "COUNTED_TOGETHER", 60)
    every = [extract_terms(article_of_row(row)).to_bytes() for row in rows(190, 2)]
    found = ubiquity.ubiquitous_terms(lambda: iter(every))
    assert found.tolist() == find_ubiquitous(map(Terms.from_bytes, every)).tolist()
