"""Watches, notes and the export of everything, on the command line."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli.root import main
from reader.library import Library
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, HARVEST, make_article, put


@pytest.fixture
def books(tmp_path: Path) -> Path:
    path = tmp_path / "books.db"
    with Store.open(path) as store:
        put(store, make_article(BRIDGE))
        put(store, make_article(HARVEST, "/news/harvest.txt"))
        put(store, make_article((*BRIDGE, "A last line.")))
    return path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, object]]]:
    code = main([*words])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_watch_tells_each_article_once(books: Path, capsys: pytest.CaptureFixture[str]) -> None:
    of = ("--library", str(books), "--json")
    assert told(capsys, "watch", *of) == (1, [])
    assert told(capsys, "watch", "bridges", "--query", "lindholm", *of)[0] == 0
    assert told(capsys, "watch", "bridges", *of) == (1, []), "what was there is not new"
    with Store.open(books) as store:
        put(store, make_article(FERRY, "/news/ferry.txt"))
    code, (watched,) = told(capsys, "watch", *of)
    assert (code, watched["new"], watched["articles"]) == (0, 1, 2)
    for words in (("--peek",), ()):
        code, (article,) = told(capsys, "watch", "bridges", *words, *of)
        assert (code, article["origin"]) == (0, "/news/ferry.txt")
    assert told(capsys, "watch", "bridges", *of) == (1, [])
    assert told(capsys, "watch", "bridges", "--remove", *of)[0] == 0
    assert told(capsys, "watch", *of) == (1, [])


def test_a_watch_that_is_not_there_is_a_sentence(books: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "nobody", "--library", str(books)]) == 2
    assert "There is no watch “nobody”" in capsys.readouterr().err


def keep(books: Path) -> None:
    with closing(Library.open(books)) as library:
        article = library.article(1)
        assert article is not None
        start = article.text.index("Some 12 lorries")
        library.set_starred([2])
        library.set_read([1])
        library.keep_watch("bridges", "lindholm")
        library.put_note(1, start, start + len(BRIDGE[3]), "which *lorries*?")
        library.set_starred([1])
        library.undo()


def test_notes_are_listed_and_cited(books: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(books)
    code, (note,) = told(capsys, "notes", "lorries", "--library", str(books), "--json")
    assert code == 0
    assert (note["quote"], note["note"], note["origin"]) == (BRIDGE[3], "which *lorries*?", "/news/bridge.txt")
    assert main(["notes", "--format", "markdown", "--library", str(books)]) == 0
    cited = capsys.readouterr().out
    assert "which \\*lorries\\*?" in cited
    assert "> Lindholm Courier, 2024-05-14" in cited
    assert main(["notes", "ships", "--library", str(books)]) == 1


def test_what_was_exported_is_taken_back_without_loss(
    books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(books)
    file, other = tmp_path / "all.jsonl", tmp_path / "other.db"
    assert main(["export", "--all", "--library", str(books), "--output", str(file)]) == 0
    assert main(["add", "--no-analysis", str(file), "--library", str(other)]) == 0
    capsys.readouterr()
    for words in (("list",), ("notes",), ("watch",), ("show", "1"), ("show", "1", "--revisions"), ("events",)):
        before = told(capsys, *words, "--library", str(books), "--json")
        assert told(capsys, *words, "--library", str(other), "--json") == before, words
    with closing(Library.open(books)) as one, closing(Library.open(other)) as two:
        assert list(one.export_lines()) == list(two.export_lines())
        assert [change.target for change in two.redo()] == [change.target for change in one.redo()]
        assert two.doctor() == ()
    assert main(["add", "--no-analysis", str(file), "--library", str(other)]) == 0, "the second time changes nothing"
    capsys.readouterr()
    assert len(told(capsys, "notes", "--library", str(other), "--json")[1]) == 1


def test_a_damaged_line_costs_itself_only(books: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, other = tmp_path / "all.jsonl", tmp_path / "other.db"
    assert main(["export", "--all", "--library", str(books), "--output", str(file)]) == 0
    lines = file.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1][: len(lines[1]) // 2]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert main(["add", "--no-analysis", str(file), "--library", str(other)]) == 3
    assert "is no line of an export" in capsys.readouterr().out
    assert len(told(capsys, "list", "--library", str(other), "--json")[1]) == 1
