"""Where a library stands: for this person only, readable where nothing may be written, never another file unnoticed."""

from __future__ import annotations

import ctypes
import os
import stat
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.models import clock
from reader.store import moments
from reader.store.store import Store
from tests.command import command, environment
from tests.store.making import FERRY, make_article, put, put_id


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_a_library_and_its_folders_are_for_this_person_only(tmp_path: Path) -> None:
    path = tmp_path / "data" / "folders" / "library.db"
    with Store.open(path) as store:
        put(store, make_article())
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    assert modes == {"library.db": 0o600, "library.db-wal": 0o600, "library.db-shm": 0o600}
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path.parent, path.parent.parent)] == [0o700, 0o700]


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_library_that_is_deleted_or_replaced_while_open_is_noticed_and_not_written_to(
    tmp_path: Path, how: str
) -> None:
    path, other = tmp_path / "library.db", tmp_path / "other.db"
    Store.open(other).close()
    with Store.open(path) as store, closing(Library.open(path)) as library:
        number = put_id(store, make_article())
        library.counts()
        for each in tmp_path.glob("library.db*"):
            each.unlink()
        if how == "replaced":
            other.rename(path)
        with pytest.raises(LibraryError, match="replaced or deleted"):
            put(store, make_article(FERRY, "/news/ferry.txt"))
        with pytest.raises(LibraryError, match="replaced or deleted"):
            library.set_read([number])
        with pytest.raises(LibraryError, match="replaced or deleted"):
            library.news(0)
    assert path.exists() == (how == "replaced")
    if how == "replaced":
        with closing(Library.open(path)) as library:
            assert library.counts().articles == 0


def without_rights_of_root() -> None:
    """In a child: what root may not write, the child may not either (capability CAP_DAC_OVERRIDE)."""
    ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words),
        capture_output=True,
        text=True,
        env=environment(),
        preexec_fn=without_rights_of_root,
        check=False,
    )


def test_a_library_that_may_not_be_written_can_be_read_by_every_command(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    library = folder / "library.db"
    with Store.open(library) as store:
        number = put_id(store, make_article())
    library.chmod(0o444)
    folder.chmod(0o555)
    try:
        for words in (("list",), ("show", number), ("search", "barge"), ("events",), ("doctor",)):
            done = run(*words, "--library", library)
            assert (done.returncode, done.stderr) == (0, ""), words
        assert run("entities", "--library", library).returncode == 1
        done = run("add", tmp_path, "--library", library)
        assert (done.returncode, done.stderr.count("\n")) == (4, 1)
        assert "read-only" in done.stderr
    finally:
        folder.chmod(0o755)


def test_an_id_beyond_all_ids_is_none(tmp_path: Path) -> None:
    with Store.open(tmp_path / "library.db") as store, closing(Library.open(tmp_path / "library.db")) as library:
        put_id(store, make_article())
        assert library.article(2**63) is None
        assert library.cards([2**63, 10**400]) == ()
        assert store.integrity_problems([2**63]) == (f"Article {2**63} is not in the library.",)


@pytest.mark.parametrize("error", [ValueError("year 10000 is out of range"), OverflowError(), OSError()])
def test_a_clock_beyond_all_years_shows_the_last_month(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    class Dead:
        """A clock."""

        @staticmethod
        def now(_: object) -> object:
            raise error

    monkeypatch.setattr(clock, "datetime", Dead)
    assert moments.now() == "9999-12-01T00:00:00"
    assert clock.today() == date(9999, 12, 1)
