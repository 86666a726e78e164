"""What is no library, a newer one, or a damaged one is refused with a sentence, and never written to."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.store.schema import VERSION
from reader.store.store import Store
from tests.store.making import FERRY, make_article, put, put_id


def test_a_library_is_made_with_its_folder_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "library.db"
    with Store.open(path) as store:
        number = put_id(store, make_article())
    with Store.open(path) as store:
        assert store.article(number) is not None


def test_an_empty_file_becomes_a_library(library_path: Path) -> None:
    library_path.touch()
    with Store.open(library_path) as store:
        assert put(store, make_article()).id == 1


@pytest.mark.parametrize(
    "content",
    [b"Dear diary,\n" * 400, b"SQLite format 3\0" + b"\xff" * 5000, b"SQLite", b"x" * 300, b"x"],
    ids=["text", "bad", "part", "short", "byte"],
)
def test_what_is_no_database_is_refused_and_left_as_it_is(library_path: Path, content: bytes) -> None:
    library_path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"library\.db"):
        Store.open(library_path)
    assert library_path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_as_it_is(library_path: Path) -> None:
    with closing(sqlite3.connect(library_path)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
        other.commit()
    before = library_path.read_bytes()
    with pytest.raises(LibraryError, match="not a Reader library"):
        Store.open(library_path)
    assert library_path.read_bytes() == before


def test_a_newer_library_is_refused(library_path: Path) -> None:
    Store.open(library_path).close()
    with closing(sqlite3.connect(library_path)) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(LibraryError, match="newer Reader"):
        Store.open(library_path)


def test_a_damaged_library_is_refused_or_its_damage_is_told(library_path: Path) -> None:
    with Store.open(library_path) as store:
        for index in range(40):
            put(store, make_article((*FERRY, f"Note {index}: {'ferry ' * index}"), f"/news/{index}.txt"))
    content = bytearray(library_path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 40_000] = b"\xa5" * len(content[middle : middle + 40_000])
    library_path.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged"), Store.open(library_path) as store:
        raise LibraryError(" ".join(store.integrity_problems(range(1, 41))).lower())


def test_an_empty_file_beside_a_log_with_content_is_damage(library_path: Path) -> None:
    library_path.touch()
    library_path.with_name("library.db-wal").write_bytes(b"pages")
    with pytest.raises(LibraryError, match="damaged"):
        Store.open(library_path)
    assert library_path.with_name("library.db-wal").read_bytes() == b"pages"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="cannot be made"):
        Store.open(tmp_path / "file" / "library.db")


def test_a_folder_in_the_place_of_the_library_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"):
        Store.open(tmp_path)


def test_many_may_open_a_new_library_at_once(library_path: Path) -> None:
    def add(index: int) -> None:
        with Store.open(library_path) as store:
            put(store, make_article((*FERRY, f"Note {index}."), f"/news/{index}.txt"))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, range(12)))
    with Store.open(library_path) as store:
        assert store.integrity_problems(range(1, 13)) == ()


def test_what_goes_wrong_inside_a_transaction_leaves_nothing_behind(store: Store) -> None:
    def half() -> None:
        with store.transaction():
            put(store, make_article())
            raise LibraryError("something")

    with pytest.raises(LibraryError, match="something"):
        half()
    assert store.known("/news/bridge.txt") is None
    assert put(store, make_article()).id == 1


def test_the_doctor_tells_of_a_missing_article_and_of_a_text_that_is_not_the_stored_one(library_path: Path) -> None:
    with Store.open(library_path) as store:
        number = put_id(store, make_article())
        store.database.run("UPDATE article SET digest = 'other' WHERE id = ?", (number,))
        told = " ".join(store.integrity_problems([number, 99]))
    assert "Article 99 is not in the library" in told
    assert f"Article {number} is not the text" in told
