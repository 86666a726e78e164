"""A folder that is empty or cannot be read does not empty its library."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from reader.library import Library
from reader.models.library import Job, JobState
from reader.pipeline.taking_in import take_in
from reader.store.store import Store


def visit(library: Library, store: Store, folder: Path) -> Job:
    """Open a folder, whose library is to hold what is there and nothing else."""
    job = library.request_add([str(folder)], exactly=True)
    asked = store.next_job()
    assert asked is not None
    if take_in(store, asked, lambda: False):
        store.mark_stored(job)
    done = library.job(job)
    assert done is not None
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    (made / "sub").mkdir(parents=True)
    for index in range(4):
        (made / "sub" / f"{index}.txt").write_text(f"Report {index}\n\nA barge struck pier {index} on Tuesday.\n")
    return made


@pytest.mark.parametrize(("gone", "left"), [(1, 3), (2, 2), (3, 4), (4, 4)])
def test_when_more_than_half_would_go_all_of_it_stays_and_that_is_said(
    tmp_path: Path, folder: Path, gone: int, left: int
) -> None:
    with Store.open(tmp_path / "library.db") as store, closing(Library.open(tmp_path / "library.db")) as library:
        assert visit(library, store, folder).state is JobState.STORED
        for index in range(gone):
            (folder / "sub" / f"{index}.txt").unlink()
        done = visit(library, store, folder)
        assert library.counts().articles == left
        assert (done.error is not None) == (left == 4)
        if done.error:
            assert done.error.startswith(f"{gone} of 4 articles are not there any more; they are kept")


def test_what_lies_in_a_folder_that_cannot_be_read_stays(tmp_path: Path, folder: Path) -> None:
    for index in range(6):
        (folder / f"top{index}.txt").write_text(f"Top {index}\n\nWheat harvest {index} is down by a fifth.\n")
    with Store.open(tmp_path / "library.db") as store, closing(Library.open(tmp_path / "library.db")) as library:
        visit(library, store, folder)
        shutil.rmtree(folder / "sub")
        (folder / "sub").symlink_to(folder / "sub")  # what cannot be looked into, even by root
        done = visit(library, store, folder)
        assert done.error is None
        assert library.counts().articles == 10
