"""One library serves many threads, and several processes at once."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.store.store import Store
from tests.store.making import FERRY, make_article, put_id

ROOT = Path(__file__).parents[2]


def test_threads_read_and_write_at_once(store: Store, library: Library) -> None:
    numbers = [put_id(store, make_article((*FERRY, f"Note {index}."), f"/{index}.txt")) for index in range(40)]

    def work(number: int) -> bool:
        library.set_read([number])
        library.outline()
        return library.cards([number])[0].read

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, numbers))
    assert library.counts().unread == 0
    assert len(library.undo()) == 1


def test_a_closed_library_says_so(library_path: Path) -> None:
    library = Library.open(library_path)
    library.counts()
    library.close()
    with pytest.raises(LibraryError):
        library.counts()


def test_several_processes_write_one_library(library_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from reader.library import Library\n"
        "library = Library.open(Path(sys.argv[1]))\n"
        "for index in range(15): library.request_add([f'/{sys.argv[2]}/{index}'])\n"
        "library.close()"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(library_path), str(name)], cwd=ROOT) for name in range(3)
    ]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    with Store.open(library_path) as store:
        assert store.database.number("SELECT count(*) FROM job") == 45
        assert store.integrity_problems() == ()


def test_what_another_process_writes_and_closes_is_seen_by_every_connection_that_stays_open(library_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from reader.library import Library\n"
        "library = Library.open(Path(sys.argv[1])); library.request_add([sys.argv[2]]); library.close()"
    )
    with closing(Library.open(library_path)) as library:
        assert library.job(1) is None
        for number in (1, 2, 3):
            subprocess.run([sys.executable, "-c", script, str(library_path), str(number)], cwd=ROOT, check=True)
            job = library.job(number)
            assert job is not None
            assert job.paths == (str(number),)
        assert library.request_add(["own"]) == 4
    with Store.open(library_path) as store:
        assert store.database.number("SELECT count(*) FROM job") == 4


def test_the_first_paint_does_not_wait_for_what_is_heavy() -> None:
    script = "import reader.library, reader.config, sys; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = ["msgspec", "rapidfuzz", "numpy", "spacy", "platformdirs", "tomllib", "zlib"]
    printed = subprocess.run(
        [sys.executable, "-c", script, *heavy], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "[]"
