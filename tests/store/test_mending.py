"""``doctor --repair``: what is derived is made anew and told, what a person did stays, what is lost is said."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.models.annotations import Kind
from reader.models.entities import Alias
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, HARVEST, Named, analyse, make_article, make_comparison, put, put_id


@pytest.fixture
def filled(library_path: Path) -> Path:
    """Two articles of one compared event and one of another; a name; one read, one starred, a difference dismissed."""
    with Store.open(library_path) as store:
        bridge, ferry = put_id(store, make_article(BRIDGE)), put_id(store, make_article(FERRY, "/news/ferry.txt"))
        harvest = put_id(store, make_article(HARVEST, "/news/harvest.txt"))
        minister = store.add_entity("Ewa Żuraw", Kind.PERSON, (Alias("zuraw", "Ewa Żuraw", "name"),)).id
        for number in (bridge, ferry, harvest):
            analyse(store, number, Named("Ewa Żuraw", minister))
        from tests.store.test_events import group

        (event, _) = group(store, [bridge, ferry], [harvest])
        store.put_comparison(make_comparison(bridge, ferry, sure=("aaaaaaaaaaaa", "bbbbbbbbbbbb")), 1, event)
    with closing(Library.open(library_path)) as library:
        library.set_read([bridge])
        library.set_starred([harvest])
        library.dismiss("aaaaaaaaaaaa")
    assert problems(library_path) == ()
    return library_path


def problems(path: Path) -> tuple[str, ...]:
    with closing(Library.open(path)) as library:
        return library.doctor()


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def acts(path: Path) -> tuple[object, ...]:
    """What the person did, as the library shows it."""
    with closing(Library.open(path)) as library:
        marks = [(card.read, card.starred) for card in library.cards([1, 2, 3])]
        return marks, library.dismissed()


@pytest.mark.parametrize(
    "damage",
    [
        ("UPDATE tally SET value = value + 7",),
        ("DELETE FROM tally",),
        ("DELETE FROM event WHERE id = (SELECT event_id FROM article WHERE id = 1)",),
        ("UPDATE event SET size = 9, sort_at = '1999'",),
        ("UPDATE event SET conflicts = 5, doubts = 6",),
        ("INSERT INTO event(sort_at, title, size) VALUES ('2020', 'Nothing', 0)",),
        ("UPDATE event SET story_id = 77 WHERE id = (SELECT max(id) FROM event)",),
        ("INSERT INTO story(id) VALUES (5)", "UPDATE event SET story_id = 5 WHERE id = (SELECT max(id) FROM event)"),
        ("DELETE FROM entity",),
        ("DELETE FROM alias",),
        ("UPDATE entity SET mentions = 99",),
        ("UPDATE mention SET sort_at = '1999'",),
        ("DELETE FROM standing",),
        ("UPDATE article SET is_read = 1 - is_read, is_starred = 1 - is_starred",),
        ("UPDATE annotation SET blob = x'00ff' WHERE article_id = 1",),
        ("UPDATE comparison SET blob = x'00ff'",),
        ("INSERT INTO fulltext(fulltext) VALUES ('delete-all')", "INSERT INTO fulltext(rowid, text) VALUES (1, 'x')"),
        ("DELETE FROM fulltext_data WHERE id > 10",),
        ("DELETE FROM alias_trigram_data WHERE id > 10",),
        ("INSERT INTO mention VALUES (1, '2024', 99, 1)",),
        ("INSERT INTO event_alias VALUES (88, 99)",),
    ],
)  # fmt: skip
def test_what_can_be_derived_is_made_anew_and_nothing_that_was_done_is_lost(
    filled: Path, damage: tuple[str, ...]
) -> None:
    before = acts(filled)
    run(filled, *damage)
    is_told = bool(problems(filled))
    mended = Library.repair(filled)
    assert bool(mended) == is_told
    assert problems(filled) == ()
    assert acts(filled) == before
    assert Library.repair(filled) == ()


def test_a_whole_library_is_left_as_it_is(filled: Path) -> None:
    before = filled.read_bytes()
    assert Library.repair(filled) == ()
    assert filled.read_bytes() == before


def test_the_words_are_found_again(filled: Path) -> None:
    run(filled, "DELETE FROM fulltext_data WHERE id > 10")
    assert "The index of words was made anew." in Library.repair(filled)
    with closing(Library.open(filled)) as library:
        assert library.list_size("text:harvest") == 1


def test_an_article_whose_text_is_damaged_is_read_again_with_its_file_and_keeps_its_marks(filled: Path) -> None:
    run(filled, "UPDATE body SET text = x'00ff' WHERE article_id = 1")
    (told,) = Library.repair(filled)
    assert "/news/bridge.txt" in told
    with Store.open(filled) as store:
        known = store.known("/news/bridge.txt")
        assert known is not None
        assert known.size != len(make_article().text), "so that the next addition reads the file"
        assert put(store, make_article()).id == 1
    assert problems(filled) == ()
    with closing(Library.open(filled)) as library:
        assert [card.read for card in library.cards([1])] == [True]
        assert library.list_size("barge") == 1


def test_an_article_that_cannot_be_read_can_be_removed(filled: Path) -> None:
    run(filled, "UPDATE body SET text = x'00ff' WHERE article_id = 1")
    with Store.open(filled) as store:
        assert store.keep_only(["/news/ferry.txt", "/news/harvest.txt"]) == (1,)


def pages(path: Path, table: str) -> Iterator[int]:
    """The pages of a table but its first, from 0."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno", (table,)).fetchall()
    yield from (number - 1 for (number,) in rows)


@pytest.mark.parametrize("table", ["article", "body", "annotation", "mention", "tally", "entity", "event", "origin"])
def test_of_damaged_pages_what_can_be_read_is_kept_and_the_damaged_library_beside_it(filled: Path, table: str) -> None:
    with Store.open(filled) as store:
        for index in range(60):
            put(store, make_article((*HARVEST, *(f"Sack {index} {word} of it." for word in range(400))), f"/{index}"))
    with closing(Library.open(filled)) as library:
        library.set_starred(range(4, 64))
        starred = library.list_size("starred", grouped=False)
    run(filled, "PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(filled.read_bytes())
    try:
        hit = list(pages(filled, table))[-1]
    except sqlite3.OperationalError:
        pytest.skip("this SQLite does not tell which pages a table has")
    content[hit * 8192 : hit * 8192 + 8192] = b"\x5a" * 8192
    filled.write_bytes(content)
    told = " ".join(Library.repair(filled))
    aside = filled.with_name("library.db.damaged-1")
    assert str(aside) in told
    assert aside.stat().st_mode & 0o077 == 0
    left = problems(filled)
    assert all("text" in each for each in left), left
    with closing(Library.open(filled)) as library:
        articles = library.counts().articles
        assert articles >= 50
        assert library.list_size("starred", grouped=False) >= articles - 3 >= starred - 15


def test_damaged_pages_of_a_library_in_use_are_not_touched(filled: Path) -> None:
    run(filled, "PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(filled.read_bytes())
    hit = next(iter(pages(filled, "annotation")))
    content[hit * 8192 : hit * 8192 + 8192] = b"\x5a" * 8192
    filled.write_bytes(content)
    with closing(Library.open(filled)) as library:
        library.counts()
        with pytest.raises(LibraryError, match="in use"):
            Library.repair(filled)
    assert not filled.with_name("library.db.damaged-1").exists()
