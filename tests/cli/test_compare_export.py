"""``reader compare --format``: to stdout or a file, with the exit code of what happened."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.command import objects, reader


@pytest.fixture(scope="module")
def event(analysed: Path) -> str:
    return str(next(each["id"] for each in objects("events", "--library", analysed) if len(str(each["articles"])) > 6))


@pytest.mark.parametrize(
    ("form", "begins"),
    [("markdown", "# "), ("html", "<!DOCTYPE html>"), ("json", '{"schema":1'), ("csv", "row,relation,"), ("text", "[")],
)
def test_each_format_goes_to_stdout(analysed: Path, event: str, form: str, begins: str) -> None:
    done = reader("compare", event, "--format", form, "--library", analysed)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(begins)


def test_json_is_that_of_the_json_flag(analysed: Path, event: str) -> None:
    flag = reader("compare", event, "--json", "--library", analysed)
    form = reader("compare", event, "--format", "json", "--library", analysed)
    assert flag.stdout == form.stdout


def test_offsets_of_the_table_point_into_the_text_that_show_prints(analysed: Path, event: str) -> None:
    written = reader("compare", event, "--format", "csv", "--library", analysed).stdout
    lines = list(csv.DictReader(io.StringIO(written)))
    assert lines
    ids = json.loads(reader("compare", event, "--json", "--library", analysed).stdout)["articles"]
    shown = [json.loads(reader("show", each, "--json", "--library", analysed).stdout) for each in ids]
    texts = {each["origin"]: each["text"] for each in shown}
    for line in lines:
        assert texts[line["origin"]][int(line["start"]) : int(line["end"])] == line["sentence"].removeprefix("'")


def test_a_file_is_written_once_and_overwritten_only_by_force(analysed: Path, event: str, tmp_path: Path) -> None:
    path = tmp_path / "event.html"
    words = ("compare", event, "--output", path, "--library", analysed)
    first = reader(*words)
    assert (first.returncode, first.stdout) == (0, "")
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    path.write_text("mine")
    second = reader(*words)
    assert second.returncode == 2
    assert second.stderr.strip() == f"reader: {path} is there already; --force overwrites it."
    assert path.read_text() == "mine"
    assert reader(*words, "--force").returncode == 0
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "docx"),
        ("--format", "html", "--json"),
        ("--format", "csv", "--plain"),
        ("--output", "/nowhere/at/all.md"),
        ("--force",),
    ],
)
def test_what_makes_no_sense_is_a_matter_of_usage(analysed: Path, event: str, words: tuple[str, ...]) -> None:
    done = reader("compare", event, *words, "--library", analysed)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
