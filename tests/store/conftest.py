"""A library on disk for each test of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store.store import Store


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def store(library_path: Path) -> Iterator[Store]:
    with Store.open(library_path) as opened:
        yield opened
        assert opened.integrity_problems() == ()
