"""A library of an earlier version is brought up to date as it is opened: nothing lost, all of it done or nothing.

``version_1.sql`` is a library as the first version wrote it: two articles on a bridge, compared, one on a harvest.
"""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.store import upgrading
from reader.store.schema import VERSION
from reader.store.store import Store
from reader.store.upgrading import STEPS
from tests.store.making import FERRY, make_article, make_comparison, put

OLD = Path(__file__).parent / "version_1.sql"
CHANGED = {
    "event",
    "term_vector",
    "key_term",
    "edge",
    "term_statistics",
    "ubiquity",
    "tally",
    "left_out",
    "difference",
    "sure_difference",
    "fault",
    "container",
    "article",
    "source",
    "source_tag",
    "item",
    "outline",
    "sketch",
    "synced",
    "reread",
    "unresolved",
    "watch_seen",
    "described",
    "quoted",
}
"""The tables that the steps touch."""

ADDED = {"fulltext_version", "found_name", "count", "window"}
"""The columns that the steps add to other tables."""

EVENTS = "SELECT id, sort_at, title, day, story_id, size, conflicts FROM event"


@pytest.fixture
def old(library_path: Path) -> Path:
    with closing(sqlite3.connect(library_path)) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return library_path


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def unchanged(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What stands in the tables that no step touches; what is searched stands in tables beside the virtual ones."""
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    tables = {str(row[0]) for row in rows(path, names)} - CHANGED
    columns = {table: rows(path, f"SELECT name FROM pragma_table_info('{table}')") for table in tables}  # noqa: S608
    return {table: rows(path, f"SELECT {_old(columns[table])} FROM {table}") for table in tables}  # noqa: S608


def _old(columns: list[tuple[object, ...]]) -> str:
    return ", ".join(str(name) for (name,) in columns if name not in ADDED)


def layout(path: Path) -> set[tuple[object, ...]]:
    """Every column and index of the tables, in whatever order they were made."""
    columns = """
        SELECT tables.name, columns.name, columns.type, "notnull", dflt_value, pk
        FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'
    """
    indexes = "SELECT name, tbl_name FROM sqlite_master WHERE type IN ('index', 'trigger')"
    return {*rows(path, columns), *rows(path, indexes)}


def test_an_old_library_becomes_what_a_new_one_is(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    Store.open(old).close()
    Store.open(new).close()
    assert layout(old) == layout(new)
    assert rows(old, "PRAGMA user_version") == [(VERSION,)]


def test_nothing_is_lost(old: Path) -> None:
    before, events = unchanged(old), rows(old, EVENTS)
    Store.open(old).close()
    assert unchanged(old) == before
    assert rows(old, EVENTS) == events
    with Store.open(old) as store:
        assert store.integrity_problems([1, 2, 3]) == ()


def test_what_only_the_comparison_knows_is_asked_for_again_and_sure_differences_are_counted_until_then(
    old: Path,
) -> None:
    with Store.open(old) as store, closing(Library.open(old)) as library:
        assert store.uncompared(10) == (1,)
        card = library.event(1)
        assert card is not None
        assert (card.conflicts, card.doubts) == (1, 0)
        library.undo()
        card = library.event(1)
        assert card is not None
        assert card.conflicts == 2, "the dismissal that was taken back"
        store.put_comparison(make_comparison(1, 2, sure=("aaaaaaaaaaaa",), likely=("cccccccccccc",)), 2, 1)
        card = library.event(1)
        assert card is not None
        assert (card.conflicts, card.doubts) == (1, 1)


def test_the_files_that_were_not_read_are_known_again_unless_they_have_been_read_since(old: Path) -> None:
    with closing(Library.open(old)) as library:
        assert [(each.outcome.origin, each.outcome.reason) for each in library.left_out()] == [
            ("/news/torn.txt", "It is not text.")
        ]


def test_a_step_that_fails_leaves_the_old_library_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (layout(old), rows(old, "SELECT * FROM event"))
    monkeypatch.setitem(STEPS, 1, (*STEPS[1], "INSERT INTO no_such_table VALUES (1)"))
    with pytest.raises(LibraryError, match="no_such_table"):
        Store.open(old)
    assert (layout(old), rows(old, "SELECT * FROM event")) == before
    assert rows(old, "PRAGMA user_version") == [(1,)]


def test_a_reference_to_what_is_missing_does_not_outlive_an_upgrade(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("DELETE FROM event WHERE id = 1")
        connection.execute("INSERT INTO mention VALUES (1, '2024', 99, 1)")
        connection.commit()
    with Store.open(old) as store:
        assert store.database.rows("PRAGMA foreign_key_check") == []
        assert store.event_of(1) is not None


def test_a_step_that_leaves_what_cannot_be_mended_leaves_the_old_library_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrading, "mend_references", lambda _: ())
    monkeypatch.setitem(STEPS, 1, (*STEPS[1], "INSERT INTO raw VALUES (99, x'00')"))
    with pytest.raises(LibraryError, match="raw refers to a missing article"):
        Store.open(old)
    assert rows(old, "PRAGMA user_version") == [(1,)]


def test_many_may_open_an_old_library_at_once(old: Path) -> None:
    def add(index: int) -> None:
        with Store.open(old) as store:
            put(store, make_article((*FERRY, f"Note {index}."), f"/news/{index}.txt"))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, range(12)))
    with Store.open(old) as store:
        assert store.integrity_problems(range(1, 16)) == ()
