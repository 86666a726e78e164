"""A library that the command line has made of one event's sample articles; the tests only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import SEEDS, reader


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("analysed") / "library.db"
    done = reader("add", SEEDS / "vistula-election", "--library", library)
    assert done.returncode == 0, done.stderr
    return library
