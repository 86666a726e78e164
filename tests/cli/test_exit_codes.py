"""What the command line says and how it ends: 0 done, 1 nothing found, 2 usage, 3 input, 4 library, 130 interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.models.library import JobKind
from reader.models.sources import Terms
from reader.store import jobs
from reader.store.store import Store
from tests.command import HEEDS_CTRL_C, SEEDS, command, environment, objects, reader

ARTICLE = """Ferry runs aground off Brisa

By Ana Duarte

The ferry Estrela ran aground off the port of Brisa on Monday with 41 people on board, the harbour master said.

Nobody was hurt, and the ship was pulled free at high tide, three hours later.
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ferry.txt").write_text(ARTICLE)
    (folder / "tide.txt").write_text(ARTICLE.replace("41 people", "38 people").replace("Brisa", "Salga"))
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def statuses(*words: object) -> list[object]:
    return [each["status"] for each in objects("add", *words, "--no-analysis")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("list",), 0),
        (("list", "unheardofword"), 1),
        (("list", "-unheardofword"), 0),
        (("list", "--plain", "-harbours", "-x", "--json"), 2),
        (("list", "((("), 2),
        (("list", "person:"), 2),
        (("list", "--json", "--plain"), 2),
        (("list", "--nosuch"), 2),
        (("search", "unheardofword"), 1),
        (("entities", "unheardofname"), 1),
        (("show", "999"), 2),
        (("show", "first"), 2),
        (("compare", "999"), 2),
        (("doctor",), 0),
        (("doctor", "/nonexistent"), 2),
        (("nosuch",), 2),
        (("--version",), 0),
        (("--help",), 0),
    ],
)
def test_exit_codes(analysed: Path, words: tuple[str, ...], code: int) -> None:
    place = () if words[0].startswith("--") else ("--library", analysed)
    done = reader(*words, *place)
    assert done.returncode == code, done.stderr
    assert (done.stderr == "") == (code in {0, 1})
    assert done.stdout == "" or code == 0


def test_the_help_of_all_keeps_its_lines_at_80_columns() -> None:
    lines = reader("--help", COLUMNS="80").stdout.splitlines()
    assert any(line.split("  ")[-1] == "open your library" for line in lines)
    assert max(map(len, lines)) <= 80


def test_the_library_may_be_named_before_the_command(analysed: Path) -> None:
    done = reader("--library", analysed, "list")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 3)


@pytest.mark.parametrize("words", [("list",), ("events",), ("entities",), ("search", "x"), ("show", "1"), ("doctor",)])
def test_looking_into_a_library_that_is_not_there_makes_none(library: Path, words: tuple[str, ...]) -> None:
    done = reader(*words, "--library", library)
    assert done.returncode == 4
    assert done.stderr.startswith("reader: There is no library")
    assert not library.exists()


def test_a_file_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear reader. " * 200)
    done = reader("add", SEEDS, "--library", other)
    assert done.returncode == 4
    assert other.read_text() == "Dear reader. " * 200


def test_a_damaged_library_is_said(analysed: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    whole = analysed.read_bytes()
    damaged.write_bytes(whole[:20_000] + b"\0" * 60_000 + whole[80_000:])
    done = reader("doctor", "--library", damaged)
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    assert done.stdout + done.stderr


def test_what_cannot_be_read_is_said_and_the_rest_is_read(files: Path, library: Path) -> None:
    (files / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (files / "nothing.txt").write_text("")
    done = reader("add", files, "--no-analysis", "--json", "--library", library)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 3
    assert sorted(each["status"] for each in found) == ["added", "added", "failed", "failed"]
    assert all(each["reason"] for each in found if each["status"] == "failed")


def test_nothing_to_read_is_nothing_found(tmp_path: Path, library: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = reader("add", empty, "--library", library)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no file of a form that Reader reads" in done.stderr


def test_a_file_twice_changed_and_renamed(files: Path, library: Path) -> None:
    assert statuses(files, "--library", library) == ["added", "added"]
    assert statuses(files, "--library", library) == ["unchanged", "unchanged"]
    (files / "ferry.txt").write_text(ARTICLE + "\nThe captain was named as Rui Lobo.\n")
    assert statuses(files / "ferry.txt", "--library", library) == ["updated"]
    (files / "tide.txt").rename(files / "later.txt")
    assert statuses(files, "--library", library) == ["unchanged", "skipped"]
    assert len(objects("list", "--library", library)) == 2


def test_opening_paths_shows_exactly_what_is_there_now(files: Path, library: Path) -> None:
    assert len(reader(files, "--library", library).stdout.splitlines()) == 2
    (files / "tide.txt").unlink()
    (files / "third.txt").write_text(ARTICLE.replace("Estrela", "Gaivota"))
    done = reader(files, "--library", library)
    assert done.returncode == 0
    assert {line.rsplit("/", 1)[-1] for line in done.stdout.splitlines()} == {"ferry.txt", "third.txt"}


def test_what_was_only_stored_is_analysed_by_a_later_process(files: Path, library: Path) -> None:
    done = reader("add", files / "ferry.txt", "--no-wait", "--library", library)
    assert done.returncode == 0
    assert [each["analysed"] for each in objects("list", "--library", library)] == [False]
    assert reader("add", files / "tide.txt", "--library", library).returncode == 0
    assert [each["analysed"] for each in objects("list", "--library", library)] == [True, True]


def test_counts_have_their_singular(files: Path, library: Path) -> None:
    reader("add", files / "ferry.txt", "--library", library)
    said = reader("entities", "Estrela", "--library", library).stdout
    assert "1 mentions" not in said
    assert "1 articles" not in said
    assert "in 1 article" in said


def test_ctrl_c_keeps_all_that_was_acknowledged_and_gives_the_rest_up(tmp_path: Path, library: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(ARTICLE.replace("41", str(number)))
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDS_CTRL_C, "add", folder, "--json", "--library", library],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        start_new_session=True,
    )
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(5)]
    os.killpg(process.pid, signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    acknowledged = [json.loads(line)["id"] for line in [*said, *rest.splitlines()]]
    assert process.returncode == 130
    assert 5 <= len(acknowledged) < 400
    ids = tmp_path / "ids"
    ids.write_text("\n".join(acknowledged))
    assert reader("doctor", ids, "--library", library).returncode == 0
    kept = len(objects("list", "--library", library))
    (folder / "new.txt").write_text(ARTICLE.replace("Estrela", "Gaivota"))
    assert statuses(folder / "new.txt", "--library", library) == ["added"]
    assert len(objects("list", "--library", library)) == kept + 1


def test_a_reader_of_the_output_that_has_gone_is_no_error(analysed: Path) -> None:
    listing = subprocess.Popen(
        command("show", "1", "--json", "--library", analysed),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert listing.stdout is not None
    listing.stdout.close()
    assert listing.stderr is not None
    with listing.stderr:
        assert listing.stderr.read() == b""
    assert listing.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_behind_the_output_is_said(analysed: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("list", "--library", analysed),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
            check=False,
        )
    assert done.returncode == 4
    assert done.stderr.startswith("reader: The output cannot be written")


def test_nothing_that_a_terminal_acts_on_is_printed(tmp_path: Path, library: Path) -> None:
    evil = "\x1b[2J\x1b]0;x\x07\x9b31m\u202e[/usr/bin] [@click=app.quit]x[/]"
    for number in (1, 2):
        text = ARTICLE.replace("Brisa", f"Brisa {evil}").replace("41", str(40 + number)).replace("aground", evil + "x")
        (tmp_path / f"a\x1b[31m\u202e{number}.txt").write_text(text, encoding="utf-8")
    reader("add", tmp_path, "--library", library)
    for words in (
        ("list",),
        ("list", "--json"),
        ("list", "--plain"),
        ("show", "1"),
        ("show", "1", "--json"),
        ("events",),
        ("entities",),
        ("search", "ferry"),
        ("compare", "1", "2"),
        ("compare", "1", "2", "--json"),
        ("show", evil),
        ("list", evil),
        (evil,),
    ):
        done = reader(*words, "--library", library)
        assert not set("\x1b\x07\x9b\u202e") & set(done.stdout + done.stderr), words
        assert "Traceback" not in done.stderr


def test_settings_that_make_no_sense_are_told_as_such(files: Path, library: Path, tmp_path: Path) -> None:
    settings = tmp_path / "config" / "reader-tui" / "config.toml"
    settings.parent.mkdir(parents=True)
    for written, told in (("pipeline = 5", "“pipeline”"), ("pipeline", "cannot be understood"), ("x = 1", "“x”")):
        settings.write_text(written)
        done = reader("add", files, "--library", library, XDG_CONFIG_HOME=str(tmp_path / "config"))
        assert done.returncode == 2
        assert done.stderr.startswith("reader: The setting"), done.stderr
        assert told in done.stderr
        assert "the worker" not in done.stderr.lower()


@pytest.mark.parametrize("at", [-(10**10), -(10**9), 9_300_000_000, 15_000_000_000])
def test_a_file_of_any_time_is_read_once(files: Path, library: Path, at: int) -> None:
    os.utime(files / "ferry.txt", ns=(0, at * 10**9))
    assert statuses(files, "--library", library) == ["added", "added"]
    assert statuses(files, "--library", library) == ["unchanged", "unchanged"]
    assert reader("doctor", "--library", library).returncode == 0


CLOCK = """
import datetime, sys
class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        if {year} > 9999:
            raise ValueError("year is out of range")
        return cls({year}, 12, 31, 23, 59, 59, tzinfo=tz)
class Day(datetime.date):
    @classmethod
    def today(cls):
        return Clock.now().date()
datetime.datetime, datetime.date = Clock, Day
from reader.{module} import main
sys.exit(main(sys.argv[1:]))
"""
"""Starts Reader, or its worker, with a clock that stands in another year."""


@pytest.mark.parametrize("year", [9999, 12000])
def test_a_clock_at_the_end_of_all_years_stops_nothing(files: Path, library: Path, tmp_path: Path, year: int) -> None:
    program = {name: tmp_path / f"{name}.py" for name in ("cli", "worker")}
    program["cli"].write_text(CLOCK.format(year=year, module="cli"))
    program["worker"].write_text(CLOCK.format(year=year, module="worker.process"))

    def run(name: str, *words: object) -> tuple[int, str]:
        """Its exit code and what it says; a worker ends when its input does."""
        command = [sys.executable, str(program[name]), *map(str, words)]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment()) as process:
            code = process.wait(60)
            return code, process.stderr.read() if process.stderr else ""

    with Store.open(library) as store:
        for kind, paths in ((JobKind.ADD, [str(files)]), (JobKind.FOLLOW, [str(files)]), (JobKind.UPDATE, [])):
            jobs.request(store.database, kind, paths=paths)
        jobs.request(store.database, JobKind.PRUNE, terms=Terms(days=4_000_000))
    assert run("worker", library, "--no-analysis", "--idle=0.1") == (0, "")
    with Store.open(library) as store:
        errors = store.database.rows("SELECT error FROM job")
        assert [error for (error,) in errors] == [None] * 4
    for words in (("list",), ("show", 1), ("sources",), ("doctor",)):
        assert run("cli", *words, "--library", library) == (0, ""), words
