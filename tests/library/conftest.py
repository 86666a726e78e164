"""A library on disk, with its writer and its door, for each test of the library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.library import Library
from reader.store.store import Store


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def store(library_path: Path) -> Iterator[Store]:
    with Store.open(library_path) as opened:
        yield opened
        assert opened.integrity_problems() == ()


@pytest.fixture
def library(store: Store, library_path: Path) -> Iterator[Library]:
    assert store is not None
    with closing(Library.open(library_path)) as opened:
        yield opened
